// What opsctl verify says: counts, findings, the head; that it changes nothing.
#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>

#include <catch2/catch.hpp>

#include "store/forger.h"
#include "store/honest.h"
#include "store/verify.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

namespace fs = std::filesystem;

const CheckResult& result_of(const VerifyReport& report, Check check) {
  return *std::ranges::find(report.checks, check, &CheckResult::check);
}

/// "check: finding", a line each.
std::string findings_of(const VerifyReport& report) {
  std::string text;
  for (const CheckResult& result : report.checks) {
    for (const Message& finding : result.findings)
      text += std::string(name_of(result.check)) + ": " + to_text(finding, Language::en) + "\n";
  }
  return text;
}

std::string findings_after(const std::string& sql, bool deep = false) {
  const HonestFixture fixture;
  meddle(fixture.path, sql);
  return findings_of(verify_journal(fixture.path, {.deep = deep}));
}

}  // namespace

TEST_CASE("verify counts what it looked at and answers with the head") {
  const HonestFixture fixture;
  const VerifyReport report = verify_journal(fixture.path, {.deep = true});
  CHECK(findings_of(report) == "");
  CHECK(is_whole(report));
  CHECK(report.head == Journal::open(fixture.path, Access::read).head());
  for (const Check check :
       {Check::gaps, Check::chain, Check::canonical, Check::fields, Check::index, Check::rules})
    CHECK(result_of(report, check).looked_at == 12);
  CHECK(result_of(report, Check::clock).looked_at == 11);
  CHECK(result_of(report, Check::runs).looked_at == 2);
  CHECK(result_of(report, Check::derived).looked_at == 12 + 2 + 1 + 1 + 1);
  // Three contents; the roster, two starts and the evidence name them, each start twice.
  CHECK(result_of(report, Check::blobs).looked_at == 3 + 1 + 4 + 1);
}

TEST_CASE("verify changes nothing") {
  const HonestFixture fixture;
  const std::string before = bytes_of(fixture.path);
  const auto time = fs::last_write_time(fixture.path);
  verify_journal(fixture.path, {.deep = true});
  CHECK(bytes_of(fixture.path) == before);
  CHECK(fs::last_write_time(fixture.path) == time);
  CHECK(std::distance(fs::directory_iterator(fixture.folder.path()), {}) <= 2);  // and a lock
}

TEST_CASE("verify works where nothing may be written") {
  const HonestFixture fixture;
  fs::permissions(fixture.path, fs::perms::owner_read);
  CHECK(is_whole(verify_journal(fixture.path)));
}

TEST_CASE("verify names what is wrong beside the records") {
  CHECK(findings_after("DROP TRIGGER event_kept") ==
        "schema: the trigger 'event_kept' is missing\n");
  CHECK(findings_after("CREATE VIEW extra AS SELECT 1") ==
        "schema: the view 'extra' is not one of opsctl's\n");
  CHECK(findings_after("DROP INDEX run_item; CREATE INDEX run_item ON run (state)") ==
        "schema: the index 'run_item' is not as shipped\n");
  CHECK(findings_after("DELETE FROM event_index WHERE seq = 11") ==
        "index: record 11 is not indexed as it is\n");
  CHECK(findings_after("INSERT INTO event_index VALUES (99, '', '', '', '', 0, '', '')") ==
        "index: the index has an entry 99 without a record\n");
  CHECK(findings_after("UPDATE run SET state = 'open' WHERE id = '20261122-001'") ==
        "runs: run 20261122-001 is not listed as its records have it\n");
  CHECK(findings_after("UPDATE run SET state = 'x' WHERE id = '20261122-001'") ==
        "runs: the journal's list of runs is damaged at run 20261122-001\n");
  CHECK(findings_after("DELETE FROM run WHERE id = '20261122-001'") ==
        "runs: run 20261122-001 is not listed\n"
        "runs: the last execution of item inc-13 is not listed as its runs have it\n");
  for (const char* change :
       {"DELETE FROM last_done", "UPDATE last_done SET performed_at = performed_at + 1",
        "UPDATE last_done SET before_at = 0"})
    CHECK(findings_after(change) ==
          "runs: the last execution of item inc-13 is not listed as its runs have it\n");
  CHECK(findings_after("UPDATE run SET id = '20261122-009' WHERE id = '20261122-001'") ==
        "runs: run 20261122-001 is not listed\n"
        "runs: run 20261122-009 is listed and has no records\n");
}

