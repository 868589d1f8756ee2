// Durations as runbooks write them: 15min, 6h, 3d, 2w, 1mo, 1y, 3BD (spec schedule.md 2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace opsctl {

/// Minutes and hours are elapsed time; the rest step the calendar in local time. Business days
/// (BD) are only for `within`.
struct Duration {
  enum class Unit { minute, hour, day, week, month, year, business_day };

  int count = 0;
  Unit unit = Unit::day;

  friend bool operator==(const Duration&, const Duration&) = default;
};

/// Nothing for any other text; there is no unit "m".
std::optional<Duration> parse_duration(std::string_view text);
std::string to_text(const Duration& duration);

/// n months later; the day is clamped to the last of the target month.
Date add_months(Date date, int months);

/// `instant` ⊕ or ⊖ `duration` (spec schedule.md 2). Business days are not allowed here.
Instant plus(Instant instant, const Duration& duration, const Zone& zone);
Instant minus(Instant instant, const Duration& duration, const Zone& zone);

}  // namespace opsctl
