#include "model/run.h"

#include <catch2/catch.hpp>

#include "office.h"

using namespace opsctl;
using namespace opsctl::test;

TEST_CASE("every kind of event and every word has its stable name and the way back") {
  CHECK(kind_of(JournalCreated{}) == "journal-created");
  CHECK(kind_of(RunStarted{}) == "run-started");
  CHECK(kind_of(StepRecorded{}) == "step-recorded");
  CHECK(kind_of(StepConfirmed{}) == "step-confirmed");
  CHECK(kind_of(NoteAdded{}) == "note-added");
  CHECK(kind_of(RunFinished{}) == "run-finished");
  CHECK(kind_of(RunAborted{}) == "run-aborted");
  CHECK(kind_of(SignedOff{}) == "signed-off");
  for (const char* name : {"ok", "ng", "na"}) CHECK(name_of(*step_result_of_name(name)) == name);
  for (const char* name : {"done", "failed"}) CHECK(name_of(*outcome_of_name(name)) == name);
  for (const char* name : {"approve", "return", "reject"})
    CHECK(name_of(*decision_of_name(name)) == name);
  for (const char* name : {"supervisor", "approver"})
    CHECK(name_of(*sign_off_duty_of_name(name)) == name);
  for (const char* name : {"open", "returned", "awaiting-supervisor", "awaiting-approval",
                           "approved", "rejected", "aborted"})
    CHECK(name_of(*run_state_of_name(name)) == name);
  CHECK_FALSE(run_state_of_name("finished"));
  CHECK(name_of(ExceptionKind::failed) == "failed");
  CHECK(name_of(ExceptionKind::step_ng) == "step-ng");
  CHECK(name_of(ExceptionKind::step_na) == "step-na");
  CHECK(name_of(ExceptionKind::late_entry) == "late-entry");
}

TEST_CASE("a history that does not begin with a start is no run") {
  CHECK_THROWS_AS(started(Run{"x", {}}), std::logic_error);
}

TEST_CASE("a run goes from open to approved") {
  Office office;
  office.start("operator1");
  CHECK(state_of(office.run) == RunState::open);
  CHECK_FALSE(summarize(office.run).performed_at);
  CHECK_FALSE(summarize(office.run).satisfies);
  office.finished();
  CHECK(state_of(office.run) == RunState::awaiting_supervisor);
  CHECK(summarize(office.run).satisfies);
  office.approve("supervisor1");
  CHECK(state_of(office.run) == RunState::awaiting_approval);
  office.approve("approver1");
  CHECK(state_of(office.run) == RunState::approved);
  CHECK(summarize(office.run).satisfies);
}

TEST_CASE("returned, rejected, aborted and failed work satisfies nothing") {
  Office returned;
  returned.finished().send_back("supervisor1");
  CHECK(state_of(returned.run) == RunState::returned);
  CHECK_FALSE(summarize(returned.run).satisfies);
  Office rejected;
  rejected.finished().sign("supervisor1", Decision::reject, "wrong item");
  CHECK(state_of(rejected.run) == RunState::rejected);
  CHECK_FALSE(summarize(rejected.run).satisfies);
  Office aborted;
  aborted.start("operator1");
  aborted.stop("operator1", "wrong item");
  CHECK(state_of(aborted.run) == RunState::aborted);
  CHECK_FALSE(summarize(aborted.run).satisfies);
  Office failed;
  failed.start("operator1");
  failed.done("operator1", {false, true, "no line", {}, {}});
  CHECK(state_of(failed.run) == RunState::awaiting_supervisor);
  CHECK(outcome_of(failed.run) == Outcome::failed);
  CHECK_FALSE(summarize(failed.run).satisfies);
}

