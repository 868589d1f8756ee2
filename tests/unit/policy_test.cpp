// Who may: the matrix, as one table of acts, duties and states, and the rules about persons.
#include "model/policy.h"

#include <functional>
#include <map>
#include <sstream>
#include <utility>

#include <catch2/catch.hpp>

#include "office.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

// Which duties may do what in which state. "-" is nobody; the duties of one cell stand without
// spaces, "x" is somebody without any duty for the item.
constexpr std::string_view kMatrix = R"(
state                start  step  confirm  note  done  abort  approve  return  reject
none                 ◎      -     -        -     -     -      -        -       -
open                 -      ◎     △        ◎▲△□  ◎     ◎      -        -       -
returned             -      ◎     △        ◎▲△□  ◎     ◎      -        -       -
awaiting-supervisor  ◎      -     -        -     -     -      ●        ●       ●
awaiting-approval    ◎      -     -        -     -     -      ▲        ▲       ▲
approved             ◎      -     -        -     -     -      -        -       -
rejected             ◎      -     -        -     -     -      -        -       -
aborted              ◎      -     -        -     -     -      -        -       -
)";

// Persons who have had no part in the run so far.
const std::vector<std::pair<std::string, std::string>> kPersons = {
    {"◎", "operator2"}, {"▲", "approver1"},   {"△", "director1"},
    {"□", "support1"},  {"●", "supervisor1"}, {"x", "outsider"}};

Runbook checked_update() {
  Runbook book = daily_update();
  book.steps = {{"download", "download it"}, {"apply", "apply it"}};
  book.steps[0].confirm_by = "controller";
  book.steps[1].required = false;
  return book;
}

/// An office whose run is in the state, with the first step recorded and, once finished, confirmed.
Office office_in(std::string_view state) {
  Office office(checked_update());
  office.hire("controller9", {"controller"});
  office.hire("supervisor9", {"ops-helpdesk"}, true);
  office.hire("approver9", {"labor-insurance"});
  if (state == "none") return office;
  office.start("operator1", {"supervisor9", false});
  office.ok("operator1", "1");
  if (state == "aborted") office.stop("operator1", "wrong item");
  if (state == "open" || state == "aborted") return office;
  office.confirm("controller9", "1");
  office.done("operator1");
  if (state == "rejected") office.sign("supervisor9", Decision::reject, "wrong item");
  if (state == "returned") {
    office.send_back("supervisor9");
    office.ok("operator1", "1");
  }
  if (state == "awaiting-approval" || state == "approved") office.approve("supervisor9");
  if (state == "approved") office.approve("approver9");
  return office;
}

using Act = std::function<std::string(Office&, const std::string&)>;
const std::map<std::string, Act> kActs = {
    {"start",
     [](Office& office, const std::string& who) {
       std::vector<std::string> open;
       if (!office.run.events.empty() && takes_work(state_of(office.run)))
         open.push_back(office.run.id);
       return office.start(who, {"supervisor9", false}, open);
     }},
    {"step", [](Office& office, const std::string& who) { return office.ok(who, "1"); }},
    {"confirm", [](Office& office, const std::string& who) { return office.confirm(who, "1"); }},
    {"note", [](Office& office, const std::string& who) { return office.note(who, "text"); }},
    {"done",
     [](Office& office, const std::string& who) {
       if (takes_work(state_of(office.run))) office.confirm("controller9", "1");
       return office.done(who);
     }},
    {"abort", [](Office& office, const std::string& who) { return office.stop(who, "text"); }},
    {"approve", [](Office& office, const std::string& who) { return office.approve(who); }},
    {"return", [](Office& office, const std::string& who) { return office.send_back(who); }},
    {"reject", [](Office& office, const std::string& who) {
       return office.sign(who, Decision::reject, "text");
     }}};

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string allowed_to(const std::string& act, const std::string& state) {
  std::string allowed;
  for (const auto& [symbol, person] : kPersons) {
    Office office = office_in(state);
    if (office.run.events.empty() && act != "start") continue;
    if (kActs.at(act)(office, person).empty()) allowed += symbol;
  }
  return allowed.empty() ? "-" : allowed;
}

}  // namespace

TEST_CASE("who may do what in which state is what the table says") {
  std::istringstream table{std::string(kMatrix)};
  std::vector<std::string> acts;
  int rows = 0;
  for (std::string line; std::getline(table, line);) {
    const std::vector<std::string> words = words_of(line);
    if (words.empty()) continue;
    if (acts.empty()) {
      acts = words;
      continue;
    }
    ++rows;
    REQUIRE(words.size() == acts.size());
    if (words[0] != "none") REQUIRE(name_of(state_of(office_in(words[0]).run)) == words[0]);
    for (std::size_t i = 1; i < acts.size(); ++i) {
      INFO(words[0] << ", " << acts[i]);
      CHECK(allowed_to(acts[i], words[0]) == words[i]);
    }
  }
  CHECK(rows == 8);
}

TEST_CASE("only a performing party may work, and the refusal names who may") {
  Office office;
  CHECK(office.start("support1") ==
        "support1 may not do the work of inc-49: it is for Contractor operation (ops-work), "
        "Vendor maintenance (hw-maintenance)\nhint: one of these may: operator1, operator2, "
        "engineer1");
  office.language = Language::ja;
  CHECK(office.start("support1") ==
        "support1 は inc-49 の作業を実施できません（実施者: Contractor operation (ops-work), "
        "Vendor maintenance (hw-maintenance)）\nhint: できる人: operator1, operator2, engineer1");
}

