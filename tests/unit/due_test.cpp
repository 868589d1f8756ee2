// What the agreed examples leave open.
#include "model/due.h"

#include "model/slot_key.h"
#include "schedule_support.h"

using namespace opsctl;
using namespace opsctl::testing;
using namespace std::chrono_literals;

namespace {

using Facts = std::initializer_list<std::string_view>;

/// "overdue 2026-11-20 due 2026-11-21 00:00+09:00 3(2)", then what else there is to say.
std::string stands(const Timetable& timetable, Facts facts, const char* now,
                   const SiteCalendar& site = site_of("Asia/Tokyo", "2026-04-01")) {
  const auto history = history_of(facts, site.zone);
  const Standing it = evaluate(timetable, site, {history}, instant_of(now, site.zone));
  std::string text(name_of(it.state));
  if (!it.key.empty()) text += " " + it.key;
  if (it.due) text += " due " + to_text(*it.due, site.zone).substr(0, 16);
  if (it.outstanding != 0)
    text += " " + std::to_string(it.outstanding) + "(" + std::to_string(it.missed) + ")";
  if (it.reason != StateReason::none) text += " " + std::string(name_of(it.reason));
  for (const DueWarning warning : it.warnings) text += " " + std::string(name_of(warning));
  return text;
}

Timetable suspended(Timetable timetable, const char* from, const char* to) {
  timetable.suspensions.push_back({date_of(from), date_of(to), "closed"});
  return timetable;
}

Timetable then(Timetable timetable, const char* from, const char* cycle, Schedule schedule = {}) {
  timetable.versions.push_back({date_of(from), cycle_of(cycle), std::move(schedule)});
  return timetable;
}

Schedule rolling() {
  Schedule schedule;
  schedule.mode = Mode::rolling;
  return schedule;
}

std::string key_at(const char* cycle, const char* instant, const Schedule& schedule = {},
                   std::chrono::month_day fiscal = std::chrono::April / 1) {
  const Zone zone = zone_of("Asia/Tokyo");
  const SlotGrid grid = slot_grid(cycle_of(cycle), schedule, fiscal, std::chrono::Monday);
  std::string key = slot_key(grid, slot_at(grid, instant_of(instant, zone), zone));
  const auto found = find_slot(grid, key);
  REQUIRE(found);
  CHECK(slot_key(grid, *found) == key);
  return key;
}

}  // namespace

TEST_CASE("a slot has a key of its own, and is found by it") {
  Schedule calendar;
  calendar.mode = Mode::calendar;
  calendar.anchor = date_of("2026-01-31");
  CHECK(key_at("1/D", "2026-11-22 23:59") == "2026-11-22");
  CHECK(key_at("4/D", "2026-11-22 12:00") == "2026-11-22#3");
  CHECK(key_at("1/W", "2027-01-03 12:00") == "2026-W53");
  CHECK(key_at("2/W", "2026-11-19 12:00") == "2026-W47#2");
  CHECK(key_at("1/M", "2026-11-22") == "2026-11");
  CHECK(key_at("3/M", "2026-11-21") == "2026-11#3");
  CHECK(key_at("3/M", "2026-11-20 23:59") == "2026-11#2");
  CHECK(key_at("1/M", "2026-03-30", calendar) == "2026-02");
  CHECK(key_at("1/W", "2026-11-22", calendar) == "W2026-11-21");
  CHECK(key_at("1/Q", "2027-03-31") == "FY2026Q4");
  CHECK(key_at("1/Q", "1999-06-30") == "FY1999Q1");
  CHECK(key_at("3/Q", "2027-03-31") == "FY2026Q4#3");
  CHECK(key_at("1/Y", "2027-03-31") == "FY2026");
  CHECK(key_at("2/Y", "2026-10-01") == "FY2026H2");
  CHECK(key_at("4/Y", "2026-10-01") == "FY2026#3");
  CHECK(key_at("1/Y", "2027-03-31", {}, std::chrono::January / 1) == "FY2027");
  CHECK(key_at("1/3D", "2026-02-04", calendar) == "2026-02-03/3D");
  CHECK(key_at("2/2Y", "2027-01-31", calendar) == "2026-01-31/2Y#2");
  CHECK(key_at("1/2Q", "2026-11-22", {}) == "2026-10-01/2Q");
}

