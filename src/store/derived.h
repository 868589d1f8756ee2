// The tables that follow from the events: `event_index`, `run`, `request`, `waiver`, and what
// follows from `run`, `last_done`. Made by one function, in the same transaction as the event, and
// again by rebuild().
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "model/run.h"

namespace opsctl {

/// Brings the derived tables up to an event that was just added.
void follow(SQLite::Database& db, const Event& event);

/// Empties the derived tables and makes them again from all events.
void rebuild(SQLite::Database& db);

enum class LastBy { start, end, id };

/// All but what is empty must hold. A run without that instant is not within its bounds.
struct RunFilter {
  std::string id_begin = {};
  std::string id_end = {};
  std::string item = {};
  std::vector<RunState> states = {};
  std::optional<Instant> performed_from = {};
  std::optional<Instant> performed_before = {};
  std::optional<Instant> started_from = {};
  std::optional<Instant> started_before = {};
  bool satisfies = false;
  bool emergency = false;  // begun so, and not yet accepted
  int limit = 0;           // only the last so many; 0: all
  LastBy last = LastBy::start;
};

/// In the order of their start; of a limited number, in the order that it is counted by.
std::vector<RunSummary> select_runs(SQLite::Database& db, const RunFilter& filter);

/// The columns of a run, and the run of a row that has them. Throws Error (journal) for a row that
/// no run has.
inline constexpr const char* kRunColumns =
    "id, item, state, outcome, started_at, performed_at, finished_at, last_seq, satisfies, "
    "valid_until, cycle, planned_end, for_key, request, finish_seq, emergency, ref";
RunSummary summary_of(SQLite::Statement& row);

/// The row that an item must have in table last_done, by the runs; none where it has none.
inline constexpr const char* kLastDoneOf =
    "SELECT item, performed_at, finish_seq, for_key, valid_until, request, cycle, "
    "(SELECT performed_at FROM run WHERE item = ?1 AND satisfies = 1 AND performed_at IS NOT NULL "
    "ORDER BY performed_at DESC, finish_seq DESC LIMIT 1 OFFSET 1) AS before_at "
    "FROM run WHERE item = ?1 AND satisfies = 1 AND performed_at IS NOT NULL "
    "ORDER BY performed_at DESC, finish_seq DESC LIMIT 1";

/// How many runs stand in each state. Throws Error (journal) for a state that no run has.
std::map<RunState, std::int64_t> count_runs(SQLite::Database& db);

/// By id; nothing where there is no such run.
std::optional<RunSummary> select_run(SQLite::Database& db, const std::string& id);

}  // namespace opsctl
