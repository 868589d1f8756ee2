#include "model/stale.h"

#include <algorithm>
#include <array>

namespace opsctl {

std::vector<RunState> unsettled_states() {
  return {RunState::open, RunState::returned, RunState::awaiting_supervisor,
          RunState::awaiting_approval};
}

bool is_unsettled(RunState state) {
  const std::vector<RunState> states = unsettled_states();
  return std::ranges::find(states, state) != states.end();
}

std::string_view name_of(Staleness staleness) {
  constexpr std::array<std::string_view, 4> kNames = {"none", "unaccepted-emergency",
                                                      "open-too-long", "unsigned-too-long"};
  return kNames.at(static_cast<std::size_t>(staleness));
}

Staleness staleness(const RunSummary& run, const RunLimits& limits, const Zone& zone, Instant now) {
  const auto passed = [&](std::optional<Instant> since, const std::optional<Duration>& limit) {
    return since && limit && now >= plus(*since, *limit, zone);
  };
  if (run.emergency) return Staleness::unaccepted_emergency;
  if (takes_work(run.state)) {
    // A returned run waits since it was begun: nobody should forget it for having been returned.
    return passed(run.started_at, limits.open) ? Staleness::open_too_long : Staleness::none;
  }
  const bool waits =
      run.state == RunState::awaiting_supervisor || run.state == RunState::awaiting_approval;
  return waits && passed(run.finished_at, limits.sign_off) ? Staleness::unsigned_too_long
                                                           : Staleness::none;
}

}  // namespace opsctl