TEST_CASE("what is no key is not found") {
  const SlotGrid daily =
      slot_grid(cycle_of("1/D"), {}, std::chrono::April / 1, std::chrono::Monday);
  for (const char* key : {"", "W", "FY", "FY2026", "2026-11", "2026-W47", "2026-11-31",
                          "2026-11-22#1", "2026-11-22 ", "rolling", "##", "2026-Wxx"}) {
    INFO(key);
    CHECK_FALSE(find_slot(daily, key));
  }
  const SlotGrid halves =
      slot_grid(cycle_of("2/Y"), {}, std::chrono::April / 1, std::chrono::Monday);
  for (const char* key : {"FY2026", "FY2026H3", "FY2026#1", "FY26H1"})
    CHECK_FALSE(find_slot(halves, key));
}

TEST_CASE("an item is not scheduled before it begins and after it ends") {
  Timetable timetable = timetable_of("1/D");
  timetable.effective_until = date_of("2026-06-01");
  CHECK(stands(timetable, {}, "2026-03-31 23:59") == "not-scheduled not-yet-effective");
  CHECK(stands(timetable, {}, "2026-04-01") == "due 2026-04-01 due 2026-04-02 00:00");
  CHECK(stands(timetable, {}, "2026-05-31 23:59") ==
        "overdue 2026-04-01 due 2026-04-02 00:00 60(60)");
  CHECK(stands(timetable, {}, "2026-06-01") == "not-scheduled ended");
}

TEST_CASE("the last occurrence before an item's end leaves nothing to come") {
  Timetable timetable = timetable_of("1/Y");
  timetable.effective_until = date_of("2026-10-01");
  CHECK(stands(timetable, {}, "2026-07-01") == "not-scheduled ended");
  timetable = timetable_of("1/D");
  timetable.effective_until = date_of("2026-04-03");
  CHECK(stands(timetable, {"done 2026-04-01 09:00", "done 2026-04-02 09:00"}, "2026-04-02 10:00") ==
        "done");
}

TEST_CASE("days that are not owed do not end the time to catch up") {
  Schedule schedule;
  schedule.days.business_only = true;
  const Timetable timetable = timetable_of("1/D", schedule);
  CHECK(stands(timetable, {"done 2026-11-19 09:00"}, "2026-11-21 12:00") ==
        "overdue 2026-11-20 due 2026-11-21 00:00 1(0)");
  CHECK(stands(timetable, {"done 2026-11-19 09:00", "done 2026-11-21 12:00"}, "2026-11-22 12:00") ==
        "done 2026-11-24 due 2026-11-25 00:00");
  const Timetable closed = suspended(timetable_of("1/D"), "2026-11-21", "2026-12-01");
  CHECK(stands(closed, {"done 2026-11-19 09:00", "done 2026-11-25 12:00"}, "2026-11-25 13:00") ==
        "done 2026-12-01 due 2026-12-02 00:00");
}

TEST_CASE("a waiver satisfies the occurrence it names, but clears no alarm") {
  const Timetable daily = timetable_of("1/D");
  CHECK(stands(daily, {"done 2026-11-20 09:00", "waived 2026-11-22 09:00 --for 2026-11-21"},
               "2026-11-22 10:00") == "due 2026-11-22 due 2026-11-23 00:00");
  CHECK(stands(daily, {"done 2026-11-19 09:00", "waived 2026-11-22 09:00 --for 2026-11-22"},
               "2026-11-22 10:00") == "overdue 2026-11-20 due 2026-11-21 00:00 2(2)");
  CHECK(stands(daily, {"done 2026-11-21 09:00", "waived 2026-11-22 09:00"}, "2026-11-22 10:00") ==
        "due 2026-11-22 due 2026-11-23 00:00");
}

TEST_CASE("an occurrence is satisfied once: a second record for it is extra") {
  CHECK(stands(timetable_of("1/D"),
               {"done 2026-11-21 09:00", "done 2026-11-21 10:00 --for 2026-11-21",
                "done 2026-11-21 11:00", "done 2026-11-21 12:00 --for 2026-99-99"},
               "2026-11-22 10:00") == "due 2026-11-22 due 2026-11-23 00:00 orphan-key");
}

