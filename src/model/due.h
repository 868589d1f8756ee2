// What is owed and how things stand: the schedule evaluated against the history (spec schedule.md 6
// to 8, 11). Pure: the instant is a parameter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "model/history.h"
#include "model/schedule.h"

namespace opsctl {

/// What all items of a catalogue share.
struct SiteCalendar {
  Zone zone;
  std::chrono::month_day fiscal_year_start;
  std::chrono::weekday week_start;
  const Holidays& holidays;
  Date effective_from;  // already decided where the catalogue says `journal`
};

enum class ItemState { not_scheduled, upcoming, due, late, overdue, done, covered };
std::string_view name_of(ItemState state);  // "not-scheduled" …
std::string_view name_of(Mode mode);        // "calendar", "rolling", "on-demand", "continuous"

enum class StateReason {
  none,
  on_demand,
  not_yet_effective,
  ended,
  no_baseline,
  requested,
  hand_over,
  suspended
};
std::string_view name_of(StateReason reason);  // "" for none

enum class DueWarning { future_execution, holidays_provisional, expired, orphan_key };
std::string_view name_of(DueWarning warning);  // "future-execution" …

/// An open request, and when it is due; without a deadline it is due and never overdue.
struct RequestStanding {
  Request request;
  ItemState state = ItemState::due;
  std::optional<Instant> due = {};
  std::optional<Instant> overdue_at = {};
  bool provisional = false;  // `due` rests on dates that the holiday file does not cover
};

/// The key of a rolling item: its occurrences have no names of their own.
inline constexpr std::string_view kRollingKey = "rolling";

/// How an item stands at an instant. "Focus" is the occurrence that the state speaks of.
struct Standing {
  Mode mode{};
  ItemState state{};
  StateReason reason = StateReason::none;
  std::string key =
      {};  // of the focus; "rolling" where occurrences have none; of a request, its id
  std::optional<Instant> open = {};
  std::optional<Instant> due_from = {};
  std::optional<Instant> due = {};
  std::optional<Instant> overdue_at = {};
  std::optional<Instant> last_done = {};
  std::string next_key = {};  // the occurrence after the focus that is still to be done
  std::optional<Instant> next_due = {};
  std::int64_t outstanding = 0;                 // overdue and unsatisfied
  std::int64_t missed = 0;                      // those of them that can no longer be paid
  std::optional<Instant> uncovered_since = {};  // 24H
  std::optional<Instant> covered_until = {};    // 24H: when the next confirmation is needed
  std::vector<RequestStanding> requests = {};   // the open ones, the worst first
  std::vector<DueWarning> warnings = {};
};

/// Facts later than `now` are ignored but for a warning.
Standing evaluate(const Timetable& timetable, const SiteCalendar& site, const ItemHistory& history,
                  Instant now);

}  // namespace opsctl
