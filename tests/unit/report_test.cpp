// The report on a period, against histories that were counted by hand.
#include "model/report.h"

#include "schedule_support.h"

using namespace opsctl;
using namespace opsctl::testing;

namespace {

const ReportPeriod kNovember{*parse_date("2026-11-01"), *parse_date("2026-11-30")};
const ReportPeriod kDecember{*parse_date("2026-12-01"), *parse_date("2026-12-31")};

/// "30 planned: 1 in time, 2 late, …" in short: the numbers in the order of the report's columns.
std::string counts(const ItemTally& tally) {
  std::string text;
  for (const int number : {tally.planned(), tally.in_time, tally.late, tally.missed, tally.waived,
                           tally.overdue, tally.open, tally.extra})
    text += (text.empty() ? "" : " ") + std::to_string(number);
  return text;
}

std::string counts_of(const Timetable& timetable, const ItemHistory& history,
                      const ReportPeriod& period, std::string_view now,
                      std::string_view effective_from = "2026-04-01") {
  const SiteCalendar site = site_of("Asia/Tokyo", effective_from);
  return counts(tally("x", timetable, site, history, period, at(now)));
}

ItemHistory history(std::initializer_list<std::string_view> facts) {
  return {history_of(facts, tokyo())};
}

/// A run of `item` on demand, begun at a time; what follows is added by the tests.
Run run_of(const std::string& id, const char* begun, const std::string& ref = {},
           const std::string& text = "1", const std::string& major = "監視") {
  RunStarted start;
  start.book.id = "inc-13";
  start.book.no = 13;
  start.book.title = "復旧";
  start.book.category = {"障害", major, "-", "-"};
  start.book.duties = {{"owner", Duty::approve}, {"ops", Duty::perform}};
  start.book.steps = {{"one", "見る " + text}};
  start.book.hash = sha256(text);
  start.parties = {{"owner", "発注者", "業務"}, {"ops", "運用業者", "運用", true}};
  start.cycle = "随時";
  start.ref = ref;
  Run run{id, {}};
  Event event;
  event.run = id;
  event.item = "inc-13";
  event.body = start;
  event.actor = {"hanako", "ops", "perform", "ops01", 1};
  event.performed_at = event.recorded_at = at(begun);
  event.hash = sha256(id);
  run.events.push_back(event);
  return run;
}

void add(Run& run, const char* when, const char* person, const char* party, EventBody body) {
  Event event = run.events.front();
  event.body = std::move(body);
  event.actor = {person, party, "", "x", 1};
  event.performed_at = event.recorded_at = at(when);
  event.hash = sha256(run.id + std::to_string(run.events.size()));
  run.events.push_back(event);
}

void finish(Run& run, const char* when) { add(run, when, "hanako", "ops", RunFinished{}); }

void sign(Run& run, const char* when, SignOffDuty duty) {
  const bool supervises = duty == SignOffDuty::supervisor;
  add(run, when, supervises ? "kantoku" : "shonin", supervises ? "ops" : "owner",
      SignedOff{duty, Decision::approve, "", content_hash(run)});
}

}  // namespace

TEST_CASE("a month of a daily item is counted day by day") {
  // 1 to 3 done on their day, 4 done late (grace), 5 missed, 6 waived, 7 done twice, the rest open.
  Schedule grace;
  grace.grace = duration_of("9h");
  const ItemHistory known =
      history({"done 2026-11-01 09:00", "done 2026-11-02 09:00", "done 2026-11-03 09:00",
               "done 2026-11-05 08:00 --for 2026-11-04", "waived 2026-11-05 10:00 --for 2026-11-06",
               "done 2026-11-07 09:00", "done 2026-11-07 10:00"});
  CHECK(counts_of(timetable_of("1/D", grace), known, kNovember, "2026-11-08 08:00") ==
        "30 4 1 1 1 0 23 1");
  // On the 10th at 08:00 the 8th is missed, the 9th is late and can still be done.
  CHECK(counts_of(timetable_of("1/D", grace), known, kNovember, "2026-11-10 08:00") ==
        "30 4 1 2 1 1 21 1");
}

