#include "model/cycle_length.h"

#include <cstdint>

namespace opsctl {
namespace {

using Unit = Duration::Unit;

bool lasts_at_most_days(const SlotLength& slot, int days) {
  return slot.months * 30 + slot.days <= days * slot.parts;
}

/// The longest months count, where a slot is counted in days: 31, 92, 366.
bool lasts_at_most(const SlotLength& slot, int months, int days) {
  return slot.days != 0 ? slot.days <= days * slot.parts : slot.months <= months * slot.parts;
}

constexpr std::int64_t kMonthSeconds = 365LL * 86400 / 12;

int months_in(const Duration& duration) {
  if (duration.unit == Unit::month) return duration.count;
  return duration.unit == Unit::year ? 12 * duration.count : 0;
}

std::int64_t seconds_in(const Duration& duration) {
  switch (duration.unit) {
    case Unit::minute:
      return 60LL * duration.count;
    case Unit::hour:
      return 3600LL * duration.count;
    case Unit::week:
      return 7 * 86400LL * duration.count;
    case Unit::month:
    case Unit::year:
      return kMonthSeconds * months_in(duration);
    default:
      return 86400LL * duration.count;
  }
}

}  // namespace

SlotLength slot_length(const Cycle& cycle) {
  const int k = cycle.every;
  switch (cycle.unit) {
    case Cycle::Unit::day:
      return {0, k, cycle.count};
    case Cycle::Unit::week:
      return {0, 7 * k, cycle.count};
    case Cycle::Unit::month:
      return {k, 0, cycle.count};
    case Cycle::Unit::quarter:
      return {3 * k, 0, cycle.count};
    case Cycle::Unit::year:
      break;
  }
  return {12 * k, 0, cycle.count};
}

std::optional<Duration> default_lead(const Cycle& cycle) {
  const SlotLength slot = slot_length(cycle);
  if (lasts_at_most_days(slot, 7)) return std::nullopt;
  if (lasts_at_most(slot, 1, 31)) return Duration{7, Unit::day};
  if (lasts_at_most(slot, 3, 92)) return Duration{14, Unit::day};
  if (lasts_at_most(slot, 12, 366)) return Duration{30, Unit::day};
  return Duration{90, Unit::day};
}

bool fills_slot(const Duration& duration, const SlotLength& slot) {
  const int months = months_in(duration);
  if (months != 0 && slot.months != 0)
    return static_cast<std::int64_t>(months) * slot.parts >= slot.months;
  const std::int64_t length = slot.months * kMonthSeconds + slot.days * 86400LL;
  return seconds_in(duration) * slot.parts >= length;
}

std::optional<Interval> rolling_interval(const Cycle& cycle) {
  const SlotLength slot = slot_length(cycle);
  if (slot.months % slot.parts != 0 || slot.days % slot.parts != 0) return std::nullopt;
  return Interval{slot.months / slot.parts, slot.days / slot.parts};
}

Date add_intervals(Date date, const Interval& interval, int count) {
  return add_months(date, interval.months * count) + std::chrono::days(interval.days * count);
}

}  // namespace opsctl
