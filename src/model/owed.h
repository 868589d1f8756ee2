// The occurrences that an item owes (spec schedule.md 6), over all its calendar versions, as one
// line in the order of their due dates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/occurrence.h"

namespace opsctl {

/// A place on the line: the slot of a version. Versions share no due dates (section 6), and within
/// a version slots are due in their order, so this is the order by due.
struct Position {
  std::size_t version = 0;  // of the line's versions
  std::int64_t index = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Owed {
  Position at;
  Occurrence occurrence;
};

/// Whether a slot is owed, or why not.
enum class Obligation {
  owed,
  skipped_by_zone,
  day_off,           // by `days`
  before_effective,  // its deadline or its end is before the version begins
  after_effective,   // its deadline is after the version ends
  suspended
};
std::string_view name_of(Obligation obligation);  // "owed", "skipped-by-zone" …

struct Judged {
  Obligation obligation = Obligation::owed;
  std::optional<Occurrence> occurrence = {};  // where the zone and `days` have one
};

/// A calendar version with the slots that may be owed under it.
struct OwedVersion {
  std::size_t number = 0;  // in the timetable
  CalendarRule rule;
  Instant from{};
  std::optional<Instant> until;
  std::int64_t first = 0;
  std::int64_t last = 0;

  bool coalesces() const { return rule.schedule.catch_up == CatchUp::coalesce; }
};

/// When versions begin and end; the last may have no end.
Instant version_from(const Timetable& timetable, const SiteCalendar& site, std::size_t number);
std::optional<Instant> version_until(const Timetable& timetable, const SiteCalendar& site,
                                     std::size_t number);

class OwedLine {
 public:
  /// Nothing is asked of the line after `now` but what comes next, so it may end where every
  /// suspension is over and the cycle has come round.
  OwedLine(const Timetable& timetable, const SiteCalendar& site, Instant now);

  const std::vector<OwedVersion>& versions() const { return versions_; }

  Judged judge(Position at) const;

  /// Nothing where that slot is not owed.
  std::optional<Occurrence> owed(Position at) const;

  /// The nearest owed occurrence strictly before or after a place.
  std::optional<Owed> before(Position at) const;
  std::optional<Owed> after(Position at) const;

  /// The slot in a version from which on all are certainly not open yet at `instant`.
  Position beyond(std::size_t version, Instant instant) const;

  /// True where some version has a slot of that key, owed or not.
  bool knows(std::string_view key) const;

  /// The owed occurrences of that key, by due.
  std::vector<Position> find(std::string_view key) const;

  /// True where all slots of the period that ends with `last` exist, are owed alike and lie in days
  /// of 24 hours, so that they can be counted instead of visited.
  bool is_plain_period(const Owed& last) const;

 private:
  struct Known {
    Position at;
    Judged judged;
  };

  Judged judged_anew(Position at) const;
  bool suspended(Instant due) const;

  const SiteCalendar& site_;
  std::vector<OwedVersion> versions_;
  std::vector<std::pair<Instant, Instant>> suspensions_;  // due in (first, second] is not owed
  mutable std::vector<Known> known_;  // the last few: whoever walks the line comes back to them
};

}  // namespace opsctl
