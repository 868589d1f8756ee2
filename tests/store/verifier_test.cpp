// The independent verifier (tests/verify_journal.py) agrees with the store about journals that are
// whole and about journals that were tampered with.
#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "store/helpers.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

/// Exit status of the verifier.
int verdict(const std::filesystem::path& journal, const std::string& more = "") {
  const std::string command = "python3 '" OPSCTL_SOURCE_DIR "/tests/verify_journal.py' '" +
                              journal.string() + "' " + more + " > /dev/null 2>&1";
  return WEXITSTATUS(std::system(command.c_str()));
}

bool chain_is_whole(const std::filesystem::path& path) {
  ChainEnd end;
  return !check_chain(Journal::open(path, Access::read).records({}), end);
}

void meddle(const std::filesystem::path& path, const std::string& sql) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("PRAGMA foreign_keys = OFF;" + sql);
}

/// Runs `sql` with the triggers of `event` away, and puts them back as they were.
void forge(const std::filesystem::path& path, const std::string& sql) {
  SQLite::Database db(path.string(), SQLite::OPEN_READWRITE);
  std::string triggers;
  SQLite::Statement query(db,
                          "SELECT sql FROM sqlite_schema WHERE type = 'trigger'"
                          " AND tbl_name = 'event'");
  while (query.executeStep()) triggers += query.getColumn(0).getString() + ";";
  query.reset();
  db.exec(
      "PRAGMA foreign_keys = OFF; DROP TRIGGER event_in_order; DROP TRIGGER event_unchanged;"
      "DROP TRIGGER event_kept;" +
      sql + ";" + triggers);
}

struct Fixture {
  TempFolder folder;
  std::filesystem::path path = folder.journal();

  Fixture() {
    Journal journal = Journal::create(path, birth());
    append(journal, start_of("20261122-001"));
    append(journal, event_of("20261122-001", StepRecorded{"1", StepResult::ok, "\x7f \"◎\"\n"}));
    auto transaction = journal.begin();
    transaction.put_blob("text");
    transaction.append(event_of("20261122-001", RunAborted{"中止"}));
    transaction.commit();
  }
};

}  // namespace

TEST_CASE("the verifier finds a journal of ours whole") {
  const Fixture fixture;
  CHECK(chain_is_whole(fixture.path));
  CHECK(verdict(fixture.path) == 0);
  const Anchor head = Journal::open(fixture.path, Access::read).head();
  CHECK(verdict(fixture.path, "--anchor 4:" + hex(head.hash)) == 0);
  CHECK(verdict(fixture.path, "--anchor 4:" + hex(head.hash).substr(0, 8)) == 0);
  CHECK(verdict(fixture.path, "--anchor 3:" + hex(head.hash)) == 1);
}

TEST_CASE("the verifier and the store find the same breaks of the chain") {
  for (const char* sql :
       {"UPDATE event SET payload = replace(payload, 'sato', 'kato') WHERE seq = 2",
        "UPDATE event SET hash = zeroblob(32) WHERE seq = 3", "DELETE FROM event WHERE seq = 2",
        "DELETE FROM event WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 4",
        "INSERT INTO event SELECT 5, payload, hash FROM event WHERE seq = 4"}) {
    INFO(sql);
    const Fixture fixture;
    forge(fixture.path, sql);
    CHECK_FALSE(chain_is_whole(fixture.path));
    CHECK(verdict(fixture.path) == 1);
  }
}

TEST_CASE("the verifier finds what the chain alone does not show") {
  for (const char* sql :
       {"DROP TRIGGER event_unchanged",
        "CREATE TRIGGER extra AFTER INSERT ON event BEGIN SELECT 1; END",
        "UPDATE run SET last_seq = 2", "UPDATE run SET state = 'asleep'", "DELETE FROM run",
        "ALTER TABLE run ADD COLUMN more TEXT", "UPDATE event_index SET person = 'p-abe'",
        "DROP TRIGGER blob_unchanged; UPDATE blob SET content = x'00'"}) {
    INFO(sql);
    const Fixture fixture;
    meddle(fixture.path, sql);
    CHECK(verdict(fixture.path) == 1);
  }
}

TEST_CASE("the verifier says when it could not check") {
  const Fixture fixture;
  CHECK(verdict(fixture.folder.path() / "none.db") == 6);
  CHECK(verdict(fixture.path, "--anchor x") == 6);
  meddle(fixture.path, "PRAGMA user_version = 2");
  CHECK(verdict(fixture.path) == 6);
}

TEST_CASE("a tail that was cut off is found by an anchor alone") {
  const Fixture fixture;
  const Anchor head = Journal::open(fixture.path, Access::read).head();
  forge(fixture.path,
        "DELETE FROM event WHERE seq = 4; DELETE FROM event_index WHERE seq = 4;"
        "UPDATE run SET last_seq = 3, state = 'open'");
  CHECK(chain_is_whole(fixture.path));
  CHECK(verdict(fixture.path) == 0);
  CHECK(verdict(fixture.path, "--anchor 4:" + hex(head.hash)) == 1);
}
