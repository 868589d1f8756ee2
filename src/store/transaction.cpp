#include <stdexcept>
#include <utility>

#include <sqlite3.h>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/connection.h"
#include "store/journal.h"
#include "store/lock_file.h"
#include "store/records.h"

namespace opsctl {
namespace {

FileLock turn_of(const Connection& connection) {
  if (connection.access() != Access::write)
    throw std::logic_error("this journal was opened for reading");
  std::optional<FileLock> lock = FileLock::acquire(connection.path(), connection.wait());
  if (!lock) throw busy_error(connection.path());
  return std::move(*lock);
}

}  // namespace

Transaction Journal::begin() { return Transaction(*this); }

Transaction::Transaction(Journal& journal)
    : journal_(journal), lock_(std::make_unique<FileLock>(turn_of(*journal.connection_))) {
  Connection& connection = *journal_.connection_;
  connection.run([](SQLite::Database& db) { db.exec("BEGIN IMMEDIATE"); });
  try {
    end_ = connection.run(chain_end);
  } catch (...) {
    connection.run([](SQLite::Database& db) { db.exec("ROLLBACK"); });
    throw;
  }
}

Transaction::~Transaction() {
  if (!lock_ || !journal_.connection_->in_transaction()) return;
  try {
    journal_.connection_->raw().exec("ROLLBACK");
  } catch (const SQLite::Exception&) {  // NOLINT(bugprone-empty-catch)
    // Closing the connection, or the next to open the file, undoes it all the same.
  }
}

Event Transaction::append(const Event& event) {
  if (std::holds_alternative<JournalCreated>(event.body))
    throw std::logic_error("a journal is created once");
  return journal_.connection_->run([&](SQLite::Database& db) {
    Event read = add_record(db, event, journal_.uuid_, end_);
    follow(db, read);
    last_key_ = read.idempotency_key;
    appended_ = true;
    return read;
  });
}

Hash Transaction::put_blob(std::string_view text) {
  const Hash hash = sha256(text);
  journal_.connection_->run([&](SQLite::Database& db) {
    SQLite::Statement insert(db, "INSERT INTO blob (hash, content) VALUES (?, ?)");
    insert.bind(1, hash.data(), static_cast<int>(hash.size()));
    // An empty view may have no address, which would be bound as NULL.
    insert.bind(2, text.empty() ? "" : text.data(), static_cast<int>(text.size()));
    insert.exec();
  });
  if (journal_.blob(hash) != text)
    throw Error(Exit::journal, say<messages::blob_damaged>(hex(hash)));
  return hash;
}

void Transaction::rebuild_derived() { journal_.connection_->run(rebuild); }

void Transaction::commit() {
  Connection& connection = *journal_.connection_;
  try {
    connection.raw().exec("COMMIT");
  } catch (const SQLite::Exception& e) {
    // Still open, and the destructor rolls it back: nothing is recorded.
    if ((e.getErrorCode() & 0xFF) == SQLITE_BUSY) throw connection.error_of(e);
    settle_failed_commit(connection.error_of(e));
  }
  lock_.reset();
}

/// Returns where everything is recorded in spite of the failure.
void Transaction::settle_failed_commit(const Error& cause) {
  const std::string path = journal_.path().string();
  const Fate fate = ask_again();
  if (fate == Fate::recorded) return;
  lock_.reset();
  if (fate == Fate::not_recorded)
    throw Error(Exit::journal, Problem{say<messages::commit_not_recorded>(path),
                                       {cause.problem().what},
                                       say<messages::commit_not_recorded_hint>()});
  throw Error(Exit::journal, Problem{say<messages::commit_unknown>(path),
                                     {cause.problem().what},
                                     say<messages::commit_unknown_hint>(last_key_)});
}

/// Opens the journal anew, which undoes what is half written, and looks for the last event.
Transaction::Fate Transaction::ask_again() {
  const std::filesystem::path path = journal_.path();
  journal_.connection_->close();
  try {
    // For reading: after an error the system may have made the disk read-only.
    journal_ = Journal::open(path, Access::read, journal_.connection_->wait());
    const auto last = journal_.records({.after = end_.seq - 1, .up_to = end_.seq, .limit = 1});
    // Lets go of the file: whoever prints what became of the record must not block a writer.
    journal_.connection_->run([](SQLite::Database& db) { db.exec("COMMIT"); });
    if (!appended_ || last.empty() || last.front().hash != end_.hash) return Fate::not_recorded;
    return sync_folder(path.parent_path()) ? Fate::recorded : Fate::unknown;
  } catch (const Error&) {
    return Fate::unknown;
  }
}

}  // namespace opsctl
