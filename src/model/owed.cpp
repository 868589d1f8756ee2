#include "model/owed.h"

#include <algorithm>
#include <array>

#include "model/slot_key.h"

namespace opsctl {
namespace {

using std::chrono::days;

/// Far enough for every weekday to meet every slot, and over the longest run of days off that the
/// calendar itself brings.
constexpr int kPeriodsAhead = 8;
constexpr days kDaysAhead{60};

constexpr std::size_t kRemembered = 4;

bool passes(const DayFilter& filter, Date day, const Holidays& holidays) {
  if (filter.business_only && !is_business_day(day, holidays)) return false;
  return filter.weekdays[std::chrono::weekday(day).c_encoding()];
}

/// After this instant nothing is special any more: no suspension, no listed holiday.
Instant settled_after(const Timetable& timetable, const SiteCalendar& site, Instant now) {
  Date last = site.zone.date_of(now);
  for (const Suspension& suspension : timetable.suspensions) last = std::max(last, suspension.to);
  if (!site.holidays.days.empty()) last = std::max(last, site.holidays.days.rbegin()->first);
  return site.zone.start_of(last + kDaysAhead);
}

std::int64_t slots_per_period(const OwedVersion& version) { return version.rule.grid.cycle.count; }

/// Written slots may begin far from their nominal place, but in their own period.
std::int64_t reach(const OwedVersion& version) {
  return version.rule.grid.slots.empty() ? 1 : slots_per_period(version);
}

}  // namespace

std::string_view name_of(Obligation obligation) {
  constexpr std::array<std::string_view, 6> kNames = {
      "owed", "skipped-by-zone", "day-off", "before-effective", "after-effective", "suspended"};
  return kNames[static_cast<std::size_t>(obligation)];
}

Instant version_from(const Timetable& timetable, const SiteCalendar& site, std::size_t number) {
  return site.zone.start_of(
      timetable.versions[number].effective_from.value_or(site.effective_from));
}

std::optional<Instant> version_until(const Timetable& timetable, const SiteCalendar& site,
                                     std::size_t number) {
  std::optional<Instant> until;
  if (timetable.effective_until) until = site.zone.start_of(*timetable.effective_until);
  if (number + 1 == timetable.versions.size()) return until;
  const Instant next = version_from(timetable, site, number + 1);
  return until ? std::min(*until, next) : next;
}

OwedLine::OwedLine(const Timetable& timetable, const SiteCalendar& site, Instant now)
    : site_(site) {
  const Zone& zone = site.zone;
  for (const Suspension& suspension : timetable.suspensions)
    suspensions_.emplace_back(zone.start_of(suspension.from), zone.start_of(suspension.to));

  const Instant settled = settled_after(timetable, site, now);
  for (std::size_t i = 0; i < timetable.versions.size(); ++i) {
    const ScheduleVersion& version = timetable.versions[i];
    if (mode_of(version.cycle, version.schedule) != Mode::calendar) continue;
    OwedVersion owed{i, calendar_rule(version, site), version_from(timetable, site, i),
                     version_until(timetable, site, i)};
    const SlotGrid& grid = owed.rule.grid;
    owed.first = slot_at(grid, owed.from, zone) - 1;
    const Instant end = std::max(owed.from, settled);
    const bool ends = owed.until && *owed.until <= end;
    owed.last = ends ? slot_at(grid, *owed.until, zone) + reach(owed)
                     : slot_at(grid, end, zone) + kPeriodsAhead * slots_per_period(owed);
    versions_.push_back(std::move(owed));
  }
}

bool OwedLine::suspended(Instant due) const {
  return std::ranges::any_of(suspensions_, [due](const std::pair<Instant, Instant>& suspension) {
    return due > suspension.first && due <= suspension.second;
  });
}

Judged OwedLine::judge(Position at) const {
  const auto known = std::ranges::find(known_, at, &Known::at);
  if (known != known_.end()) return known->judged;
  if (known_.size() == kRemembered) known_.erase(known_.begin());
  known_.push_back({at, judged_anew(at)});
  return known_.back().judged;
}

Judged OwedLine::judged_anew(Position at) const {
  const OwedVersion& version = versions_[at.version];
  const CalendarRule& rule = version.rule;
  const Date day = std::chrono::floor<days>(slot_start(rule.grid, at.index));
  if (rule.grid.cycle.unit == Cycle::Unit::day && !passes(rule.schedule.days, day, site_.holidays))
    return {Obligation::day_off};

  auto it = occurrence_at(rule, at.index);
  if (!it) return {Obligation::skipped_by_zone};
  if (rule.schedule.days.business_only && !is_covered(day, site_.holidays)) it->provisional = true;
  if (it->due <= version.from || it->slot_end <= version.from)
    return {Obligation::before_effective, it};
  if (version.until && it->due > *version.until) return {Obligation::after_effective, it};
  return {suspended(it->due) ? Obligation::suspended : Obligation::owed, it};
}

std::optional<Occurrence> OwedLine::owed(Position at) const {
  const Judged judged = judge(at);
  return judged.obligation == Obligation::owed ? judged.occurrence : std::nullopt;
}

std::optional<Owed> OwedLine::before(Position at) const {
  for (std::size_t v = std::min(at.version + 1, versions_.size()); v-- > 0;) {
    const OwedVersion& version = versions_[v];
    const std::int64_t end =
        v == at.version ? std::min(at.index, version.last + 1) : version.last + 1;
    for (std::int64_t i = end; i-- > version.first;) {
      if (const auto it = owed({v, i})) return Owed{{v, i}, *it};
    }
  }
  return std::nullopt;
}

std::optional<Owed> OwedLine::after(Position at) const {
  for (std::size_t v = at.version; v < versions_.size(); ++v) {
    const OwedVersion& version = versions_[v];
    std::int64_t i = v == at.version ? std::max(at.index + 1, version.first) : version.first;
    for (; i <= version.last; ++i) {
      if (const auto it = owed({v, i})) return Owed{{v, i}, *it};
    }
  }
  return std::nullopt;
}

Position OwedLine::beyond(std::size_t v, Instant instant) const {
  const OwedVersion& version = versions_[v];
  const Zone& zone = site_.zone;
  const Instant latest = plus(instant, version.rule.schedule.early, zone);
  const std::int64_t top = slot_at(version.rule.grid, latest, zone) + reach(version);
  return {v, std::clamp(top, version.first - 1, version.last) + 1};
}

bool OwedLine::knows(std::string_view key) const {
  return std::ranges::any_of(versions_, [key](const OwedVersion& version) {
    return find_slot(version.rule.grid, key).has_value();
  });
}

std::vector<Position> OwedLine::find(std::string_view key) const {
  std::vector<Position> found;
  for (std::size_t v = 0; v < versions_.size(); ++v) {
    const auto index = find_slot(versions_[v].rule.grid, key);
    if (index && owed({v, *index})) found.push_back({v, *index});
  }
  return found;
}

bool OwedLine::is_plain_period(const Owed& last) const {
  const OwedVersion& version = versions_[last.at.version];
  const SlotGrid& grid = version.rule.grid;
  const std::int64_t period = period_of(grid, last.at.index);
  const std::int64_t count = slots_per_period(version);
  const bool whole = period_of(grid, last.at.index + 1) != period;
  const bool one_day = grid.cycle.unit != Cycle::Unit::day || grid.days == 1;
  if (!whole || !one_day || !grid.slots.empty() || grid.days == 0 || count / 2 < grid.days)
    return false;

  const Position first{last.at.version, period * count};
  const auto it = first.index < version.first ? std::nullopt : owed(first);
  if (!it) return false;
  const bool cut = std::ranges::any_of(suspensions_, [&](const auto& suspension) {
    return suspension.second >= it->due && suspension.first < last.occurrence.due;
  });
  for (Date day = period_start(grid, period); day < period_start(grid, period + 1);
       day += days(1)) {
    if (site_.zone.end_of(day) - site_.zone.start_of(day) != days(1)) return false;
  }
  return !cut;
}

}  // namespace opsctl
