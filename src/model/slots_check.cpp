#include "model/slots_check.h"

#include "base/messages/schedule.h"
#include "model/slot_grid.h"

namespace opsctl {
namespace {

using Problems = std::vector<ScheduleProblem>;

/// So many periods show every weekday and a leap year.
constexpr std::int64_t kPeriodsToTry = 8;

bool has_right_values(const Cycle& cycle, const std::vector<Slot>& slots) {
  const std::size_t wanted = cycle.unit == Cycle::Unit::day ? 0 : 1;  // of the variants
  for (const Slot& slot : slots) {
    if (slot.from.index() != wanted || slot.due.index() != wanted) return false;
  }
  return true;
}

void check_order(const SlotGrid& grid, Problems& problems) {
  const std::int64_t n = grid.cycle.count;
  for (std::int64_t i = 0; i < kPeriodsToTry * n; ++i) {
    const bool last = (i + 1) % n == 0;
    const bool ordered = written_from(grid, i) < written_due(grid, i);
    const bool apart = last || written_due(grid, i) <= written_from(grid, i + 1);
    if (ordered && apart) continue;
    const int number = static_cast<int>(i % n) + 1;
    problems.push_back({"slots", Severity::error,
                        ordered ? say<messages::schedule_slots_overlap>(number, number + 1)
                                : say<messages::schedule_slot_reversed>(number),
                        say<messages::schedule_hint_slots>()});
    return;
  }
}

void check_inside(const SlotGrid& grid, const Schedule& schedule, Problems& problems) {
  for (std::int64_t i = 0; i < kPeriodsToTry * grid.cycle.count; ++i) {
    const LocalTime due = civil_due(grid, schedule.due, i);
    if (slot_start(grid, i) < due && due <= slot_start(grid, i + 1)) continue;
    const char* key = grid.slots.empty() ? "due" : "slots";
    problems.push_back(
        {key, Severity::warning, say<messages::schedule_due_outside_slot>(to_text(grid.cycle))});
    return;
  }
}

void check_uneven(const Cycle& cycle, Problems& problems) {
  if (cycle.unit == Cycle::Unit::year) {
    problems.push_back({"slots", Severity::error,
                        say<messages::schedule_slots_missing>(to_text(cycle)),
                        say<messages::schedule_hint_slots_missing>(cycle.count)});
  } else {
    problems.push_back({"cycle", Severity::error,
                        say<messages::schedule_cycle_uneven>(to_text(cycle)),
                        say<messages::schedule_hint_cycle_uneven>()});
  }
}

/// Answers whether the slots may be looked at more closely.
bool check_values(const Cycle& cycle, const std::vector<Slot>& slots, Problems& problems) {
  if (slots.size() != static_cast<std::size_t>(cycle.count)) {
    problems.push_back(
        {"slots", Severity::error,
         say<messages::schedule_slots_count>(slots.size(), to_text(cycle), cycle.count)});
    return false;
  }
  if (!has_right_values(cycle, slots)) {
    problems.push_back({"slots", Severity::error,
                        cycle.unit == Cycle::Unit::day
                            ? say<messages::schedule_slots_want_times>()
                            : say<messages::schedule_slots_want_dates>()});
    return false;
  }
  return true;
}

}  // namespace

void check_slots(const Cycle& cycle, const Schedule& schedule, MonthDay fiscal_year_start,
                 Problems& problems) {
  if (schedule.slots.empty() && !splits_evenly(cycle)) {
    check_uneven(cycle, problems);
    return;
  }
  const bool takes_slots = cycle.unit == Cycle::Unit::day || cycle.unit == Cycle::Unit::year;
  if (!schedule.slots.empty() && (!takes_slots || !check_values(cycle, schedule.slots, problems)))
    return;
  const SlotGrid grid = slot_grid(cycle, schedule, fiscal_year_start, std::chrono::Monday);
  if (schedule.roll != Roll::none && !has_date_deadlines(grid, schedule))
    problems.push_back({"roll", Severity::error,
                        say<messages::schedule_roll_within_day>(to_text(cycle)),
                        say<messages::schedule_hint_roll_within_day>()});
  const std::size_t errors = problems.size();
  if (!grid.slots.empty()) check_order(grid, problems);
  if (problems.size() == errors && !schedule.arrears) check_inside(grid, schedule, problems);
}

}  // namespace opsctl
