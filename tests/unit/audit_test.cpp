// The audit finds what the rules would not have let happen: each case is an honest run in which one
// thing was changed afterwards.
#include <functional>

#include <catch2/catch.hpp>

#include "audited.h"
#include "model/gate.h"
#include "model/watch_rules.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

/// Everybody has an account.
Office with_accounts(Runbook book = daily_update()) {
  Office office(std::move(book));
  for (Person& person : office.catalog.roster.persons) person.accounts = {"account"};
  return office;
}

/// Records 2 to 7: the start, steps 1 and 2, the finish, ● and ▲.
Office signed_office(Office office = with_accounts()) {
  REQUIRE(office.start("operator1", {"supervisor1"}) == "");
  REQUIRE(office.ok("operator1", "1") == "");
  REQUIRE(office.ok("engineer1", "2") == "");
  REQUIRE(office.done("operator1") == "");
  REQUIRE(office.approve("supervisor1") == "");
  REQUIRE(office.approve("approver1") == "");
  return office;
}

constexpr std::size_t kStart = 0, kFirstStep = 1, kSecondStep = 2, kFinish = 3, kSupervisor = 4,
                      kApprover = 5;

template <class Body>
Body& body(Event& event) {
  return std::get<Body>(event.body);
}

using Change = std::function<void(std::vector<Event>&)>;

std::string after(const Change& change, Office office = signed_office()) {
  REQUIRE(audit_of(office) == "");
  change(office.run.events);
  return audit_of(office);
}

Change actor(std::size_t event, std::string person, std::string party = "", std::string duty = "") {
  return [=](std::vector<Event>& events) {
    events[event].actor.person = person;
    if (!party.empty()) events[event].actor.party = party;
    if (!duty.empty()) events[event].actor.duty = duty;
  };
}

}  // namespace

TEST_CASE("the audit finds nothing in what the rules accepted") {
  CHECK(audit_of(signed_office()) == "");
}

TEST_CASE("the audit finds work by somebody without ◎, and steps by another party") {
  const std::string of_49 =
      "inc-49: it is for Contractor operation (ops-work), Vendor maintenance (hw-maintenance)\n";
  CHECK(after(actor(kStart, "support1", "app-pm", "support")) ==
        "2: support1 may not do the work of " + of_49);
  CHECK(after(actor(kFinish, "support1", "app-pm", "support")) ==
        "5: support1 may not do the work of " + of_49);
  CHECK(after(actor(kFirstStep, "engineer1", "hw-maintenance")) ==
        "3: step 1 is for Contractor operation (ops-work)\n");
  CHECK(after([](auto& events) { body<StepRecorded>(events[kFirstStep]).step = "pray"; }) ==
        "3: inc-49 has no step 'pray'\n"
        "5: run 20261122-001 was finished as done with 1 points still open\n");
}

TEST_CASE("the audit finds a duty or a party that is not the person's") {
  CHECK(
      after(actor(kFirstStep, "operator1", "ops-work", "approve")) ==
      "3: recorded as 'approve' for party 'ops-work', which should be 'perform' for 'ops-work'\n");
  CHECK(after(actor(kSecondStep, "engineer1", "ops-work")) ==
        "4: recorded as 'perform' for party 'ops-work', which should be 'perform' for "
        "'hw-maintenance'\n");
}

TEST_CASE("the audit finds strangers and borrowed accounts") {
  CHECK(after(actor(kFirstStep, "ghost")) == "3: 'ghost' was not in the roster\n");
  CHECK(after([](auto& events) { events[kSecondStep].actor.account = "root"; }) ==
        "4: the account 'root' was not one of engineer1\n");
}