TEST_CASE("the latest record of a step counts, and the earlier stay visible") {
  Office office;
  office.start("operator1");
  office.step("operator1", {"1", StepResult::ng, "bad checksum", {}, {}});
  office.ok("operator2", "1");
  const StepStatus status = steps_of(office.run).front();
  REQUIRE(status.records.size() == 2);
  CHECK(status.records[0].what.note == "bad checksum");
  CHECK(status.latest()->what.result == StepResult::ok);
  CHECK(status.latest()->by.person == "operator2");
  CHECK(status.latest()->performed_at == office.now);
  CHECK(steps_of(office.run)[1].latest() == nullptr);
  CHECK(exceptions_of(office.run).empty());
}

TEST_CASE("a record voids an earlier confirmation") {
  Office office;
  office.book.steps[0].confirm_by = "controller";
  office.start("operator1");
  office.ok("operator1", "1");
  REQUIRE(office.confirm("director1", "1").empty());
  CHECK(steps_of(office.run)[0].confirmed->by.person == "director1");
  CHECK(steps_of(office.run)[0].confirmed->performed_at == office.now);
  office.ok("operator1", "1");
  CHECK_FALSE(steps_of(office.run)[0].confirmed);
}

TEST_CASE("the later value of a record field wins") {
  Office office;
  office.book.records = {{"version", "Version", FieldType::text, {}, false},
                         {"valid_until", "Until", FieldType::date, {}, false}};
  office.start("operator1");
  office.step("operator1", {"1", StepResult::ok, {}, {}, {"version=1"}});
  office.ok("engineer1", "2");
  office.done("operator1", {false, false, {}, {"version=2"}, "2031-03-31"});
  CHECK(values_of(office.run).at("version") == "2");
  CHECK(summarize(office.run).valid_until == "2031-03-31");
}

TEST_CASE(
    "everybody who started, recorded, confirmed or finished performed; a note does not count") {
  Office office;
  office.book.steps[0].confirm_by = "controller";
  office.start("operator1");
  office.ok("operator2", "1");
  office.confirm("director1", "1");
  office.note("support1", "by phone");
  office.ok("engineer1", "2");
  office.done("operator1");
  CHECK(performers(office.run) ==
        std::vector<std::string>{"operator1", "operator2", "director1", "engineer1"});
}

TEST_CASE("the supervisor is owed where supervised people performed, then every approving party") {
  Office contractor;
  contractor.finished();
  CHECK(missing_sign_offs(contractor.run) ==
        std::vector<OwedSignOff>{{SignOffDuty::supervisor, "Contractor"},
                                 {SignOffDuty::approver, "labor-insurance"}});
  Office vendor;
  vendor.book.duties[1].duty = Duty::approve;
  vendor.start("engineer1");
  vendor.all_ok("engineer1");
  CHECK(missing_sign_offs(vendor.run) ==
        std::vector<OwedSignOff>{{SignOffDuty::approver, "labor-insurance"},
                                 {SignOffDuty::approver, "controller"}});
}

TEST_CASE("each supervised organisation owes its own supervisor") {
  Office office;
  office.catalog.parties[5].supervised = true;  // Vendor
  office.start("operator1", {"supervisor1", false});
  office.ok("operator1", "1");
  CHECK(missing_sign_offs(office.run).size() == 2);
  office.ok("engineer1", "2");
  office.done("operator1");
  CHECK(missing_sign_offs(office.run)[1] == OwedSignOff{SignOffDuty::supervisor, "Vendor"});
  office.approve("supervisor1");
  CHECK(state_of(office.run) == RunState::awaiting_supervisor);
  office.hire("supervisor9", {"hw-maintenance"}, true);
  CHECK(office.approve("supervisor9").empty());
  CHECK(state_of(office.run) == RunState::awaiting_approval);
}

TEST_CASE("work without anybody to sign is approved by its finish") {
  Office office;
  std::erase_if(office.book.duties,
                [](const DutyCell& cell) { return cell.duty == Duty::approve; });
  office.start("engineer1");
  office.all_ok("engineer1");
  CHECK(state_of(office.run) == RunState::approved);
}