TEST_CASE("an occurrence belongs to the month of its due date, whenever it is done") {
  // The 30th is due at the end of November; the 31st of October at the end of October.
  const ItemHistory known = history({"done 2026-10-31 23:00", "done 2026-11-30 23:00"});
  const auto november = counts_of(timetable_of("1/D"), known, kNovember, "2026-12-15 12:00");
  CHECK(november == "30 1 0 29 0 0 0 0");
  const auto december = counts_of(timetable_of("1/D"), known, kDecember, "2026-12-15 12:00");
  CHECK(december == "31 0 0 14 0 0 17 0");
}

TEST_CASE("months to come are planned in full") {
  CHECK(counts_of(timetable_of("1/D"), {}, {date_of("2028-01-01"), date_of("2028-12-31")},
                  "2026-11-22 12:00") == "366 0 0 0 0 0 366 0");
}

TEST_CASE("a rolling occurrence belongs where it was met or where it was due, once") {
  Schedule rolling;
  rolling.mode = Mode::rolling;
  const Timetable monthly = timetable_of("1/M", rolling);
  // Due 11-10, met late on 12-05; then due 01-05, met early on 12-20; then due 01-20.
  const ItemHistory known =
      history({"done 2026-10-10 09:00", "done 2026-12-05 09:00", "done 2026-12-20 09:00"});
  CHECK(counts_of(monthly, known, kNovember, "2026-12-31 12:00") == "1 0 1 0 0 0 0 0");
  CHECK(counts_of(monthly, known, kDecember, "2026-12-31 12:00") == "1 1 0 0 0 0 0 0");
  CHECK(counts_of(monthly, known, kNovember, "2026-11-20 12:00") == "1 0 0 0 0 1 0 0");
}

TEST_CASE("a rolling occurrence that was put off is planned once, where it is due then") {
  Schedule rolling;
  rolling.mode = Mode::rolling;
  const Timetable monthly = timetable_of("1/M", rolling);
  // Due 11-10, put off to 12-20.
  constexpr std::string_view kPutOff = "waived 2026-11-05 09:00 --for rolling --until 2026-12-20";
  const ItemHistory waiting = history({"done 2026-10-10 09:00", kPutOff});
  CHECK(counts_of(monthly, waiting, kNovember, "2026-11-30 12:00") == "0 0 0 0 0 0 0 0");
  CHECK(counts_of(monthly, waiting, kDecember, "2026-11-30 12:00") == "1 0 0 0 0 0 1 0");
  const ItemHistory met = history({"done 2026-10-10 09:00", kPutOff, "done 2026-12-18 09:00"});
  CHECK(counts_of(monthly, met, kNovember, "2026-12-31 12:00") == "0 0 0 0 0 0 0 0");
  CHECK(counts_of(monthly, met, kDecember, "2026-12-31 12:00") == "1 1 0 0 0 0 0 0");
}

TEST_CASE("a request is planned work by the version in force when it was made") {
  Timetable timetable = timetable_of("随時");
  timetable.versions.push_back({date_of("2026-11-15"), cycle_of("1/M"), {}});
  ItemHistory known;
  known.requests = {{"R20261110-001", "x", "tokatsu", "r"}, {"R20261120-001", "x", "tokatsu", "r"}};
  known.requests[0].requested_at = at("2026-11-10 09:00");
  known.requests[1].requested_at = at("2026-11-20 09:00");
  CHECK(counts_of(timetable, known, kNovember, "2026-11-22 12:00") == "2 0 0 0 0 0 2 0");
}