TEST_CASE("the audit finds deputies without a deputation in force on that day") {
  const auto signed_by_deputy = [](Date from, Date until, std::int32_t offset) {
    Office office = signed_office();
    office.catalog.roster.deputations = {{"support1", "approver1", from, until}};
    Event& event = office.run.events[kApprover];
    event.actor.person = "support1";
    event.actor.deputy_for = "approver1";
    event.utc_offset_seconds = offset;
    return audit_of(office);
  };
  const Date day = *parse_date("2026-11-22");
  CHECK(signed_by_deputy(day, day, 0) == "");
  CHECK(signed_by_deputy(day - std::chrono::days(2), day - std::chrono::days(1), 0) ==
        "7: support1 is not the deputy of approver1 on 2026-11-22\n");
  // The same instant on the local day before.
  CHECK(signed_by_deputy(day - std::chrono::days(1), day - std::chrono::days(1), -3600) == "");
  CHECK(after([](auto& events) { events[kApprover].actor.deputy_for = "ghost"; }) ==
        "7: 'ghost' was not in the roster\n");
}

TEST_CASE("the audit counts the deputy and whom he represents") {
  Office office = signed_office();
  const Date day = *parse_date("2026-11-22");
  office.catalog.roster.deputations = {{"operator1", "approver1", day, day},
                                       {"support1", "operator1", day, day}};
  Office other = office;
  office.run.events[kApprover].actor.person = "operator1";
  office.run.events[kApprover].actor.deputy_for = "approver1";
  CHECK(audit_of(office) ==
        "7: operator1 as deputy of approver1 took part in the work of run 20261122-001 and so may "
        "not sign it off\n");
  other.run.events[kFirstStep].actor.person = "support1";
  other.run.events[kFirstStep].actor.deputy_for = "operator1";
  CHECK(audit_of(other) == "");
}

TEST_CASE("the audit finds one person in two duties") {
  Office office = with_accounts();
  office.hire("all", {"ops-work", "ops-helpdesk", "labor-insurance"}, true);
  office.person("all").accounts = {"account"};
  office = signed_office(office);

  Office performer = office;
  performer.run.events[kFirstStep].actor.person = "all";
  performer.run.events[kSupervisor].actor.person = "all";
  CHECK(audit_of(performer) ==
        "6: all took part in the work of run 20261122-001 and so may not sign it off\n");
  Office approver = office;
  approver.run.events[kSupervisor].actor.person = "all";
  approver.run.events[kApprover].actor.person = "all";
  CHECK(audit_of(approver) ==
        "7: all signed run 20261122-001 as its supervisor (●) and so may not decide as ▲\n");
}

TEST_CASE("the audit finds who works on after signing") {
  Office office = with_accounts();
  office.hire("all", {"ops-work", "ops-helpdesk"}, true);
  office.person("all").accounts = {"account"};
  office.start("operator1", {"supervisor1"});
  office.all_ok("operator1");
  REQUIRE(office.send_back("supervisor1") == "");
  REQUIRE(office.all_ok("operator1") == "");
  REQUIRE(audit_of(office) == "");
  office.run.events[2].actor.person = "all";
  office.run.events[3].actor.person = "all";
  CHECK(audit_of(office) ==
        "5: all has signed off in run 20261122-001 and so may not do its work\n");
}

TEST_CASE("the audit finds ▲ before ●, and signatures that nobody asked for") {
  CHECK(after([](auto& events) { events.erase(events.begin() + kSupervisor); }) ==
        "7: run 20261122-001 is not yet signed by the supervisor: ● Contractor\n");
  CHECK(after(actor(kSupervisor, "operator2", "ops-work")) ==
        "6: operator2 has nothing to sign in run 20261122-001: missing is ● Contractor, ▲ Ministry "
        "operations (labor-insurance)\n");
  CHECK(after([](auto& events) {
          body<SignedOff>(events[kApprover]).duty = SignOffDuty::supervisor;
        }) == "7: recorded as the sign-off of a 'supervisor', which was not the one to be given\n");
  CHECK(after([](auto& events) { events.push_back(events.back()); }) ==
        "7: run 20261122-001 is already decided: approved\n");
  CHECK(after([](auto& events) { events.erase(events.begin() + kFinish); }) ==
        "6: run 20261122-001 is not finished yet\n7: run 20261122-001 is not finished yet\n");
}

