// What the guide asks next.
#include <catch2/catch.hpp>

#include "model/guide.h"
#include "office.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

using Kind = GuideStop::Kind;

struct Walk {
  Office office;
  std::set<std::string> skipped = {};

  GuideStop next(std::string_view who) {
    return next_stop(office.run, office.catalog.roster, office.as(who), skipped);
  }
};

Walk walk() {
  Runbook book = daily_update();
  book.steps.push_back({"tidy", "tidy up"});
  book.steps.back().required = false;
  book.records = {{"version", "version", FieldType::text, {}, true}, {"remark", "remark"}};
  Walk walk{Office(book)};
  walk.office.start("operator1");
  return walk;
}

}  // namespace

TEST_CASE("the guide goes from the steps to the fields to the finish") {
  Walk w = walk();
  CHECK(w.next("operator1") == GuideStop{Kind::step, 1});
  w.office.ok("operator1", "1");
  CHECK(w.next("operator1") == GuideStop{Kind::of_others, 2});
  CHECK(w.next("engineer1") == GuideStop{Kind::step, 2});
  w.office.ok("engineer1", "2");
  CHECK(w.next("operator1") == GuideStop{Kind::step, 3});
  w.skipped.insert("tidy");
  CHECK(w.next("operator1") == GuideStop{Kind::field, 0, "version"});
  const std::vector<std::string> version = {"version=9"};
  REQUIRE(w.office.record(
              fill_in(w.office.catalog, w.office.run, w.office.as("operator1"), version)) == "");
  CHECK(w.next("operator1") == GuideStop{Kind::field, 0, "remark"});
  w.skipped.insert("remark");
  CHECK(w.next("operator1") == GuideStop{Kind::finish});
  w.office.done("operator1");
  CHECK(w.next("operator1") == GuideStop{Kind::over});
}

TEST_CASE("the guide stops where a second person is asked for") {
  Walk w = walk();
  std::get<RunStarted>(w.office.run.events.front().body).book.steps[0].confirm_by = "controller";
  w.office.ok("operator1", "1");
  CHECK(w.next("operator1") == GuideStop{Kind::second_person, 1});
  w.office.confirm("director1", "1");
  CHECK(w.next("operator1") == GuideStop{Kind::of_others, 2});
}

TEST_CASE("the guide goes back to what the person may record again") {
  Walk w = walk();
  const auto before = [&](std::string_view who, int number) {
    return step_before(w.office.run, w.office.catalog.roster, w.office.as(who), number);
  };
  CHECK(before("operator1", 1) == 0);
  w.office.ok("operator1", "1");
  w.office.ok("engineer1", "2");
  CHECK(before("operator1", 3) == 1);
  CHECK(before("engineer1", 3) == 2);
  CHECK(before("engineer1", 2) == 0);
  CHECK(before("operator1", 0) == 1);
}