TEST_CASE("verify --deep makes every derived table again") {
  for (const bool deep : {false, true}) {
    CHECK(findings_after("UPDATE request SET reason = 'x'", deep) ==
          (deep ? "derived: table request: R20261122-001 is not what follows from the records\n"
                : ""));
    CHECK(findings_after("DELETE FROM waiver", deep) ==
          (deep ? "derived: table waiver: 12 is missing\n" : ""));
    CHECK(findings_after("INSERT INTO waiver VALUES (3, '', '', '', 0)", deep) ==
          (deep ? "derived: table waiver: 3 follows from no record\n" : ""));
  }
  const HonestFixture fixture;
  Forger(fixture.path).replace(12, "mori", "ueda").write();
  const VerifyReport report = verify_journal(fixture.path, {.deep = true});
  CHECK(findings_of(report).find("derived: what follows from the records cannot be made again: "
                                 "record 12 of the journal does not match its hash\n") !=
        std::string::npos);
}

TEST_CASE("verify names what is wrong with the records") {
  struct Case {
    std::function<void(Forger&)> change;
    std::string finding;
  };
  const auto replaced = [](std::int64_t seq, std::string from, std::string to) {
    return [=](Forger& f) { f.replace(seq, from, to).rehash(); };
  };
  const std::vector<Case> cases = {
      {[](Forger& f) { f.erase(5); }, "gaps: record 6 follows record 4\n"},
      {[](Forger& f) { f.erase(5); }, "chain: record 6 has nothing that it follows\n"},
      {[](Forger& f) { f.replace(12, "mori", "ueda"); },
       "chain: record 12 of the journal does not match its hash\n"},
      {replaced(12, ",", " ,"), "canonical: record 12 is not canonical JSON\n"},
      {replaced(12, "\"host\"", "\"hose\""),
       "fields: record 12 of the journal has no field 'host'\n"},
      {replaced(12, "{", std::string(40, '[') + "{"),
       "fields: record 12 of the journal is not a JSON object\n"},
      {replaced(5, "\"host\"", "\"hose\""),
       "runs: run 20261122-001 has records that cannot be read\n"},
      {[](Forger& f) { f.erase(3).renumber().rehash(); },
       "runs: the records of run 20261122-001 do not begin with its one start\n"},
      {[](Forger& f) { f.erase(1, 12); }, "genesis: there is no record at all\n"},
      {[](Forger& f) { f.erase(1).renumber().rehash(); },
       "genesis: record 1 is not the creation of the journal\n"},
      {[](Forger& f) {
         f.records.push_back(f.records.front());
         f.renumber().rehash();
       },
       "genesis: record 13 creates the journal again\n"},
      {replaced(12, "\"journal\":\"", "\"journal\":\"x"),
       "genesis: record 12 is of another journal: x"},
      {replaced(1, "\"journal\":\"", "\"journal\":\"x"), "genesis: 'x"},
      {replaced(12, "\"clock_back\":false", "\"clock_back\":true"),
       "clock: record 12 says that the clock went back, and it did not\n"},
      {replaced(12, "\"recorded_at\":17", "\"recorded_at\":16"),
       "clock: record 12 is earlier than the one before, and does not say so\n"},
      {replaced(4, "\"size\":7", "\"size\":8"), "blobs: record 4 names the content " +
                                                    hex(sha256("content")) +
                                                    ", which is not here as it should be\n"},
      {replaced(4, "\"account\":\"sato\"", "\"account\":\"root\""),
       "rules: record 4: the account 'root' was not one of p-sato\n"}};
  for (const auto& [change, finding] : cases) {
    const HonestFixture fixture;
    Forger forger(fixture.path);
    change(forger);
    forger.write();
    const std::string findings = findings_of(verify_journal(fixture.path));
    INFO(findings);
    CHECK(findings.find(finding) != std::string::npos);
  }
}