TEST_CASE("the audit finds a signature to something else than what was there") {
  CHECK(after([](auto& events) { body<SignedOff>(events[kApprover]).content = sha256("that"); }) ==
        "7: run 20261122-001 has changed since it was shown\n");
  // A record before it was made again, with another hash.
  CHECK(after([](auto& events) { events[kFirstStep].hash = sha256("new"); }) ==
        "6: run 20261122-001 has changed since it was shown\n"
        "7: run 20261122-001 is not yet signed by the supervisor: ● Contractor\n");
}

TEST_CASE("the audit finds decisions from shared accounts where the roster forbids them") {
  const Office office = signed_office();
  Event roster = roster_event(office.catalog.roster);
  body<RosterRecorded>(roster).roster.shared_accounts_may_sign = false;
  CHECK(audit_of({roster}, renamed(office.run)) ==
        "6: the account 'account' is shared and cannot sign off\n"
        "7: the account 'account' is shared and cannot sign off\n");
}

TEST_CASE("the audit finds confirmations by the same person or by another party") {
  Runbook book = daily_update();
  book.steps[0].confirm_by = "ops-work";
  Office office = with_accounts(book);
  office.start("operator1");
  office.ok("operator1", "1");
  REQUIRE(office.confirm("operator2", "1") == "");
  CHECK(after(actor(2, "operator1"), office) ==
        "4: operator1 recorded step 1: a second person confirms it\n");
  CHECK(after(actor(2, "director1", "controller", "direct"), office) ==
        "4: step 1 is confirmed by Contractor operation (ops-work)\n");
  CHECK(after([](auto& events) { body<StepConfirmed>(events[2]).step = "pray"; }, office) ==
        "4: inc-49 has no step 'pray'\n");
}

TEST_CASE("the audit finds work after the end, notes of outsiders, handovers to them") {
  Office office = with_accounts();
  office.start("operator1");
  REQUIRE(office.note("director1", "seen") == "");
  REQUIRE(office.record(hand_over(office.catalog, office.run, office.as("operator1"),
                                  office.person("operator2"))) == "");
  REQUIRE(office.stop("operator1", "no need") == "");
  CHECK(after(actor(1, "outsider", "payment-line"), office) ==
        "3: outsider has no part in inc-49\n");
  CHECK(after([](auto& events) { body<RunHandedOver>(events[2]).to = "support1"; }, office)
            .starts_with("4: support1 may not do the work of inc-49"));
  CHECK(after([](auto& events) { body<RunHandedOver>(events[2]).to = "ghost"; }, office) ==
        "4: 'ghost' was not in the roster\n");
  CHECK(after([](auto& events) { events.push_back(events[1]); }, office) ==
        "3: run 20261122-001 takes no more work: it is aborted\n");
  CHECK(after(actor(3, "support1", "app-pm", "support"), office)
            .starts_with("5: support1 may not do the work of inc-49"));
}

TEST_CASE("the audit finds what is called done and was not") {
  // Step 1 twice, and never step 2.
  CHECK(after([](auto& events) {
          events[kSecondStep].actor = events[kFirstStep].actor;
          events[kSecondStep].body = events[kFirstStep].body;
        }) == "5: run 20261122-001 was finished as done with 1 points still open\n");
}

