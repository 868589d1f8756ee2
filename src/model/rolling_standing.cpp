// Rolling mode (spec schedule.md 11): the next due date counts from the last execution.
#include <algorithm>
#include <cstdlib>

#include "model/owed.h"
#include "model/rolling.h"

namespace opsctl {
namespace {

using std::chrono::days;

constexpr Duration kShortLead{1, Duration::Unit::day};  // where the default is the whole slot

const ScheduleVersion& version_of(const Inquiry& inquiry) {
  return inquiry.timetable.versions[inquiry.version];
}

Instant as_instant(const std::variant<Date, Instant>& until, const Zone& zone) {
  if (const auto* date = std::get_if<Date>(&until)) return zone.end_of(*date);
  return std::get<Instant>(until);
}

/// On the grid the count goes on; off it the execution is the new base.
void add_execution(const Execution& fact, const Inquiry& inquiry, RollingSteps& steps) {
  const Schedule& schedule = version_of(inquiry).schedule;
  const Zone& zone = inquiry.site.zone;
  const Date date = zone.date_of(fact.performed_at);
  const bool on_grid =
      steps.base && schedule.tolerance_days &&
      std::chrono::abs(date - add_intervals(*steps.base, steps.interval, steps.count)) <=
          days(*schedule.tolerance_days);
  if (on_grid) {
    ++steps.count;
  } else {
    steps.base = date;
    steps.count = 1;
  }
  steps.last = date;
  steps.moved_to = std::nullopt;
  steps.valid_until = std::nullopt;
  if (fact.valid_until) steps.valid_until = as_instant(*fact.valid_until, zone);
}

void fold(const Inquiry& inquiry, RollingSteps& steps) {
  steps.base = version_of(inquiry).schedule.last_done;
  steps.last = steps.base;
  for (const Execution& fact : inquiry.known.executions) {
    if (fact.kind == Execution::Kind::done)
      add_execution(fact, inquiry, steps);
    else if (fact.until)
      steps.moved_to = fact.until;
  }
}

/// By the cycle alone. Rolled back, it is not before the end of the first day.
void count_from_base(const Inquiry& inquiry, RollingSteps& steps) {
  const Zone& zone = inquiry.site.zone;
  const Roll roll = version_of(inquiry).schedule.roll;
  const Date date = add_intervals(*steps.base, steps.interval, steps.count);
  const Date moved = rolled(date, roll, inquiry.site.holidays);
  steps.unrolled = date;
  steps.by_cycle = zone.end_of(moved < date ? std::max(moved, std::min(date, *steps.last)) : moved);
}

Instant due_before_suspension(const Inquiry& inquiry, RollingSteps& steps) {
  const Zone& zone = inquiry.site.zone;
  if (!steps.base && !steps.moved_to)
    return zone.end_of(add_intervals(zone.date_of(steps.from), steps.interval, 1));
  if (steps.base) count_from_base(inquiry, steps);
  if (steps.valid_until)
    steps.by_expiry = minus(*steps.valid_until, version_of(inquiry).schedule.margin, zone);
  if (steps.moved_to) return std::max(zone.end_of(*steps.moved_to), steps.earliest);
  const Instant due =
      steps.by_expiry ? std::min(*steps.by_cycle, *steps.by_expiry) : *steps.by_cycle;
  return std::max(due, steps.earliest);
}

Instant postponed(const Inquiry& inquiry, Instant due) {
  const Zone& zone = inquiry.site.zone;
  std::vector<std::pair<Instant, Instant>> suspensions;
  for (const Suspension& suspension : inquiry.timetable.suspensions)
    suspensions.emplace_back(zone.start_of(suspension.from), zone.start_of(suspension.to));
  std::ranges::sort(suspensions);
  for (const auto& suspension : suspensions) {
    if (due >= suspension.first && due < suspension.second) due = suspension.second;
  }
  return due;
}

ItemState state_of(const RollingSteps& steps, Instant now) {
  if (now >= steps.overdue_at) return ItemState::overdue;
  if (now >= steps.due) return ItemState::late;
  return now >= steps.due_from ? ItemState::due : ItemState::done;
}

}  // namespace

RollingSteps rolling_steps(const Inquiry& inquiry) {
  const Zone& zone = inquiry.site.zone;
  const ScheduleVersion& version = version_of(inquiry);
  RollingSteps steps;
  steps.interval = rolling_interval(version.cycle).value_or(Interval{0, 1});
  steps.from = version_from(inquiry.timetable, inquiry.site, inquiry.version);
  steps.earliest = zone.end_of(zone.date_of(steps.from));
  fold(inquiry, steps);
  steps.before_suspension = due_before_suspension(inquiry, steps);
  steps.due = postponed(inquiry, steps.before_suspension);
  steps.lead = version.schedule.lead.value_or(default_lead(version.cycle).value_or(kShortLead));
  steps.due_from = steps.base ? minus(steps.due, steps.lead, zone) : steps.from;
  steps.overdue_at = plus(steps.due, version.schedule.grace, zone);
  steps.provisional = steps.by_cycle && steps.due == *steps.by_cycle &&
                      is_provisional(*steps.unrolled, version.schedule.roll, inquiry.site.holidays);
  return steps;
}

Standing rolling_standing(const Inquiry& inquiry) {
  const RollingSteps steps = rolling_steps(inquiry);
  Standing result;
  result.key = kRollingKey;
  result.due = steps.due;
  result.due_from = steps.due_from;
  result.overdue_at = steps.overdue_at;
  result.state = state_of(steps, inquiry.now);
  result.outstanding = result.state == ItemState::overdue ? 1 : 0;
  if (!steps.base) result.reason = StateReason::no_baseline;
  if (steps.provisional) result.warnings.push_back(DueWarning::holidays_provisional);
  if (steps.valid_until && inquiry.now >= *steps.valid_until)
    result.warnings.push_back(DueWarning::expired);
  return result;
}

}  // namespace opsctl