TEST_CASE("an item without ◎ is performed by those whom its note names") {
  Office office;
  std::erase_if(office.book.duties,
                [](const DutyCell& cell) { return cell.duty == Duty::perform; });
  office.book.steps = {};
  CHECK(office.start("operator1") ==
        "operator1 may not do the work of inc-49: it is for \n"
        "hint: the roster has nobody who may");
  office.book.notes = {{"duties", "the text has the contractor do it", {"ops-work"}}};
  CHECK(office.start("operator1").empty());
  CHECK(office.run.events[0].actor.duty == "perform");
  CHECK_FALSE(office.start("engineer1").empty());
}

TEST_CASE("a person of several parties acts for the first in the sheet's order that has the duty") {
  Office office;
  office.hire("double", {"hw-maintenance", "app-pm", "ops-work"});
  REQUIRE(office.start("double").empty());
  CHECK(office.run.events[0].actor == Actor{"double", "ops-work", "perform", "account", 1000});
  office.party = "hw-maintenance";
  REQUIRE(office.start("double").empty());
  CHECK(office.run.events[1].actor.party == "hw-maintenance");
  office.party = "APP-PM";
  CHECK(office.start("double") ==
        "the party 'app-pm' does not do this for inc-49: it is for Contractor operation "
        "(ops-work), Vendor maintenance (hw-maintenance)\n"
        "hint: leave out --party, or name one that does");
  office.party = "controller";
  CHECK(office.start("double") ==
        "double does not belong to the party 'controller'\n"
        "hint: parties of double: hw-maintenance, app-pm, ops-work");
}

TEST_CASE("the only supervisor whom the roster offers beside the starter is on duty") {
  Office office;
  REQUIRE(office.start("operator1").empty());
  CHECK(started(office.run).supervisor == "supervisor1");
  Office other;
  other.hire("chief", {"ops-work"}, true);
  REQUIRE(other.start("chief").empty());
  CHECK(started(other.run).supervisor == "supervisor1");
}

TEST_CASE("several supervisors must be named") {
  Office office;
  office.hire("supervisor2", {"ops-work"}, true);
  CHECK(office.start("operator1") ==
        "inc-49 cannot start without naming the supervisor (●) on duty: the roster offers several\n"
        "- the same command with --supervisor supervisor1\n"
        "- the same command with --supervisor supervisor2");
  CHECK(office.start("operator1", {"supervisor2", false}).empty());
  CHECK(started(office.run).supervisor == "supervisor2");
}

TEST_CASE("who is named as supervisor on duty must be one, and not the starter") {
  Office office;
  CHECK(office.start("operator1", {"operator1", false}) ==
        "operator1 starts the run and so cannot be its supervisor on duty\n"
        "hint: one of these may: supervisor1");
  CHECK(office.start("operator1", {"operator2", false}) ==
        "operator2 is not a supervisor of Contractor\nhint: one of these may: supervisor1");
  CHECK(office.start("operator1", {"supervisor", false}) ==
        "there is no person 'supervisor' in the roster\nhint: did you mean 'supervisor1'?");
  CHECK(office.start("operator1", {"zzz", false}) ==
        "there is no person 'zzz' in the roster\nhint: one of these may: supervisor1");
  CHECK(office.start("operator1", {"Ｓupervisor1", false}).empty());
}

TEST_CASE("without any supervisor supervised work cannot start") {
  Office office;
  office.person("supervisor1").supervisor = false;
  CHECK(office.start("operator1") ==
        "inc-49 cannot start without a supervisor (●) of Contractor on duty, and the roster "
        "offers nobody\nhint: give a person of Contractor 'supervisor: true' in the roster");
  office.person("approver1").supervisor = true;  // of no supervised organisation
  CHECK_FALSE(office.start("operator1").empty());
}

TEST_CASE("work of a supervised item needs its supervisor whoever starts it") {
  Office office;
  REQUIRE(office.start("engineer1").empty());
  CHECK(started(office.run).supervisor == "supervisor1");
}

TEST_CASE("work that nobody supervises takes no supervisor") {
  Office office;
  std::erase_if(office.book.duties, [](const DutyCell& cell) { return cell.party == "ops-work"; });
  CHECK(office.start("engineer1", {"supervisor1", false}) ==
        "inc-49 has no work under a supervisor (●)\nhint: leave out --supervisor");
  REQUIRE(office.start("engineer1").empty());
  CHECK(started(office.run).supervisor.empty());
}

TEST_CASE("who decided on a run does nothing more in it, but for a note") {
  Office office;
  office.hire("chief", {"ops-work"}, true);
  office.start("operator1", {"supervisor1", false});
  office.finished().send_back("chief");
  const std::string refused =
      "chief has signed off in run 20261122-003 and so may not do its work\n"
      "hint: one of these may: operator1, operator2, engineer1";
  CHECK(office.ok("chief", "1") == refused);
  CHECK(office.done("chief") == refused);
  CHECK(office.stop("chief", "text") == refused);
  CHECK(office.note("chief", "look at the log").empty());
}

TEST_CASE("a person without any duty for the item cannot add a note") {
  Office office;
  office.start("operator1");
  CHECK(office.note("outsider", "text") ==
        "outsider has no part in inc-49\nhint: one of these may: operator1, operator2, engineer1, "
        "approver1, director1, support1");
}
