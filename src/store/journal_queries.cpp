// What a journal can be asked.
#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/columns.h"
#include "store/conditions.h"
#include "store/connection.h"
#include "store/journal.h"
#include "store/records.h"

namespace opsctl {
namespace {

/// By `i.seq`, not the record's own: it is what the indexes of event_index are in the order of.
Conditions conditions_of(const EventFilter& filter, const Page& page) {
  Conditions conditions;
  if (page.after > 0) conditions.above("i.seq", page.after);
  if (page.up_to < std::numeric_limits<std::int64_t>::max()) conditions.up_to("i.seq", page.up_to);
  conditions.equal("i.run", filter.run);
  conditions.equal("i.item", filter.item);
  conditions.equal("i.kind", filter.kind);
  conditions.equal("i.person", filter.person);
  conditions.from("i.recorded_at", filter.from);
  conditions.before("i.recorded_at", filter.before);
  if (!filter.ref.empty()) conditions.add("i.ref <> ''");  // as the index of references has it
  conditions.equal("i.ref", filter.ref);
  return conditions;
}

std::vector<Event> select_events(SQLite::Database& db, const EventFilter& filter, const Page& page,
                                 const char* order) {
  const Conditions conditions = conditions_of(filter, page);
  SQLite::Statement query(db, std::string(kSelectEvents) + conditions.where() + order + " LIMIT " +
                                  std::to_string(page.limit));
  conditions.bind_to(query);
  return all_events(query);
}

/// `prefix`, the date, a dash, and the next free number of the table.
std::string next_id(SQLite::Database& db, const std::string& table, const std::string& prefix,
                    Date date) {
  const std::chrono::year_month_day day(date);
  const std::string stem =
      fmt::format("{}{:04}{:02}{:02}-", prefix, static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  // A range of ids, not a pattern: the key of the table finds it.
  SQLite::Statement query(db, "SELECT coalesce(max(CAST(substr(id, ?1) AS INTEGER)), 0) FROM " +
                                  table + " WHERE id >= ?2 AND id < ?3");
  query.bind(1, static_cast<int>(stem.size()) + 1);
  query.bind(2, stem);
  query.bind(3, stem.substr(0, stem.size() - 1) + ".");  // the character after "-"
  query.executeStep();
  return fmt::format("{}{:03}", stem, query.getColumn(0).getInt() + 1);
}

}  // namespace

Anchor Journal::head() const {
  const ChainEnd end = connection_->run(chain_end);
  return {uuid_, end.seq, end.hash};
}

Instant Journal::last_recorded_at() const {
  return connection_->run([&](SQLite::Database& db) {
    SQLite::Statement query(db, "SELECT recorded_at FROM event_index ORDER BY seq DESC LIMIT 1");
    return query.executeStep() ? instant_of(query.getColumn(0)) : created_at_;
  });
}

std::optional<Run> Journal::run(const std::string& id) const {
  return connection_->run([&](SQLite::Database& db) -> std::optional<Run> {
    if (id.empty()) return std::nullopt;  // as are the records that are about no run
    Run run{id, events_of_run(db, id)};
    if (!run.events.empty()) return run;
    // It stands among the runs, and the index has no record of it.
    if (select_run(db, id))
      throw Error(Exit::journal, say<messages::run_history_wrong>(id),
                  say<messages::journal_damaged_hint>());
    return std::nullopt;
  });
}

std::optional<RunSummary> Journal::summary(const std::string& id) const {
  return connection_->run([&](SQLite::Database& db) { return select_run(db, id); });
}

std::vector<RunSummary> Journal::runs(const RunFilter& filter) const {
  return connection_->run([&](SQLite::Database& db) { return select_runs(db, filter); });
}

std::map<RunState, std::int64_t> Journal::run_counts() const {
  return connection_->run(count_runs);
}

std::optional<std::string> Journal::last_touched(const std::string& item) const {
  return connection_->run([&](SQLite::Database& db) -> std::optional<std::string> {
    Conditions conditions;
    conditions.equal("item", item);
    conditions.add("run <> ''");
    SQLite::Statement query(
        db, "SELECT run FROM event_index " + conditions.where() + " ORDER BY seq DESC LIMIT 1");
    conditions.bind_to(query);
    return query.executeStep() ? std::optional(query.getColumn(0).getString()) : std::nullopt;
  });
}

std::string Journal::next_run_id(Date date) const {
  return connection_->run([&](SQLite::Database& db) { return next_id(db, "run", "", date); });
}

std::string Journal::next_request_id(Date date) const {
  return connection_->run([&](SQLite::Database& db) { return next_id(db, "request", "R", date); });
}

std::vector<Event> Journal::events(const EventFilter& filter, const Page& page) const {
  return connection_->run(
      [&](SQLite::Database& db) { return select_events(db, filter, page, " ORDER BY i.seq"); });
}

std::vector<Event> Journal::last_events(const EventFilter& filter, int count) const {
  std::vector<Event> events = connection_->run([&](SQLite::Database& db) {
    return select_events(db, filter, Page{.limit = count}, " ORDER BY i.seq DESC");
  });
  std::ranges::reverse(events);
  return events;
}

std::int64_t Journal::nth_last(const EventFilter& filter, int n) const {
  return connection_->run([&](SQLite::Database& db) -> std::int64_t {
    const Conditions conditions = conditions_of(filter, {});
    SQLite::Statement query(db, "SELECT i.seq FROM event_index i " + conditions.where() +
                                    " ORDER BY i.seq DESC LIMIT 1 OFFSET " + std::to_string(n - 1));
    conditions.bind_to(query);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
  });
}

std::vector<Event> Journal::events_of_key(const std::string& idempotency_key) const {
  if (idempotency_key.empty()) return {};
  return connection_->run([&](SQLite::Database& db) {
    SQLite::Statement query(db, std::string(kSelectEvents) +
                                    "WHERE i.idempotency_key = ? AND i.idempotency_key <> ''"
                                    " ORDER BY e.seq");
    query.bind(1, idempotency_key);
    return all_events(query);
  });
}

std::vector<StoredRecord> Journal::records(const Page& page) const {
  return connection_->run([&](SQLite::Database& db) {
    SQLite::Statement query(db,
                            "SELECT seq, payload, hash FROM event WHERE seq > ? AND seq <= ? "
                            "ORDER BY seq LIMIT ?");
    query.bind(1, page.after);
    query.bind(2, page.up_to);
    query.bind(3, page.limit);
    std::vector<StoredRecord> records;
    while (query.executeStep()) records.push_back(record_of(query));
    return records;
  });
}

std::optional<std::string> Journal::blob(const Hash& hash) const {
  return connection_->run([&](SQLite::Database& db) -> std::optional<std::string> {
    SQLite::Statement query(db, "SELECT content FROM blob WHERE hash = ?");
    query.bind(1, hash.data(), static_cast<int>(hash.size()));
    if (!query.executeStep()) return std::nullopt;
    std::string text = query.getColumn(0).getString();
    if (sha256(text) != hash)
      throw Error(Exit::journal, say<messages::blob_damaged>(hex(hash)),
                  say<messages::journal_damaged_hint>());
    return text;
  });
}

}  // namespace opsctl
