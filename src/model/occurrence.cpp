#include "model/occurrence.h"

#include <algorithm>

#include "model/cycle_length.h"

namespace opsctl {
namespace {

using std::chrono::days;
using std::chrono::seconds;

/// The civil time of an instant; of the first instant of a day, that day's midnight, even if the
/// zone skips it.
LocalTime civil(Instant instant, const Zone& zone) {
  const Date date = zone.date_of(instant);
  return zone.start_of(date) == instant ? LocalTime(date) : zone.local(instant);
}

/// Moves the date of `due`. A midnight is the end of the day before.
void roll_due(const CalendarRule& rule, LocalTime wanted, Occurrence& occurrence) {
  const Roll roll = rule.schedule.roll;
  // Within a day, rolling would put the slots of days off on top of each other.
  if (roll == Roll::none || !has_date_deadlines(rule.grid, rule.schedule)) return;
  const Zone& zone = rule.site.zone;
  const Date date = std::chrono::floor<days>(wanted - seconds(1));
  const Date moved = rolled(date, roll, rule.site.holidays);
  occurrence.provisional = is_provisional(date, roll, rule.site.holidays);
  if (moved == date) return;
  // Never before the end of the first day, or the obligation would vanish.
  const Instant first_day = zone.end_of(zone.date_of(occurrence.start));
  occurrence.due =
      std::max(zone.instant_of(wanted + (moved - date)), std::min(first_day, occurrence.due));
}

}  // namespace

CalendarRule calendar_rule(const ScheduleVersion& version, const SiteCalendar& site) {
  return {slot_grid(version.cycle, version.schedule, site.fiscal_year_start, site.week_start),
          version.schedule, site};
}

std::optional<Occurrence> occurrence_at(const CalendarRule& rule, std::int64_t index) {
  const Zone& zone = rule.site.zone;
  const Instant slot_start_at = zone.instant_of(slot_start(rule.grid, index));
  Occurrence it;
  it.slot_end = zone.instant_of(slot_start(rule.grid, index + 1));
  if (slot_start_at >= it.slot_end) return std::nullopt;

  if (rule.schedule.arrears) {
    it.start = it.slot_end;
    it.due = it.unrolled_due = plus(it.slot_end, *rule.schedule.arrears, zone);
    roll_due(rule, civil(it.due, zone), it);
  } else {
    const LocalTime wanted = civil_due(rule.grid, rule.schedule.due, index);
    it.start =
        rule.grid.slots.empty() ? slot_start_at : zone.instant_of(written_from(rule.grid, index));
    it.due = it.unrolled_due = zone.instant_of(wanted);
    if (it.start >= it.due) return std::nullopt;
    roll_due(rule, wanted, it);
  }
  it.open = minus(it.start, rule.schedule.early, zone);
  it.overdue = plus(it.due, rule.schedule.grace, zone);
  return it;
}

Instant due_from(const CalendarRule& rule, const Occurrence& occurrence) {
  const auto lead = rule.schedule.lead ? rule.schedule.lead : default_lead(rule.grid.cycle);
  if (!lead) return occurrence.open;
  return std::max(occurrence.open, minus(occurrence.due, *lead, rule.site.zone));
}

}  // namespace opsctl
