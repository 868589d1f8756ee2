// What is written to a journal, and what it can be asked.
#include "store/journal.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "store/helpers.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

SQLite::Database raw(const Journal& journal) {
  return SQLite::Database(journal.path().string(), SQLite::OPEN_READWRITE);
}

/// All rows of a table, as text.
std::string table(const Journal& journal, const std::string& name) {
  SQLite::Database db = raw(journal);
  SQLite::Statement query(db, "SELECT * FROM " + name + " ORDER BY 1");
  std::string text;
  while (query.executeStep()) {
    for (int column = 0; column < query.getColumnCount(); ++column)
      text += query.getColumn(column).getString() + "|";
    text += "\n";
  }
  return text;
}

Event finish_of(std::string run, Instant at, std::string valid_until = "",
                std::string item = "inc-13") {
  RunFinished finish;
  finish.steps = {{.step = "1"}, {.step = "2"}};
  if (!valid_until.empty()) finish.values = {{std::string(kValidUntil), std::move(valid_until)}};
  Event event = event_of(std::move(run), finish, std::move(item));
  event.performed_at = event.recorded_at = at;
  return event;
}

Event rejection_of(const Journal& journal, const std::string& run) {
  const SignedOff rejected{SignOffDuty::approver, Decision::reject, "誤り",
                           content_hash(*journal.run(run))};
  Event event = event_of(run, rejected);
  event.actor = {"p-abe", "manager", "approve", "abe", 1002};
  return event;
}

std::vector<std::int64_t> seqs(const std::vector<Event>& events) {
  std::vector<std::int64_t> numbers;
  for (const Event& event : events) numbers.push_back(event.seq);
  return numbers;
}

std::vector<std::string> ids(const std::vector<RunSummary>& runs) {
  std::vector<std::string> found;
  for (const RunSummary& run : runs) found.push_back(run.id);
  return found;
}

constexpr std::chrono::hours kHour{1};
using Seqs = std::vector<std::int64_t>;
using Ids = std::vector<std::string>;

/// Three runs of two items: one finished, one open, one rejected.
struct Office {
  TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());

  Office() {
    append(journal, start_of("20261122-001"));                               // 2
    append(journal, start_of("20261122-002", "inc-49"));                     // 3
    append(journal, finish_of("20261122-001", kNoon + kHour));               // 4
    append(journal, event_of("20261122-002", NoteAdded{"待ち"}, "inc-49"));  // 5
    append(journal, start_of("20261123-001"));                               // 6
    append(journal, finish_of("20261123-001", kNoon + 24 * kHour));          // 7
    append(journal, rejection_of(journal, "20261123-001"));                  // 8
  }
};

}  // namespace

TEST_CASE("an appended event comes back with its number and its place in the chain") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  const Event event = start_of("20261122-001");
  const Event recorded = append(journal, event);
  CHECK(recorded.seq == 2);
  CHECK(journal.head() == Anchor{journal.uuid(), 2, recorded.hash});
  const Journal reader = Journal::open(folder.journal(), Access::read);
  const auto run = reader.run("20261122-001");
  REQUIRE(run);
  REQUIRE(run->events.size() == 1);
  CHECK(run->events.front().hash == recorded.hash);
  CHECK(started(*run).book.title == "DBMS復旧");
  CHECK(run->events.front().actor == event.actor);
  const auto records = reader.records({});
  ChainEnd end;
  CHECK_FALSE(check_chain(records, end));
  CHECK(end.hash == recorded.hash);
}

TEST_CASE("without commit nothing is recorded") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  const std::string before = table(journal, "event_index");
  {
    auto transaction = journal.begin();
    transaction.append(start_of("20261122-001"));
    transaction.put_blob("text");
    CHECK(journal.head().seq == 2);  // seen by the one who writes
  }
  CHECK(journal.head().seq == 1);
  CHECK_FALSE(journal.run("20261122-001"));
  CHECK_FALSE(journal.blob(sha256("text")));
  CHECK(table(journal, "event_index") == before);
  CHECK(append(journal, start_of("20261122-001")).seq == 2);
}

TEST_CASE("an event that breaks off leaves nothing behind") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  CHECK(error_of([&] { append(journal, event_of("20261122-001", NoteAdded{"x"})); }) ==
        "6 run_history_wrong");
  CHECK(error_of([&] { append(journal, start_of("\xFF")); }) == "1 record_not_utf8");
  append(journal, start_of("20261122-001"));
  CHECK(error_of([&] { append(journal, start_of("20261122-001")); }) == "6 run_history_wrong");
  CHECK(journal.head().seq == 2);
  CHECK_THROWS_AS(append(journal, birth()), std::logic_error);
}

