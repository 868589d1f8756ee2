// Somebody with sqlite3, time, and knowledge of opsctl: rewrites the records of a journal and makes
// everything that follows from them again.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/chain.h"
#include "store/derived.h"
#include "store/helpers.h"
#include "store/records.h"

namespace opsctl::test {

/// Runs `sql` as any program could.
inline void meddle(const std::filesystem::path& path, const std::string& sql) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("PRAGMA foreign_keys = OFF;" + sql);
}

class Forger {
 public:
  explicit Forger(std::filesystem::path path) : path_(std::move(path)) {
    SQLite::Database db(path_.string(), SQLite::OPEN_READONLY);
    SQLite::Statement query(db, "SELECT seq, payload, hash FROM event ORDER BY seq");
    while (query.executeStep()) records.push_back(record_of(query));
  }

  std::vector<StoredRecord> records;

  StoredRecord& record(std::int64_t seq) { return records.at(static_cast<std::size_t>(seq) - 1); }

  Forger& replace(std::int64_t seq, const std::string& from, const std::string& to) {
    std::string& payload = record(seq).payload;
    const std::size_t at = payload.find(from);
    if (at == std::string::npos) throw std::runtime_error("nothing to forge: " + from);
    payload.replace(at, from.size(), to);
    return *this;
  }
  Forger& erase(std::int64_t seq, std::int64_t to = 0) {
    const auto from = records.begin() + (seq - 1);
    records.erase(from, to == 0 ? from + 1 : records.begin() + to);
    return *this;
  }
  Forger& renumber() {
    for (std::size_t i = 0; i < records.size(); ++i)
      records[i].seq = static_cast<std::int64_t>(i) + 1;
    return *this;
  }
  Forger& rehash() {
    Hash before{};
    for (StoredRecord& one : records) before = one.hash = chain_hash(before, one.seq, one.payload);
    return *this;
  }

  /// Puts them in the place of what was there, with the triggers as they were.
  void write() {
    SQLite::Database db(path_.string(), SQLite::OPEN_READWRITE);
    std::string triggers;
    SQLite::Statement query(db,
                            "SELECT sql FROM sqlite_schema WHERE type = 'trigger'"
                            " AND tbl_name = 'event' ORDER BY rowid");
    while (query.executeStep()) triggers += query.getColumn(0).getString() + ";";
    query.reset();
    db.exec(
        "PRAGMA foreign_keys = OFF; DROP TRIGGER event_in_order; DROP TRIGGER event_unchanged;"
        "DROP TRIGGER event_kept; DELETE FROM event");
    SQLite::Statement insert(db, "INSERT INTO event (seq, payload, hash) VALUES (?, ?, ?)");
    for (const StoredRecord& one : records) {
      insert.reset();
      insert.bind(1, one.seq);
      insert.bind(2, one.payload);
      insert.bind(3, one.hash.data(), static_cast<int>(one.hash.size()));
      insert.exec();
    }
    db.exec(triggers);
    db.exec("BEGIN");
    try {
      rebuild(db);
      db.exec("COMMIT");
    } catch (const Error&) {
      db.exec("ROLLBACK");  // nothing follows from what cannot be read
    }
  }

 private:
  std::filesystem::path path_;
};

}  // namespace opsctl::test
