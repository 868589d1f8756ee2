// 代行: the duty is the other's, the names are both's, and separation of duties counts both.
#include <catch2/catch.hpp>

#include "office.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

Acting as_deputy_of(Office& office, std::string_view who, std::string_view represented) {
  Acting acting = office.as(who);
  acting.deputy_for = &office.person(represented);
  return acting;
}

std::string approve_for(Office& office, std::string_view who, std::string_view represented) {
  return office.record(sign_off(office.run, office.catalog.roster,
                                as_deputy_of(office, who, represented),
                                {Decision::approve, "", content_hash(office.run)}));
}

Date day(const char* text) { return *parse_date(text); }

}  // namespace

TEST_CASE("a deputation holds from its first day to its last") {
  Office office;
  office.catalog.roster.deputations = {
      {"operator2", "approver1", day("2026-12-28"), day("2027-01-05")}};
  const auto asked = [&](const char* on, const char* represented) {
    return refusal_of(as_deputy(office.catalog.roster, office.person("operator2"),
                                office.person(represented), day(on)));
  };
  CHECK(asked("2026-12-28", "approver1") == "");
  CHECK(asked("2027-01-05", "approver1") == "");
  CHECK(asked("2026-12-27", "approver1") ==
        "operator2 is not the deputy of approver1 on 2026-12-27\n"
        "- the roster has operator2 for approver1 from 2026-12-28 to 2027-01-05\n"
        "hint: deputies and their days stand under 'deputies:' in roster.yaml");
  CHECK(asked("2027-01-06", "approver1") != "");
  CHECK(asked("2026-12-28", "supervisor1").find("is not the deputy of supervisor1") !=
        std::string::npos);
}

TEST_CASE("a deputy has the duties of the other and not his own") {
  Office office;
  office.finished().approve("supervisor1");
  CHECK(office.approve("outsider") != "");
  CHECK(approve_for(office, "outsider", "approver1") == "");
  CHECK(office.run.events.back().actor.person == "outsider");
  CHECK(office.run.events.back().actor.deputy_for == "approver1");
  CHECK(office.run.events.back().actor.party == "labor-insurance");

  Office other;
  CHECK(refusal_of(start_run(other.catalog, other.book,
                             as_deputy_of(other, "operator1", "support1"), {}, {}))
            .starts_with("operator1 as deputy of support1 may not do the work"));
}

TEST_CASE("neither a deputy nor whom he represents stands in two duties") {
  Office office;
  office.hire("temp", {"payment-line"});
  REQUIRE(office.record(start_run(office.catalog, office.book,
                                  as_deputy_of(office, "temp", "operator1"), {}, {})) == "");
  office.all_ok("operator2");
  CHECK(performers(office.run) == std::vector<std::string>{"temp", "operator1", "operator2"});
  // The deputy worked, so he signs for nobody; and nobody signs for those who worked.
  CHECK(approve_for(office, "temp", "supervisor1").find("took part in the work") !=
        std::string::npos);
  office.person("operator1").supervisor = true;
  CHECK(approve_for(office, "outsider", "operator1").find("took part in the work") !=
        std::string::npos);
  REQUIRE(approve_for(office, "outsider", "supervisor1") == "");
  // Whoever signed ●, or had it signed for him, does not decide as ▲.
  CHECK(approve_for(office, "outsider", "approver1").find("may not decide as ▲") !=
        std::string::npos);
  office.person("supervisor1").parties.push_back("labor-insurance");
  CHECK(office.approve("supervisor1").find("may not decide as ▲") != std::string::npos);
  CHECK(office.approve("approver1") == "");
}

TEST_CASE("a refusal names the deputation that would help") {
  Office office;
  office.finished();
  Acting me = office.as("outsider");
  me.may_represent = {"approver1", "supervisor1"};
  const std::string refused = refusal_of(sign_off(
      office.run, office.catalog.roster, me, {Decision::approve, "", content_hash(office.run)}));
  CHECK(refused.find("with --deputy-for supervisor1") != std::string::npos);
  CHECK(refused.find("with --deputy-for approver1") == std::string::npos);
  me.may_represent = {"operator1"};
  CHECK(refusal_of(start_run(office.catalog, office.book, me, {}, {}))
            .find("with --deputy-for operator1") != std::string::npos);
}