TEST_CASE("no SQL changes, removes, replaces or inserts out of turn") {
  Office office;
  const std::string before = table(office.journal, "event");
  SQLite::Database db = raw(office.journal);
  for (const char* recursive :
       {"PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers = OFF"}) {
    db.exec(recursive);
    for (const char* sql :
         {"UPDATE event SET payload = '{}' WHERE seq = 2",
          "UPDATE event SET seq = 99 WHERE seq = 8",
          "UPDATE OR IGNORE event SET hash = zeroblob(32)", "DELETE FROM event WHERE seq = 8",
          "DELETE FROM event", "REPLACE INTO event VALUES (8, '{}', zeroblob(32))",
          "INSERT OR REPLACE INTO event VALUES (2, '{}', zeroblob(32))",
          "INSERT INTO event VALUES (8, '{}', zeroblob(32)) "
          "ON CONFLICT (seq) DO UPDATE SET payload = '{}'",
          "INSERT INTO event VALUES (10, '{}', zeroblob(32))",
          "INSERT INTO event VALUES (0, '{}', zeroblob(32))",
          "INSERT INTO event VALUES (-1, '{}', zeroblob(32))",
          "INSERT INTO event (payload, hash) VALUES ('{}', zeroblob(32))",
          "INSERT OR IGNORE INTO event VALUES (8, '{}', zeroblob(32))",
          "INSERT INTO event VALUES (9, '{}', zeroblob(31))",
          "INSERT INTO event VALUES (9, NULL, zeroblob(32))",
          "INSERT INTO event VALUES (9, x'7B7D', zeroblob(32))"}) {
      INFO(sql);
      CHECK_THROWS_AS(db.exec(sql), SQLite::Exception);
    }
  }
  CHECK(table(office.journal, "event") == before);
}

TEST_CASE("a text is kept once, by its hash, and is never changed") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  const std::string text = std::string("名前: x\n") + '\0' + "\xFF";
  {
    auto transaction = journal.begin();
    CHECK(transaction.put_blob(text) == sha256(text));
    CHECK(transaction.put_blob(text) == sha256(text));
    CHECK(transaction.put_blob("") == sha256(""));
    transaction.commit();
  }
  CHECK(journal.blob(sha256(text)) == text);
  CHECK(journal.blob(sha256("")) == "");
  CHECK_FALSE(journal.blob(sha256("never put")));
  SQLite::Database db = raw(journal);
  const std::string before = table(journal, "blob");
  CHECK_THROWS(db.exec("UPDATE blob SET content = x'00'"));
  CHECK_THROWS(db.exec("DELETE FROM blob"));
  for (const char* recursive :
       {"PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers = OFF"}) {
    db.exec(recursive);
    db.exec("REPLACE INTO blob SELECT hash, x'00' FROM blob");  // ignored
  }
  CHECK(table(journal, "blob") == before);
  db.exec("DROP TRIGGER blob_unchanged; UPDATE blob SET content = x'00'");
  CHECK(error_of([&] { journal.blob(sha256(text)); }) == "6 blob_damaged");
}

TEST_CASE("a record that was tampered with is not believed") {
  Office office;
  raw(office.journal)
      .exec(
          "DROP TRIGGER event_unchanged;"
          "UPDATE event SET payload = replace(payload, '待ち', '済み') WHERE seq = 5");
  CHECK(error_of([&] { office.journal.run("20261122-002"); }) == "6 record_damaged");
  CHECK(words_of_error([&] { office.journal.events(); }) ==
        "record 5 of the journal does not match its hash");
  CHECK(office.journal.run("20261122-001"));
  ChainEnd end;
  CHECK(check_chain(office.journal.records({}), end) == ChainBreak{5, ChainFault::hash});
}

TEST_CASE("nothing is added to a chain whose end is broken") {
  Office office;
  raw(office.journal)
      .exec("DROP TRIGGER event_unchanged; UPDATE event SET hash = zeroblob(32) WHERE seq = 8");
  CHECK(error_of([&] { office.journal.begin(); }) == "6 record_damaged");
  CHECK(error_of([&] { office.journal.begin(); }) ==
        "6 record_damaged");  // and lets go of the lock
}

