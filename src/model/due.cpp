// Puts the modes together: what holds for every kind of item is decided here.
#include "model/due.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "model/owed.h"
#include "model/standing.h"

namespace opsctl {
namespace {

std::optional<Instant> last_done(const ItemHistory& known) {
  std::optional<Instant> last;
  for (const Execution& fact : known.executions) {
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

Standing standing_of(Mode mode, const Inquiry& inquiry) {
  switch (mode) {
    case Mode::calendar:
      return calendar_standing(inquiry);
    case Mode::rolling:
      return rolling_standing(inquiry);
    case Mode::continuous:
      return continuous_standing(inquiry);
    case Mode::on_demand:
      break;
  }
  return on_demand_standing(inquiry);
}

/// A fact names an occurrence that no version of the definition has.
bool has_orphan_key(const Inquiry& inquiry) {
  std::vector<std::string_view> keys;
  for (const Execution& fact : inquiry.known.executions) {
    if (!fact.for_key.empty() && fact.for_key != kRollingKey) keys.push_back(fact.for_key);
  }
  if (keys.empty()) return false;
  const OwedLine line(inquiry.timetable, inquiry.site, inquiry.now);
  return std::ranges::any_of(keys, [&](std::string_view key) { return !line.knows(key); });
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
  constexpr std::array<std::string_view, 8> kNames = {
      "",          "on-demand", "not-yet-effective", "ended", "no-baseline",
      "requested", "hand-over", "suspended"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view name_of(DueWarning warning) {
  constexpr std::array<std::string_view, 4> kNames = {"future-execution", "holidays-provisional",
                                                      "expired", "orphan-key"};
  return kNames[static_cast<std::size_t>(warning)];
}

std::size_t version_at(const Timetable& timetable, const SiteCalendar& site, Instant at) {
  std::size_t number = timetable.versions.size() - 1;
  while (number > 0 && version_from(timetable, site, number) > at) --number;
  return number;
}

bool has_mode(const Timetable& timetable, Mode mode) {
  return std::ranges::any_of(timetable.versions, [mode](const ScheduleVersion& version) {
    return mode_of(version) == mode;
  });
}

Standing evaluate(const Timetable& timetable, const SiteCalendar& site, const ItemHistory& history,
                  Instant now) {
  const ItemHistory known = known_at(now, history);
  const std::size_t version = version_at(timetable, site, now);
  const Mode mode = mode_of(timetable.versions[version]);
  const Inquiry inquiry{timetable, site, known, now, version};
  Standing standing = standing_at(inquiry, mode);
  standing.mode = mode;
  standing.last_done = last_done(known);
  standing.requests = request_standings(inquiry);
  if (is_ahead_of(now, history))
    standing.warnings.insert(standing.warnings.begin(), DueWarning::future_execution);
  if (has_orphan_key(inquiry)) standing.warnings.push_back(DueWarning::orphan_key);
  return standing;
}

}  // namespace opsctl
