#include "model/sign_off.h"

#include <catch2/catch.hpp>

#include "office.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

const std::string kSupervisorHint = "\nhint: opsctl approve 20261122-003 --as supervisor1";
const std::string kApproverHint = "\nhint: opsctl approve 20261122-003 --as approver1";

}  // namespace

TEST_CASE("the supervisor signs before the approver, each in their own duty") {
  Office office;
  office.finished();
  CHECK(office.approve("approver1") ==
        "run 20261122-003 is not yet signed by the supervisor: ● Contractor" + kSupervisorHint);
  CHECK(possible_signers(office.run, office.catalog.roster) ==
        std::vector<std::string>{"supervisor1"});
  REQUIRE(office.approve("supervisor1").empty());
  CHECK(office.run.events.back().actor ==
        Actor{"supervisor1", "ops-helpdesk", "supervise", "account", 1000});
  REQUIRE(office.approve("approver1").empty());
  CHECK(office.run.events.back().actor ==
        Actor{"approver1", "labor-insurance", "approve", "account", 1000});
}

TEST_CASE("a run that is not finished is not signed") {
  Office office;
  office.start("operator1");
  const std::string refused =
      "run 20261122-003 is not finished yet\n"
      "hint: its performer finishes it: opsctl done 20261122-003";
  CHECK(office.approve("supervisor1") == refused);
  CHECK(possible_signers(office.run, office.catalog.roster).empty());
  CHECK(refusal_of(sign_off_role(office.run, office.catalog.roster, office.as("supervisor1"))) ==
        refused);
  office.language = Language::ja;
  CHECK(office.approve("supervisor1") ==
        "実行 20261122-003 はまだ完了していません\n"
        "hint: 実施者が完了させる: opsctl done 20261122-003");
}

TEST_CASE("who performed does not sign, whatever else they are") {
  Office office;
  office.hire("chief", {"ops-work", "labor-insurance"}, true);
  office.start("operator1", {"supervisor1", false});
  office.ok("chief", "1");
  office.finished();
  CHECK(office.approve("chief") ==
        "chief took part in the work of run 20261122-003 and so may not sign it off" +
            kSupervisorHint);
  office.approve("supervisor1");
  CHECK(office.approve("chief").starts_with("chief took part"));
  office.language = Language::ja;
  CHECK(office.approve("chief") ==
        "chief は実行 20261122-003 の実施者のため、署名できません\n"
        "hint: opsctl approve 20261122-003 --as approver1");
}

TEST_CASE("performing counts over the whole run, before a return too") {
  Office office;
  office.hire("chief", {"ops-work"}, true);
  office.start("chief");
  office.finished().send_back("supervisor1");
  office.ok("operator1", "1");
  office.done("operator1");
  CHECK(office.approve("chief").starts_with("chief took part"));
}

TEST_CASE("who has nothing to sign is told who has") {
  Office office;
  office.finished();
  CHECK(office.approve("support1") ==
        "support1 has nothing to sign in run 20261122-003: missing is ● Contractor, "
        "▲ Ministry operations (labor-insurance)" +
            kSupervisorHint);
  office.approve("supervisor1");
  CHECK(office.sign("support1", Decision::reject, "x") ==
        "support1 has nothing to sign in run 20261122-003: missing is "
        "▲ Ministry operations (labor-insurance)\n"
        "hint: opsctl reject 20261122-003 --as approver1");
}

TEST_CASE("nobody signs twice") {
  Office office;
  office.finished().approve("supervisor1");
  CHECK(office.approve("supervisor1") ==
        "supervisor1 has already signed run 20261122-003" + kApproverHint);
}

TEST_CASE("what a colleague has signed is not signed again") {
  Office office;
  office.hire("supervisor2", {"ops-work"}, true);
  office.start("operator1", {"supervisor2", false});
  office.finished().approve("supervisor1");
  CHECK(office.approve("supervisor2") ==
        "● Contractor is already signed by supervisor1" + kApproverHint);
}

TEST_CASE("every approving party signs once, by different persons") {
  Office office;
  office.book.duties[1].duty = Duty::approve;
  office.hire("both", {"labor-insurance", "controller"});
  office.hire("approver2", {"labor-insurance"});
  office.finished().approve("supervisor1");
  REQUIRE(office.approve("both").empty());
  CHECK(office.run.events.back().actor.party == "labor-insurance");
  CHECK(office.approve("both") ==
        "both has already signed run 20261122-003\n"
        "hint: opsctl approve 20261122-003 --as director1");
  CHECK(office.approve("approver2") ==
        "▲ Ministry operations (labor-insurance) is already signed by both\n"
        "hint: opsctl approve 20261122-003 --as director1");
  REQUIRE(office.approve("director1").empty());
  CHECK(state_of(office.run) == RunState::approved);
}

