// How long a slot of a cycle is, and what follows from that alone.
#pragma once

#include <optional>

#include "base/time.h"
#include "model/cycle.h"
#include "model/duration.h"

namespace opsctl {

/// The nominal length of a slot: `months` or `days` (the other is 0), divided into `parts`.
struct SlotLength {
  int months = 0;
  int days = 0;
  int parts = 1;
};

/// Of a frequency. A week is 7 days, a quarter 3 months, a year 12.
SlotLength slot_length(const Cycle& cycle);

/// The default of `lead` (spec schedule.md 5); nothing: the whole slot.
std::optional<Duration> default_lead(const Cycle& cycle);

/// Not shorter than the slot, a month counting as a twelfth of 365 days where it must be compared
/// with days.
bool fills_slot(const Duration& duration, const SlotLength& slot);

/// The interval of rolling mode; nothing where it is not a whole number of days or months.
struct Interval {
  int months = 0;
  int days = 0;
};
std::optional<Interval> rolling_interval(const Cycle& cycle);

/// `count` intervals after `date`.
Date add_intervals(Date date, const Interval& interval, int count);

}  // namespace opsctl
