// Asking, excusing, entering late, keeping a watch: who may, and what is refused.
#include "model/instruction.h"

#include <catch2/catch.hpp>

#include "model/stale.h"
#include "model/watch_rules.h"
#include "office.h"

using namespace opsctl;
using namespace opsctl::test;
using namespace std::chrono_literals;

namespace {

const Holidays kNoHolidays;

SiteCalendar site() {
  return {tokyo(), std::chrono::April / 1, std::chrono::Monday, kNoHolidays,
          *parse_date("2026-11-20")};
}

Runbook watch_keeping() {
  Runbook book = daily_update();
  book.timetable.versions.front().cycle = {Cycle::Kind::continuous};
  return book;
}

Runbook controller_performs() {
  Runbook book = daily_update();
  book.duties[1].duty = Duty::perform;
  return book;
}

std::string request(Office& office, std::string_view who, const NewRequest& typed = {"R1", "why"}) {
  return refusal_of(make_request(office.catalog, office.book, office.as(who), typed, office.now));
}

std::string waive_at(Office& office, std::string_view who, const WaiverRequest& typed,
                     const ItemHistory& history = {}) {
  const SiteCalendar calendar = site();
  const Occasion occasion{office.book.timetable, calendar, history, office.now};
  return refusal_of(waive(office.catalog, office.book, office.as(who), typed, occasion));
}

/// Those of the office who may, in the roster's order.
template <class Act>
std::string those_who_may(Office& office, const Act& act) {
  std::string allowed;
  for (const Person& person : office.catalog.roster.persons) {
    if (act(person.id).empty()) allowed += person.id + " ";
  }
  return allowed;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

TEST_CASE("△ and ▲ may ask for work, and ◎ only where it directs elsewhere") {
  Office office;
  const auto ask = [&](std::string_view who) { return request(office, who); };
  CHECK(those_who_may(office, ask) == "approver1 director1 ");
  office.book = controller_performs();
  CHECK(those_who_may(office, ask) == "approver1 ");
  office.catalog.parties[1].directs = true;
  CHECK(those_who_may(office, ask) == "approver1 director1 ");
}

TEST_CASE("only ▲ may excuse an occurrence") {
  Office office;
  CHECK(those_who_may(office, [&](std::string_view who) {
          return waive_at(office, who, {.key = "2026-11-21", .reason = "closed"});
        }) == "approver1 ");
}

TEST_CASE("a request needs a reason and a deadline ahead") {
  Office office;
  CHECK(request(office, "director1", {"R1", " "}) == "--reason has no text");
  CHECK(first_line(request(office, "director1", {"R1", "why", office.now})) ==
        "the deadline of a request must lie ahead");
  CHECK(request(office, "director1", {"R1", "why", office.now + 1s, "ticket 7"}).empty());
}

TEST_CASE("what is waived must be owed, unsatisfied, and named as the mode has it") {
  Office office;
  const auto waived = [&](const WaiverRequest& typed, const ItemHistory& history = {}) {
    return first_line(waive_at(office, "approver1", typed, history));
  };
  CHECK(waived({.reason = "x"}) == "say which occurrence of inc-49 is excused");
  CHECK(waived({.key = "2026-11-19", .reason = "x"}) == "inc-49 owes no occurrence '2026-11-19'");
  CHECK(waived({.key = "2026-11-21", .until = parse_date("2026-12-01"), .reason = "x"}) ==
        "inc-49 has named occurrences: its due date is not moved, an occurrence is excused");
  const ItemHistory done{{{.performed_at = office.now - 20h}}};
  CHECK(waived({.key = "2026-11-21", .reason = "x"}, done) ==
        "the occurrence '2026-11-21' of inc-49 is already done or excused");
  office.book.timetable.versions.front().schedule.mode = Mode::rolling;
  CHECK(waived({.key = "2026-11-21", .reason = "x"}) ==
        "inc-49 counts from its last execution: its due date is moved, not an occurrence excused");
  CHECK(waived({.until = parse_date("2026-12-01"), .reason = "x"}).empty());
  CHECK(waived({.until = parse_date("2026-11-20"), .reason = "x"}).find("is not later") !=
        std::string::npos);
  office.book = watch_keeping();
  CHECK(waived({.key = "2026-11-21", .reason = "x"}) ==
        "inc-49 has no occurrences that could be excused");
}

TEST_CASE("an execution serves the request that it names, or the only one") {
  const Runbook book = daily_update();
  const std::vector<Request> two = {{.id = "R1", .item = "", .person = "", .reason = ""},
                                    {.id = "R2", .item = "", .person = "", .reason = ""}};
  const auto served = [&](std::span<const Request> open, std::string_view named) {
    const auto answer = served_request(book, open, named);
    const auto* id = std::get_if<std::string>(&answer);
    return id != nullptr ? *id : refusal_of(answer);
  };
  CHECK(served({}, "") == "");
  CHECK(served(std::span(two).first(1), "") == "R1");
  CHECK(served(two, "R2") == "R2");
  CHECK(served(two, "") ==
        "inc-49 has several open requests (2)\nhint: say which one with --request: R1, R2");
  CHECK(served(two, "R3") == "R3 is no open request of inc-49\nhint: one of: R1, R2");
  CHECK(served({}, "R3") ==
        "R3 is no open request of inc-49\nhint: there is none: leave out --request");
}

TEST_CASE("late entry: not in the future, not before the start, and no finish before its work") {
  Office office;
  REQUIRE(office.start("operator1").empty());
  REQUIRE(office.ok("operator1", "1").empty());
  const Instant started_at = office.run.events[0].performed_at;
  const Instant worked_at = office.run.events[1].performed_at;
  const auto entered = [&](const Verdict& verdict, Instant at) {
    const Verdict late =
        entered_late(verdict, &office.run, LateEntry{at, "terminal down"}, office.now);
    return first_line(refusal_of(late));
  };
  const Verdict note = add_note(office.catalog, office.run, office.as("operator1"), "n");
  const Verdict done =
      finish_run(office.catalog, office.run, office.as("operator1"), {.all_ok = true});
  CHECK(entered(note, office.now + 5min).empty());
  CHECK(entered(note, office.now + 5min + 1s) == "that time lies in the future");
  CHECK(entered(note, started_at).empty());
  CHECK(entered(note, started_at - 1s) == "that time is before run 20261122-003 was started");
  CHECK(entered(done, worked_at).empty());
  CHECK(entered(done, worked_at - 1s) ==
        "that time is before the last work recorded in run 20261122-003");
  const Verdict unreasoned =
      entered_late(note, &office.run, LateEntry{office.now, " "}, office.now);
  CHECK(refusal_of(unreasoned) == "--reason has no text");
}

TEST_CASE("only a performer confirms, and only a watch") {
  Office office;
  REQUIRE(office.start("operator1").empty());
  CHECK(first_line(refusal_of(confirm_watch(office.catalog, office.run, office.as("operator1")))) ==
        "run 20261122-003 is no watch: only 24H work is confirmed so");
  Office watch(watch_keeping());
  REQUIRE(watch.start("operator1").empty());
  CHECK(those_who_may(watch, [&](std::string_view who) {
          return refusal_of(confirm_watch(watch.catalog, watch.run, watch.as(who)));
        }) == "operator1 operator2 engineer1 ");
}

TEST_CASE("the keeper of a watch has performed, though somebody else typed") {
  Office office(watch_keeping());
  office.catalog.roster.persons[5].supervisor = true;
  REQUIRE(office.start("operator1").empty());
  const Actor typed{"operator1", "ops-work", "perform", "account", 1000};
  const Verdict next = start_next_watch(office.catalog, office.book, office.run, typed,
                                        office.person("operator2"), {});
  REQUIRE(refusal_of(next).empty());
  Office second(watch_keeping());
  REQUIRE(second.record(next).empty());
  CHECK(performers(second.run) == std::vector<std::string>{"operator2", "operator1"});
  CHECK(started(second.run).supervisor == started(office.run).supervisor);
  CHECK(first_line(refusal_of(start_next_watch(office.catalog, office.book, office.run, typed,
                                               office.person("support1"), {}))) ==
        "support1 may not do the work of inc-49: it is for Contractor operation (ops-work), "
        "Vendor maintenance (hw-maintenance)");
}

TEST_CASE("the last watch does not end with nobody there") {
  Office office(watch_keeping());
  REQUIRE(office.start("operator1").empty());
  ItemHistory history{.watches = {{office.run.id, office.now - 1h}}};
  CHECK(leaves_uncovered(office.book, office.run, history, office.now));
  history.watches.push_back({"other", office.now - 1min});
  CHECK_FALSE(leaves_uncovered(office.book, office.run, history, office.now));
  history.watches.back().end = office.now;
  CHECK(leaves_uncovered(office.book, office.run, history, office.now));
}

TEST_CASE("a run handed over is its new worker's to go on with") {
  Office office;
  REQUIRE(office.start("operator1").empty());
  CHECK(first_line(refusal_of(hand_over(office.catalog, office.run, office.as("operator1"),
                                        office.person("operator1")))) ==
        "operator1 has the run already");
  CHECK(first_line(refusal_of(hand_over(office.catalog, office.run, office.as("operator1"),
                                        office.person("approver1")))) ==
        "approver1 may not do the work of inc-49: it is for Contractor operation (ops-work), "
        "Vendor maintenance (hw-maintenance)");
  office.hire("lead", {"ops-work"}, true);
  std::get<RunStarted>(office.run.events.front().body).supervisor = "lead";
  CHECK(first_line(refusal_of(hand_over(office.catalog, office.run, office.as("operator1"),
                                        office.person("lead")))) ==
        "lead is the supervisor on duty of run 20261122-003 and so cannot do its work");
  REQUIRE(office
              .record(hand_over(office.catalog, office.run, office.as("operator1"),
                                office.person("operator2")))
              .empty());
  CHECK(workers(office.run) == std::vector<std::string>{"operator1", "operator2"});
  CHECK(performers(office.run) == std::vector<std::string>{"operator1"});
}

TEST_CASE("a run is stale when it was open, or unsigned, longer than its limit") {
  const RunLimits limits{Duration{4, Duration::Unit::hour}, Duration{3, Duration::Unit::day}};
  RunSummary run;
  run.state = RunState::open;
  run.started_at = Instant(0s);
  const auto at = [&](std::chrono::seconds now) {
    return name_of(staleness(run, limits, tokyo(), Instant(now)));
  };
  CHECK(at(4h - 1s) == "none");
  CHECK(at(4h) == "open-too-long");
  run.state = RunState::awaiting_supervisor;
  run.finished_at = Instant(1h);
  CHECK(at(73h - 1s) == "none");
  CHECK(at(73h) == "unsigned-too-long");
  run.state = RunState::approved;
  CHECK(at(9999h) == "none");
  CHECK(name_of(staleness(run, {}, tokyo(), Instant(9999h))) == "none");
}

TEST_CASE("a run as it was: work by when it was done, decisions by when they were recorded") {
  Office office;
  office.finished();
  office.approve("supervisor1");
  office.send_back("approver1");
  const Instant returned_at = office.run.events.back().recorded_at;
  CHECK(state_of(as_of(office.run, returned_at)) == RunState::returned);
  const Run before = as_of(office.run, returned_at - 1s);
  CHECK(state_of(before) == RunState::awaiting_approval);
  CHECK(summarize(before).satisfies);
  CHECK(as_of(office.run, Instant(0s)).events.empty());
}
