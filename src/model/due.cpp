// Puts the modes together: what holds for every kind of item is decided here.
#include "model/due.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "model/owed.h"
#include "model/standing.h"

namespace opsctl {
namespace {

Mode mode_of(const ScheduleVersion& version) { return mode_of(version.cycle, version.schedule); }

/// The facts up to `now`, in order.
std::vector<Execution> known_at(Instant now, std::span<const Execution> history) {
  std::vector<Execution> facts;
  for (const Execution& fact : history) {
    if (fact.performed_at <= now) facts.push_back(fact);
  }
  std::ranges::sort(facts, {},
                    [](const Execution& fact) { return std::tie(fact.performed_at, fact.seq); });
  return facts;
}

std::optional<Instant> last_done(std::span<const Execution> facts) {
  std::optional<Instant> last;
  for (const Execution& fact : facts) {
    if (fact.kind == Execution::Kind::done) last = fact.performed_at;
  }
  return last;
}

Standing not_scheduled(StateReason reason) {
  Standing standing;
  standing.state = ItemState::not_scheduled;
  standing.reason = reason;
  return standing;
}

/// Uncovered since the version began: a watch is not among the facts.
Standing uncovered_standing(const Inquiry& inquiry) {
  const Schedule& schedule = inquiry.timetable.versions[inquiry.version].schedule;
  Standing standing;
  standing.due = version_from(inquiry.timetable, inquiry.site, inquiry.version);
  standing.overdue_at = plus(*standing.due, schedule.grace, inquiry.site.zone);
  standing.state = inquiry.now < standing.overdue_at ? ItemState::late : ItemState::overdue;
  return standing;
}

Standing standing_of(Mode mode, const Inquiry& inquiry) {
  switch (mode) {
    case Mode::calendar:
      return calendar_standing(inquiry);
    case Mode::rolling:
      return rolling_standing(inquiry);
    case Mode::continuous:
      return uncovered_standing(inquiry);
    case Mode::on_demand:
      break;
  }
  return not_scheduled(StateReason::on_demand);
}

/// The version in force; before the first one, the first.
std::size_t version_at(const Timetable& timetable, const SiteCalendar& site, Instant now) {
  std::size_t number = timetable.versions.size() - 1;
  while (number > 0 && version_from(timetable, site, number) > now) --number;
  return number;
}

Standing standing_at(const Inquiry& inquiry, Mode mode) {
  const Timetable& timetable = inquiry.timetable;
  if (inquiry.now < version_from(timetable, inquiry.site, 0))
    return not_scheduled(StateReason::not_yet_effective);
  const auto until = version_until(timetable, inquiry.site, timetable.versions.size() - 1);
  if (until && inquiry.now >= *until) return not_scheduled(StateReason::ended);
  return standing_of(mode, inquiry);
}

}  // namespace

std::string_view name_of(ItemState state) {
  constexpr std::array<std::string_view, 7> kNames = {"not-scheduled", "upcoming", "due",    "late",
                                                      "overdue",       "done",     "covered"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(Mode mode) {
  constexpr std::array<std::string_view, 4> kNames = {"calendar", "rolling", "on-demand",
                                                      "continuous"};
  return kNames[static_cast<std::size_t>(mode)];
}

std::string_view name_of(StateReason reason) {
  constexpr std::array<std::string_view, 5> kNames = {"", "on-demand", "not-yet-effective", "ended",
                                                      "no-baseline"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view name_of(DueWarning warning) {
  constexpr std::array<std::string_view, 3> kNames = {"future-execution", "holidays-provisional",
                                                      "expired"};
  return kNames[static_cast<std::size_t>(warning)];
}

Standing evaluate(const Timetable& timetable, const SiteCalendar& site,
                  std::span<const Execution> history, Instant now) {
  const std::vector<Execution> facts = known_at(now, history);
  const std::size_t version = version_at(timetable, site, now);
  const Mode mode = mode_of(timetable.versions[version]);
  Standing standing = standing_at({timetable, site, facts, now, version}, mode);
  standing.mode = mode;
  standing.last_done = last_done(facts);
  if (facts.size() != history.size())
    standing.warnings.insert(standing.warnings.begin(), DueWarning::future_execution);
  return standing;
}

}  // namespace opsctl
