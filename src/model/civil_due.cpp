// What `due:` means in a slot (spec schedule.md 5).
#include "model/slot_grid.h"

namespace opsctl {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

LocalTime end_of(Date date) { return LocalTime(date + days(1)); }

Date clamped(std::chrono::year_month month, int day) {
  const auto date = month / std::chrono::day(static_cast<unsigned>(day));
  return day != 0 && date.ok() ? Date(date) : Date(month / std::chrono::last);
}

/// The first moment that a written deadline names after `start`.
struct FirstAfter {
  LocalTime start;

  Date date() const { return std::chrono::floor<days>(start); }

  LocalTime operator()(TimeOfDay time) const {
    const LocalTime today = LocalTime(date()) + time;
    return today > start ? today : today + days(1);
  }
  LocalTime operator()(const WeekdayTime& weekday) const {
    const Date day = date() + (weekday.day - std::chrono::weekday(date()));
    if (!weekday.time) return end_of(day);
    const LocalTime moment = LocalTime(day) + *weekday.time;
    return moment > start ? moment : moment + days(7);
  }
  LocalTime operator()(DayOfMonth day) const {
    const year_month_day first(date());
    const auto month = first.year() / first.month();
    const Date in_month = clamped(month, day.day);
    return end_of(in_month >= date() ? in_month : clamped(month + std::chrono::months(1), day.day));
  }
  LocalTime operator()(MonthDay day) const { return end_of(first_on_or_after(day, date())); }
};

}  // namespace

LocalTime civil_due(const SlotGrid& grid, const std::optional<Deadline>& due, std::int64_t index) {
  if (!grid.slots.empty()) return written_due(grid, index);
  if (!due || grid.cycle.count != 1) return slot_start(grid, index + 1);
  return std::visit(FirstAfter{slot_start(grid, index)}, *due);
}

}  // namespace opsctl
