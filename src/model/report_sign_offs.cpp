// How long finished runs waited for their sign-offs.
#include <algorithm>

#include "model/report.h"

namespace opsctl {
namespace {

/// When that was recorded which is signed: the last finish or correction.
Instant ready_at(const Run& run) {
  Instant at{};
  for (const Event& event : run.events) {
    if (std::holds_alternative<RunFinished>(event.body) ||
        std::holds_alternative<RunCorrected>(event.body))
      at = event.recorded_at;
  }
  return at;
}

/// The last sign-off of a duty that is in force; nothing where there is none.
std::optional<Instant> last_given(const Run& run, SignOffDuty duty) {
  std::optional<Instant> last;
  for (const SignOff& one : sign_offs(run)) {
    if (one.in_force && one.what.duty == duty)
      last = std::max(last.value_or(Instant::min()), one.performed_at);
  }
  return last;
}

bool is_missing(const Run& run, SignOffDuty duty) {
  const std::vector<OwedSignOff> missing = missing_sign_offs(run);
  return std::ranges::count(missing, duty, &OwedSignOff::duty) > 0;
}

bool is_signed_or_waits(const Run& run) {
  const RunState state = state_of(run);
  return state == RunState::awaiting_supervisor || state == RunState::awaiting_approval ||
         state == RunState::approved;
}

std::chrono::seconds median_of(std::vector<std::chrono::seconds> times) {
  if (times.empty()) return std::chrono::seconds(0);
  std::ranges::sort(times);
  const std::size_t middle = times.size() / 2;
  return times.size() % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
}

}  // namespace

Run as_recorded(const Run& run, Instant instant) {
  // What stands before in the journal was there before, even where a clock was put back.
  const auto last = std::find_if(run.events.rbegin(), run.events.rend(),
                                 [&](const Event& event) { return event.recorded_at <= instant; });
  return {run.id, {run.events.begin(), last.base()}};
}

SignOffTimes sign_off_times(std::span<const Run> runs, SignOffDuty duty, Instant now) {
  SignOffTimes times;
  std::vector<std::chrono::seconds> waited;
  for (const Run& run : runs) {
    if (!is_signed_or_waits(run)) continue;
    Instant since = ready_at(run);
    if (duty == SignOffDuty::approver) {
      if (is_missing(run, SignOffDuty::supervisor)) continue;  // the turn has not come
      since = std::max(since, last_given(run, SignOffDuty::supervisor).value_or(since));
    }
    if (is_missing(run, duty)) {
      ++times.open;
      if (now - since < times.longest_open && !times.longest_open_run.empty()) continue;
      times.longest_open = now - since;
      times.longest_open_run = run.id;
    } else if (const auto given = last_given(run, duty)) {
      waited.push_back(*given - since);
      if (waited.back() < times.longest && !times.longest_run.empty()) continue;
      times.longest = waited.back();
      times.longest_run = run.id;
    }
  }
  times.given = static_cast<int>(waited.size());
  times.median = median_of(std::move(waited));
  return times;
}

}  // namespace opsctl
