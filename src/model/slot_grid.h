// The periods and slots of a calendar cycle, as civil time (spec schedule.md 4). Slots are numbered
// through from the grid's origin: `index` = N · period + j, with j from 0.
#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "model/schedule.h"

namespace opsctl {

struct SlotGrid {
  Cycle cycle;
  Date origin;
  int months = 0;           // of a period; 0: it is counted in days
  int days = 0;             // of a period
  std::vector<Slot> slots;  // as written; empty: the even split
};

SlotGrid slot_grid(const Cycle& cycle, const Schedule& schedule, MonthDay fiscal_year_start,
                   std::chrono::weekday week_start);

/// The first day of a period.
Date period_start(const SlotGrid& grid, std::int64_t period);
std::int64_t period_of(const SlotGrid& grid, std::int64_t index);

/// L(k, j): where the nominal slot begins; it ends where the next one begins.
LocalTime slot_start(const SlotGrid& grid, std::int64_t index);

/// `from` and `due` of the written slot, which may lie within the nominal one.
LocalTime written_from(const SlotGrid& grid, std::int64_t index);
LocalTime written_due(const SlotGrid& grid, std::int64_t index);

/// U: when the slot is due in civil time, before `roll`: as written in `slots` or `due`, else at
/// its end. A deadline recurs; its first moment after the slot's start is meant.
LocalTime civil_due(const SlotGrid& grid, const std::optional<Deadline>& due, std::int64_t index);

/// The period of a date, or the one beside it: by division, whatever the distance to the origin.
std::int64_t period_near(const SlotGrid& grid, Date date);

/// The nominal slot that contains an instant.
std::int64_t slot_at(const SlotGrid& grid, Instant instant, const Zone& zone);

/// Whether deadlines are dates, so that `roll` can move them: not where slots end within a day, nor
/// where `arrears` counts hours.
bool has_date_deadlines(const SlotGrid& grid, const Schedule& schedule);

/// The first such date on or after `date`; 02-29 is 02-28 in other years than leap years.
Date first_on_or_after(MonthDay day, Date date);

/// Otherwise the slots must be written (spec schedule.md 4).
bool splits_evenly(const Cycle& cycle);

}  // namespace opsctl
