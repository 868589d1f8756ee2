// The agreed examples of what is due when: each a schedule, a history and an instant.
#include <functional>

#include "schedule_support.h"

using namespace opsctl;
using namespace opsctl::testing;
using namespace std::chrono_literals;

namespace {

using Facts = std::initializer_list<std::string_view>;

constexpr std::string_view kTokyo = "Asia/Tokyo";
constexpr std::string_view kNewYork = "America/New_York";

/// What must come out. Empty texts are not compared; `overdue` defaults to `due`.
struct Expected {
  std::string_view state;
  std::string_view key;
  std::string_view due;
  std::string_view overdue = {};
  std::int64_t outstanding = 0;
  std::int64_t missed = 0;
  std::vector<std::string_view> warnings = {};
  std::string_view reason = {};
  std::string_view next_key = {};
};

/// One item in one place.
struct Scene {
  Timetable timetable;
  std::string_view zone = kTokyo;
  std::string_view effective_from = "2026-04-01";
  std::chrono::weekday week_start = std::chrono::Monday;
};

Scene item(std::string_view cycle, const std::function<void(Schedule&)>& set = {},
           std::string_view effective_from = "2026-04-01") {
  Scene scene{timetable_of(cycle)};
  scene.effective_from = effective_from;
  if (set) set(scene.timetable.versions.front().schedule);
  return scene;
}

Scene in_zone(std::string_view zone, std::string_view from, Scene scene) {
  scene.zone = zone;
  scene.effective_from = from;
  return scene;
}

Scene then(Scene scene, std::string_view from, std::string_view cycle) {
  scene.timetable.versions.push_back({date_of(from), cycle_of(cycle), {}});
  return scene;
}

void check(const char* id, const Scene& scene, Facts facts, std::string_view now,
           const Expected& expected) {
  INFO("vector " << id);
  SiteCalendar site = site_of(scene.zone, scene.effective_from);
  site.week_start = scene.week_start;
  const auto history = history_of(facts, site.zone);
  const Standing standing = evaluate(scene.timetable, site, {history}, instant_of(now, site.zone));

  CHECK(name_of(standing.state) == expected.state);
  CHECK(standing.key == expected.key);
  if (!expected.due.empty()) CHECK(standing.due == instant_of(expected.due, site.zone));
  const auto overdue = expected.overdue.empty() ? expected.due : expected.overdue;
  if (!overdue.empty()) CHECK(standing.overdue_at == instant_of(overdue, site.zone));
  CHECK(standing.outstanding == expected.outstanding);
  CHECK(standing.missed == expected.missed);
  std::vector<std::string_view> warnings;
  for (const DueWarning warning : standing.warnings) warnings.push_back(name_of(warning));
  CHECK(warnings == expected.warnings);
  CHECK(name_of(standing.reason) == expected.reason);
  if (!expected.next_key.empty()) CHECK(standing.next_key == expected.next_key);
}

// --- schedule keys in few words

void each(Schedule& schedule) { schedule.catch_up = CatchUp::each; }

std::function<void(Schedule&)> grace(std::string_view text) {
  return [text](Schedule& schedule) { schedule.grace = duration_of(text); };
}

std::function<void(Schedule&)> due(Deadline deadline, Roll roll = Roll::none) {
  return [=](Schedule& schedule) {
    schedule.due = deadline;
    schedule.roll = roll;
  };
}

std::function<void(Schedule&)> arrears(std::string_view text, Roll roll = Roll::none) {
  return [=](Schedule& schedule) {
    schedule.arrears = duration_of(text);
    schedule.roll = roll;
  };
}

void morning_and_evening(Schedule& schedule) {
  schedule.slots = {{"morning", TimeOfDay(9h), TimeOfDay(12h)},
                    {"evening", TimeOfDay(16h), TimeOfDay(19h)}};
  schedule.grace = duration_of("30min");
}

void rolling(Schedule& schedule) { schedule.mode = Mode::rolling; }

std::function<void(Schedule&)> rolling(Roll roll, const char* last_done = nullptr,
                                       std::optional<int> tolerance = std::nullopt) {
  return [=](Schedule& schedule) {
    schedule.mode = Mode::rolling;
    schedule.roll = roll;
    if (last_done != nullptr) schedule.last_done = date_of(last_done);
    schedule.tolerance_days = tolerance;
  };
}

std::function<void(Schedule&)> certificate(std::string_view margin, const char* lead) {
  return [=](Schedule& schedule) {
    schedule.mode = Mode::rolling;
    schedule.margin = duration_of(margin);
    if (lead != nullptr) schedule.lead = duration_of(lead);
  };
}

}  // namespace

