// Corrections: who may, when, and what becomes of the sign-offs.
#include <catch2/catch.hpp>

#include "model/correction.h"
#include "office.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

std::string correct(Office& office, std::string_view who, CorrectionRequest request) {
  if (request.reason.empty()) request.reason = "slip";
  return office.record(
      correct_run(office.catalog, office.run, office.as(who), request, office.now));
}

CorrectionRequest step_to(StepResult result, std::string note = {}) {
  CorrectionRequest request;
  request.step = StepRequest{.step = "1", .result = result, .note = std::move(note)};
  return request;
}

Office approved() {
  Office office;
  office.finished().approve("supervisor1");
  office.approve("approver1");
  return office;
}

}  // namespace

TEST_CASE("a correction voids the sign-offs and brings the run back to its first signer") {
  Office office = approved();
  REQUIRE(state_of(office.run) == RunState::approved);
  const auto before = performed_at(office.run);
  REQUIRE(correct(office, "operator1", step_to(StepResult::ng, "late")) == "");
  CHECK(state_of(office.run) == RunState::awaiting_supervisor);
  for (const SignOff& one : sign_offs(office.run)) CHECK_FALSE(one.in_force);
  CHECK(steps_of(office.run).front().records.size() == 2);
  CHECK(performed_at(office.run) == before);
  CHECK(summarize(office.run).satisfies);
  CHECK(exceptions_of(office.run).back() == RunException{ExceptionKind::corrected, {}, "slip"});

  REQUIRE(office.approve("supervisor1") == "");
  REQUIRE(office.approve("approver1") == "");
  CHECK(state_of(office.run) == RunState::approved);
}

TEST_CASE("a correction of the time moves the work, but never before its start or ahead of now") {
  Office office = approved();
  const Instant start = office.run.events.front().performed_at;
  CorrectionRequest request;
  request.performed_at = start + std::chrono::seconds(30);
  REQUIRE(correct(office, "operator2", request) == "");
  CHECK(performed_at(office.run) == request.performed_at);
  request.performed_at = start - std::chrono::seconds(1);
  CHECK(correct(office, "operator2", request).find("before") != std::string::npos);
  request.performed_at = office.now + std::chrono::hours(1);
  CHECK(correct(office, "operator2", request).find("future") != std::string::npos);
}

TEST_CASE("who corrects becomes a performer, and no signer corrects") {
  Office office = approved();
  CHECK(correct(office, "supervisor1", {}).starts_with("supervisor1 may not do the work"));
  CHECK(correct(office, "approver1", {}).starts_with("approver1 may not do the work"));
  office.person("supervisor1").parties.push_back("ops-work");
  CHECK(correct(office, "supervisor1", {}).starts_with("supervisor1 has signed off"));
  // The step is the operators'.
  CHECK(correct(office, "engineer1", step_to(StepResult::ok)).find("step 1 is for") !=
        std::string::npos);
  REQUIRE(correct(office, "operator2", step_to(StepResult::ok)) == "");
  CHECK(performers(office.run) == std::vector<std::string>{"operator1", "operator2"});
}

TEST_CASE("what is open is recorded again, and what counts for nothing is not corrected") {
  Office open;
  open.start("operator1");
  CHECK(correct(open, "operator1", {}).starts_with("run 20261122-003 is still open"));
  Office rejected;
  rejected.finished().sign("supervisor1", Decision::reject, "no");
  CHECK(correct(rejected, "operator1", {}).find("counts for nothing") != std::string::npos);
  Office aborted;
  aborted.start("operator1");
  aborted.stop("operator1", "no need");
  CHECK(correct(aborted, "operator1", {}).find("counts for nothing") != std::string::npos);
}

TEST_CASE("a correction needs its reason, and a step its note") {
  Office office = approved();
  CHECK(refusal_of(correct_run(office.catalog, office.run, office.as("operator1"), {.reason = " "},
                               office.now))
            .find("--reason") != std::string::npos);
  CHECK(correct(office, "operator1", step_to(StepResult::ng)).find("needs a note") !=
        std::string::npos);
  CHECK(state_of(office.run) == RunState::approved);
}