TEST_CASE("the audit finds corrections of runs that take none") {
  const auto correction = [](std::vector<Event>& events, std::size_t at) {
    Event event = events[kFirstStep];
    event.body = RunCorrected{.reason = "typo"};
    event.seq = static_cast<std::int64_t>(at) + 2;
    events.insert(events.begin() + static_cast<std::ptrdiff_t>(at), event);
  };
  Office office = signed_office();
  correction(office.run.events, 6);
  CHECK(audit_of(office) == "");
  office.run.events.back().actor = office.run.events[kSupervisor].actor;
  CHECK(audit_of(office).starts_with("8: supervisor1 may not do the work of inc-49"));
  CHECK(after([&](auto& events) {
          correction(events, 2);
          events.resize(3);
        }) == "4: run 20261122-001 is still open: what is recorded again counts\n");
  CHECK(after([&](auto& events) {
          body<SignedOff>(events[kSupervisor]).decision = Decision::reject;
          body<SignedOff>(events[kSupervisor]).comment = "no";
          events.resize(5);
          correction(events, 5);
        }) ==
        "7: run 20261122-001 is rejected: it counts for nothing, so there is nothing to correct\n");
}

TEST_CASE("the audit finds the wrong supervisor on duty") {
  CHECK(after([](auto& events) { body<RunStarted>(events[kStart]).supervisor.clear(); }) ==
        "2: it names no supervisor on duty, and one was owed\n");
  CHECK(after([](auto& events) { body<RunStarted>(events[kStart]).supervisor = "operator2"; }) ==
        "2: operator2 is not a supervisor of Contractor\n");
}

TEST_CASE("the audit finds times without a reason") {
  CHECK(after([](auto& events) { events[kFirstStep].performed_at -= std::chrono::seconds(1); }) ==
        "3: it took place at another time than it was recorded, without a reason\n");
  CHECK(after([](auto& events) { events[kFirstStep].performed_at += std::chrono::hours(1); }) ==
        "3: it took place after it was recorded\n");
  CHECK(after([](auto& events) {
          events[kFirstStep].performed_at -= std::chrono::hours(1);
          events[kFirstStep].late_reason = "no line";
        }) == "3: that time is before run 20261122-001 was started\n");
}

TEST_CASE("the audit finds runs that left their runbook") {
  const std::string wrong =
      "3: it names another item or runbook than the start of run 20261122-001\n";
  CHECK(after([](auto& events) { events[kFirstStep].runbook_hash = sha256("new"); }) == wrong);
  CHECK(after([](auto& events) { events[kFirstStep].item = "inc-50"; }) == wrong);
  CHECK(after([](auto& events) { body<RunStarted>(events[kStart]).book.hash = sha256("new"); }) ==
        "2: it names another item or runbook than the start of run 20261122-001\n");
}

TEST_CASE("the audit finds histories without exactly one start at their beginning") {
  const std::string wrong = "the records of run 20261122-001 do not begin with its one start\n";
  CHECK(after([](auto& events) {
          events.erase(events.begin());
          events.resize(1);
        }) == "3: " + wrong);
  CHECK(after([](auto& events) {
          events.resize(1);
          events.push_back(events.front());
          events.back().run.clear();
        }).find("2: " + wrong) != std::string::npos);
}

TEST_CASE("the audit finds ids out of order") {
  Office office = signed_office();
  Run run = renamed(office.run);
  run.id = "20261122-002";
  for (Event& event : run.events) event.run = run.id;
  const std::vector<Event> roster = {roster_event(office.catalog.roster)};
  CHECK(audit_of(roster, run) ==
        "2: 20261122-002 is not the next id, which would be 20261122-001\n");
  for (Event& event : run.events) event.run = "run";
  CHECK(audit_of(roster, run) == "2: run is not the next id, which would be 20261122-001\n");
  // The day is that of the place.
  run = renamed(office.run);
  run.events.front().utc_offset_seconds = -3600;
  CHECK(audit_of(roster, run) ==
        "2: 20261122-001 is not the next id, which would be 20261121-001\n");
}

TEST_CASE("the audit finds records that name no roster, or another one") {
  const Office office = signed_office();
  const Run run = renamed(office.run);
  Run start{run.id, {run.events.front()}};
  CHECK(audit_of(std::vector<Event>{}, start) == "2: no roster was recorded before it\n");
  start.events.front().roster_hash = sha256("other");
  CHECK(audit_of({roster_event(office.catalog.roster)}, start) ==
        "2: it names another roster than the one on record\n");
}

