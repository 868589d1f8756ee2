#include "model/workflow.h"

#include <catch2/catch.hpp>

#include "office.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

/// Steps a, b (optional), c (asks for a choice), d (confirmed by the controller); two fields.
Runbook recovery() {
  Runbook book = daily_update();
  book.id = "inc-13";
  book.steps = {{"assess", "assess"}, {"call", "call"}, {"choose", "choose"}, {"stop", "stop"}};
  book.steps[1].required = false;
  book.steps[2].choices = {"mirror", "tape"};
  book.steps[3].confirm_by = "controller";
  book.records = {{"cause", "Cause", FieldType::text, {}, true},
                  {"count", "Count", FieldType::integer, {}, false}};
  return book;
}

Office started_office(Runbook book) {
  Office office(std::move(book));
  REQUIRE(office.start("operator1").empty());
  return office;
}

StepRequest choosing(std::string choice, StepResult result = StepResult::ok) {
  return {"3", result, result == StepResult::ok ? "" : "note", std::move(choice), {}};
}

}  // namespace

TEST_CASE("the daily update is two commands, though its steps name two parties") {
  Office office;
  REQUIRE(office.start("operator1").empty());
  REQUIRE(office.all_ok("operator1").empty());
  const std::vector<StepStatus> steps = steps_of(office.run);
  CHECK(steps[1].latest()->what.result == StepResult::ok);
  CHECK(steps[1].latest()->by.person == "operator1");
  CHECK(steps[1].latest()->ticked);
  CHECK(summarize(office.run).satisfies);
}

TEST_CASE("a start pins the runbook without its timetable") {
  Office office = started_office(recovery());
  const RunStarted& start = started(office.run);
  CHECK(start.book.steps == office.book.steps);
  CHECK(start.book.timetable.versions.empty());
  CHECK(start.cycle == "1/D");
  CHECK(start.parties == office.catalog.parties);
}

TEST_CASE("an item with an open run is not started again, unless in parallel") {
  Office office;
  CHECK(
      office.start("operator1", {}, {"20261121-001"}) ==
      "inc-49 already has the open run 20261121-001\n"
      "hint: go on with it: opsctl show 20261121-001; or start another beside it with --parallel");
  office.language = Language::ja;
  CHECK(office.start("operator1", {}, {"20261121-001"}) ==
        "inc-49 には実施中の実行 20261121-001 があります\n"
        "hint: 続けるには opsctl show 20261121-001、並行して始めるには --parallel");
  CHECK(office.start("operator1", {"", true}, {"20261121-001"}).empty());
}

TEST_CASE("steps are recorded in order, optional ones may be passed over") {
  Office office = started_office(recovery());
  CHECK(next_step(office.run)->id == "assess");
  CHECK(office.step("operator1", choosing("tape")) ==
        "step 3 is not next\nhint: step 1 comes first: opsctl step 20261122-003 1 --ok");
  CHECK(office.ok("operator1", "assess").empty());
  CHECK(next_step(office.run)->id == "choose");
  CHECK(office.step("operator1", choosing("tape")).empty());
  CHECK(office.ok("operator1", "2").empty());
  CHECK(office.ok("operator1", "1").empty());
  CHECK(office.ok("operator1", "4").empty());
  CHECK(next_step(office.run) == nullptr);
}

TEST_CASE("steps in free order are recorded in any order") {
  Runbook book = recovery();
  book.order = StepOrder::free;
  Office office = started_office(book);
  CHECK(office.ok("operator1", "4").empty());
  CHECK(office.ok("operator1", "1").empty());
}

TEST_CASE("an unknown step is refused with what is known") {
  Office office = started_office(recovery());
  CHECK(office.ok("operator1", "5") ==
        "inc-13 has no step '5'\nhint: its steps are numbered 1 to 4");
  CHECK(office.ok("operator1", "0").starts_with("inc-13 has no step '0'"));
  CHECK(office.ok("operator1", "asess") ==
        "inc-13 has no step 'asess'\nhint: did you mean 'assess'?");
  CHECK(office.confirm("director1", "9").starts_with("inc-13 has no step '9'"));
  CHECK(office.ok("operator1", "１").empty());
}