TEST_CASE("a change of mode ends the alarms of the version before") {
  const Timetable to_rolling = then(timetable_of("1/D"), "2026-10-15", "1/M", rolling());
  CHECK(stands(to_rolling, {"done 2026-10-01 09:00"}, "2026-10-16 09:00") ==
        "done rolling due 2026-11-02 00:00");
  const Timetable to_calendar = then(timetable_of("1/M", rolling()), "2026-10-15", "1/D");
  CHECK(stands(to_calendar, {}, "2026-10-15 09:00") == "due 2026-10-15 due 2026-10-16 00:00");
  const Timetable on_demand = then(timetable_of("1/D"), "2026-10-15", "随時");
  CHECK(stands(on_demand, {}, "2026-10-16 09:00") == "not-scheduled on-demand");
}

TEST_CASE("within a mode the alarms of the version before stay until work is done") {
  const Timetable timetable = then(timetable_of("1/D"), "2026-10-15", "1/W");
  CHECK(stands(timetable, {"done 2026-10-12 09:00"}, "2026-10-16 09:00") ==
        "overdue 2026-10-13 due 2026-10-14 00:00 2(2)");
  CHECK(stands(timetable, {"done 2026-10-12 09:00", "done 2026-10-16 08:00"}, "2026-10-16 09:00") ==
        "done 2026-W43 due 2026-10-26 00:00");
}

TEST_CASE("a shorter rolling interval is not overdue on the day it begins") {
  const Timetable timetable = then(timetable_of("1/Y", rolling()), "2026-10-15", "1/M", rolling());
  CHECK(stands(timetable, {"done 2026-05-01 09:00"}, "2026-10-14 09:00") ==
        "done rolling due 2027-05-02 00:00");
  CHECK(stands(timetable, {"done 2026-05-01 09:00"}, "2026-10-15 09:00") ==
        "due rolling due 2026-10-16 00:00");
}

TEST_CASE("work done too early or too late for the grid begins a new one") {
  Schedule schedule = rolling();
  schedule.tolerance_days = 3;
  schedule.last_done = date_of("2026-10-10");
  const Timetable timetable = timetable_of("1/M", schedule);
  CHECK(stands(timetable, {"done 2026-11-07 09:00"}, "2026-11-08") ==
        "done rolling due 2026-12-11 00:00");
  CHECK(stands(timetable, {"done 2026-11-06 09:00"}, "2026-11-08") ==
        "done rolling due 2026-12-07 00:00");
  CHECK(stands(timetable, {"done 2026-11-12 09:00", "done 2026-12-08 09:00"}, "2026-12-09") ==
        "done rolling due 2027-01-11 00:00");
}

TEST_CASE("a rolling waiver moves the due date once") {
  const Timetable timetable = timetable_of("1/M", rolling());
  const char* const waiver = "waived 2026-11-09 09:00 --until 2026-11-30";
  CHECK(stands(timetable, {"done 2026-10-10 09:00", waiver}, "2026-11-12") ==
        "done rolling due 2026-12-01 00:00");
  CHECK(stands(timetable, {"done 2026-10-10 09:00", waiver, "done 2026-11-20 09:00"},
               "2026-11-21") == "done rolling due 2026-12-21 00:00");
  CHECK(stands(timetable, {"waived 2026-04-20 09:00 --until 2026-06-30"}, "2026-05-10") ==
        "due rolling due 2026-07-01 00:00 no-baseline");
}

TEST_CASE("a rolling due date in a suspension waits for its end") {
  const Timetable timetable = suspended(timetable_of("1/M", rolling()), "2026-11-11", "2026-12-01");
  CHECK(stands(timetable, {"done 2026-10-10 09:00"}, "2026-11-15") ==
        "done rolling due 2026-12-01 00:00");
  CHECK(stands(suspended(timetable, "2026-12-01", "2026-12-05"), {"done 2026-10-10 09:00"},
               "2026-11-15") == "done rolling due 2026-12-05 00:00");
}

