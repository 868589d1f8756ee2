// Reading cycle, schedule and life of an item.
#include <catch2/catch.hpp>

#include "catalog_helpers.h"

using namespace opsctl;
using namespace std::chrono_literals;

namespace {

std::string book_with(const std::string& cycle, const std::string& more) {
  return changed("cycle: 随時\n", "cycle: " + cycle + "\n" + more);
}

/// `schedule:` stands in line 7.
std::string problems(const std::string& cycle, const std::string& schedule) {
  return problems_of_book(book_with(cycle, "schedule: {" + schedule + "}\n"));
}

Timetable timetable(const std::string& cycle, const std::string& more) {
  const auto result = read_runbook(book_with(cycle, more), "r.yaml", small_frame());
  INFO(brief(result.diagnostics));
  REQUIRE(result.value);
  return result.value->timetable;
}

Schedule schedule(const std::string& cycle, const std::string& text) {
  return timetable(cycle, "schedule: {" + text + "}\n").versions.at(0).schedule;
}

Date day(const char* text) { return *parse_date(text); }

}  // namespace

TEST_CASE("an item without schedule has that of its cycle") {
  const Timetable read = timetable("1/5Y", "");
  REQUIRE(read.versions.size() == 1);
  CHECK(read.versions[0].cycle == Cycle{Cycle::Kind::frequency, 1, 5, Cycle::Unit::year});
  CHECK_FALSE(read.versions[0].effective_from);
  CHECK_FALSE(read.versions[0].schedule.mode);
  CHECK_FALSE(read.effective_until);
}

TEST_CASE("every key of a calendar schedule is read") {
  const Schedule read =
      schedule("1/M",
               "mode: calendar, anchor: 2026-01-15, due: last, roll: preceding, lead: 2w, "
               "grace: 3d, early: 6h, catch_up: each");
  CHECK(read.mode == Mode::calendar);
  CHECK(read.anchor == day("2026-01-15"));
  REQUIRE(read.due);
  CHECK(std::get<DayOfMonth>(*read.due).day == 0);
  CHECK(read.roll == Roll::preceding);
  CHECK(read.lead == Duration{2, Duration::Unit::week});
  CHECK(read.grace == Duration{3, Duration::Unit::day});
  CHECK(read.early == Duration{6, Duration::Unit::hour});
  CHECK(read.catch_up == CatchUp::each);
  CHECK(schedule("2/Y", "arrears: 1mo").arrears == Duration{1, Duration::Unit::month});
}

TEST_CASE("a deadline has many forms") {
  CHECK(std::get<TimeOfDay>(*schedule("1/D", "due: 18:30").due) == 18h + 30min);
  CHECK(std::get<TimeOfDay>(*schedule("1/D", "due: \"18:30\"").due) == 18h + 30min);
  const auto friday = std::get<WeekdayTime>(*schedule("1/W", "due: fri 17:00").due);
  CHECK(friday.day == std::chrono::Friday);
  CHECK(friday.time == TimeOfDay(17h));
  CHECK_FALSE(std::get<WeekdayTime>(*schedule("1/W", "due: mon").due).time);
  CHECK(std::get<DayOfMonth>(*schedule("1/M", "due: 31").due).day == 31);
  CHECK(std::get<MonthDay>(*schedule("1/Y", "due: 02-29").due) == std::chrono::February / 29);
  for (const char* wrong : {"25:00", "fri 25:00", "32", "00", "02-30", "Friday", "first", "1d"}) {
    CHECK(problems("1/M", std::string("due: ") + wrong) ==
          std::string("7:17: '") + wrong +
              "' is not a deadline (\"18:00\", fri 17:00, 31, last, 04-30)\n");
  }
}

TEST_CASE("the days of a daily item are read") {
  CHECK(schedule("1/D", "days: business").days.business_only);
  const auto weekdays = schedule("1/D", "days: weekdays").days.weekdays;
  CHECK(weekdays == std::array<bool, 7>{false, true, true, true, true, true, false});
  CHECK(schedule("1/D", "days: all").days.weekdays[0]);
  const auto two = schedule("1/D", "days: [sun, wed]").days.weekdays;
  CHECK(two == std::array<bool, 7>{true, false, false, true, false, false, false});
  CHECK(problems("1/D", "days: [mon, mo]") ==
        "7:24: 'mo' is not a weekday (mon, tue, wed, thu, fri, sat, sun)\n");
  CHECK(problems("1/D", "days: []") == "7:18: 'days' must have at least one entry\n");
  CHECK(problems("1/D", "days: workdays") ==
        "7:18: 'workdays' is not all, weekdays, business or a list of weekdays\n");
}

TEST_CASE("the keys of the other modes are read") {
  const Schedule rolling =
      schedule("1/Y", "mode: rolling, tolerance: 1w, margin: 30d, last_done: 2025-12-10");
  CHECK(rolling.tolerance_days == 7);
  CHECK(rolling.margin == Duration{30, Duration::Unit::day});
  CHECK(rolling.last_done == day("2025-12-10"));
  CHECK(schedule("随時", "within: 3BD").within == Duration{3, Duration::Unit::business_day});
  CHECK(schedule("24H", "max_shift: 12h").max_shift == Duration{12, Duration::Unit::hour});
}

