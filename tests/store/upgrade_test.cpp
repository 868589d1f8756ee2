// Journals of older versions: brought up to date as a whole or not at all. The way from one version
// to the next is data, so the tests go a way of their own beyond the shipped one.
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <fstream>

#include <catch2/catch.hpp>

#include "model/manifest.h"
#include "store/connection.h"
#include "store/forger.h"
#include "store/honest.h"
#include "store/site.h"
#include "store/upgrade.h"
#include "store/verify.h"

using namespace opsctl;
using namespace opsctl::test;
namespace fs = std::filesystem;

namespace {

const BackupStamp kStamp{kNoon, "ops1", "0.2.0"};

/// The version of a journal that is made today, and what its copy is called after.
const int kNow = schema_version();
const std::string kCopy = "schema-" + std::to_string(kNow);

/// The shipped migrations, and `next` after them.
std::vector<const char*> with_next(std::vector<const char*> next) {
  const Migrations shipped = shipped_migrations();
  std::vector<const char*> all(shipped.begin(), shipped.end());
  all.insert(all.end(), next.begin(), next.end());
  return all;
}

constexpr const char* kColumn = "ALTER TABLE waiver ADD COLUMN remark TEXT NOT NULL DEFAULT ''";
constexpr const char* kTable =
    "CREATE TABLE bookmark (seq INTEGER PRIMARY KEY REFERENCES event (seq)) STRICT;"
    "CREATE INDEX event_index_person ON event_index (person);"
    "INSERT INTO bookmark SELECT seq FROM event";

std::string upgrading(const fs::path& path, const std::vector<const char*>& migrations) {
  return error_of([&] { upgrade_journal(path, kStamp, migrations, kShort); });
}

/// Nothing was changed, and nothing is left of the attempt.
void check_untouched(const HonestFixture& fixture, const std::string& before) {
  CHECK(bytes_of(fixture.path) == before);
  for (const auto& entry : fs::directory_iterator(fixture.folder.path())) {
    const std::string name = entry.path().filename();
    CHECK((name == "journal.db" || name == "journal.db-lock"));
  }
}

}  // namespace

TEST_CASE("an older journal goes through all that is new, and keeps every record") {
  const HonestFixture fixture;
  const auto records = Journal::open(fixture.path, Access::read).records({.after = 0});
  const auto migrations = with_next({kColumn, kTable});
  const Upgrade upgrade = upgrade_journal(fixture.path, kStamp, migrations, kShort);
  CHECK(upgrade.from == kNow);
  CHECK(upgrade.to == kNow + 2);
  CHECK(upgrade.copy == fs::canonical(fixture.folder.path()) / ("journal.db." + kCopy));

  const VerifyReport report =
      verify_journal(fixture.path, {.deep = true, .migrations = migrations});
  CHECK(is_whole(report));
  SQLite::Database db(fixture.path.string(), SQLite::OPEN_READONLY);
  CHECK(db.execAndGet("PRAGMA user_version").getInt() == kNow + 2);
  CHECK(db.execAndGet("SELECT count(*) FROM bookmark").getInt() == 12);
  SQLite::Statement query(db, "SELECT seq, payload, hash FROM event ORDER BY seq");
  for (const StoredRecord& record : records) {
    REQUIRE(query.executeStep());
    CHECK(record_of(query) == record);
  }
  CHECK_FALSE(query.executeStep());

  // As it was before: for the opsctl that wrote it.
  CHECK(Journal::open(upgrade.copy, Access::read).records({.after = 0}) == records);
  CHECK(can_be_restored(check_backup(upgrade.copy, std::nullopt, kShort)));
  CHECK(read_manifest(upgrade.copy).schema == kNow);
}

TEST_CASE("a journal that is up to date is left alone") {
  const HonestFixture fixture;
  const std::string before = bytes_of(fixture.path);
  const Upgrade upgrade = upgrade_journal(fixture.path, kStamp);
  CHECK(upgrade.from == upgrade.to);
  CHECK(upgrade.copy.empty());
  check_untouched(fixture, before);
}

TEST_CASE("an older opsctl refuses the upgraded journal, a newer one that which was not upgraded") {
  const HonestFixture fixture;
  const auto migrations = with_next({kTable});
  {
    const auto connection = connect(fixture.path, Access::read, kShort);
    CHECK(error_of([&] { require_schema(*connection, migrations); }) == "6 journal_older");
    CHECK(words_of_error([&] { require_schema(*connection, migrations); })
              .ends_with(" has version " + std::to_string(kNow) +
                         ", this opsctl works with version " + std::to_string(kNow + 1)));
  }
  CHECK(error_of([&] { verify_journal(fixture.path, {.migrations = migrations}); }) ==
        "6 journal_older");
  upgrade_journal(fixture.path, kStamp, migrations, kShort);
  CHECK(error_of([&] { Journal::open(fixture.path, Access::read); }) == "6 journal_newer");
  CHECK(upgrading(fixture.path, with_next({})) == "6 journal_newer");
}

TEST_CASE("a step that fails undoes those before it") {
  const HonestFixture fixture;
  const std::string before = bytes_of(fixture.path);
  CHECK(upgrading(fixture.path, with_next({kTable, "CREATE TABLE bookmark (x)"})) ==
        "6 upgrade_failed");
  check_untouched(fixture, before);
  CHECK(upgrading(fixture.path, with_next({kTable})) == "");
}