TEST_CASE("without a baseline a rolling item grows late like any other") {
  Schedule schedule = rolling();
  schedule.grace = duration_of("2d");
  const Timetable timetable = timetable_of("1/M", schedule);
  CHECK(stands(timetable, {}, "2026-05-01 23:59") ==
        "due rolling due 2026-05-02 00:00 no-baseline");
  CHECK(stands(timetable, {}, "2026-05-02") == "late rolling due 2026-05-02 00:00 no-baseline");
  CHECK(stands(timetable, {}, "2026-05-04") ==
        "overdue rolling due 2026-05-02 00:00 1(0) no-baseline");
}

TEST_CASE("rolling back never takes the due date before the first day") {
  Schedule schedule;
  schedule.roll = Roll::preceding;
  CHECK(stands(timetable_of("1/D", schedule), {"done 2026-11-20 09:00"}, "2026-11-21 09:00") ==
        "due 2026-11-21 due 2026-11-22 00:00");
  Schedule same = rolling();
  same.roll = Roll::preceding;
  CHECK(stands(timetable_of("1/D", same), {"done 2026-11-22 09:00"}, "2026-11-22 10:00") ==
        "due rolling due 2026-11-23 00:00");
}

TEST_CASE("a rolled deadline keeps its time of day") {
  Schedule schedule;
  schedule.due = WeekdayTime{std::chrono::Monday, 17h};
  schedule.roll = Roll::following;
  CHECK(stands(timetable_of("1/W", schedule), {"done 2026-11-16 09:00"}, "2026-11-23 09:00") ==
        "due 2026-W48 due 2026-11-24 17:00");
}

TEST_CASE("what rests on days beyond the holiday file is marked") {
  Schedule schedule;
  schedule.roll = Roll::preceding;
  const Holidays file = holidays_of({"2026-11-23"}, "2026-11-30");
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01", file);
  const Timetable monthly = timetable_of("1/M", schedule);
  CHECK(stands(monthly, {"done 2026-10-05"}, "2026-11-25", site) ==
        "due 2026-11 due 2026-12-01 00:00");
  CHECK(stands(monthly, {"done 2026-11-05"}, "2026-12-25", site) ==
        "due 2026-12 due 2026-12-29 00:00 holidays-provisional");
  Schedule rolls = rolling();
  rolls.roll = Roll::following;
  CHECK(stands(timetable_of("1/M", rolls), {"done 2026-11-05"}, "2026-11-06", site) ==
        "done rolling due 2026-12-08 00:00 holidays-provisional");
  Schedule business;
  business.days.business_only = true;
  CHECK(stands(timetable_of("1/D", business), {"done 2026-11-30 09:00"}, "2026-12-01 09:00",
               site) == "due 2026-12-01 due 2026-12-02 00:00 holidays-provisional");
}

TEST_CASE("a date that the zone skips is not owed") {
  const SiteCalendar apia = site_of("Pacific/Apia", "2011-12-01");
  CHECK(stands(timetable_of("1/D"), {"done 2011-12-28 09:00"}, "2011-12-31 09:00", apia) ==
        "overdue 2011-12-29 due 2011-12-31 00:00 1(1)");
}

TEST_CASE("written slots of a year divide it where months do not") {
  using namespace std::chrono;
  Schedule schedule;
  schedule.slots = {{"", April / 1, May / 31},
                    {"", June / 1, July / 31},
                    {"", August / 1, October / 31},
                    {"", November / 1, December / 31},
                    {"", January / 1, February / 29}};
  const Timetable timetable = timetable_of("5/Y", schedule);
  CHECK(stands(timetable, {"done 2026-11-05"}, "2026-11-06") ==
        "done FY2026#5 due 2027-03-01 00:00");
  CHECK(stands(timetable, {}, "2026-06-01") == "overdue FY2026#1 due 2026-06-01 00:00 1(1)");
}

TEST_CASE("a fiscal deadline counts from the anchor or the year's start") {
  Schedule schedule;
  schedule.anchor = date_of("2026-01-15");
  schedule.due = DayOfMonth{10};
  CHECK(stands(timetable_of("1/M", schedule), {}, "2026-04-16") ==
        "overdue 2026-03 due 2026-04-11 00:00 1(1)");
  schedule.due = std::nullopt;
  schedule.anchor = date_of("2026-04-06");
  schedule.mode = Mode::calendar;
  CHECK(stands(timetable_of("1/2W", schedule), {}, "2026-04-20") ==
        "overdue 2026-03-23/2W due 2026-04-06 00:00 2(2)");
}
