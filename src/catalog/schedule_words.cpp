#include "catalog/schedule_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace opsctl {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"sun", "mon", "tue", "wed",
                                                       "thu", "fri", "sat"};

std::optional<WeekdayTime> parse_weekday_time(std::string_view text) {
  const std::size_t space = text.find(' ');
  const auto day = parse_weekday(text.substr(0, space));
  if (!day) return std::nullopt;
  if (space == std::string_view::npos) return WeekdayTime{*day, std::nullopt};
  const auto time = parse_time_of_day(text.substr(space + 1));
  if (!time) return std::nullopt;
  return WeekdayTime{*day, time};
}

}  // namespace

std::optional<MonthDay> parse_month_day(std::string_view text) {
  if (text.size() != 5) return std::nullopt;
  const auto date = parse_date("2000-" + std::string(text));  // a leap year
  if (!date) return std::nullopt;
  const std::chrono::year_month_day day(*date);
  return day.month() / day.day();
}

std::optional<std::chrono::weekday> parse_weekday(std::string_view text) {
  const auto* found = std::ranges::find(kWeekdays, text);
  if (found == kWeekdays.end()) return std::nullopt;
  return std::chrono::weekday(static_cast<unsigned>(found - kWeekdays.begin()));
}

std::optional<Deadline> parse_deadline(std::string_view text) {
  if (text == "last") return DayOfMonth{0};
  if (const auto day = parse_count(text); day && *day >= 1 && *day <= 31) return DayOfMonth{*day};
  if (const auto day = parse_month_day(text)) return *day;
  if (const auto time = parse_time_of_day(text)) return *time;
  if (const auto time = parse_weekday_time(text)) return *time;
  return std::nullopt;
}

std::optional<std::variant<TimeOfDay, MonthDay>> parse_slot_end(std::string_view text) {
  if (const auto day = parse_month_day(text)) return *day;
  if (const auto time = parse_time_of_day(text)) return *time;
  return std::nullopt;
}

std::optional<Duration> parse_plain_duration(std::string_view text) {
  const auto duration = parse_duration(text);
  if (duration && duration->unit == Duration::Unit::business_day) return std::nullopt;
  return duration;
}

std::optional<int> parse_days(std::string_view text) {
  const auto duration = parse_duration(text);
  if (!duration) return std::nullopt;
  if (duration->unit == Duration::Unit::day) return duration->count;
  if (duration->unit == Duration::Unit::week) return duration->count * 7;
  return std::nullopt;
}

}  // namespace opsctl