TEST_CASE("each record is judged by the roster that was on record then") {
  const Office office = signed_office();
  Event first = roster_event(office.catalog.roster, 1);
  Event second = first;
  second.seq = 6;  // between ● and ▲, which moves on
  auto& seen = body<RosterRecorded>(second);
  std::erase_if(seen.roster.persons, [](const Person& person) { return person.id == "approver1"; });
  seen.changes = {{RosterChange::Kind::removed, "approver1"}};
  Run run = renamed(office.run);
  run.events.back().seq = 7;

  Audit audit;
  std::string text;
  const auto say = [&](const std::vector<AuditFinding>& found) {
    for (const AuditFinding& one : found) text += to_text(one.what, Language::en) + "\n";
  };
  say(audit.follow(first));
  for (std::size_t i = 0; i < run.events.size(); ++i) {
    if (i == kApprover) say(audit.follow(second));
    say(audit.follow(run.events[i]));
  }
  say(audit.judge(run));
  CHECK(text == "'approver1' was not in the roster\n");

  seen.changes.clear();
  Audit again;
  CHECK(again.follow(first).empty());
  REQUIRE(again.follow(second).size() == 1);
  Audit third;
  second.roster_hash = sha256("other");
  CHECK(to_text(third.follow(second).at(0).what, Language::en) ==
        "it names another roster than the one on record");
}

namespace {

/// The journal of an office with its requests; records get their numbers here.
struct Desk {
  Office office;
  std::vector<Event> events = {roster_event(office.catalog.roster)};

  explicit Desk(Gate gate = Gate::none) : office(with_accounts()) {
    office.book.gate = gate;
    events = {roster_event(office.catalog.roster)};
  }

  Event& add(EventBody body, std::string person, std::string party, std::string duty) {
    Event event;
    event.seq = static_cast<std::int64_t>(events.size()) + 1;
    event.item = office.book.id;
    event.body = std::move(body);
    event.actor = {std::move(person), std::move(party), std::move(duty), "account"};
    event.performed_at = event.recorded_at = office.now;
    return events.emplace_back(std::move(event));
  }
  void ask(std::string id = "R20261122-001") {
    add(RequestMade{std::move(id), "why"}, "director1", "controller", "direct");
  }
  void grant(std::string id = "R20261122-001") {
    add(RequestApproved{std::move(id)}, "approver1", "labor-insurance", "approve");
  }
  std::string audit() const { return audit_of(events, Run{"20261122-001", {}}); }

  std::string audit_start(const std::function<void(RunStarted&)>& change) {
    office.run.events.clear();
    REQUIRE(office.start("operator1") == "");
    Event& event = office.run.events.front();
    event.seq = static_cast<std::int64_t>(events.size()) + 1;
    change(body<RunStarted>(event));
    return audit_of(events, renamed(office.run));
  }
};

}  // namespace

TEST_CASE("the audit finds requests by whom they are not for, and decisions on none") {
  Desk desk;
  desk.ask();
  desk.grant();
  desk.add(OccurrenceWaived{"2026-11-22", "closed"}, "approver1", "labor-insurance", "approve");
  desk.add(RequestWithdrawn{"R20261122-001", "no need"}, "director1", "controller", "direct");
  REQUIRE(desk.audit() == "");
  desk.grant();
  CHECK(desk.audit() ==
        "6: R20261122-001 is no open request of inc-49\n"
        "6: the request R20261122-001 has been approved\n");
  desk.events.pop_back();
  desk.ask("R20261122-003");
  CHECK(desk.audit() == "6: R20261122-003 is not the next id, which would be R20261122-002\n");
  desk.events.pop_back();
  desk.events[1].actor.duty = "support";
  CHECK(desk.audit() == "2: the duty 'support' does not allow a 'request-made'\n");
  desk.events[1].actor = {"director1", "app-pm", "direct", "account"};
  CHECK(desk.audit() == "2: director1 does not belong to the party 'app-pm'\n");
  desk.events[1].actor.party = "controller";
  desk.events[3].actor = desk.events[1].actor;
  CHECK(desk.audit() == "4: the duty 'direct' does not allow a 'occurrence-waived'\n");
}

