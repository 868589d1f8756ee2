// The tables that follow from the events: `event_index`, `run`, `request` and `waiver`. Made by one
// function, in the same transaction as the event, and again by rebuild().
#pragma once

#include <cstdint>
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

/// All but what is empty must hold. A run without that instant is not within its bounds.
struct RunFilter {
  std::string item = {};
  std::vector<RunState> states = {};
  std::optional<Instant> performed_from = {};
  std::optional<Instant> performed_before = {};
  std::optional<Instant> started_from = {};
  std::optional<Instant> started_before = {};
};

/// In the order of their start.
std::vector<RunSummary> select_runs(SQLite::Database& db, const RunFilter& filter);

/// By id; nothing where there is no such run.
std::optional<RunSummary> select_run(SQLite::Database& db, const std::string& id);

}  // namespace opsctl
