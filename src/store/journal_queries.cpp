// What a journal can be asked.
#include <algorithm>

#include <fmt/format.h>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/columns.h"
#include "store/connection.h"
#include "store/journal.h"
#include "store/records.h"

namespace opsctl {
namespace {

constexpr const char* kFilter =
    "WHERE e.seq > ?1 AND e.seq <= ?2 AND (?3 = '' OR i.run = ?3) AND (?4 = '' OR i.item = ?4)"
    " AND (?5 = '' OR i.kind = ?5) AND (?6 = '' OR i.person = ?6)"
    " AND (?7 IS NULL OR i.recorded_at >= ?7) AND (?8 IS NULL OR i.recorded_at < ?8)"
    " AND (?9 = '' OR i.ref = ?9) ";

std::vector<Event> select_events(SQLite::Database& db, const EventFilter& filter, const Page& page,
                                 const char* order) {
  SQLite::Statement query(db, std::string(kSelectEvents) + kFilter + order + " LIMIT ?10");
  query.bind(1, page.after);
  query.bind(2, page.up_to);
  query.bind(3, filter.run);
  query.bind(4, filter.item);
  query.bind(5, filter.kind);
  query.bind(6, filter.person);
  bind(query, 7, filter.from);
  bind(query, 8, filter.before);
  query.bind(9, filter.ref);
  query.bind(10, page.limit);
  return all_events(query);
}

/// `prefix`, the date, a dash, and the next free number of the table.
std::string next_id(SQLite::Database& db, const std::string& table, const std::string& prefix,
                    Date date) {
  const std::chrono::year_month_day day(date);
  const std::string stem =
      fmt::format("{}{:04}{:02}{:02}-", prefix, static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  SQLite::Statement query(db, "SELECT coalesce(max(CAST(substr(id, ?1) AS INTEGER)), 0) FROM " +
                                  table + " WHERE substr(id, 1, ?2) = ?3");
  query.bind(1, static_cast<int>(stem.size()) + 1);
  query.bind(2, static_cast<int>(stem.size()));
  query.bind(3, stem);
  query.executeStep();
  return fmt::format("{}{:03}", stem, query.getColumn(0).getInt() + 1);
}

}  // namespace

Anchor Journal::head() const {
  const ChainEnd end = connection_->run(chain_end);
  return {uuid_, end.seq, end.hash};
}

Instant Journal::last_recorded_at() const {
  const auto last = last_events({}, 1);
  return last.empty() ? created_at_ : last.back().recorded_at;
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

std::map<std::string, RunSummary> Journal::last_finished() const {
  std::map<std::string, RunSummary> last;
  for (RunSummary& run : runs()) {
    if (!run.finished_at) continue;
    const auto found = last.find(run.item);
    if (found == last.end() || found->second.finished_at <= run.finished_at)
      last.insert_or_assign(run.item, std::move(run));
  }
  return last;
}

std::string Journal::next_run_id(Date date) const {
  return connection_->run([&](SQLite::Database& db) { return next_id(db, "run", "", date); });
}

std::string Journal::next_request_id(Date date) const {
  return connection_->run([&](SQLite::Database& db) { return next_id(db, "request", "R", date); });
}

std::vector<Event> Journal::events(const EventFilter& filter, const Page& page) const {
  return connection_->run(
      [&](SQLite::Database& db) { return select_events(db, filter, page, "ORDER BY e.seq"); });
}

std::vector<Event> Journal::last_events(const EventFilter& filter, int count) const {
  std::vector<Event> events = connection_->run([&](SQLite::Database& db) {
    return select_events(db, filter, Page{.limit = count}, "ORDER BY e.seq DESC");
  });
  std::ranges::reverse(events);
  return events;
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
