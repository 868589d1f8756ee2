// What is owed and how things stand: the schedule evaluated against the history (spec schedule.md 6
// to 8, 11). Pure: the instant is a parameter.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
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

/// A fact of the history that may satisfy an occurrence. Failed work is not among them.
struct Execution {
  enum class Kind { done, waived };

  Kind kind = Kind::done;
  Instant performed_at{};
  std::int64_t seq = 0;      // decides between equal instants
  std::string for_key = {};  // the occurrence named explicitly; empty: by attribution
  std::optional<std::variant<Date, Instant>> valid_until = std::nullopt;  // rolling
  std::optional<Date> until = std::nullopt;  // rolling, waived: the due date is moved to here
};

enum class ItemState { not_scheduled, upcoming, due, late, overdue, done, covered };
std::string_view name_of(ItemState state);  // "not-scheduled" …
std::string_view name_of(Mode mode);        // "calendar", "rolling", "on-demand", "continuous"

enum class StateReason { none, on_demand, not_yet_effective, ended, no_baseline };
std::string_view name_of(StateReason reason);  // "" for none

enum class DueWarning { future_execution, holidays_provisional, expired };
std::string_view name_of(DueWarning warning);  // "future-execution" …

/// How an item stands at an instant. "Focus" is the occurrence that the state speaks of.
struct Standing {
  Mode mode{};
  ItemState state{};
  StateReason reason = StateReason::none;
  std::string key = {};  // of the focus; "rolling" has no key but that word
  std::optional<Instant> open = {};
  std::optional<Instant> due_from = {};
  std::optional<Instant> due = {};
  std::optional<Instant> overdue_at = {};
  std::optional<Instant> last_done = {};
  std::string next_key = {};  // the occurrence after the focus that is still to be done
  std::optional<Instant> next_due = {};
  std::int64_t outstanding = 0;  // overdue and unsatisfied
  std::int64_t missed = 0;       // those of them that can no longer be paid
  std::vector<DueWarning> warnings = {};
};

/// `history` in any order; facts later than `now` are ignored but for a warning.
Standing evaluate(const Timetable& timetable, const SiteCalendar& site,
                  std::span<const Execution> history, Instant now);

}  // namespace opsctl
