// How much of an item's past decides how it stands: so that a long history costs nothing.
#pragma once

#include "model/due.h"

namespace opsctl {

/// Facts performed before this instant change nothing about how the item stands at `now`, apart
/// from those that name their occurrence, waivers, and watches. `last_done`: when the last
/// execution that counts was performed. Instant::min() where all facts count.
Instant facts_needed_from(const Timetable& timetable, const SiteCalendar& site, Instant now,
                          Instant last_done);

/// What only the facts themselves can say: `recent`, which has no other facts from before the
/// instant that facts_needed_from() gave, is enough indeed. If not, all facts are needed.
bool is_enough(const Timetable& timetable, const SiteCalendar& site, Instant now,
               const ItemHistory& recent);

}  // namespace opsctl
