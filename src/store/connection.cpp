#include "store/connection.h"

#include <cctype>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "base/messages/store.h"
#include "store/busy_wait.h"
#include "store/lock_file.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;

/// Before SQLite starts. Debian's takes "file:…?mode=…" for a URI everywhere; where it runs
/// already, an absolute path is no URI either. opsctl has one thread and asks for no statistics:
/// without the locks for both, `check` takes nearly a tenth fewer instructions.
void set_up_sqlite() {
  static const int once = sqlite3_config(SQLITE_CONFIG_URI, 0) |
                          sqlite3_config(SQLITE_CONFIG_SINGLETHREAD) |
                          sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(once);
}

/// In bytes; the largest that is ever written is a file of evidence (10 MiB).
constexpr int kLongestValue = 64 * 1024 * 1024;

/// As a URI has it: what is not plainly a letter of a name stands as its code.
std::string in_uri(std::string_view path) {
  constexpr std::string_view kPlain = "/._-";
  std::string text;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain =
        (byte < 0x80 && std::isalnum(byte) != 0) || kPlain.find(c) != std::string_view::npos;
    text += is_plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return text;
}

std::unique_ptr<SQLite::Database> open_file(const fs::path& path, Access access) {
  if (access == Access::copy)
    return std::make_unique<SQLite::Database>(
        "file:" + in_uri(path.string()) + "?immutable=1",
        SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOFOLLOW);
  // Readers too may have to undo the interrupted write of another; query_only binds them later.
  return std::make_unique<SQLite::Database>(path.string(),
                                            SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW);
}

Error damaged(const std::string& path, const char* words) {
  return {Exit::journal, say<messages::journal_damaged>(path, words),
          say<messages::journal_damaged_hint>()};
}

}  // namespace

Error busy_error(const fs::path& journal) {
  const auto holder = holder_of(journal);
  return {Exit::busy,
          holder ? say<messages::journal_busy_by>(journal.string(), holder->pid, holder->program)
                 : say<messages::journal_busy>(journal.string()),
          say<messages::journal_busy_hint>()};
}

std::unique_ptr<Connection> connect(const fs::path& path, Access access,
                                    std::chrono::milliseconds wait) {
  const JournalRights rights;
  const fs::path place = resolved_place(path);
  if (const auto group = journal_group()) require_shared(place, *group);
  require_file(place, access);
  auto connection = std::make_unique<Connection>(place, access, wait);
  // One transaction for all answers: it begins with the first look at the file.
  if (access != Access::write) connection->run([](SQLite::Database& db) { db.exec("BEGIN"); });
  return connection;
}

Connection::Connection(fs::path path, Access access, std::chrono::milliseconds wait)
    : path_(std::move(path)),
      access_(access),
      wait_(wait),
      busy_(std::make_unique<BusyWait>(wait)) {
  set_up_sqlite();
  try {
    db_ = open_file(path_, access_);
    settle();
  } catch (const SQLite::Exception& e) {
    throw error_of(e);
  }
}

Connection::~Connection() = default;

void Connection::settle() {
  sqlite3* handle = db_->getHandle();
  busy_->install(handle);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // The file may have been made by anybody: nothing in it decides what is run or how much of it.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
  db_->exec(
      "PRAGMA foreign_keys = ON;"
      "PRAGMA temp_store = MEMORY;"
      "PRAGMA cell_size_check = ON;"
      "PRAGMA recursive_triggers = ON;"  // or REPLACE walks past the triggers
      "PRAGMA synchronous = EXTRA");     // FULL loses acknowledged records in a power cut
  // Every page that is kept is memory to be fetched, and what most commands read of a long journal
  // they read once. `verify` comes back to its pages: it takes 4 % longer for this.
  if (access_ != Access::write) db_->exec("PRAGMA query_only = ON; PRAGMA cache_size = 32");
  // Asked, not set: setting it would convert what another program turned into WAL.
  const std::string mode = db_->execAndGet("PRAGMA journal_mode").getString();
  if (mode != "delete")
    throw Error(Exit::journal, say<messages::journal_other_mode>(path_.string(), mode));
}

bool Connection::in_transaction() const {
  return db_ && sqlite3_get_autocommit(db_->getHandle()) == 0;
}

void Connection::close() { db_.reset(); }

SQLite::Database& Connection::raw() {
  if (!db_) throw std::logic_error("this journal is closed");
  return *db_;
}

Error Connection::error_of(const SQLite::Exception& exception) const {
  const std::string path = path_.string();
  const char* words = exception.getErrorStr();
  switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
      return busy_error(path_);
    case SQLITE_NOTADB:
      return {Exit::journal, say<messages::journal_not_ours>(path)};
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:
      return damaged(path, words);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      if (access_ == Access::write)
        return {Exit::journal, say<messages::journal_not_writable>(path, words)};
      if (access_ == Access::copy)
        return {Exit::journal, say<messages::journal_failed>(path, words)};
      return {Exit::journal, say<messages::journal_recovery_needed>(path),
              say<messages::journal_recovery_needed_hint>()};
    case SQLITE_FULL:
      return {Exit::journal, say<messages::journal_disk_full>(path)};
    case SQLITE_IOERR:
      return {Exit::journal, say<messages::journal_disk_error>(path, words)};
    default:
      return {Exit::journal, say<messages::journal_failed>(path, words)};
  }
}

}  // namespace opsctl
