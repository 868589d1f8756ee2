// How an item stands, by mode: the parts that evaluate() of due.h puts together.
#pragma once

#include <span>

#include "model/due.h"

namespace opsctl {

/// What a mode needs to know. `facts` are those up to `now`, in the order of (performed_at, seq).
struct Inquiry {
  const Timetable& timetable;
  const SiteCalendar& site;
  std::span<const Execution> facts;
  Instant now;
  std::size_t version;  // of the timetable, in force at `now`
};

/// Each fills in all but mode, last_done and the warning future-execution.
Standing calendar_standing(const Inquiry& inquiry);
Standing rolling_standing(const Inquiry& inquiry);

}  // namespace opsctl
