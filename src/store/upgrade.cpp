#include "store/upgrade.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/messages/care.h"
#include "base/messages/store.h"
#include "base/problem.h"
#include "model/manifest.h"
#include "store/connection.h"
#include "store/copying.h"
#include "store/derived.h"
#include "store/journal_rights.h"
#include "store/lock_file.h"
#include "store/records.h"
#include "store/verify_parts.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

/// What an older version derived, this opsctl may not be able to read; it is made again anyway.
bool is_derived(Check check) {
  return check == Check::index || check == Check::runs || check == Check::derived;
}

std::vector<Message> wrong_in_records(const std::vector<CheckResult>& checks) {
  std::vector<Message> findings;
  for (const CheckResult& result : checks) {
    if (!is_derived(result.check))
      findings.insert(findings.end(), result.findings.begin(), result.findings.end());
  }
  return findings;
}

/// A copy that is there already is of an attempt that was cut off, or of an earlier life of the
/// journal: it stays.
fs::path free_place(const fs::path& wanted) {
  fs::path place = wanted;
  for (int n = 2; is_taken(place) || is_taken(manifest_of(place)); ++n)
    place = wanted.string() + "-" + std::to_string(n);
  return place;
}

class Upgrading {
 public:
  Upgrading(const fs::path& journal, const BackupStamp& stamp, Migrations migrations,
            milliseconds wait)
      : stamp_(stamp),
        migrations_(migrations),
        connection_(connect(journal, Access::write, wait)),
        lock_(FileLock::acquire(connection_->path(), wait)) {
    if (!lock_) throw busy_error(connection_->path());
    connection_->run([](SQLite::Database& db) { db.exec("BEGIN IMMEDIATE"); });
  }
  ~Upgrading() {
    if (!connection_->in_transaction()) return;
    try {
      connection_->raw().exec("ROLLBACK");
    } catch (const SQLite::Exception&) {  // NOLINT(bugprone-empty-catch)
      // Closing the connection, or the next to open the file, undoes it all the same.
    }
  }
  Upgrading(const Upgrading&) = delete;
  Upgrading& operator=(const Upgrading&) = delete;

  Upgrade run() {
    const int from = version_of(*connection_);
    const int to = static_cast<int>(migrations_.size());
    if (from == to) return {from, to};
    if (from > to) require_schema(*connection_, migrations_);
    const fs::path place =
        free_place(connection_->path().string() + ".schema-" + std::to_string(from));
    Copy copy(place_for_copy(place));
    take(copy, from);
    try {
      change(from);
    } catch (...) {
      copy.withdraw();  // nothing was changed
      throw;
    }
    commit(place);
    return {from, to, place};
  }

 private:
  /// By a connection of its own: SQLite copies nothing from one that is writing.
  void take(Copy& copy, int from) {
    const auto source = connect(connection_->path(), Access::read, connection_->wait());
    Manifest manifest{.schema = from,
                      .taken_at = stamp_.at,
                      .source = source->path().string(),
                      .host = stamp_.host,
                      .opsctl = stamp_.opsctl};
    source->run([&](SQLite::Database& db) {
      head_ = head_of(db);
      manifest.head = head_;
      manifest.counts = counts_of(db);
      copy.write_pages(db);
    });
    const auto before = verify_journal(
        copy.path(), {.migrations = migrations_.first(static_cast<std::size_t>(from)),
                      .own_copy = true,
                      .wait = connection_->wait()});
    require(wrong_in_records(before.checks), before.head);
    copy.publish(manifest);
  }

  void change(int from) {
    try {
      SQLite::Database& db = connection_->raw();
      migrate(db, migrations_);
      rebuild(db);
      const VerifyOptions options{.deep = true, .migrations = migrations_};
      Findings findings(options.most_findings);
      Verification verification{db, options, findings};
      check_all(verification);
      std::vector<Message> wrong;
      for (CheckResult& result : findings.take())
        std::ranges::move(result.findings, std::back_inserter(wrong));
      require(std::move(wrong), verification.head);
    } catch (const SQLite::Exception& error) {
      require({connection_->error_of(error).problem().what,
               say<messages::upgrade_step>(from, migrations_.size())},
              head_);
    }
  }

  /// What became of it is known only to who opens the file next; the copy stays in any case.
  void commit(const fs::path& copy) {
    try {
      connection_->raw().exec("COMMIT");
    } catch (const SQLite::Exception& error) {
      throw Error(Exit::journal,
                  Problem{say<messages::upgrade_unknown>(connection_->path().string()),
                          {connection_->error_of(error).problem().what},
                          say<messages::upgrade_unknown_hint>(copy.string())});
    }
  }

  void require(std::vector<Message> wrong, const std::optional<Anchor>& head) const {
    if (head != head_) wrong.push_back(say<messages::upgrade_head_other>());
    if (wrong.empty()) return;
    throw Error(Exit::journal, Problem{say<messages::upgrade_failed>(connection_->path().string()),
                                       std::move(wrong), say<messages::upgrade_failed_hint>()});
  }

  const BackupStamp& stamp_;
  Migrations migrations_;
  std::unique_ptr<Connection> connection_;
  std::optional<FileLock> lock_;
  Anchor head_;
};

}  // namespace

Upgrade upgrade_journal(const fs::path& journal, const BackupStamp& stamp, Migrations migrations,
                        milliseconds wait) {
  const JournalRights rights;  // the copy lies beside the journal
  return Upgrading(journal, stamp, migrations, wait).run();
}

}  // namespace opsctl
