// How an item stands, by mode: the parts that evaluate() of due.h puts together.
#pragma once

#include <vector>

#include "model/due.h"

namespace opsctl {

/// What a mode needs to know.
struct Inquiry {
  const Timetable& timetable;
  const SiteCalendar& site;
  const ItemHistory& known;  // known_at(now)
  Instant now;
  std::size_t version;  // of the timetable, in force at `now`
};

/// The version in force; before the first one, the first.
std::size_t version_at(const Timetable& timetable, const SiteCalendar& site, Instant at);

inline Mode mode_of(const ScheduleVersion& version) {
  return mode_of(version.cycle, version.schedule);
}

/// Of some version.
bool has_mode(const Timetable& timetable, Mode mode);

/// Each fills in all that its mode has of its own; evaluate() adds what all have.
Standing calendar_standing(const Inquiry& inquiry);
Standing rolling_standing(const Inquiry& inquiry);
Standing continuous_standing(const Inquiry& inquiry);
Standing on_demand_standing(const Inquiry& inquiry);

/// By its deadline, else by `within` of the version in force when it was made.
std::optional<Instant> request_due(const Request& request, const Inquiry& inquiry);

/// The open requests, the worst first.
std::vector<RequestStanding> request_standings(const Inquiry& inquiry);

}  // namespace opsctl
