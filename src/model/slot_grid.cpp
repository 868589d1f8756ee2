#include "model/slot_grid.h"

#include "model/cycle_length.h"

namespace opsctl {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::int64_t kDay = 86400;

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - static_cast<std::int64_t>(a % b < 0);
}

Date in_year(MonthDay day, year in) {
  const year_month_day date = in / day;
  return date.ok() ? Date(date) : Date(in / day.month() / std::chrono::last);
}

Date default_origin(const Cycle& cycle, MonthDay fiscal_year_start,
                    std::chrono::weekday week_start) {
  const Date millennium(year(2000) / 1 / 1);
  switch (cycle.unit) {
    case Cycle::Unit::week:
      return millennium + (week_start - std::chrono::weekday(millennium));
    case Cycle::Unit::quarter:
    case Cycle::Unit::year:
      return in_year(fiscal_year_start, year(2000));
    default:
      return millennium;
  }
}

/// 上旬・中旬・下旬 and the like: a month counts as 30 days.
bool splits_month(const Cycle& cycle) {
  return cycle.unit == Cycle::Unit::month && cycle.every == 1 && cycle.count >= 2 &&
         cycle.count <= 14;
}

/// The day (unit D) or the year (unit Y) within the period in which the slot begins; what is
/// written in slots counts from there.
Date base_of_slot(const SlotGrid& grid, std::int64_t index) {
  const std::int64_t unit = floor_div(index * grid.cycle.every, grid.cycle.count);
  if (grid.months == 0) return grid.origin + days(unit * (grid.days / grid.cycle.every));
  return add_months(grid.origin, static_cast<int>(unit * (grid.months / grid.cycle.every)));
}

const Slot& written_slot(const SlotGrid& grid, std::int64_t index) {
  const auto j = index - period_of(grid, index) * grid.cycle.count;
  return grid.slots[static_cast<std::size_t>(j)];
}

}  // namespace

bool splits_evenly(const Cycle& cycle) {
  const SlotLength slot = slot_length(cycle);
  return slot.months % slot.parts == 0 || splits_month(cycle);
}

SlotGrid slot_grid(const Cycle& cycle, const Schedule& schedule, MonthDay fiscal_year_start,
                   std::chrono::weekday week_start) {
  const bool own_origin = schedule.anchor && cycle.unit != Cycle::Unit::quarter;
  const Date origin =
      own_origin ? *schedule.anchor : default_origin(cycle, fiscal_year_start, week_start);
  const SlotLength whole = slot_length(cycle);
  const bool has_slots = schedule.slots.size() == static_cast<std::size_t>(cycle.count);
  return {cycle, origin, whole.months, whole.days,
          has_slots ? schedule.slots : std::vector<Slot>()};
}

std::int64_t period_of(const SlotGrid& grid, std::int64_t index) {
  return floor_div(index, grid.cycle.count);
}

Date period_start(const SlotGrid& grid, std::int64_t period) {
  if (grid.months == 0) return grid.origin + days(grid.days * period);
  return add_months(grid.origin, static_cast<int>(grid.months * period));
}

LocalTime slot_start(const SlotGrid& grid, std::int64_t index) {
  const std::int64_t period = period_of(grid, index);
  const std::int64_t n = grid.cycle.count;
  const std::int64_t j = index - period * n;
  const Date start = period_start(grid, period);
  if (j == 0) return LocalTime(start);
  if (grid.months == 0) return LocalTime(start) + seconds(kDay * (grid.days * j) / n);
  if (splits_month(grid.cycle)) return LocalTime(start) + days(30 * j / n);
  if (!splits_evenly(grid.cycle) && !grid.slots.empty()) return written_from(grid, index);
  return LocalTime(
      add_months(grid.origin, static_cast<int>(grid.months * period + grid.months * j / n)));
}

LocalTime written_from(const SlotGrid& grid, std::int64_t index) {
  const Date base = base_of_slot(grid, index);
  const auto& from = written_slot(grid, index).from;
  if (const auto* time = std::get_if<TimeOfDay>(&from)) return LocalTime(base) + *time;
  return LocalTime(first_on_or_after(std::get<MonthDay>(from), base));
}

LocalTime written_due(const SlotGrid& grid, std::int64_t index) {
  const Date base = base_of_slot(grid, index);
  const auto& due = written_slot(grid, index).due;
  if (const auto* time = std::get_if<TimeOfDay>(&due)) return LocalTime(base) + *time;
  return LocalTime(first_on_or_after(std::get<MonthDay>(due), base) + days(1));
}

std::int64_t period_near(const SlotGrid& grid, Date date) {
  if (grid.months == 0) return floor_div((date - grid.origin).count(), grid.days);
  const year_month_day from(grid.origin);
  const year_month_day to(date);
  const auto months = (to.year() / to.month()) - (from.year() / from.month());
  return floor_div(months.count(), grid.months);
}

std::int64_t slot_at(const SlotGrid& grid, Instant instant, const Zone& zone) {
  std::int64_t period = period_near(grid, zone.date_of(instant));
  while (zone.start_of(period_start(grid, period + 1)) <= instant) ++period;
  while (zone.start_of(period_start(grid, period)) > instant) --period;

  std::int64_t low = period * grid.cycle.count;  // begins at or before `instant`
  std::int64_t high = low + grid.cycle.count;    // begins after it
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (zone.instant_of(slot_start(grid, middle)) <= instant ? low : high) = middle;
  }
  return low;
}

bool has_date_deadlines(const SlotGrid& grid, const Schedule& schedule) {
  if (schedule.arrears && (schedule.arrears->unit == Duration::Unit::minute ||
                           schedule.arrears->unit == Duration::Unit::hour))
    return false;
  if (grid.months != 0 || grid.cycle.count == 1) return true;
  return grid.slots.empty() && grid.days % grid.cycle.count == 0;
}

Date first_on_or_after(MonthDay day, Date date) {
  const year in = year_month_day(date).year();
  const Date this_year = in_year(day, in);
  return this_year >= date ? this_year : in_year(day, in + std::chrono::years(1));
}

}  // namespace opsctl
