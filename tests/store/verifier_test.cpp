// opsctl verify and the independent verifier (tests/verify_journal.py) come to the same answer
// about journals that are whole and about journals that were tampered with.
#include <fstream>
#include <functional>

#include <catch2/catch.hpp>

#include "store/forger.h"
#include "store/honest.h"
#include "store/verify.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

namespace fs = std::filesystem;

/// Exit status of the independent verifier.
int independent_verdict(const fs::path& journal, const std::string& more = "") {
  const std::string command = "python3 '" OPSCTL_SOURCE_DIR "/tests/verify_journal.py' '" +
                              journal.string() + "' " + more + " > /dev/null 2>&1";
  return WEXITSTATUS(std::system(command.c_str()));
}

/// How opsctl verify would end.
int own_verdict(const fs::path& journal, const std::vector<std::string>& anchors, bool deep) {
  VerifyOptions options{.deep = deep};
  for (const std::string& anchor : anchors) options.anchors.push_back(*parse_anchor(anchor));
  try {
    return is_whole(verify_journal(journal, options)) ? 0 : 1;
  } catch (const Error& error) {
    return static_cast<int>(error.exit());
  }
}

/// 0 whole, 1 broken, 6 could not check; -1 where they differ.
int verdict(const fs::path& journal, const std::vector<std::string>& anchors = {}) {
  std::string more;
  for (const std::string& anchor : anchors) more += "--anchor " + anchor + " ";
  const int theirs = independent_verdict(journal, more);
  const int ours = own_verdict(journal, anchors, false);
  const int deep = own_verdict(journal, anchors, true);
  INFO("verify_journal.py " << theirs << ", opsctl verify " << ours << ", --deep " << deep);
  CHECK(theirs == ours);
  CHECK(ours == deep);
  return theirs == ours && ours == deep ? ours : -1;
}

std::string head_of(const fs::path& journal) {
  const Anchor head = Journal::open(journal, Access::read).head();
  return std::to_string(head.seq) + ":" + hex(head.hash);
}

}  // namespace

TEST_CASE("both verifiers find a journal of ours whole") {
  const HonestFixture fixture;
  CHECK(verdict(fixture.path) == 0);
  const std::string head = head_of(fixture.path);
  CHECK(verdict(fixture.path, {head}) == 0);
  CHECK(verdict(fixture.path, {head.substr(0, 3 + 8)}) == 0);
  CHECK(verdict(fixture.path, {"11:" + head.substr(3)}) == 1);
  CHECK(verdict(fixture.path, {"13:" + head.substr(3)}) == 1);
  CHECK(verdict(fixture.path, {head, "4:00000000"}) == 1);
}

TEST_CASE("both verifiers accept what deputies may do") {
  const TempFolder folder;
  HonestJournal honest(folder.journal());
  honest.start("20261122-001");
  honest.record("20261122-001", RunFinished{Outcome::failed, "壊れた"},
                HonestJournal::operator_of("sato"));
  honest.sign("20261122-001", SignOffDuty::supervisor,
              {"p-ueda", "helpdesk", "supervise", "ueda", 0, "p-abe"});
  CHECK(verdict(folder.journal()) == 0);
}

