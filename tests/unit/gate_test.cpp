// What must be there before the start, and what is made up for afterwards.
#include "model/gate.h"

#include <catch2/catch.hpp>

#include "office.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

Office gated(Gate gate) {
  Runbook book = daily_update();
  book.gate = gate;
  return Office(std::move(book));
}

Request asked(std::optional<Instant> approved = {}) {
  return {.id = "R1",
          .item = "inc-49",
          .person = "director1",
          .reason = "why",
          .approved_at = approved};
}

Verdict starting(Office& office, std::string_view who, const std::vector<Request>& open,
                 const GateRequest& request) {
  Verdict start = start_run(office.catalog, office.book, office.as(who), {}, {});
  if (auto* accepted = std::get_if<Accepted>(&start); accepted != nullptr && !open.empty())
    std::get<RunStarted>(accepted->body).request = open.front().id;
  return through_gate(std::move(start), office.catalog, office.book, office.as(who), open, request);
}

std::string refused(Office& office, std::string_view who, const std::vector<Request>& open = {},
                    const GateRequest& request = {}) {
  const std::string text = refusal_of(starting(office, who, open, request));
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("an instruction is a request, somebody named, or the starter's own to give") {
  Office office = gated(Gate::instruction);
  CHECK(refused(office, "operator1") ==
        "inc-49 starts on instruction, and nobody has instructed it (that is for: approver1, "
        "director1)");
  CHECK(refused(office, "operator1", {asked()}) == "");
  CHECK(refused(office, "operator1", {}, {.instructed_by = "director1"}) == "");
  CHECK(refused(office, "operator1", {}, {.instructed_by = "operator2"}) ==
        "operator2 may not instruct inc-49");
  office.hire("chief", {"controller", "ops-work"});
  CHECK(refused(office, "chief") == "");
}

TEST_CASE("prior approval is an approved request, and no instruction replaces it") {
  Office office = gated(Gate::prior_approval);
  CHECK(refused(office, "operator1") ==
        "inc-49 starts only when its request has been approved, and there is none");
  CHECK(refused(office, "operator1", {asked()}, {.instructed_by = "director1"}) ==
        "inc-49 starts only when its request has been approved: R1 has not");
  CHECK(refused(office, "operator1", {asked(office.now)}) == "");
}

TEST_CASE("an emergency needs a closed gate and a reason") {
  Office office = gated(Gate::instruction);
  CHECK(refused(office, "operator1", {}, {.emergency = true}) == "--reason has no text");
  CHECK(refused(office, "operator1", {}, {.emergency = true, .reason = "fire"}) == "");
  CHECK(refused(office, "operator1", {asked()}, {.emergency = true, .reason = "fire"}) ==
        "nothing keeps inc-49 from starting");
}

namespace {

Verdict accepting(Office& office, std::string_view who) {
  return accept_emergency(office.catalog, office.run, office.as(who), content_hash(office.run));
}

}  // namespace

TEST_CASE("an emergency start is accepted by those who could have opened the gate, or approved") {
  for (const Gate gate : {Gate::instruction, Gate::prior_approval}) {
    Office office = gated(gate);
    REQUIRE(office.record(starting(office, "operator1", {}, {.emergency = true, .reason = "fire"}))
                .empty());
    CHECK(awaits_acceptance(office.run));
    CHECK(exceptions_of(office.run).front().kind == ExceptionKind::emergency);
    std::string may;
    for (const Person& person : office.catalog.roster.persons) {
      if (refusal_of(accepting(office, person.id)).empty()) may += person.id + " ";
    }
    CHECK(may == (gate == Gate::instruction ? "approver1 director1 " : "approver1 "));

    Office accepted = office;
    REQUIRE(accepted.record(accepting(accepted, "approver1")).empty());
    CHECK_FALSE(awaits_acceptance(accepted.run));
    CHECK(refusal_of(accepting(accepted, "approver1")).find("approver1") != std::string::npos);
    // Who has accepted the start does none of its work any more.
    accepted.person("approver1").parties.push_back("ops-work");
    CHECK(accepted.ok("approver1", "1").starts_with("approver1 has signed off in run"));

    office.finished().approve("supervisor1");
    CHECK(awaits_acceptance(office.run));
    office.approve("approver1");
    CHECK_FALSE(awaits_acceptance(office.run));
  }
}

TEST_CASE("what is accepted is the run as it was shown") {
  Office office = gated(Gate::instruction);
  REQUIRE(office.record(starting(office, "operator1", {}, {.emergency = true, .reason = "fire"}))
              .empty());
  const Hash shown = content_hash(office.run);
  REQUIRE(office.ok("operator1", "1").empty());
  CHECK(refusal_of(accept_emergency(office.catalog, office.run, office.as("director1"), shown))
            .find("has changed since") != std::string::npos);
  CHECK(refusal_of(accepting(office, "director1")) == "");
}

TEST_CASE("a shared account opens no gate, unless the roster allows it") {
  Office office = gated(Gate::prior_approval);
  REQUIRE(office.record(starting(office, "operator1", {}, {.emergency = true, .reason = "fire"}))
              .empty());
  const auto tried = [&] {
    return refusal_of(accepting(office, "approver1")) +
           refusal_of(approve_request(office.catalog, office.book, office.as("approver1"), asked(),
                                      std::vector{asked()}));
  };
  CHECK(tried() == "");
  office.shared_account = true;
  CHECK(tried().find("account") != std::string::npos);
  office.catalog.roster.shared_accounts_may_sign = true;
  CHECK(tried() == "");
}

TEST_CASE("a request is approved once, by ▲, while it is open") {
  Office office = gated(Gate::prior_approval);
  const auto approving = [&](std::string_view who, const Request& request,
                             const std::vector<Request>& open) {
    const std::string text =
        refusal_of(approve_request(office.catalog, office.book, office.as(who), request, open));
    return text.substr(0, text.find('\n'));
  };
  CHECK(approving("approver1", asked(), {asked()}) == "");
  CHECK(approving("director1", asked(), {asked()}).starts_with("director1 may not decide this"));
  CHECK(approving("approver1", asked(), {}) == "R1 is no open request of inc-49");
  CHECK(approving("approver1", asked(office.now), {asked(office.now)}) ==
        "the request R1 has been approved");
}