TEST_CASE("a journal without its first record is not opened") {
  const TempFolder folder;
  { Office office; }
  Journal journal = Journal::create(folder.journal(), birth());
  const std::string trigger =
      raw(journal)
          .execAndGet("SELECT sql FROM sqlite_schema WHERE name = 'event_kept'")
          .getString();
  raw(journal).exec(
      "PRAGMA foreign_keys = OFF; DROP TRIGGER event_kept; DELETE FROM event WHERE seq = 1");
  CHECK(error_of([&] { Journal::open(folder.journal(), Access::read); }) == "6 schema_not_ours");
  raw(journal).exec(trigger);
  CHECK(error_of([&] { Journal::open(folder.journal(), Access::read); }) == "6 record_damaged");
}

TEST_CASE("the derived tables are the same when made again from the events") {
  Office office;
  const std::string index = table(office.journal, "event_index");
  const std::string runs = table(office.journal, "run");
  CHECK(std::ranges::count(index, '\n') == 8);
  CHECK(std::ranges::count(runs, '\n') == 3);
  raw(office.journal)
      .exec("UPDATE run SET state = 'approved'; DELETE FROM event_index WHERE seq > 3");
  auto transaction = office.journal.begin();
  transaction.rebuild_derived();
  transaction.commit();
  CHECK(table(office.journal, "event_index") == index);
  CHECK(table(office.journal, "run") == runs);
}

TEST_CASE("a run's row is what the model says of its history") {
  Office office;
  for (const RunSummary& row : office.journal.runs()) {
    CHECK(row == summarize(*office.journal.run(row.id)));
    CHECK(row == office.journal.summary(row.id));
  }
  CHECK_FALSE(office.journal.summary("20261122-009"));
  CHECK_FALSE(office.journal.run("20261122-009"));
  CHECK_FALSE(office.journal.run(""));
  raw(office.journal).exec("UPDATE run SET state = 'asleep' WHERE id = '20261122-002'");
  CHECK(words_of_error([&] { office.journal.run_counts(); }) ==
        words_of_error([&] { office.journal.runs(); }));
  CHECK(words_of_error([&] { office.journal.runs(); }) ==
        "the journal's list of runs is damaged at run 20261122-002");
}

TEST_CASE("runs are found by item, state and date") {
  const Office office;
  const Journal& journal = office.journal;
  CHECK(ids(journal.runs()) == Ids{"20261122-001", "20261122-002", "20261123-001"});
  CHECK(ids(journal.runs({.item = "inc-13"})) == Ids{"20261122-001", "20261123-001"});
  CHECK(ids(journal.runs({.states = {RunState::open, RunState::returned}})) == Ids{"20261122-002"});
  CHECK(ids(journal.runs({.item = "inc-13", .states = {RunState::open}})).empty());
  CHECK(ids(journal.runs({.states = {RunState::awaiting_approval}})) == Ids{"20261122-001"});
  CHECK(ids(journal.runs({.performed_from = kNoon + kHour})) ==
        Ids{"20261122-001", "20261123-001"});
  CHECK(ids(journal.runs({.performed_before = kNoon + 24 * kHour})) == Ids{"20261122-001"});
  CHECK(ids(journal.runs({.started_from = kNoon + kHour})).empty());
  CHECK(ids(journal.runs({.started_before = kNoon + kHour})).size() == 3);
  CHECK(ids(journal.runs({.limit = 2})) == Ids{"20261122-002", "20261123-001"});
  CHECK(ids(journal.runs({.item = "inc-13", .limit = 1})) == Ids{"20261123-001"});
  CHECK(ids(journal.runs({.limit = 2, .last = LastBy::id})) == Ids{"20261122-002", "20261123-001"});
  CHECK(ids(journal.runs({.id_begin = "20261122"})) == Ids{"20261122-001", "20261122-002"});
  CHECK(ids(journal.runs({.id_begin = "20261122-002"})) == Ids{"20261122-002"});
  CHECK(ids(journal.runs({.id_begin = "2026112３"})).empty());
  CHECK(ids(journal.runs({.id_end = "-001"})) == Ids{"20261122-001", "20261123-001"});
  CHECK(ids(journal.runs({.id_end = "22-002"})) == Ids{"20261122-002"});
  CHECK(ids(journal.runs({.id_end = "-0001"})).empty());
  CHECK(ids(journal.runs({.id_end = "−001"})).empty());
  std::map<RunState, std::int64_t> counts;
  for (const RunSummary& run : journal.runs()) ++counts[run.state];
  CHECK(counts.size() == 3);
  CHECK(journal.run_counts() == counts);
}

