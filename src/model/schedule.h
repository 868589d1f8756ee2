// What a runbook says of its schedule: the keys of spec schedule.md 13, as values. What follows
// from them is in occurrence.h and due.h.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "model/cycle.h"
#include "model/duration.h"
#include "model/holidays.h"

namespace opsctl {

enum class Mode { calendar, rolling, on_demand, continuous };

using TimeOfDay = std::chrono::seconds;   // since midnight, 0 to 24 h
using MonthDay = std::chrono::month_day;  // 02-29 clamps in other years

struct WeekdayTime {  // "fri 17:00"; without a time, the end of the day
  std::chrono::weekday day;
  std::optional<TimeOfDay> time;

  friend bool operator==(const WeekdayTime&, const WeekdayTime&) = default;
};

struct DayOfMonth {
  int day = 0;  // 1 to 31, clamped to the month; 0 is "last"

  friend bool operator==(const DayOfMonth&, const DayOfMonth&) = default;
};

/// `due:` of a calendar item; a date means the end of that date.
using Deadline = std::variant<TimeOfDay, WeekdayTime, DayOfMonth, MonthDay>;

/// One of `slots:`, as times (unit D) or month-days (unit Y).
struct Slot {
  std::string name;
  std::variant<TimeOfDay, MonthDay> from;
  std::variant<TimeOfDay, MonthDay> due;

  friend bool operator==(const Slot&, const Slot&) = default;
};

/// Which days a daily item is owed on.
struct DayFilter {
  std::array<bool, 7> weekdays = {true, true, true, true, true, true, true};  // [0] is Sunday
  bool business_only = false;

  friend bool operator==(const DayFilter&, const DayFilter&) = default;
};

enum class CatchUp { coalesce, each };

struct Suspension {
  Date from;
  Date to;  // the first day on which work is owed again
  std::string reason;

  friend bool operator==(const Suspension&, const Suspension&) = default;
};

/// The keys under `schedule:` that belong to one version of an item.
struct Schedule {
  std::optional<Mode> mode;  // as written; mode_of() has the default
  std::optional<Date> anchor;
  std::vector<Slot> slots;
  std::optional<Deadline> due;
  std::optional<Duration> arrears;
  DayFilter days;
  Roll roll = Roll::none;
  std::optional<Duration> lead;  // nothing: by slot length
  Duration grace;
  Duration early;
  CatchUp catch_up = CatchUp::coalesce;
  std::optional<int> tolerance_days;
  Duration margin;
  std::optional<Date> last_done;
  std::optional<Duration> within;     // on demand
  std::optional<Duration> max_shift;  // 24H

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// A cycle and its schedule, in force from `effective_from` to the next version's.
struct ScheduleVersion {
  std::optional<Date> effective_from;  // nothing: the item's, else the catalogue's
  Cycle cycle;
  Schedule schedule;

  friend bool operator==(const ScheduleVersion&, const ScheduleVersion&) = default;
};

/// All that decides when an item is due, but for the history.
struct Timetable {
  std::vector<ScheduleVersion> versions;  // at least one, ascending
  std::optional<Date> effective_until;
  std::vector<Suspension> suspensions;

  friend bool operator==(const Timetable&, const Timetable&) = default;
};

/// The mode written, else: 24H continuous, 随時 on demand, k = 1 calendar, k ≥ 2 rolling.
Mode mode_of(const Cycle& cycle, const Schedule& schedule);

}  // namespace opsctl
