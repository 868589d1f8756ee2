// A calendar item: at the opening of the last occurrence that was open when the item was last done,
// no earlier occurrence can be paid any more, and no later version's has opened (or this answers
// "all"). So nothing from before can take an execution away from a later occurrence; and once that
// occurrence is settled by work done since it opened, everything before it is cleared (spec
// schedule.md 7 and 8).
#include "model/recent.h"

#include <algorithm>

#include "model/attribution.h"
#include "model/standing.h"
#include "model/watching.h"

namespace opsctl {
namespace {

const Schedule& schedule_at(const Timetable& timetable, std::size_t version) {
  return timetable.versions[version].schedule;
}

Mode mode_at(const Timetable& timetable, std::size_t version) {
  return mode_of(timetable.versions[version]);
}

/// Occurrences open where the one before it can no longer be paid, in all versions alike.
bool is_plain(const OwedVersion& version) {
  return version.coalesces() && version.rule.schedule.early.count == 0;
}

/// The last occurrence that was open at `instant`, of the versions up to the one in force.
std::optional<Owed> last_open(const OwedLine& line, std::size_t version, Instant instant) {
  std::optional<Owed> found;
  for (std::size_t v = 0; v < line.versions().size(); ++v) {
    if (line.versions()[v].number > version) break;
    auto it = line.before(line.beyond(v, instant));
    while (it && it->occurrence.open > instant) it = line.before(it->at);
    if (it) found = it;
  }
  return found;
}

/// No occurrence before it is payable at its opening.
bool begins_afresh(const OwedLine& line, const Owed& owed) {
  for (std::size_t v = 0; v <= owed.at.version; ++v) {
    const OwedVersion& version = line.versions()[v];
    const Position end = v == owed.at.version ? owed.at : Position{v, version.last + 1};
    const auto before = line.before(end);
    if (before && before->occurrence.overdue > owed.occurrence.open) return false;
  }
  return true;
}

/// What is paid in advance of a change of the cycle: an occurrence of a later version that opened
/// before it.
bool reaches_into_later(const OwedLine& line, const Owed& owed, Instant last_done) {
  for (std::size_t v = owed.at.version + 1; v < line.versions().size(); ++v) {
    const auto first = line.after({v, line.versions()[v].first - 1});
    if (first && first->occurrence.open <= last_done) return true;
  }
  return false;
}

/// The occurrence from whose opening on the facts count.
std::optional<Owed> first_that_counts(const Timetable& timetable, const OwedLine& line,
                                      std::size_t version, Instant last_done) {
  if (!std::ranges::all_of(line.versions(), is_plain)) return std::nullopt;
  const auto owed = last_open(line, version, last_done);
  if (!owed || line.versions()[owed->at.version].number != version) return std::nullopt;
  if (mode_at(timetable, version) != Mode::calendar || !begins_afresh(line, *owed) ||
      reaches_into_later(line, *owed, last_done))
    return std::nullopt;
  return owed;
}

std::optional<Instant> last_done_of(const ItemHistory& known) {
  std::optional<Instant> last;
  for (const Execution& fact : known.executions) {
    if (fact.kind == Execution::Kind::done) last = fact.performed_at;
  }
  return last;
}

/// The earliest fact pays the occurrence at whose opening the facts begin: since then nothing
/// earlier can be paid, and that one can be until the next opens, which is after the last fact.
bool is_paid_in_order(const ItemHistory& known) {
  return std::ranges::all_of(known.executions, [](const Execution& fact) {
    return fact.kind == Execution::Kind::done && fact.for_key.empty();
  });
}

bool is_enough_for_calendar(const Timetable& timetable, const SiteCalendar& site, Instant now,
                            std::size_t version, const ItemHistory& known) {
  if (is_paid_in_order(known)) return true;
  const auto last_done = last_done_of(known);
  if (!last_done) return true;
  const OwedLine line(timetable, site, now);
  const auto owed = first_that_counts(timetable, line, version, *last_done);
  if (!owed) return true;  // all facts were asked for
  const Settlement settlement = attribute(line, known.executions).settled;
  const auto settled = settlement.find(owed->at);
  return settled != settlement.end() && settled->second.by == Execution::Kind::done &&
         settled->second.performed_at >= owed->occurrence.open;
}

/// An open watch covers, or no watch that is not known can have covered later than those that are.
bool is_enough_for_watching(const Schedule& schedule, Instant now, const ItemHistory& known) {
  const auto coverage = covered(known.watches, schedule.max_shift);
  const bool was_done = last_done_of(known).has_value();
  std::optional<Instant> earliest_end;
  for (const Watch& watch : known.watches) {
    if (watch.end) earliest_end = std::min(earliest_end.value_or(*watch.end), *watch.end);
  }
  if (!earliest_end) return !was_done;  // not by a watch, lately
  return std::ranges::any_of(
      coverage, [&](const Stretch& one) { return one.to > now || one.to >= *earliest_end; });
}

}  // namespace

Instant facts_needed_from(const Timetable& timetable, const SiteCalendar& site, Instant now,
                          Instant last_done) {
  if (last_done > now) return Instant::min();
  const std::size_t version = version_at(timetable, site, now);
  switch (mode_at(timetable, version)) {
    case Mode::rolling:
      return schedule_at(timetable, version).tolerance_days ? Instant::min() : last_done;
    case Mode::on_demand:
    case Mode::continuous:
      return last_done;
    case Mode::calendar:
      break;
  }
  const OwedLine line(timetable, site, now);
  const auto owed = first_that_counts(timetable, line, version, last_done);
  return owed ? owed->occurrence.open : Instant::min();
}

bool is_enough(const Timetable& timetable, const SiteCalendar& site, Instant now,
               const ItemHistory& recent) {
  const ItemHistory known = known_at(now, recent);
  const std::size_t version = version_at(timetable, site, now);
  switch (mode_at(timetable, version)) {
    case Mode::calendar:
      return is_enough_for_calendar(timetable, site, now, version, known);
    case Mode::continuous:
      return is_enough_for_watching(schedule_at(timetable, version), now, known);
    case Mode::rolling:
    case Mode::on_demand:
      break;
  }
  return true;
}

}  // namespace opsctl
