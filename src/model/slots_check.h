// The part of check_schedule() that is about how a period is divided and when its slots are due.
#pragma once

#include <vector>

#include "model/schedule_check.h"

namespace opsctl {

/// For calendar mode.
void check_slots(const Cycle& cycle, const Schedule& schedule, MonthDay fiscal_year_start,
                 std::vector<ScheduleProblem>& problems);

}  // namespace opsctl
