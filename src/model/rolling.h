// Every value on the way to the due date of a rolling item (spec schedule.md 11), for its state and
// for those who want to know how it comes about.
#pragma once

#include <optional>

#include "model/cycle_length.h"
#include "model/standing.h"

namespace opsctl {

struct RollingSteps {
  Interval interval;
  Instant from{};                           // of the version in force
  std::optional<Date> base = {};            // B; nothing: neither an execution nor a seed
  int count = 1;                            // c
  std::optional<Date> last = {};            // local date of the last execution, or the seed
  std::optional<Date> unrolled = {};        // B ⊕ c · interval
  std::optional<Instant> by_cycle = {};     // the end of that date, rolled
  std::optional<Instant> valid_until = {};  // V'
  std::optional<Instant> by_expiry = {};    // V' ⊖ margin
  std::optional<Date> moved_to = {};        // by a waiver since the last execution
  Instant earliest{};                       // not due before the end of the first day
  Instant before_suspension{};
  Instant due{};
  Duration lead;
  Instant due_from{};
  Instant overdue_at{};
  bool provisional = false;
};

RollingSteps rolling_steps(const Inquiry& inquiry);

}  // namespace opsctl
