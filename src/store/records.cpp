#include "store/records.h"

#include <algorithm>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/payload.h"

namespace opsctl {
namespace {

std::optional<Hash> hash_of(const SQLite::Column& column) {
  Hash hash;
  if (column.getBytes() != static_cast<int>(hash.size())) return std::nullopt;
  std::copy_n(static_cast<const std::uint8_t*>(column.getBlob()), hash.size(), hash.begin());
  return hash;
}

Error damaged(std::int64_t seq) {
  return {Exit::journal, say<messages::record_damaged>(seq), say<messages::journal_damaged_hint>()};
}

/// The hash before record `seq`, in a column that is NULL where there is none.
Hash previous_hash(const SQLite::Column& column, std::int64_t seq) {
  if (seq == 1) return {};
  const std::optional<Hash> hash = hash_of(column);
  if (!hash) throw damaged(seq);
  return *hash;
}

StoredRecord checked_record(SQLite::Statement& row) {
  StoredRecord record = record_of(row);
  const Hash previous = previous_hash(row.getColumn(3), record.seq);
  if (record.hash != chain_hash(previous, record.seq, record.payload)) throw damaged(record.seq);
  return record;
}

Event event_of(const StoredRecord& record) {
  Event event = from_payload(record.payload, record.seq).event;
  event.seq = record.seq;
  event.hash = record.hash;
  return event;
}

}  // namespace

StoredRecord record_of(SQLite::Statement& row) {
  StoredRecord record;
  record.seq = row.getColumn(0).getInt64();
  record.payload = row.getColumn(1).getString();
  record.hash = hash_of(row.getColumn(2)).value_or(Hash{});
  return record;
}

std::optional<Event> next_event(SQLite::Statement& query) {
  if (!query.executeStep()) return std::nullopt;
  return event_of(checked_record(query));
}

std::vector<Event> all_events(SQLite::Statement& query) {
  std::vector<Event> events;
  while (auto event = next_event(query)) events.push_back(std::move(*event));
  return events;
}

std::vector<Event> events_of_run(SQLite::Database& db, const std::string& run) {
  SQLite::Statement query(db, std::string(kSelectEvents) + "WHERE i.run = ? ORDER BY e.seq");
  query.bind(1, run);
  std::vector<Event> events = all_events(query);
  // The index may be damaged where the records are not.
  if (!events.empty() && !std::holds_alternative<RunStarted>(events.front().body))
    throw Error(Exit::journal, say<messages::run_history_wrong>(run),
                say<messages::journal_damaged_hint>());
  return events;
}

Event first_event(SQLite::Database& db) {
  SQLite::Statement query(db, "SELECT seq, payload, hash, NULL FROM event WHERE seq = 1");
  std::optional<Event> first = next_event(query);
  if (!first || !std::holds_alternative<JournalCreated>(first->body)) throw damaged(1);
  return std::move(*first);
}

ChainEnd chain_end(SQLite::Database& db) {
  SQLite::Statement query(db,
                          "SELECT e.seq, e.payload, e.hash, p.hash FROM event AS e "
                          "LEFT JOIN event AS p ON p.seq = e.seq - 1 ORDER BY e.seq DESC LIMIT 1");
  if (!query.executeStep()) return {};
  const StoredRecord last = checked_record(query);
  return {last.seq, last.hash};
}

Event add_record(SQLite::Database& db, const Event& event, const std::string& journal,
                 ChainEnd& end) {
  const std::int64_t seq = end.seq + 1;
  const std::string payload = to_payload(event, journal);
  const Hash hash = chain_hash(end.hash, seq, payload);
  SQLite::Statement insert(db, "INSERT INTO event (seq, payload, hash) VALUES (?, ?, ?)");
  insert.bind(1, seq);
  insert.bind(2, payload);
  insert.bind(3, hash.data(), static_cast<int>(hash.size()));
  insert.exec();

  SQLite::Statement query(db, "SELECT seq, payload, hash FROM event WHERE seq = ?");
  query.bind(1, seq);
  const bool found = query.executeStep();
  const StoredRecord read = found ? record_of(query) : StoredRecord{};
  if (read.payload != payload || read.hash != hash || check_chain({&read, 1}, end))
    throw Error(Exit::journal, say<messages::record_not_as_written>(seq));
  return event_of(read);
}

}  // namespace opsctl