TEST_CASE("slots are read") {
  const Schedule read =
      schedule("2/D", "slots: [{name: am, from: 06:00, due: 09:00}, {from: 18:00, due: 21:00}]");
  REQUIRE(read.slots.size() == 2);
  CHECK(read.slots[0].name == "am");
  CHECK(std::get<TimeOfDay>(read.slots[1].due) == 21h);
  CHECK(problems("1/D", "slots: [{from: 06:00, due: 10-01}]") ==
        "7:39: 'from' and 'due' must both be times or both be month and day\n");
  CHECK(problems("1/D", "slots: [{from: 6am, due: 09:00}]") ==
        "7:27: '6am' is not a time (12:00) or a month and day (10-01)\n");
}

TEST_CASE("a bad value of the schedule is told once") {
  CHECK(problems("1/m", "") ==
        "6:8: '1/m' is not a cycle | use 1/M for month; minutes are not supported\n");
  CHECK(problems("1/M", "lead: 3m") ==
        "7:18: '3m' is not a duration (15min, 6h, 3d, 2w, 1mo, 1y)\n");
  CHECK(problems("1/M", "grace: 3BD") ==
        "7:19: '3BD' is not a duration (15min, 6h, 3d, 2w, 1mo, 1y)\n");
  CHECK(problems("随時", "within: soon") ==
        "7:20: 'soon' is not a duration (15min, 6h, 3d, 2w, 1mo, 1y, 3BD)\n");
  CHECK(problems("1/M", "anchor: 2026-02-30") == "7:20: '2026-02-30' is not a date (2026-04-01)\n");
  CHECK(problems("1/M", "mode: roling") ==
        "7:18: 'roling' is not one of calendar, rolling | did you mean 'rolling'?\n");
  CHECK(problems("1/Y", "mode: rolling, tolerance: 3h") ==
        "7:38: '3h' is not a number of days (3d, 1w)\n");
  CHECK(problems("1/M", "gracce: 3d") == "7:12: unknown key 'gracce' | did you mean 'grace'?\n");
}

TEST_CASE("a key that does not apply is told at the key") {
  CHECK(problems("随時", "due: last") == "7:12: 'due' does not apply to 随時\n");
  CHECK(problems("1/M", "within: 3d") == "7:12: 'within' does not apply to 1/M in calendar mode\n");
  CHECK(problems("1/5Y", "catch_up: coalesce") ==
        "7:12: 'catch_up' does not apply to 1/5Y in rolling mode\n");
  CHECK(problems("1/5Y", "mode: calendar") ==
        "7:1: 1/5Y in calendar mode needs an anchor | write 'anchor: DATE', the first day of any "
        "period, or "
        "'mode: rolling'\n");
}

TEST_CASE("24H without max_shift is a warning that a note explains") {
  const std::string warning =
      "6:1: warning: without 'max_shift' a watch counts for ever without being confirmed | write "
      "'max_shift', for example 12h\n";
  CHECK(problems_of_book(book_with("24H", "")) == warning);
  CHECK(problems_of_book(book_with("24H", "") + "notes:\n- {field: schedule, text: always on}\n") ==
        "");
}

TEST_CASE("versions, ends and suspensions are read") {
  const Timetable read =
      timetable("1/M",
                "effective_from: 2026-04-01\neffective_until: 2030-04-01\n"
                "suspend:\n- {from: 2026-08-01, to: 2026-09-01, reason: works}\n"
                "versions:\n- {effective_from: 2027-04-01, cycle: 1/Q, schedule: {grace: 5d}}\n");
  REQUIRE(read.versions.size() == 2);
  CHECK(read.versions[0].effective_from == day("2026-04-01"));
  CHECK(read.versions[1].effective_from == day("2027-04-01"));
  CHECK(read.versions[1].cycle.unit == Cycle::Unit::quarter);
  CHECK(read.versions[1].schedule.grace.count == 5);
  CHECK(read.effective_until == day("2030-04-01"));
  REQUIRE(read.suspensions.size() == 1);
  CHECK(read.suspensions[0].to == day("2026-09-01"));
  CHECK(read.suspensions[0].reason == "works");
}

TEST_CASE("versions follow one another, and suspensions are not empty") {
  CHECK(
      problems_of_book(book_with(
          "1/M",
          "effective_from: 2026-04-01\nversions:\n- {effective_from: 2026-04-01, cycle: 1/Q}\n")) ==
      "9:4: this version does not begin after the one before it | give each version an "
      "'effective_from' "
      "later than the last\n");
  CHECK(problems_of_book(
            book_with("1/M", "effective_from: 2026-04-01\neffective_until: 2026-04-01\n"))
            .find("8:1: effective_until 2026-04-01 is not after") == 0);
  CHECK(problems_of_book(
            book_with("1/M", "suspend:\n- {from: 2026-08-01, to: 2026-08-01, reason: x}\n"))
            .find("7:1: the suspension from 2026-08-01 to 2026-08-01 is empty") == 0);
  CHECK(problems_of_book(book_with("1/M", "versions:\n- {cycle: 1/Q}\n")) ==
        "8:3: 'effective_from' is missing\n");
}