TEST_CASE("both verifiers say when they could not check") {
  const HonestFixture fixture;
  CHECK(verdict(fixture.folder.path() / "none.db") == 6);
  CHECK(independent_verdict(fixture.path, "--anchor x") == 6);
  std::ofstream(fixture.folder.path() / "empty.db");
  CHECK(verdict(fixture.folder.path() / "empty.db") == 6);
  std::ofstream(fixture.folder.path() / "text.db") << std::string(5000, 'x');
  CHECK(verdict(fixture.folder.path() / "text.db") == 6);
  const fs::path other = fixture.folder.path() / "other.db";
  SQLite::Database(other.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE t (a)");
  CHECK(verdict(other) == 6);
  meddle(fixture.path, "PRAGMA user_version = " + std::to_string(schema_version() + 1));
  CHECK(verdict(fixture.path) == 6);
}

TEST_CASE("both verifiers find what was changed beside the records") {
  for (const char* sql :
       {"DROP TRIGGER event_unchanged",
        "CREATE TRIGGER extra AFTER INSERT ON event BEGIN SELECT 1; END",
        "DROP TRIGGER blob_kept; CREATE TRIGGER blob_kept BEFORE DELETE ON blob BEGIN SELECT 1; "
        "END",
        "CREATE TABLE more (a)",
        "DROP INDEX run_item",
        "ALTER TABLE run ADD COLUMN more TEXT",
        "UPDATE run SET last_seq = 2",
        "UPDATE run SET state = 'asleep'",
        "UPDATE run SET state = 'open' WHERE id = '20261122-001'",
        "DELETE FROM run",
        "DELETE FROM last_done",
        "UPDATE last_done SET performed_at = performed_at + 1",
        "UPDATE last_done SET before_at = 0",
        "UPDATE last_done SET item = item || 'x'",
        "INSERT INTO last_done SELECT item || 'x', performed_at, finish_seq, for_key, valid_until,"
        " request, cycle, before_at FROM last_done",
        "INSERT INTO run SELECT '20261122-003', item, state, outcome, started_at, performed_at,"
        " finished_at, last_seq, satisfies, valid_until, cycle, planned_end, for_key, request,"
        " finish_seq, emergency, ref FROM run LIMIT 1",
        "UPDATE event_index SET person = 'p-abe' WHERE seq = 4",
        "UPDATE event_index SET ref = 'DIS-2' WHERE seq = 11",
        "UPDATE event_index SET run = '20261122-002' WHERE seq = 4",
        "DELETE FROM event_index WHERE seq = 5",
        "INSERT INTO event_index SELECT 99, run, item, kind, person, recorded_at, '', ref"
        " FROM event_index WHERE seq = 5",
        "DROP TRIGGER blob_unchanged; UPDATE blob SET content = x'00'",
        "DROP TABLE blob",
        "DROP TABLE event_index",
        "DROP TABLE run"}) {
    INFO(sql);
    const HonestFixture fixture;
    meddle(fixture.path, sql);
    CHECK(verdict(fixture.path) == 1);
  }
}

TEST_CASE("blobs that are gone are missed with the triggers in place, too") {
  const HonestFixture fixture;
  SQLite::Database db(fixture.path.string(), SQLite::OPEN_READWRITE);
  const std::string trigger =
      db.execAndGet("SELECT sql FROM sqlite_schema WHERE name = 'blob_kept'").getString();
  for (const char* content : {"content", "the roster", "the runbook"}) {
    db.exec("BEGIN");
    db.exec("DROP TRIGGER blob_kept; DELETE FROM blob WHERE content = CAST('" +
            std::string(content) + "' AS BLOB);" + trigger);
    db.exec("COMMIT");
    CHECK(verdict(fixture.path) == 1);
    SQLite::Statement insert(db, "INSERT INTO blob VALUES (?, ?)");
    const Hash hash = sha256(content);
    insert.bind(1, hash.data(), static_cast<int>(hash.size()));
    insert.bind(2, content, static_cast<int>(std::string_view(content).size()));
    insert.exec();
    CHECK(verdict(fixture.path) == 0);
  }
}

// The thirteen forgeries of spec records.md, by somebody who knows the format. Each says what is
// found without any anchor, and with the head as it was, kept outside.
TEST_CASE("both verifiers find the same forgeries") {
  struct Forgery {
    const char* name;
    std::function<void(Forger&)> forge;
    int alone;
    int with_anchor;
  };
  const std::vector<Forgery> forgeries = {
      {"edit", [](Forger& f) { f.replace(5, "\"ok\"", "\"ng\""); }, 1, 1},
      {"edit and re-hash", [](Forger& f) { f.replace(5, "\"ok\"", "\"ng\"").rehash(); }, 1, 1},
      {"edit, re-hash and drop later approvals",
       [](Forger& f) { f.erase(7, 8).replace(5, "\"ok\"", "\"ng\"").renumber().rehash(); }, 0, 1},
      {"edit after the last approval", [](Forger& f) { f.replace(10, "中止", "停止").rehash(); }, 0,
       1},
      {"delete a middle record", [](Forger& f) { f.erase(5); }, 1, 1},
      {"delete, renumber, re-hash", [](Forger& f) { f.erase(11).renumber().rehash(); }, 0, 1},
      {"swap", [](Forger& f) { std::swap(f.record(4).payload, f.record(5).payload); }, 1, 1},
      {"insert back-dated",
       [](Forger& f) {
         StoredRecord copy = f.record(4);
         f.records.insert(f.records.begin() + 4, copy);
         f.renumber().rehash();
       },
       1, 1},
      {"cut the tail", [](Forger& f) { f.erase(9, 12); }, 0, 1},
      {"cut the tail and its approval", [](Forger& f) { f.erase(8, 12); }, 0, 1}};
  for (const Forgery& one : forgeries) {
    INFO(one.name);
    const HonestFixture fixture;
    const std::string head = head_of(fixture.path);
    Forger forger(fixture.path);
    one.forge(forger);
    forger.write();
    CHECK(verdict(fixture.path) == one.alone);
    CHECK(verdict(fixture.path, {head}) == one.with_anchor);
  }
}

TEST_CASE("a journal that was put back or begun anew is found by an anchor alone") {
  const TempFolder folder;
  const fs::path path = folder.journal();
  const fs::path kept = folder.path() / "yesterday.db";
  {
    HonestJournal honest(path);
    honest.signed_run();
    fs::copy_file(path, kept);
    honest.others();
  }
  const std::string head = head_of(path);
  fs::copy_file(kept, path, fs::copy_options::overwrite_existing);
  CHECK(verdict(path) == 0);
  CHECK(verdict(path, {head}) == 1);
  fs::remove(path);
  { HonestJournal anew(path); }
  CHECK(verdict(path) == 0);
  CHECK(verdict(path, {head}) == 1);
}

TEST_CASE("a false record, made with the honest tool, is whole") {
  const HonestFixture fixture;
  const std::string head = head_of(fixture.path);
  Journal journal = Journal::open(fixture.path, Access::write);
  Event event = event_of("", OccurrenceWaived{"2026-12", "虚偽"});
  event.actor = HonestJournal::manager();
  event.roster_hash = office_roster().hash;
  event.recorded_at = event.performed_at = kNoon + std::chrono::hours(1);
  append(journal, event);
  CHECK(verdict(fixture.path, {head}) == 0);
}

TEST_CASE("both verifiers find the duties mixed up, whoever re-hashed the chain") {
  struct Forgery {
    std::int64_t seq;
    const char* from;
    const char* to;
  };
  for (const auto& [seq, from, to] :
       std::vector<Forgery>{{4, "\"account\":\"sato\"", "\"account\":\"root\""},
                            {4, "\"person\":\"p-sato\"", "\"person\":\"p-nobody\""},
                            {12, "\"account\":\"mori\"", "\"account\":\"kato\""},
                            {12, "\"deputy_for\":\"\"", "\"deputy_for\":\"p-ueda\""},
                            {8, "\"account\":\"mori\"", "\"account\":\"abe\""},
                            {8, "\"person\":\"p-mori\"", "\"person\":\"p-kato\""},
                            {7, "\"person\":\"p-abe\"", "\"person\":\"p-kato\""},
                            {7, "\"duty\":\"supervisor\"", "\"duty\":\"approver\""},
                            {8, "\"roster_hash\":\"", "\"roster_hash\":\"00"},
                            {6, "\"kind\":\"run-finished\"", "\"kind\":\"run-ended\""},
                            {3, "\"supervised\":true", "\"supervised\":false"}}) {
    INFO(seq << " " << from << " -> " << to);
    const HonestFixture fixture;
    Forger forger(fixture.path);
    forger.replace(seq, from, to).rehash().write();
    CHECK(verdict(fixture.path) == 1);
  }
}

TEST_CASE("both verifiers find what payloads must not be") {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"{\"account\"", "{ \"account\""},
           {"\"uid\":0", "\"uid\":0.5"},
           {"\"uid\":0", "\"uid\":true"},
           {"\"clock_back\":false", "\"clock_back\":true"},
           {"\"note\":\"\"", "\"mote\":\"\""},
           {"\"journal\":\"", "\"journal\":\"0"},
           {"\"note\":\"\"", "\"note\":\"\xff\""},
           {"\"note\":\"\"",
            "\"note\":" + std::string(100'000, '[') + std::string(100'000, ']')}}) {
    INFO(from << " -> " << to.substr(0, 40));
    const HonestFixture fixture;
    Forger forger(fixture.path);
    forger.replace(5, from, to).rehash().write();
    CHECK(verdict(fixture.path) == 1);
  }
}

