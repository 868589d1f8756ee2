#include "model/watch_rules.h"

#include <algorithm>

#include "base/messages/model.h"
#include "model/supervisor.h"
#include "model/watching.h"

namespace opsctl {

Verdict confirm_watch(const Catalog& catalog, const Run& run, const Acting& acting) {
  if (!is_watch(run))
    return Refusal{
        {say<messages::confirm_no_watch>(run.id), {}, say<messages::confirm_step_hint>(run.id)}};
  Permission permission = may_work(catalog, run, acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  return Accepted{std::get<Actor>(permission), WatchConfirmed{}};
}

Verdict start_next_watch(const Catalog& catalog, const Runbook& book, const Run& before,
                         const Actor& typed, const Person& to, const StartRequest& request) {
  const Scope scope{book, catalog.parties, catalog.roster};
  const Permission keeper = may_perform(scope, {to, ""});
  if (const auto* refusal = std::get_if<Refusal>(&keeper)) return *refusal;
  // The supervisor on duty stays, unless it is the new keeper or another one is named.
  const std::string& last = started(before).supervisor;
  const bool stays = request.supervisor.empty() && last != to.id;
  auto supervisor =
      supervisor_on_duty(scope, std::get<Actor>(keeper), stays ? last : request.supervisor);
  if (auto* refusal = std::get_if<Refusal>(&supervisor)) return *refusal;
  RunStarted start{book, catalog.parties, to_text(book.cycle()), std::get<std::string>(supervisor)};
  start.book.timetable = {};
  start.keeper = to.id;
  start.planned_end = request.planned_end;
  return Accepted{typed, std::move(start)};
}

std::optional<Refusal> leaves_uncovered(const Runbook& book, const Run& run,
                                        const ItemHistory& known, Instant end) {
  std::vector<Watch> others = known.watches;
  std::erase_if(others, [&](const Watch& watch) { return watch.run == run.id; });
  const auto coverage = covered(others, book.timetable.versions.back().schedule.max_shift);
  const bool stays = std::ranges::any_of(
      coverage, [end](const Stretch& one) { return one.from <= end && end < one.to; });
  if (stays) return std::nullopt;
  return Refusal{{say<messages::watch_leaves_uncovered>(run.id, book.id),
                  {},
                  say<messages::watch_leaves_hint>(run.id)}};
}

}  // namespace opsctl
