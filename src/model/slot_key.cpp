#include "model/slot_key.h"

#include <fmt/format.h>

#include "base/text.h"

namespace opsctl {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

int year_of(Date date) { return static_cast<int>(year_month_day(date).year()); }

/// ISO 8601: a week belongs to the year of its Thursday.
std::string iso_week(Date monday) {
  const Date thursday = monday + days(3);
  const int year = year_of(thursday);
  const Date new_year(std::chrono::year(year) / 1 / 1);
  return fmt::format("{:04}-W{:02}", year, (thursday - new_year).count() / 7 + 1);
}

/// The quarters are counted from the fiscal year of 2000, the grid's origin.
std::string quarter_key(std::int64_t period) {
  const std::int64_t year = 2000 + (period >= 0 ? period / 4 : (period - 3) / 4);
  return fmt::format("FY{}Q{}", year, period - (year - 2000) * 4 + 1);
}

std::string period_key(const SlotGrid& grid, std::int64_t period) {
  const Date start = period_start(grid, period);
  if (grid.cycle.every > 1)
    return fmt::format("{}/{}{}", to_text(start), grid.cycle.every, unit_letter(grid.cycle.unit));
  switch (grid.cycle.unit) {
    case Cycle::Unit::day:
      return to_text(start);
    case Cycle::Unit::week:
      return std::chrono::weekday(start) == std::chrono::Monday ? iso_week(start)
                                                                : "W" + to_text(start);
    case Cycle::Unit::month:
      return to_text(start).substr(0, 7);
    case Cycle::Unit::quarter:
      return quarter_key(period);
    case Cycle::Unit::year:
      break;
  }
  return fmt::format("FY{}", year_of(start));
}

bool has_halves(const Cycle& cycle) {
  return cycle.unit == Cycle::Unit::year && cycle.every == 1 && cycle.count == 2;
}

std::optional<Date> new_year(std::string_view year) {
  return parse_date(std::string(year) + "-01-01");
}

/// "2026-W47"
std::optional<Date> monday_of(std::string_view key) {
  const auto january = new_year(key.substr(0, 4));
  if (!january || key.size() != 8 || key.substr(4, 2) != "-W") return std::nullopt;
  const int week = (key[6] - '0') * 10 + (key[7] - '0');
  return *january + days(7 * (week - 1));
}

/// A date in or beside the period that the key speaks of.
std::optional<Date> date_near(const SlotGrid& grid, std::string_view key) {
  if (key.starts_with("FY")) {
    const auto january = new_year(key.substr(2, 4));
    if (!january) return std::nullopt;
    const Date start = first_on_or_after(
        {year_month_day(grid.origin).month(), year_month_day(grid.origin).day()}, *january);
    const bool quarter = key.size() > 7 && key[6] == 'Q';
    return quarter ? add_months(start, 3 * (key[7] - '1')) : start;
  }
  if (key.starts_with("W")) return parse_date(key.substr(1, 10));
  if (const auto date = parse_date(key.substr(0, 10))) return date;
  if (const auto monday = monday_of(key.substr(0, 8))) return monday;
  return parse_date(std::string(key.substr(0, 7)) + "-28");
}

/// j, as the end of the key has it.
std::int64_t part_of(const SlotGrid& grid, std::string_view key) {
  if (has_halves(grid.cycle)) return key.ends_with("H2") ? 1 : 0;
  const std::size_t hash = key.find('#');
  if (hash == std::string_view::npos) return 0;
  return parse_count(key.substr(hash + 1)).value_or(0) - 1;
}

}  // namespace

std::string slot_key(const SlotGrid& grid, std::int64_t index) {
  const std::int64_t period = period_of(grid, index);
  const std::int64_t part = index - period * grid.cycle.count + 1;
  std::string key = period_key(grid, period);
  if (grid.cycle.count == 1) return key;
  return fmt::format("{}{}{}", key, has_halves(grid.cycle) ? "H" : "#", part);
}

std::optional<std::int64_t> find_slot(const SlotGrid& grid, std::string_view key) {
  const auto date = date_near(grid, key);
  const std::int64_t part = part_of(grid, key);
  if (!date || part < 0 || part >= grid.cycle.count) return std::nullopt;
  const std::int64_t near = period_near(grid, *date);
  for (std::int64_t period = near - 1; period <= near + 1; ++period) {
    const std::int64_t index = period * grid.cycle.count + part;
    if (slot_key(grid, index) == key) return index;
  }
  return std::nullopt;
}

}  // namespace opsctl