TEST_CASE("vectors A: once a day") {
  const Scene daily = item("1/D");
  const Scene graceful = item("1/D", grace("9h"));
  check("A1", daily, {"done 2026-11-21 09:00"}, "2026-11-22 08:00",
        {"due", "2026-11-22", "2026-11-23"});
  check("A4", daily, {"done 2026-11-21 09:00"}, "2026-11-23 00:00",
        {"overdue", "2026-11-22", "2026-11-23", "", 1, 1, {}, "", "2026-11-23"});
  check("A6", daily, {"done 2026-11-18 09:00", "done 2026-11-22 10:30"}, "2026-11-22 11:00",
        {"done", "2026-11-23", "2026-11-24"});
  check("A7", item("1/D", each, "2026-11-18"), {"done 2026-11-18 09:00", "done 2026-11-22 10:30"},
        "2026-11-22 11:00",
        {"overdue", "2026-11-20", "2026-11-21", "", 2, 0, {}, "", "2026-11-21"});
  check("A8", graceful, {"done 2026-11-21 09:00"}, "2026-11-23 08:00",
        {"late", "2026-11-22", "2026-11-23", "2026-11-23 09:00"});
  check("A9", graceful, {"done 2026-11-21 09:00", "done 2026-11-23 08:30"}, "2026-11-23 08:45",
        {"due", "2026-11-23", "2026-11-24", "2026-11-24 09:00"});
  check("A10", graceful, {"done 2026-11-21 09:00"}, "2026-11-23 09:00",
        {"overdue", "2026-11-22", "2026-11-23", "2026-11-23 09:00", 1, 1});
  check("A15", daily, {"done 2026-11-21 09:00", "done 2026-11-25 09:00"}, "2026-11-22 12:00",
        {"due", "2026-11-22", "2026-11-23", "", 0, 0, {"future-execution"}});
  check("A18", item("1/D", due(TimeOfDay(12h))), {"done 2026-11-19 10:00"}, "2026-11-22 15:00",
        {"overdue", "2026-11-20", "2026-11-20 12:00", "", 3, 2, {}, "", "2026-11-22"});
}

TEST_CASE("vectors B: twice a day") {
  const Scene halves = item("2/D");
  const Scene slots = item("2/D", morning_and_evening);
  check("B1", halves, {"done 2026-11-22 08:00"}, "2026-11-22 11:00",
        {"done", "2026-11-22#2", "2026-11-23"});
  check("B2", halves, {"done 2026-11-22 08:00"}, "2026-11-22 12:00",
        {"due", "2026-11-22#2", "2026-11-23"});
  check("B6", slots, {"done 2026-11-21 17:00"}, "2026-11-22 13:00",
        {"overdue", "2026-11-22#1", "2026-11-22 12:00", "2026-11-22 12:30", 1, 0});
  check("B7", slots, {"done 2026-11-21 17:00", "done 2026-11-22 13:00"}, "2026-11-22 13:05",
        {"done", "2026-11-22#2", "2026-11-22 19:00", "2026-11-22 19:30"});
  check("B8", slots, {"done 2026-11-21 17:00"}, "2026-11-22 16:10",
        {"overdue",
         "2026-11-22#1",
         "2026-11-22 12:00",
         "2026-11-22 12:30",
         1,
         1,
         {},
         "",
         "2026-11-22#2"});
}

TEST_CASE("vectors C: weekly") {
  Scene sunday = item("1/W");
  sunday.week_start = std::chrono::Sunday;
  check("C2", sunday, {"done 2026-11-18 10:00"}, "2026-11-22 23:00",
        {"due", "W2026-11-22", "2026-11-29"});
  check("C3", item("1/W", due(WeekdayTime{std::chrono::Friday, 17h})), {"done 2026-11-11 10:00"},
        "2026-11-21 09:00", {"overdue", "2026-W47", "2026-11-20 17:00", "", 1, 0});
  check("C4", item("1/W"), {"done 2026-12-30 10:00"}, "2027-01-01 09:00",
        {"done", "2027-W01", "2027-01-11"});
}

