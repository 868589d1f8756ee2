// What became of every occurrence, request and watch of an item (spec schedule.md 16,
// `log ITEM --occurrences`).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/watching.h"

namespace opsctl {

enum class OccurrenceResult {
  done,
  done_late,  // after its due date
  waived,
  missed,   // can no longer be paid
  overdue,  // can still be paid
  late,     // within its grace
  due,
  open,
  future,
  extra,     // an execution that satisfies nothing
  withdrawn  // a request
};
std::string_view name_of(OccurrenceResult result);  // "done", "done-late" …

struct LedgerRow {
  std::string key = {};  // of the occurrence or request; empty for an extra execution
  bool request = false;  // not an occurrence
  std::size_t version =
      0;  // of the timetable: that owes the occurrence, or in force at the request
  std::optional<Instant> open = {};
  std::optional<Instant> due = {};
  OccurrenceResult result{};
  std::optional<Instant> performed_at = {};  // of what settled it; of a waiver, when it was given
  std::chrono::seconds late_by{0};           // of done_late: after the due date
};

/// A rolling item's due date was put off: no occurrence was excused, the same one is due later.
bool is_put_off(const LedgerRow& row);

struct Ledger {
  std::vector<LedgerRow> rows;       // by due date, extra executions where they fell
  std::optional<WatchLedger> watch;  // of a 24H item
};

/// What touches [from, to]: was due at `from` or later, was open at `to` or before. Of a rolling
/// item also what is next, by the version that will be in force then.
Ledger ledger(const Timetable& timetable, const SiteCalendar& site, const ItemHistory& history,
              Instant now, Instant from, Instant to);

/// The key of the occurrence that the execution with that seq satisfies; empty where it is extra,
/// nothing where the item has no named occurrences.
std::optional<std::string> key_settled_by(const Timetable& timetable, const SiteCalendar& site,
                                          const ItemHistory& history, Instant now,
                                          std::int64_t seq);

}  // namespace opsctl
