#include "model/holidays.h"

#include <algorithm>

namespace opsctl {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

Date next_business_day(Date date, int step, const Holidays& holidays) {
  while (!is_business_day(date, holidays)) date += days(step);
  return date;
}

auto month_of(Date date) {
  const year_month_day parts(date);
  return parts.year() / parts.month();
}

}  // namespace

bool is_business_day(Date date, const Holidays& holidays) {
  const std::chrono::weekday weekday(date);
  if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
  const year_month_day parts(date);
  const auto month = static_cast<unsigned>(parts.month());
  const auto day = static_cast<unsigned>(parts.day());
  if ((month == 12 && day >= 29) || (month == 1 && day <= 3)) return false;
  return !holidays.days.contains(date);
}

Date rolled(Date date, Roll roll, const Holidays& holidays) {
  if (roll == Roll::none) return date;
  if (roll == Roll::preceding) return next_business_day(date, -1, holidays);
  const Date following = next_business_day(date, 1, holidays);
  if (roll == Roll::modified && month_of(following) != month_of(date))
    return next_business_day(date, -1, holidays);
  return following;
}

bool is_covered(Date date, const Holidays& holidays) {
  return holidays.covers_until && date <= *holidays.covers_until;
}

bool is_provisional(Date date, Roll roll, const Holidays& holidays) {
  if (roll == Roll::none) return false;
  Date last_seen = std::max(date, rolled(date, roll, holidays));
  // Where modified went back, it had looked to the end of the month first.
  if (roll == Roll::modified && rolled(date, roll, holidays) < date)
    last_seen = Date(month_of(date) / std::chrono::last);
  return !is_covered(last_seen, holidays);
}

Date add_business_days(Date date, int count, const Holidays& holidays) {
  for (; count > 0; --count) date = next_business_day(date + days(1), 1, holidays);
  return date;
}

}  // namespace opsctl