TEST_CASE("both verifiers find a first record that is no birth") {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"\"kind\":\"journal-created\"", "\"kind\":\"watch-confirmed\""},
           {"\"journal\":\"", "\"journal\":\"x"}}) {
    const HonestFixture fixture;
    Forger forger(fixture.path);
    forger.replace(1, from, to).rehash().write();
    CHECK(verdict(fixture.path) == 1);
  }
}

TEST_CASE("neither verifier falls over a damaged file") {
  const HonestFixture fixture;
  const auto size = fs::file_size(fixture.path);
  int broken = 0;
  for (std::uintmax_t at = 100; at < size; at += 1009) {
    const fs::path damaged = fixture.folder.path() / "damaged.db";
    fs::copy_file(fixture.path, damaged, fs::copy_options::overwrite_existing);
    {
      std::fstream file(damaged, std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(at));
      const char flipped = static_cast<char>(file.get() ^ 0x10);
      file.seekp(static_cast<std::streamoff>(at));
      file.put(flipped);
    }
    INFO("byte " << at << " of " << size);
    const int ours = own_verdict(damaged, {}, false);
    CHECK(ours == independent_verdict(damaged));
    if (ours == 1) ++broken;
  }
  CHECK(broken > 5);
  for (const std::uintmax_t kept : {size / 2, size - 1000, std::uintmax_t{4096}}) {
    const fs::path cut = fixture.folder.path() / "cut.db";
    fs::copy_file(fixture.path, cut, fs::copy_options::overwrite_existing);
    fs::resize_file(cut, kept);
    INFO("cut to " << kept);
    CHECK(verdict(cut) == 1);
  }
}