TEST_CASE("a step that changes records, or removes what guards them, is undone") {
  const std::string guarded = "UPDATE event SET payload = payload WHERE seq = 3";
  const std::string around =
      "DROP TRIGGER event_unchanged; UPDATE event SET payload = replace(payload, 'p-sato', "
      "'p-kato')"
      " WHERE seq = 4; CREATE TRIGGER event_unchanged BEFORE UPDATE ON event\nBEGIN\n"
      "  SELECT RAISE(ABORT, 'records are never changed');\nEND";
  const std::string added =
      "INSERT INTO event (seq, payload, hash) SELECT 13, payload, hash FROM event WHERE seq = 12";
  for (const std::string& step : {guarded, around, added}) {
    const HonestFixture fixture;
    const std::string before = bytes_of(fixture.path);
    CHECK(upgrading(fixture.path, with_next({step.c_str()})) != "");
    check_untouched(fixture, before);
  }
}

TEST_CASE("a journal that is not whole is not upgraded") {
  const HonestFixture fixture;
  Forger(fixture.path).replace(4, "\"ok\"", "\"na\"").write();
  const std::string before = bytes_of(fixture.path);
  CHECK(upgrading(fixture.path, with_next({kTable})) == "6 upgrade_failed");
  check_untouched(fixture, before);
}

TEST_CASE("what an older version derived may be wrong: it is made again") {
  const HonestFixture fixture;
  meddle(fixture.path, "UPDATE run SET item = 'inc-99'");
  const auto migrations = with_next({kTable});
  upgrade_journal(fixture.path, kStamp, migrations, kShort);
  CHECK(is_whole(verify_journal(fixture.path, {.deep = true, .migrations = migrations})));
}

TEST_CASE("an upgrade that was cut off can be repeated, and its leftovers are named") {
  const HonestFixture fixture;
  const auto migrations = with_next({kTable});
  // Killed between the copy and the commit; another time between manifest and copy, and before.
  const std::vector<std::string> earlier = {"." + kCopy, "." + kCopy + ".manifest",
                                            "." + kCopy + "-2.manifest"};
  const std::string draft = fixture.path.string() + "." + kCopy + "-3.new-0f8fad5b";
  for (const std::string& name : earlier) std::ofstream(fixture.path.string() + name) << "earlier";
  std::ofstream{draft};
  const Upgrade upgrade = upgrade_journal(fixture.path, kStamp, migrations, kShort);
  CHECK(upgrade.copy.filename() == "journal.db." + kCopy + "-3");
  CHECK(can_be_restored(check_backup(upgrade.copy, std::nullopt, kShort)));
  for (const std::string& name : earlier)
    CHECK(bytes_of(fixture.path.string() + name) == "earlier");
  const fs::path folder = fs::canonical(fixture.folder.path());
  CHECK(site_of(fixture.path).leftovers ==
        std::vector<std::string>{folder / ("journal.db." + kCopy + "-2.manifest"),
                                 folder / ("journal.db." + kCopy + "-3.new-0f8fad5b")});
}

TEST_CASE("no upgrade without its copy, and none past a writer") {
  const HonestFixture fixture;
  const std::string before = bytes_of(fixture.path);
  const auto migrations = with_next({kTable});
  const auto full = [&] {
    const rlimit small{.rlim_cur = 8192, .rlim_max = RLIM_INFINITY};
    std::signal(SIGXFSZ, SIG_IGN);
    return setrlimit(RLIMIT_FSIZE, &small) == 0 ? upgrading(fixture.path, migrations) : "no limit";
  };
  CHECK(Child(full).answer().starts_with("1 backup_"));
  check_untouched(fixture, before);
  Child writer(
      [&] {
        static Journal journal = Journal::open(fixture.path, Access::write);
        static auto transaction = journal.begin();
        return std::string("writing");
      },
      Child::After::stays);
  REQUIRE(writer.answer() == "writing");
  CHECK(upgrading(fixture.path, migrations) == "75 journal_busy_by");
  writer.dismiss();
  CHECK(upgrading(fixture.path, migrations) == "");
}

TEST_CASE(
    "there is a journal of every released schema, and each is brought up to date and is whole") {
  const int released = std::max(schema_version() - 1, 1);
  for (int version = 1; version <= released; ++version) {
    const std::string name = "schema-" + std::to_string(version) + ".db";
    INFO(name << " of tests/store/fixtures; make.sh there makes one");
    const TempFolder folder;
    fs::copy_file(fs::path(OPSCTL_SOURCE_DIR "/tests/store/fixtures") / name, folder.journal());
    CHECK(SQLite::Database(folder.journal().string()).execAndGet("PRAGMA user_version").getInt() ==
          version);
    CHECK(upgrade_journal(folder.journal(), kStamp).from == version);
    const VerifyReport report = verify_journal(folder.journal(), {.deep = true});
    CHECK(is_whole(report));
    {
      const Journal journal = Journal::open(folder.journal(), Access::read);
      CHECK(journal.head().seq == 25);
      CHECK(journal.runs().size() == 4);
    }
    CHECK(upgrading(folder.journal(), with_next({kColumn, kTable})) == "");
  }
}