TEST_CASE("a step that went wrong or did not apply needs a note") {
  Office office = started_office(recovery());
  CHECK(office.step("operator1", {"1", StepResult::ng, " ", {}, {}}) ==
        "step 1 as ng needs a note\nhint: opsctl step 20261122-003 1 --ng --note TEXT");
  CHECK(office.step("operator1", {"1", StepResult::na, {}, {}, {}}) ==
        "step 1 as na needs a note\nhint: opsctl step 20261122-003 1 --na --note TEXT");
  office.language = Language::ja;
  CHECK(office.step("operator1", {"1", StepResult::ng, {}, {}, {}}) ==
        "手順 1 を ng とするには理由が必要です\n"
        "hint: opsctl step 20261122-003 1 --ng --note 理由");
  office.language = Language::en;
  CHECK(office.step("operator1", {"1", StepResult::ok, "a\nb", {}, {}}) ==
        "--note contains control characters");
  CHECK(office.step("operator1", {"1", StepResult::ng, "disk 2", {}, {}}).empty());
}

TEST_CASE("a choice is one of the list, and only where there is one") {
  Office office = started_office(recovery());
  CHECK(office.step("operator1", {"1", StepResult::ok, {}, "tape", {}}) ==
        "step 1 has nothing to choose\nhint: leave out --choice");
  REQUIRE(office.ok("operator1", "1").empty());
  CHECK(office.step("operator1", choosing("")) ==
        "step 3 needs a choice\n- choices: mirror, tape\n"
        "hint: opsctl step 20261122-003 3 --ok --choice …");
  CHECK(office.step("operator1", choosing("miror")) ==
        "'miror' is not a choice of step 3\n- choices: mirror, tape\n"
        "hint: did you mean 'mirror'?");
  CHECK(office.step("operator1", choosing("cloud")) ==
        "'cloud' is not a choice of step 3\n- choices: mirror, tape");
  CHECK(office.step("operator1", choosing("", StepResult::na)).empty());
  CHECK(office.step("operator1", choosing("tape")).empty());
  CHECK(steps_of(office.run)[2].latest()->what.choice == "tape");
}

TEST_CASE("a step that names a party is recorded by its people only") {
  Office office = started_office(daily_update());
  CHECK(office.ok("engineer1", "1") ==
        "step 1 is for Contractor operation (ops-work)\n"
        "hint: one of these may: operator1, operator2");
  REQUIRE(office.ok("operator2", "1").empty());
  REQUIRE(office.ok("engineer1", "2").empty());
  CHECK(office.run.events.back().actor.party == "hw-maintenance");
}

TEST_CASE("a step may be for a party that directs, but not for one without a duty") {
  Runbook book = daily_update();
  book.steps[0].party = "controller";
  book.steps[1].party = "payment-line";
  Office office = started_office(book);
  REQUIRE(office.ok("director1", "1").empty());
  CHECK(office.run.events.back().actor.duty == "direct");
  CHECK(office.ok("outsider", "2") ==
        "step 2 names the party 'payment-line', which has no duty for inc-49\n"
        "hint: correct the runbook of inc-49");
}

TEST_CASE("a second person of the named party confirms, once, after the record") {
  Runbook book = daily_update();
  book.steps[0].confirm_by = "ops-work";
  book.steps[1].confirm_by = "payment-line";
  Office office = started_office(book);
  CHECK(office.confirm("operator2", "1") ==
        "step 1 is not recorded yet\nhint: first: opsctl step 20261122-003 1 --ok");
  REQUIRE(office.ok("operator1", "1").empty());
  CHECK(office.confirm("operator1", "1") ==
        "operator1 recorded step 1: a second person confirms it");
  CHECK(office.confirm("engineer1", "1") ==
        "step 1 is confirmed by Contractor operation (ops-work)\n"
        "hint: one of these may: operator1, operator2");
  REQUIRE(office.confirm("operator2", "1").empty());
  CHECK(office.confirm("operator2", "1") ==
        "step 1 is already confirmed by operator2\n"
        "hint: see what is left: opsctl show 20261122-003");
  REQUIRE(office.ok("engineer1", "2").empty());
  REQUIRE(office.confirm("outsider", "2").empty());
  CHECK(office.run.events.back().actor.duty == "confirm");
}