TEST_CASE("the next id of a run counts on through its date") {
  Office office;
  const Date day = *parse_date("2026-11-22");
  CHECK(office.journal.next_run_id(day) == "20261122-003");
  CHECK(office.journal.next_run_id(day + std::chrono::days(2)) == "20261124-001");
  append(office.journal, start_of("20261122-999"));
  CHECK(office.journal.next_run_id(day) == "20261122-1000");
  append(office.journal, start_of("20261122-1000"));
  CHECK(office.journal.next_run_id(day) == "20261122-1001");
}

TEST_CASE("only what satisfies is an execution, with the expiry of its certificate") {
  Office office;
  const Zone tokyo = *Zone::find("Asia/Tokyo");
  append(office.journal, start_of("20261124-001"));
  append(office.journal, finish_of("20261124-001", kNoon + 48 * kHour, "2027-11-22"));
  append(office.journal, start_of("20261124-002"));
  append(office.journal, finish_of("20261124-002", kNoon + 48 * kHour, "2027-11-22 09:00"));
  const auto executions = office.journal.histories(tokyo);
  const auto& done = executions.at("inc-13").executions;
  REQUIRE(done.size() == 3);
  CHECK(done[0].performed_at == kNoon + kHour);
  CHECK(done[0].seq == 4);
  CHECK_FALSE(done[0].valid_until);
  CHECK(done[1].seq == 10);
  CHECK(std::get<Date>(*done[1].valid_until) == *parse_date("2027-11-22"));
  CHECK(done[2].seq == 12);
  CHECK(std::get<Instant>(*done[2].valid_until) == *parse_instant("2027-11-22T00:00:00Z", tokyo));
}

TEST_CASE("requests, waivers and watches are given to the schedule as they were recorded") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  const auto about_item = [](EventBody body) { return event_of("", std::move(body), "inc-13"); };
  const Zone tokyo = *Zone::find("Asia/Tokyo");
  CHECK(journal.next_request_id(*parse_date("2026-11-22")) == "R20261122-001");
  append(journal, about_item(RequestMade{"R20261122-001", "why", kNoon + kHour, "ref"}));
  append(journal, about_item(RequestMade{"R20261122-002", "why", {}, ""}));
  append(journal, about_item(RequestWithdrawn{"R20261122-002", "no"}));
  append(journal, about_item(OccurrenceWaived{"2026-11", "closed", {}}));
  append(journal, about_item(OccurrenceWaived{"rolling", "later", parse_date("2026-12-24")}));
  Event watch = start_of("20261122-001");
  auto& start = std::get<RunStarted>(watch.body);
  start.cycle = "24H";
  start.planned_end = kNoon + 8 * kHour;
  append(journal, watch);
  append(journal, event_of("20261122-001", WatchConfirmed{}));
  CHECK(journal.next_request_id(*parse_date("2026-11-22")) == "R20261122-003");
  CHECK_FALSE(journal.request("R20261122-009"));

  const auto look = [&] {
    const ItemHistory history = journal.history("inc-13", tokyo);
    REQUIRE(history.requests.size() == 2);
    CHECK(history.requests[0] == *journal.request("R20261122-001"));
    CHECK(history.requests[0].deadline == kNoon + kHour);
    CHECK(history.requests[0].ref == "ref");
    CHECK(history.requests[0].person == "p-sato");
    CHECK_FALSE(history.requests[0].withdrawn_at);
    CHECK(history.requests[1].withdrawn_at == kNoon);
    REQUIRE(history.executions.size() == 2);
    CHECK(history.executions[0].for_key == "2026-11");
    CHECK(history.executions[1].until == parse_date("2026-12-24"));
    REQUIRE(history.watches.size() == 1);
    CHECK(history.watches[0].planned_end == kNoon + 8 * kHour);
    CHECK(history.watches[0].confirmations == std::vector{kNoon});
    CHECK_FALSE(history.watches[0].end);
  };
  look();
  auto transaction = journal.begin();
  transaction.rebuild_derived();
  transaction.commit();
  look();
}