TEST_CASE("requests are planned work of the month in which they were made") {
  ItemHistory known = history({"done 2026-11-11 09:00", "done 2026-11-15 09:00"});
  known.executions[0].request = "R20261110-001";
  Request in_time{"R20261110-001", "x", "tokatsu", "r"};
  in_time.requested_at = at("2026-11-10 09:00");
  in_time.deadline = at("2026-11-12 09:00");
  Request open = in_time;
  open.id = "R20261114-001";
  open.requested_at = at("2026-11-14 09:00");
  open.deadline = at("2026-11-20 09:00");
  Request withdrawn = open;
  withdrawn.id = "R20261114-002";
  withdrawn.withdrawn_at = at("2026-11-14 10:00");
  known.requests = {in_time, open, withdrawn};
  // The execution of the 15th serves none of them.
  CHECK(counts_of(timetable_of("随時"), known, kNovember, "2026-11-22 12:00") == "2 1 0 0 0 1 0 1");
  CHECK(counts_of(timetable_of("随時"), known, kDecember, "2026-12-22 12:00") == "0 0 0 0 0 0 0 0");
}

TEST_CASE("a watch is covered within the period alone") {
  Schedule schedule;
  ItemHistory known;
  known.watches = {{"20261120-001", at("2026-11-20 00:00"), at("2026-12-02 00:00")}};
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-11-19");
  const ItemTally november =
      tally("x", timetable_of("24H", schedule), site, known, kNovember, at("2026-12-05 00:00"));
  REQUIRE(november.watch);
  CHECK(november.watch->required == std::chrono::days(12));
  CHECK(november.watch->uncovered == std::chrono::days(1));
  CHECK(november.watch->gaps.size() == 1);
  CHECK_FALSE(november.empty());
}

TEST_CASE("sign-offs are timed duty by duty, and who waits longest is named") {
  Run both = run_of("20261101-001", "2026-11-01 09:00");
  finish(both, "2026-11-01 10:00");
  sign(both, "2026-11-01 12:00", SignOffDuty::supervisor);
  sign(both, "2026-11-02 12:00", SignOffDuty::approver);
  Run quick = run_of("20261102-001", "2026-11-02 09:00");
  finish(quick, "2026-11-02 10:00");
  sign(quick, "2026-11-02 11:00", SignOffDuty::supervisor);
  Run unsigned_run = run_of("20261103-001", "2026-11-03 09:00");
  finish(unsigned_run, "2026-11-03 10:00");
  Run open = run_of("20261104-001", "2026-11-04 09:00");
  const std::vector<Run> runs = {both, quick, unsigned_run, open};
  using std::chrono::hours;
  CHECK(sign_off_times(runs, SignOffDuty::supervisor, at("2026-11-05 10:00")) ==
        SignOffTimes{2, std::chrono::minutes(90), hours(2), "20261101-001", 1, hours(48),
                     "20261103-001"});
  CHECK(sign_off_times(runs, SignOffDuty::approver, at("2026-11-05 10:00")) ==
        SignOffTimes{1, hours(24), hours(24), "20261101-001", 1, hours(71), "20261102-001"});
  CHECK(sign_off_times({}, SignOffDuty::approver, at("2026-11-05 10:00")) == SignOffTimes{});
}

TEST_CASE("a correction starts the waiting for sign-offs anew") {
  Run run = run_of("20261101-001", "2026-11-01 09:00");
  finish(run, "2026-11-01 10:00");
  sign(run, "2026-11-01 12:00", SignOffDuty::supervisor);
  add(run, "2026-11-03 09:00", "hanako", "ops", RunCorrected{"書き誤り"});
  const SignOffTimes times =
      sign_off_times(std::vector{run}, SignOffDuty::supervisor, at("2026-11-03 10:00"));
  CHECK(times.given == 0);
  CHECK(times.open == 1);
  CHECK(times.longest_open == std::chrono::hours(1));
}

