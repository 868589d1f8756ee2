// The single values of `schedule:`: deadlines, days, durations.
#pragma once

#include <optional>
#include <string_view>

#include "model/schedule.h"

namespace opsctl {

/// "04-01"; 02-29 is allowed.
std::optional<MonthDay> parse_month_day(std::string_view text);

/// "mon" to "sun".
std::optional<std::chrono::weekday> parse_weekday(std::string_view text);

/// "18:00", "fri 17:00", "fri", "31", "last", "04-30".
std::optional<Deadline> parse_deadline(std::string_view text);

/// One end of a slot: "12:00" or "10-01".
std::optional<std::variant<TimeOfDay, MonthDay>> parse_slot_end(std::string_view text);

/// A duration but for business days.
std::optional<Duration> parse_plain_duration(std::string_view text);

/// "3d", "2w": whole days.
std::optional<int> parse_days(std::string_view text);

}  // namespace opsctl
