// Rows of table `event`: written, and read back as events. Nothing is believed that does not match
// its hash.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "model/event.h"
#include "store/chain.h"

namespace opsctl {

/// What a query must select, and from where, to be read by next_event().
inline constexpr const char* kSelectEvents =
    "SELECT e.seq, e.payload, e.hash, p.hash FROM event AS e "
    "JOIN event_index AS i ON i.seq = e.seq LEFT JOIN event AS p ON p.seq = e.seq - 1 ";

/// The columns seq, payload, hash, byte for byte and unchecked.
StoredRecord record_of(SQLite::Statement& row);

/// The next row of a query that begins with kSelectEvents; nothing at its end. Throws Error
/// (journal) where the record does not match its hash or cannot be read.
std::optional<Event> next_event(SQLite::Statement& query);
std::vector<Event> all_events(SQLite::Statement& query);

std::vector<Event> events_of_run(SQLite::Database& db, const std::string& run);

/// Record 1, the journal's birth. Needs no index.
Event first_event(SQLite::Database& db);

/// The end of the chain. Throws Error (journal) where the last record does not follow the one
/// before: a damaged journal takes no more.
ChainEnd chain_end(SQLite::Database& db);

/// Adds one record, reads it back and hashes what was read. The answer is what was read.
Event add_record(SQLite::Database& db, const Event& event, const std::string& journal,
                 ChainEnd& end);

}  // namespace opsctl