TEST_CASE("a run stands as it had been recorded at an instant") {
  Run run = run_of("20261101-001", "2026-11-01 09:00");
  finish(run, "2026-11-01 10:00");
  add(run, "2026-11-20 09:00", "kantoku", "ops",
      SignedOff{SignOffDuty::supervisor, Decision::return_run, "写しがない", content_hash(run)});
  finish(run, "2026-11-02 10:00");  // entered late
  run.events.back().recorded_at = at("2026-12-05 09:00");
  CHECK(as_recorded(run, at("2026-11-01 08:59")).events.empty());
  CHECK(as_recorded(run, at("2026-11-19 09:00")).events.size() == 2);
  const Run returned = as_recorded(run, at("2026-11-30 23:59"));
  CHECK(state_of(returned) == RunState::returned);
  const SignOffTimes then = sign_off_times(std::vector{as_recorded(run, at("2026-11-19 09:00"))},
                                           SignOffDuty::supervisor, at("2026-11-19 09:00"));
  CHECK(then.open == 1);
  CHECK(then.longest_open == std::chrono::days(18) - std::chrono::hours(1));
  CHECK(as_recorded(run, at("2026-12-05 09:00")).events.size() == 4);
}

TEST_CASE("runs are grouped by what they refer to and by category") {
  Run failed = run_of("20261102-001", "2026-11-02 09:00", "DIS-1", "1", "回復");
  add(failed, "2026-11-02 09:30", "hanako", "ops", StepRecorded{"one", StepResult::ng, "不明"});
  finish(failed, "2026-11-02 10:00");
  const std::vector<Run> runs = {run_of("20261101-001", "2026-11-01 09:00", "DIS-1"), failed,
                                 run_of("20261103-001", "2026-11-03 09:00"),
                                 run_of("20261104-001", "2026-11-04 09:00", "DIS-2")};
  const std::vector<RunGroup> references = by_reference(runs);
  REQUIRE(references.size() == 2);
  CHECK(references[0].name == "DIS-1");
  CHECK(references[0].runs == std::vector<std::string>{"20261101-001", "20261102-001"});
  CHECK(references[0].items == std::vector<std::string>{"inc-13"});
  CHECK(references[0].exceptional == 1);
  CHECK(references[0].unfinished == 1);
  CHECK(references[0].first_started == at("2026-11-01 09:00"));
  CHECK(references[0].last_performed == at("2026-11-02 10:00"));
  const std::vector<RunGroup> categories = by_category(runs);
  REQUIRE(categories.size() == 2);
  CHECK(categories[0].name == "障害 > 監視");
  CHECK(categories[0].runs.size() == 3);
  CHECK(categories[1].name == "障害 > 回復");
}

TEST_CASE("a runbook has changed where a run pinned another than the one recorded before") {
  const auto start = [](const char* id, const char* begun, const char* text) {
    return run_of(id, begun, "", text).events.front();
  };
  const std::vector<Event> earlier = {start("20261001-001", "2026-10-01 09:00", "1")};
  const std::vector<Event> runs = {start("20261101-001", "2026-11-01 09:00", "1"),
                                   start("20261102-001", "2026-11-02 09:00", "2"),
                                   start("20261103-001", "2026-11-03 09:00", "2")};
  const std::vector<RunbookChange> changes = runbook_changes(earlier, runs);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].run == "20261102-001");
  CHECK(changes[0].before == sha256("1"));
  CHECK(changes[0].now == sha256("2"));
  CHECK(changes[0].changes.steps.size() == 1);
  CHECK(runbook_changes({}, std::vector{runs[0]}).empty());
}

TEST_CASE("runs are counted over time in stretches that fit the period") {
  const std::vector<Run> runs = {run_of("20261101-001", "2026-11-01 00:00"),
                                 run_of("20261107-001", "2026-11-07 23:59"),
                                 run_of("20261108-001", "2026-11-08 00:00")};
  const auto counted = [&](const char* from, const char* to) {
    std::string text;
    for (const StartedCount& one : started_over_time(runs, {date_of(from), date_of(to)}, tokyo()))
      text += to_text(one.stretch.to).substr(5) + " " + std::to_string(one.runs) + "; ";
    return text;
  };
  CHECK(counted("2026-11-07", "2026-11-09") == "11-07 1; 11-08 1; 11-09 0; ");
  CHECK(counted("2026-11-01", "2026-11-30") == "11-07 2; 11-14 1; 11-21 0; 11-28 0; 11-30 0; ");
  CHECK(counted("2026-10-15", "2027-01-31") == "10-31 0; 11-30 3; 12-31 0; 01-31 0; ");
}