TEST_CASE("a sign-off is in force only for the content that it was given for") {
  Office office;
  office.finished().approve("supervisor1");
  CHECK(sign_offs(office.run).front().in_force);
  const Hash before = content_hash(office.run);
  office.send_back("approver1");
  CHECK(content_hash(office.run) == before);  // a sign-off is no content
  CHECK_FALSE(sign_offs(office.run).front().in_force);
  CHECK_FALSE(sign_offs(office.run).back().in_force);
  office.done("operator1");
  CHECK(content_hash(office.run) != before);
  CHECK_FALSE(sign_offs(office.run).front().in_force);
  CHECK(state_of(office.run) == RunState::awaiting_supervisor);
}

TEST_CASE("the content hash is over the hashes of the events up to the last that is no sign-off") {
  Office office;
  office.finished();
  std::string hashes;
  for (const Event& event : office.run.events) hashes.append(event.hash.begin(), event.hash.end());
  CHECK(content_hash(office.run) == sha256(hashes));
  office.approve("supervisor1");
  CHECK(content_hash(office.run) == sha256(hashes));
}

TEST_CASE("exceptions come with their reasons: failure first, then steps, then a late entry") {
  Office office;
  office.start("operator1");
  office.step("operator1", {"1", StepResult::na, "no new version", {}, {}});
  office.step("engineer1", {"2", StepResult::ng, "rolled back", {}, {}});
  office.backdated = std::chrono::hours(24);
  office.note("operator1", "see ticket");
  CHECK_FALSE(is_late_entry(office.run));
  office.backdated += std::chrono::seconds(1);
  office.done("operator1", {false, true, "device broken", {}, {}});
  CHECK(exceptions_of(office.run) ==
        std::vector<RunException>{{ExceptionKind::failed, "", "device broken"},
                                  {ExceptionKind::step_na, "download", "no new version"},
                                  {ExceptionKind::step_ng, "apply", "rolled back"},
                                  {ExceptionKind::late_entry, "", ""}});
}

TEST_CASE("an entry exactly 24 hours later is not late") {
  Office office;
  office.backdated = std::chrono::hours(24);
  office.finished();
  CHECK_FALSE(is_late_entry(office.run));
  CHECK(exceptions_of(office.run).empty());
}

TEST_CASE("after a return the work keeps its time, unless a step is recorded again") {
  Office office;
  office.finished();
  const Instant first = office.now;
  CHECK(performed_at(office.run) == first);
  CHECK(duration_of(office.run) == std::chrono::minutes(1));
  office.send_back("supervisor1");
  CHECK(performed_at(office.run) == first);
  office.done("operator1");
  CHECK(performed_at(office.run) == first);
  CHECK(summarize(office.run).finished_at == office.now);
  office.send_back("supervisor1");
  office.ok("operator1", "1");
  office.done("operator1");
  CHECK(performed_at(office.run) == office.now);
}

TEST_CASE("work that failed first and succeeded after a return was performed at the success") {
  Office office;
  office.start("operator1");
  office.ok("operator1", "1");
  office.ok("engineer1", "2");
  office.done("operator1", {false, true, "not confirmed", {}, {}});
  office.send_back("supervisor1");
  office.done("operator1");
  CHECK(performed_at(office.run) == office.now);
  CHECK(summarize(office.run).satisfies);
}

TEST_CASE("the summary holds what lists need") {
  Office office;
  office.finished();
  const RunSummary summary = summarize(office.run);
  CHECK(summary.id == "20261122-003");
  CHECK(summary.item == "inc-49");
  CHECK(summary.state == RunState::awaiting_supervisor);
  CHECK(summary.outcome == Outcome::done);
  CHECK(summary.started_at == office.run.events.front().performed_at);
  CHECK(summary.finished_at == office.now);
  CHECK(summary.last_seq == office.run.events.back().seq);
  CHECK(summary.valid_until.empty());
}
