// How well a 24H item is watched (spec schedule.md 9). A stretch is [from, to).
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "model/due.h"

namespace opsctl {

struct Stretch {
  Instant from{};
  Instant to{};  // Instant::max(): without end

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// The union, ascending and apart from one another; empty ones are left out.
std::vector<Stretch> united(std::vector<Stretch> stretches);
/// What is in `all` and in none of `taken`; both as united() has them.
std::vector<Stretch> without(const std::vector<Stretch>& all, const std::vector<Stretch>& taken);

/// What the watches cover: from each confirmation for `max_shift`, or from start to end without it.
/// Elapsed time: a day is 24 hours here.
std::vector<Stretch> covered(std::span<const Watch> watches,
                             const std::optional<Duration>& max_shift);

/// What is recorded of a 24H item over a period of time.
struct WatchLedger {
  std::vector<Stretch> gaps;          // not covered, not shorter than `grace`
  std::chrono::seconds uncovered{0};  // all of it, whatever the grace
  std::chrono::seconds required{0};
};

/// `known` is known_at(now). The period is [from, now), from the item's 24H version on.
WatchLedger watch_ledger(const Timetable& timetable, const SiteCalendar& site,
                         const ItemHistory& known, Instant from, Instant now);

}  // namespace opsctl
