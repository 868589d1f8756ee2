// The instants of one occurrence (spec schedule.md 5). Whether it is owed is in owed.h.
#pragma once

#include <cstdint>
#include <optional>

#include "model/due.h"
#include "model/slot_grid.h"

namespace opsctl {

/// One version of a calendar item, ready to be asked for occurrences.
struct CalendarRule {
  SlotGrid grid;
  Schedule schedule;
  const SiteCalendar& site;
};

CalendarRule calendar_rule(const ScheduleVersion& version, const SiteCalendar& site);

struct Occurrence {
  Instant slot_end{};  // of the nominal slot
  Instant start{};
  Instant open{};
  Instant unrolled_due{};  // before `roll` moves it
  Instant due{};
  Instant overdue{};
  bool provisional = false;  // `due` rests on dates that the holiday file does not cover
};

/// Nothing where the zone skips the slot.
std::optional<Occurrence> occurrence_at(const CalendarRule& rule, std::int64_t index);

/// From when on it is shown as due.
Instant due_from(const CalendarRule& rule, const Occurrence& occurrence);

}  // namespace opsctl