TEST_CASE("vectors D: monthly and quarterly") {
  const Scene on_31 = item("1/M", due(DayOfMonth{31}));
  check("D2", item("1/M"), {"done 2026-10-05 10:00"}, "2026-11-24 00:00",
        {"due", "2026-11", "2026-12-01"});
  check("D3", on_31, {"done 2027-01-30 10:00"}, "2027-02-28 12:00",
        {"due", "2027-02", "2027-03-01"});
  check("D4", on_31, {"done 2027-02-28 13:00"}, "2027-03-29 09:00",
        {"due", "2027-03", "2027-04-01"});
  check("D5", item("1/M", due(DayOfMonth{}, Roll::preceding)), {"done 2026-12-28 10:00"},
        "2027-01-30 09:00", {"overdue", "2027-01", "2027-01-30", "", 1, 0});
  check("D6", item("1/M", due(DayOfMonth{}, Roll::following)), {"done 2026-12-28 10:00"},
        "2027-02-01 10:00", {"due", "2027-01", "2027-02-02"});
  check("D9", item("1/M", [](Schedule& schedule) { schedule.early = duration_of("3d"); }),
        {"done 2027-02-10", "done 2027-03-30 10:00"}, "2027-04-05 09:00",
        {"upcoming", "2027-04", "2027-05-01"});
  check("D11", item("1/Q"), {"done 2026-08-20"}, "2026-12-18 00:00",
        {"due", "FY2026Q3", "2027-01-01"});
}

TEST_CASE("vectors E: half-years and years") {
  const Scene halves = item("2/Y");
  const Scene reports = item("2/Y", arrears("1mo"));
  const auto on_0430 = due(std::chrono::April / 30);
  const auto on_0229 = due(std::chrono::February / 29);
  check("E3", halves, {}, "2026-10-05 09:00", {"overdue", "FY2026H1", "2026-10-01", "", 1, 1});
  check("E4", halves, {"done 2026-10-06 10:00"}, "2026-10-07 09:00",
        {"done", "FY2027H1", "2027-10-01"});
  check("E5", halves, {"done 2026-10-06 10:00 --for FY2026H1"}, "2026-10-07 09:00",
        {"upcoming", "FY2026H2", "2027-04-01"});
  check("E6", reports, {}, "2026-10-20 09:00", {"due", "FY2026H1", "2026-11-01"});
  check("E7", reports, {}, "2026-06-01 09:00", {"upcoming", "FY2026H1", "2026-11-01"});
  check("E8", item("1/Y"), {"done 2026-04-20"}, "2027-03-31 23:59:59",
        {"done", "FY2027", "2028-04-01"});
  check("E10", item("1/Y", on_0430), {}, "2026-05-01 00:00",
        {"overdue", "FY2026", "2026-05-01", "", 1, 0});
  check("E12", item("1/Y", {}, "2026-11-22"), {}, "2026-11-23 09:00",
        {"upcoming", "FY2026", "2027-04-01"});
  check("E13", item("1/Y", on_0430, "2026-11-22"), {}, "2026-11-23 09:00",
        {"upcoming", "FY2027", "2027-05-01"});
  check("E15", item("1/Y", on_0229), {"done 2026-10-01"}, "2028-02-29 12:00",
        {"due", "FY2027", "2028-03-01"});
  check("E16", item("1/Y", on_0229, "2025-04-01"), {"done 2025-10-01"}, "2027-02-28 12:00",
        {"due", "FY2026", "2027-03-01"});
  check("E17", item("1/Y", [](Schedule& schedule) { schedule.anchor = date_of("2026-01-01"); }),
        {"done 2026-12-31 10:00"}, "2027-01-01 00:00", {"upcoming", "FY2027", "2028-01-01"});
  check("E19", item("2/Y", arrears("1mo", Roll::preceding)), {}, "2026-10-31 00:00",
        {"overdue", "FY2026H1", "2026-10-31", "", 1, 0});
}