TEST_CASE("a wanted party decides what is signed") {
  Office office;
  office.book.duties[1].duty = Duty::approve;
  office.hire("both", {"labor-insurance", "controller"});
  office.finished().approve("supervisor1");
  office.party = "app-pm";
  CHECK(office.approve("both") ==
        "both does not belong to the party 'app-pm'\n"
        "hint: parties of both: labor-insurance, controller");
  office.party = "controller";
  REQUIRE(office.approve("both").empty());
  CHECK(office.run.events.back().actor.party == "controller");
}

TEST_CASE("a supervisor who is also of an approving party does one of the two, in any order") {
  Office office;
  office.hire("chief", {"labor-insurance", "ops-helpdesk"}, true);
  office.start("operator1", {"supervisor1", false});
  office.finished();
  office.party = "labor-insurance";
  CHECK(
      office.approve("chief").starts_with("run 20261122-003 is not yet signed by the supervisor"));
  office.party.clear();
  Office other = office;
  REQUIRE(office.approve("chief").empty());
  CHECK(office.run.events.back().actor.duty == "supervise");
  CHECK(office.approve("chief") ==
        "chief signed run 20261122-003 as its supervisor (●) and so may not decide as ▲" +
            kApproverHint);
  other.approve("supervisor1");
  REQUIRE(other.send_back("chief").empty());
  other.done("operator1");
  CHECK(other.approve("chief") ==
        "chief decided on run 20261122-003 as ▲ and so may not sign as its supervisor (●)" +
            kSupervisorHint);
}

TEST_CASE("after a return the same supervisor and approver sign again") {
  Office office;
  office.finished().approve("supervisor1");
  REQUIRE(office.send_back("approver1").empty());
  office.done("operator1");
  CHECK(office.approve("supervisor1").empty());
  CHECK(office.approve("approver1").empty());
  CHECK(state_of(office.run) == RunState::approved);
}

TEST_CASE("a run that is decided stays decided, and the latecomer is told by whom") {
  Office office;
  office.hire("approver2", {"labor-insurance"});
  office.finished().approve("supervisor1");
  Office rejected = office;
  office.approve("approver1");
  CHECK(office.sign("approver2", Decision::reject, "x") ==
        "run 20261122-003 is already decided: approved\n"
        "- ● Contractor is already signed by supervisor1\n"
        "- ▲ Ministry operations (labor-insurance) is already signed by approver1\n"
        "hint: see it: opsctl show 20261122-003");
  rejected.sign("approver1", Decision::reject, "x");
  CHECK(rejected.approve("approver2") ==
        "run 20261122-003 is already decided: rejected\n"
        "- ▲ Ministry operations (labor-insurance) is already signed by approver1\n"
        "hint: see it: opsctl show 20261122-003");
  Office aborted;
  aborted.start("operator1");
  aborted.stop("operator1", "x");
  CHECK(aborted.approve("supervisor1") ==
        "run 20261122-003 is already decided: aborted\n"
        "hint: see it: opsctl show 20261122-003");
}

TEST_CASE("a decision on what was shown does not hold for what came after") {
  Office office;
  office.finished();
  const Hash shown = content_hash(office.run);
  office.send_back("supervisor1");
  office.done("operator1");
  const SignOffRequest request{Decision::approve, {}, shown};
  CHECK(office.record(
            sign_off(office.run, office.catalog.roster, office.as("supervisor1"), request)) ==
        "run 20261122-003 has changed since it was shown\n"
        "hint: look again, then decide: opsctl show 20261122-003");
}

TEST_CASE("a return and a rejection need a reason, an approval may have a comment") {
  Office office;
  office.finished();
  CHECK(office.sign("supervisor1", Decision::return_run) ==
        "'return' needs a reason\nhint: opsctl return 20261122-003 --reason TEXT");
  CHECK(office.sign("supervisor1", Decision::reject, "　") == "--reason has no text");
  CHECK(office.sign("supervisor1", Decision::reject, "") ==
        "'reject' needs a reason\nhint: opsctl reject 20261122-003 --reason TEXT");
  CHECK(office.sign("supervisor1", Decision::approve, "a\x01") ==
        "--reason contains control characters");
  REQUIRE(office.sign("supervisor1", Decision::approve, "seen").empty());
  CHECK(sign_offs(office.run).front().what.comment == "seen");
}

TEST_CASE("a shared account cannot sign off unless the roster says so") {
  Office office;
  office.finished();
  office.shared_account = true;
  CHECK(office.approve("supervisor1") ==
        "the account 'account' is shared and cannot sign off\n"
        "hint: from an account of your own: opsctl approve 20261122-003");
  office.catalog.roster.shared_accounts_may_sign = true;
  CHECK(office.approve("supervisor1").empty());
}

TEST_CASE("where nobody can sign, the refusal says what the roster lacks") {
  Office office;
  office.finished();
  office.person("supervisor1").supervisor = false;
  CHECK(office.approve("approver1") ==
        "run 20261122-003 is not yet signed by the supervisor: ● Contractor\n"
        "hint: the roster has nobody who can sign ● Contractor: it "
        "must name such a person");
}