TEST_CASE("a watch that ended as done covers until then, one that was aborted covers nothing") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  const Zone tokyo = *Zone::find("Asia/Tokyo");
  for (const char* run : {"20261122-001", "20261122-002"}) {
    Event watch = start_of(run);
    std::get<RunStarted>(watch.body).cycle = "24H";
    append(journal, watch);
  }
  append(journal, finish_of("20261122-001", kNoon + kHour));
  append(journal, event_of("20261122-002", RunAborted{"mistake"}));
  const auto watches = journal.history("inc-13", tokyo).watches;
  REQUIRE(watches.size() == 1);
  CHECK(watches[0].end == kNoon + kHour);
}

TEST_CASE("looking back, decisions count from when they were recorded") {
  Office office;
  const Zone tokyo = *Zone::find("Asia/Tokyo");
  const auto executions = [&](Instant at) {
    return office.journal.histories(tokyo, at)["inc-13"].executions.size();
  };
  Event finish = finish_of("20261122-001", kNoon + kHour);
  append(office.journal, start_of("20261125-001"));
  Event late = finish_of("20261125-001", kNoon + 2 * kHour);
  late.recorded_at = kNoon + 72 * kHour;
  append(office.journal, late);
  CHECK(executions(kNoon + 2 * kHour - std::chrono::seconds(1)) == 1);
  CHECK(executions(kNoon + 2 * kHour) == 2);
  Event reject = event_of("20261125-001", SignedOff{SignOffDuty::approver, Decision::reject, "no"});
  reject.recorded_at = reject.performed_at = kNoon + 96 * kHour;
  append(office.journal, reject);
  CHECK(executions(kNoon + 95 * kHour) == 2);
  CHECK(executions(kNoon + 96 * kHour) == 1);
}

TEST_CASE("events are found by run, item, kind, person and time") {
  const Office office;
  const auto found = [&](const EventFilter& filter) { return seqs(office.journal.events(filter)); };
  CHECK(found({}) == Seqs{1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(found({.run = "20261122-002"}) == Seqs{3, 5});
  CHECK(found({.item = "inc-13"}) == Seqs{2, 4, 6, 7, 8});
  CHECK(found({.kind = "run-finished"}) == Seqs{4, 7});
  CHECK(found({.person = "p-abe"}) == Seqs{8});
  CHECK(found({.item = "inc-13", .kind = "run-started"}) == Seqs{2, 6});
  CHECK(found({.from = kNoon + kHour}) == Seqs{4, 7});
  CHECK(found({.from = kNoon + kHour, .before = kNoon + 24 * kHour}) == Seqs{4});
  CHECK(found({.person = "nobody"}).empty());
}

TEST_CASE("a listing goes page by page up to the head it began with") {
  Office office;
  const std::int64_t head = office.journal.head().seq;
  const auto page = [&](std::int64_t after) {
    return seqs(office.journal.events({}, {.after = after, .up_to = head, .limit = 3}));
  };
  CHECK(page(0) == Seqs{1, 2, 3});
  append(office.journal, start_of("20261125-001"));
  CHECK(page(3) == Seqs{4, 5, 6});
  CHECK(page(6) == Seqs{7, 8});
  CHECK(page(8).empty());
  CHECK(seqs(office.journal.last_events({}, 2)) == Seqs{8, 9});
  CHECK(seqs(office.journal.last_events({.item = "inc-49"}, 5)) == Seqs{3, 5});
  CHECK(office.journal.nth_last({}, 1) == 9);
  CHECK(office.journal.nth_last({}, 9) == 1);
  CHECK(office.journal.nth_last({}, 10) == 0);
  CHECK(office.journal.nth_last({.item = "inc-49"}, 2) == 3);
  CHECK(office.journal.nth_last({.item = "nowhere"}, 1) == 0);
  CHECK(office.journal.last_recorded_at() == kNoon);
}

TEST_CASE("a command that is repeated finds what it recorded") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  Event start = start_of("20261122-001");
  Event note = event_of("20261122-001", NoteAdded{"x"});
  start.idempotency_key = note.idempotency_key = "script-7";
  CHECK(journal.events_of_key("script-7").empty());
  auto transaction = journal.begin();
  transaction.append(start);
  transaction.append(note);
  transaction.commit();
  CHECK(seqs(journal.events_of_key("script-7")) == Seqs{2, 3});
  CHECK(journal.events_of_key("").empty());  // the birth has none
}
