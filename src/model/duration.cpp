#include "model/duration.h"

#include <array>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace opsctl {
namespace {

using std::chrono::days;
using Unit = Duration::Unit;

struct UnitWords {
  Unit unit;
  std::string_view word;
  int most;  // about a hundred years: beyond that it is a slip, and civil time would overflow
};

constexpr std::array<UnitWords, 7> kUnits = {{{Unit::minute, "min", 52'560'000},
                                              {Unit::hour, "h", 876'000},
                                              {Unit::day, "d", 36'500},
                                              {Unit::week, "w", 5'200},
                                              {Unit::month, "mo", 1'200},
                                              {Unit::year, "y", 100},
                                              {Unit::business_day, "BD", 10'000}}};

/// `count` calendar units after `local`; the time of day stays.
LocalTime stepped(LocalTime local, Unit unit, int count) {
  const Date date = std::chrono::floor<days>(local);
  const auto time = local - date;
  switch (unit) {
    case Unit::day:
      return local + days(count);
    case Unit::week:
      return local + days(7 * count);
    case Unit::month:
      return LocalTime(add_months(date, count)) + time;
    case Unit::year:
      return LocalTime(add_months(date, 12 * count)) + time;
    default:
      throw std::logic_error("a duration in business days has no calendar step");
  }
}

Instant shifted(Instant instant, Unit unit, int count, const Zone& zone) {
  // Through local time and back, the second pass of an overlap would become the first.
  if (count == 0) return instant;
  if (unit == Unit::minute) return instant + std::chrono::minutes(count);
  if (unit == Unit::hour) return instant + std::chrono::hours(count);
  return zone.instant_of(stepped(zone.local(instant), unit, count));
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789");
  if (end == std::string_view::npos) return std::nullopt;
  const auto count = parse_count(text.substr(0, end));
  for (const UnitWords& words : kUnits) {
    if (words.word == text.substr(end) && count && *count <= words.most)
      return Duration{*count, words.unit};
  }
  return std::nullopt;
}

std::string to_text(const Duration& duration) {
  for (const UnitWords& words : kUnits) {
    if (words.unit == duration.unit) return fmt::format("{}{}", duration.count, words.word);
  }
  return {};
}

Date add_months(Date date, int months) {
  const std::chrono::year_month_day from(date);
  const auto month = from.year() / from.month() + std::chrono::months(months);
  const auto to = month / from.day();
  return to.ok() ? Date(to) : Date(month / std::chrono::last);
}

Instant plus(Instant instant, const Duration& duration, const Zone& zone) {
  return shifted(instant, duration.unit, duration.count, zone);
}

Instant minus(Instant instant, const Duration& duration, const Zone& zone) {
  return shifted(instant, duration.unit, -duration.count, zone);
}

}  // namespace opsctl