TEST_CASE("verify names the texts that are not what was kept") {
  CHECK(findings_after("DROP TRIGGER blob_unchanged;"
                       "UPDATE blob SET content = x'00' WHERE content = CAST('content' AS BLOB)")
            .find("blobs: the text " + hex(sha256("content")) +
                  " in the journal does not match its hash\n") != std::string::npos);
}

TEST_CASE("verify compares anchors, and says when one is of another journal") {
  const HonestFixture fixture;
  const Anchor head = verify_journal(fixture.path).head.value();
  const auto findings = [&](KeptAnchor anchor) {
    return findings_of(verify_journal(fixture.path, {.anchors = {std::move(anchor)}}));
  };
  CHECK(findings({head.journal, 12, hex(head.hash)}) == "");
  CHECK(findings({"", 12, "00000000"}) ==
        "anchors: the anchor 12:00000000 does not match: record 12 is " +
            hex(head.hash).substr(0, 8) + "\n");
  CHECK(findings({"", 13, "00000000"}) ==
        "anchors: the anchor 13:00000000 names a record that is not here; the journal ends with "
        "12\n");
  const std::string other = "11111111-1111-4111-8111-111111111111";
  for (const std::int64_t seq : {12, 13})
    CHECK(findings({other, seq, hex(head.hash)}) ==
          "anchors: the anchor of record " + std::to_string(seq) + " is of journal " + other +
              ", and this is journal " + head.journal + "\n");
}

TEST_CASE("verify asks whose the signatures are") {
  const TempFolder folder;
  HonestJournal honest(folder.journal());
  honest.start("20261122-001");
  honest.record("20261122-001", RunFinished{Outcome::failed, "壊れた"},
                HonestJournal::operator_of("sato"));
  SignedOff decision{SignOffDuty::supervisor, Decision::approve, "",
                     content_hash(*honest.journal().run("20261122-001"))};
  decision.signature = "by abe";
  decision.signed_at = kNoon;
  honest.record("20261122-001", decision, HonestJournal::supervisor());

  const VerifyReport unasked = verify_journal(folder.journal());
  CHECK(is_whole(unasked));
  CHECK(unasked.unchecked_signatures == 1);
  std::string asked;
  VerifyOptions options;
  options.verifies = [&](const std::string& person, const std::string& text,
                         const std::string& signature, Instant at) {
    asked = person + "|" + signature + "|" + text.substr(0, text.find('\n'));
    return at == kNoon + std::chrono::minutes(4);
  };
  CHECK(findings_of(verify_journal(folder.journal(), options)) == "");
  CHECK(asked == "p-abe|by abe|opsctl-signoff-v1");
  options.verifies = [](auto&&...) { return false; };
  CHECK(findings_of(verify_journal(folder.journal(), options)) ==
        "signatures: record 5: the signature is not p-abe's\n");
}

TEST_CASE("verify says how many findings it does not show") {
  const HonestFixture fixture;
  meddle(fixture.path, "UPDATE event_index SET kind = 'x'");
  const VerifyReport report = verify_journal(fixture.path, {.most_findings = 3});
  CHECK(result_of(report, Check::index).findings.size() == 3);
  CHECK(result_of(report, Check::index).wrong == 12);
}

TEST_CASE("verify says why it could not check") {
  const HonestFixture fixture;
  CHECK(error_of([&] { verify_journal(fixture.folder.path() / "none.db"); }) ==
        "6 journal_missing");
  meddle(fixture.path, "PRAGMA user_version = 9");
  CHECK(error_of([&] { verify_journal(fixture.path); }) == "6 journal_newer");
  meddle(fixture.path, "PRAGMA application_id = 9");
  CHECK(error_of([&] { verify_journal(fixture.path); }) == "6 journal_not_ours");
}

TEST_CASE("verify waits for a writer, and gives up") {
  const HonestFixture fixture;
  SQLite::Database writer(fixture.path.string(), SQLite::OPEN_READWRITE);
  writer.exec("BEGIN EXCLUSIVE");
  const std::string why = error_of([&] { verify_journal(fixture.path, {.wait = kShort}); });
  CHECK(why.starts_with("75 journal_busy"));
}