TEST_CASE("vectors F: rolling") {
  const Scene yearly = item("1/Y", [](Schedule& schedule) { rolling(schedule); });
  const Scene monthly = item("1/M", rolling(Roll::none));
  const Scene server = item("1/5Y", certificate("30d", "90d"));
  check("F1", yearly, {"done 2026-06-15 14:00"}, "2027-05-16 23:59:59",
        {"done", "rolling", "2027-06-16"});
  check("F3", yearly, {"done 2026-06-15 14:00"}, "2027-06-16 00:00",
        {"overdue", "rolling", "2027-06-16", "", 1, 0});
  check("F5", monthly, {"done 2027-01-31"}, "2027-02-22 00:00", {"due", "rolling", "2027-03-01"});
  check("F6", monthly, {"done 2027-01-31", "done 2027-02-28"}, "2027-03-01 09:00",
        {"done", "rolling", "2027-03-29"});
  check("F7", item("1/M", rolling(Roll::none, "2026-10-10", 3)), {"done 2026-11-12"},
        "2026-11-13 09:00", {"done", "rolling", "2026-12-11"});
  check("F11", server, {"done 2026-04-01 --valid-until 2031-03-31"}, "2030-12-02 00:00",
        {"due", "rolling", "2031-03-02"});
  check("F13", server, {"done 2026-04-01 --valid-until 2031-03-31"}, "2031-04-01 00:00",
        {"overdue", "rolling", "2031-03-02", "", 1, 0, {"expired"}});
  check("F15", item("1/5Y"), {}, "2026-11-22 09:00",
        {"due", "rolling", "2031-04-02", "", 0, 0, {}, "no-baseline"});
  check("F16", item("1/Y", certificate("14d", nullptr)),
        {"done 2026-06-20 --valid-until 2027-06-30T14:59:59Z"}, "2027-06-01 09:00",
        {"due", "rolling", "2027-06-16 23:59:59"});
  check("F18", yearly, {"done 2026-06-20 --valid-until 2036-06-30"}, "2026-11-22 09:00",
        {"done", "rolling", "2027-06-21"});
  check("F20", item("1/W", rolling(Roll::none)), {"done 2026-11-16"}, "2026-11-23 00:00",
        {"due", "rolling", "2026-11-24"});
  check("F21", item("1/M", rolling(Roll::preceding)), {"done 2026-10-23"}, "2026-11-20 12:00",
        {"due", "rolling", "2026-11-21"});
  check("F22", item("1/Y", rolling(Roll::none, "2020-01-10"), "2026-11-22"), {}, "2026-11-22 09:00",
        {"due", "rolling", "2026-11-23"});
}

TEST_CASE("vectors G: versions and suspension") {
  check("G2", item("1/D"), {"done 2026-09-10"}, "2026-10-15 09:00",
        {"overdue", "2026-09-11", "2026-09-12", "", 34, 34});
  check("G2 with a version", then(item("1/M"), "2026-10-15", "1/D"), {"done 2026-09-10"},
        "2026-10-15 09:00", {"due", "2026-10-15", "2026-10-16"});
  check("G3", then(item("1/Y"), "2026-10-01", "2/Y"), {"done 2026-05-01"}, "2026-10-02 09:00",
        {"upcoming", "FY2026H2", "2027-04-01"});
  check("G4", then(item("1/D"), "2026-10-15", "1/W"), {"done 2026-10-13", "done 2026-10-14"},
        "2026-10-16 09:00", {"due", "2026-W42", "2026-10-19"});
  Scene closed = item("1/D");
  closed.timetable.suspensions = {{date_of("2026-12-29"), date_of("2027-01-04"), "year's end"}};
  check("G5", closed, {"done 2026-12-28 09:00"}, "2027-01-03 12:00",
        {"done", "2027-01-04", "2027-01-05"});
}

TEST_CASE("vectors T: zones and clocks") {
  const Scene early = in_zone(kNewYork, "2026-01-01", item("1/D", [](Schedule& schedule) {
                                schedule.due = TimeOfDay(1h + 30min);
                                schedule.grace = duration_of("1h");
                              }));
  const Scene monthly =
      in_zone(kNewYork, "2026-01-01",
              item("1/M", [](Schedule& schedule) { schedule.lead = duration_of("30d"); }));
  check("T4", early, {"done 2026-10-31 01:00"}, "2026-11-01T01:45:00-04:00",
        {"late", "2026-11-01", "2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00"});
  check("T6", monthly, {"done 2026-02-10"}, "2026-03-02T00:00:00-05:00",
        {"due", "2026-03", "2026-04-01T00:00:00-04:00"});
  check("T7", monthly, {"done 2026-02-10"}, "2026-03-01T23:59:59-05:00",
        {"upcoming", "2026-03", "2026-04-01T00:00:00-04:00"});
  check("T11", item("1/D"), {"done 2026-11-22 09:00"}, "2026-11-22T15:00:00Z",
        {"due", "2026-11-23", "2026-11-24"});
  check("T12", item("1/D"), {"done 2026-11-21 09:00", "done 2026-11-22 09:00"}, "2026-11-22 08:00",
        {"due", "2026-11-22", "2026-11-23", "", 0, 0, {"future-execution"}});
}