TEST_CASE("a step that asks for no second person takes none") {
  Office office = started_office(daily_update());
  CHECK(office.confirm("director1", "1") ==
        "step 1 asks for no second person\n"
        "hint: see what is left: opsctl show 20261122-003");
}

TEST_CASE("values are checked against the record fields at once") {
  Office office = started_office(recovery());
  CHECK(office.step("operator1", {"1", StepResult::ok, {}, {}, {"count=x"}}) ==
        "Count takes a whole number such as 42, not 'x'");
  CHECK(office.step("operator1", {"1", StepResult::ok, {}, {}, {"count=３"}}).empty());
  CHECK(values_of(office.run).at("count") == "3");
  CHECK(office.done("operator1", {false, false, {}, {"cost=1"}, {}})
            .starts_with("inc-13 has no record field 'cost'"));
  CHECK(office.done("operator1", {false, false, {}, {}, "2031-03-31"})
            .starts_with("inc-13 has no record field 'valid_until'"));
}

TEST_CASE("a finish lists everything that is open, with the commands") {
  Office office = started_office(recovery());
  CHECK(office.done("operator1") ==
        "run 20261122-003 is not complete\n"
        "- step 1 is not recorded: opsctl step 20261122-003 1 --ok\n"
        "- step 3 needs a choice (mirror, tape): opsctl step 20261122-003 3 --ok --choice …\n"
        "- step 4 is not recorded: opsctl step 20261122-003 4 --ok\n"
        "- record field cause is not filled in: Cause\n"
        "hint: then: opsctl done 20261122-003 --value cause=…");
  CHECK(open_points(office.run).size() == 4);
  CHECK(office.all_ok("operator1") ==
        "run 20261122-003 is not complete\n"
        "- step 3 needs a choice (mirror, tape): opsctl step 20261122-003 3 --ok --choice …\n"
        "- step 4 needs a second person, controller: opsctl step 20261122-003 4 --ok, then "
        "--confirm\n"
        "- record field cause is not filled in: Cause\n"
        "hint: then: opsctl done 20261122-003 --all-ok --value cause=…");
  REQUIRE(office.ok("operator1", "1").empty());
  REQUIRE(office.step("operator1", choosing("tape")).empty());
  REQUIRE(office.ok("operator1", "4").empty());
  CHECK(office.done("operator1", {false, false, {}, {"cause=disk"}, {}}) ==
        "run 20261122-003 is not complete\n"
        "- step 4 is not confirmed by controller: opsctl step 20261122-003 4 --confirm\n"
        "hint: then: opsctl done 20261122-003 --value 'cause=disk'");
  REQUIRE(office.confirm("director1", "4").empty());
  CHECK(office.done("operator1", {false, false, {}, {"cause=disk"}, {}}).empty());
}

TEST_CASE("where ticking would be enough, the refusal says so") {
  Office office = started_office(daily_update());
  CHECK(office.done("operator1") ==
        "run 20261122-003 is not complete\n"
        "- step 1 is not recorded: opsctl step 20261122-003 1 --ok\n"
        "- step 2 is not recorded: opsctl step 20261122-003 2 --ok\n"
        "hint: everything that is left as ok in one go: opsctl done 20261122-003 --all-ok");
  office.language = Language::ja;
  CHECK(office.done("operator1") ==
        "実行 20261122-003 は未完了です\n"
        "- 手順 1 が未記録: opsctl step 20261122-003 1 --ok\n"
        "- 手順 2 が未記録: opsctl step 20261122-003 2 --ok\n"
        "hint: 残りをまとめて ok にする: opsctl done 20261122-003 --all-ok");
}

