// One open SQLite file, opened in the order that spec records.md gives. SQLiteCpp where it can;
// sqlite3.h only for what it has no way to say.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/problem.h"
#include "store/journal_rights.h"
#include "store/place.h"

namespace opsctl {

class BusyWait;

class Connection {
 public:
  /// `path` as resolved_place() gives it, and there already: SQLite never creates it. Whether it
  /// is a journal is for schema.h to say.
  Connection(std::filesystem::path path, Access access, std::chrono::milliseconds wait);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  const std::filesystem::path& path() const { return path_; }
  Access access() const { return access_; }
  std::chrono::milliseconds wait() const { return wait_; }
  bool in_transaction() const;

  /// Undoes what is not committed and lets go of the file; nothing can be asked any more.
  void close();

  /// Does `work` with the database; what SQLite throws becomes an Error with our words.
  template <class Work>
  auto run(Work&& work) {
    try {
      return std::forward<Work>(work)(raw());
    } catch (const SQLite::Exception& e) {
      throw error_of(e);
    }
  }

  /// For whoever looks at SQLite's own exceptions.
  SQLite::Database& raw();
  Error error_of(const SQLite::Exception& exception) const;

 private:
  void settle();

  JournalRights rights_;  // for SQLite's own files, too, until the last of them is closed
  std::filesystem::path path_;
  Access access_;
  std::chrono::milliseconds wait_;
  std::unique_ptr<BusyWait> busy_;  // outlives the database, which calls it
  std::unique_ptr<SQLite::Database> db_;
};

/// The file of a journal, wherever it lies; for a reader, in a transaction that lasts until it is
/// closed. Throws Error where it cannot be used. Its version is for require_schema().
std::unique_ptr<Connection> connect(const std::filesystem::path& path, Access access,
                                    std::chrono::milliseconds wait);

/// Busy beyond the deadline: names the process in the way where it can be seen.
Error busy_error(const std::filesystem::path& journal);

}  // namespace opsctl