TEST_CASE("the audit finds requests that were approved from a shared account") {
  Desk desk;
  desk.ask();
  desk.grant();
  body<RosterRecorded>(desk.events[0]).roster.shared_accounts_may_sign = false;
  CHECK(desk.audit() == "3: the account 'account' is shared and cannot sign off\n");
}

TEST_CASE("the audit finds runs that began without what their gate asks for") {
  const std::string closed = ": inc-49 was begun without what its gate asks for\n";
  const auto nothing = [](RunStarted&) {};
  const auto served = [](RunStarted& start) { start.request = "R20261122-001"; };

  Desk told(Gate::instruction);
  CHECK(told.audit_start(nothing) == "2" + closed);
  CHECK(told.audit_start([](RunStarted& start) { start.emergency = "fire"; }) == "");
  CHECK(told.audit_start([](RunStarted& start) { start.instructed_by = "director1"; }) == "");
  CHECK(told.audit_start([](RunStarted& start) { start.instructed_by = "support1"; }) ==
        "2" + closed);
  CHECK(told.audit_start(served) == "2: R20261122-001 is no open request of inc-49\n");
  told.ask();
  CHECK(told.audit_start(served) == "");

  Desk approved(Gate::prior_approval);
  approved.ask();
  CHECK(approved.audit_start(served) == "3" + closed);
  approved.grant();
  CHECK(approved.audit_start(served) == "");
  CHECK(approved.audit_start(nothing) == "4" + closed);
}

TEST_CASE("the audit finds emergencies accepted by those who worked in them") {
  Office office = with_accounts();
  office.book.gate = Gate::prior_approval;
  office.hire("all", {"ops-work", "labor-insurance"});
  office.person("all").accounts = {"account"};
  office.start("operator1");
  body<RunStarted>(office.run.events.front()).emergency = "fire";
  office.ok("operator1", "1");
  REQUIRE(office.record(accept_emergency(office.catalog, office.run, office.as("approver1"),
                                         content_hash(office.run))) == "");
  CHECK(after(
            [](auto& events) {
              events[1].actor.person = "all";
              events[2].actor.person = "all";
            },
            office) ==
        "4: all took part in the work of run 20261122-001 and so may not sign it off\n");
}

TEST_CASE("the audit knows who keeps a watch, and who confirms it") {
  Runbook book = daily_update();
  book.timetable.versions[0].cycle = Cycle{Cycle::Kind::continuous};
  Office office = with_accounts(book);
  REQUIRE(office.start("operator1") == "");
  REQUIRE(office.record(confirm_watch(office.catalog, office.run, office.as("operator2"))) == "");
  Office next = office;
  auto& start = body<RunStarted>(next.run.events.front());
  start.keeper = "operator2";
  CHECK(audit_of(next) == "");
  start.keeper = "ghost";
  CHECK(audit_of(next) == "2: 'ghost' was not in the roster\n");
  start.keeper = "support1";
  CHECK(audit_of(next).starts_with("2: support1 may not do the work of inc-49"));
  start.keeper = "operator2";
  next.run.events.front().actor.party = "controller";
  CHECK(audit_of(next) == "2: operator1 does not belong to the party 'controller'\n");
  CHECK(after([](auto& events) { body<RunStarted>(events.front()).cycle = "1/D"; }, office) ==
        "3: run 20261122-001 is no watch: only 24H work is confirmed so\n");
}