TEST_CASE("done --all-ok ticks neither optional steps nor what is recorded already") {
  Runbook book = daily_update();
  book.steps[0].required = false;
  book.steps.push_back({"confirm", "confirm it"});
  Office office = started_office(book);
  REQUIRE(office.step("engineer1", {"2", StepResult::ng, "rolled back", {}, {}}).empty());
  REQUIRE(office.all_ok("operator1").empty());
  const std::vector<StepStatus> steps = steps_of(office.run);
  CHECK(steps[0].latest() == nullptr);
  CHECK(steps[1].latest()->what.result == StepResult::ng);
  CHECK(steps[2].latest()->ticked);
}

TEST_CASE("an optional step that was recorded still needs its second person") {
  Runbook book = daily_update();
  book.steps[0].required = false;
  book.steps[0].confirm_by = "controller";
  Office office = started_office(book);
  REQUIRE(office.ok("operator1", "1").empty());
  CHECK(office.all_ok("operator1") ==
        "run 20261122-003 is not complete\n"
        "- step 1 is not confirmed by controller: opsctl step 20261122-003 1 --confirm\n"
        "hint: then: opsctl done 20261122-003 --all-ok");
}

TEST_CASE("work that failed is finished without its steps, with a reason") {
  Office office = started_office(recovery());
  CHECK(office.done("operator1", {false, true, " ", {}, {}}) ==
        "'done --failed' needs a reason\n"
        "hint: opsctl done 20261122-003 --failed --reason TEXT");
  REQUIRE(office.done("operator1", {false, true, "no tape", {}, {}}).empty());
  CHECK(std::get<RunFinished>(office.run.events.back().body).reason == "no tape");
  CHECK(state_of(office.run) == RunState::awaiting_supervisor);
}

TEST_CASE("an abort needs a reason and ends the run") {
  Office office = started_office(daily_update());
  CHECK(office.stop("operator1", "") ==
        "'abort' needs a reason\nhint: opsctl abort 20261122-003 --reason TEXT");
  CHECK(office.stop("operator1", "a\tb") == "--reason contains control characters");
  REQUIRE(office.stop("operator2", "wrong item").empty());
  CHECK(office.ok("operator1", "1") ==
        "run 20261122-003 takes no more work: it is aborted\n"
        "hint: begin anew: opsctl start inc-49");
}

TEST_CASE("a note needs a text") {
  Office office = started_office(daily_update());
  CHECK(office.note("operator1", " ") == "note has no text");
}

TEST_CASE("a run that is finished takes no work until it is returned") {
  Office office;
  office.finished();
  const std::string refused =
      "run 20261122-003 takes no more work: it is awaiting the supervisor (●)\n"
      "hint: a return opens it again: opsctl return 20261122-003 --reason TEXT";
  CHECK(office.ok("operator1", "1") == refused);
  CHECK(office.confirm("operator1", "1") == refused);
  CHECK(office.note("operator1", "text") == refused);
  CHECK(office.done("operator1") == refused);
  CHECK(office.stop("operator1", "text") == refused);
  REQUIRE(office.send_back("supervisor1").empty());
  CHECK(office.ok("operator1", "1").empty());
}

TEST_CASE("every state has its words in both languages") {
  const auto words = [](RunState state, Language language) {
    return to_text(describe(state), language);
  };
  CHECK(words(RunState::open, Language::en) == "open");
  CHECK(words(RunState::returned, Language::en) == "returned");
  CHECK(words(RunState::awaiting_supervisor, Language::ja) == "スーパーバイザ確認待ち（●）");
  CHECK(words(RunState::awaiting_approval, Language::en) == "awaiting approval (▲)");
  CHECK(words(RunState::approved, Language::en) == "approved");
  CHECK(words(RunState::rejected, Language::ja) == "却下");
  CHECK(words(RunState::aborted, Language::en) == "aborted");
}
