#include "model/schedule_check.h"

#include "schedule_support.h"

using namespace opsctl;
using namespace opsctl::testing;
using namespace std::chrono_literals;
using std::chrono::month_day;

namespace {

using Texts = std::vector<std::string>;

/// "error due: message | hint"
std::string line_of(const ScheduleProblem& problem) {
  std::string line = problem.severity == Severity::error ? "error " : "warning ";
  line += problem.key + ": " + to_text(problem.message, Language::en);
  if (problem.hint) line += " | " + to_text(*problem.hint, Language::en);
  return line;
}

Texts problems_of(const char* cycle, const Schedule& schedule,
                  const std::vector<std::string>& written = {}) {
  Texts lines;
  for (const ScheduleProblem& problem : check_schedule(cycle_of(cycle), schedule, written))
    lines.push_back(line_of(problem));
  return lines;
}

Schedule with_mode(Mode mode) {
  Schedule schedule;
  schedule.mode = mode;
  return schedule;
}

Slot times(TimeOfDay from, TimeOfDay due) { return {"", from, due}; }
Slot dates(month_day from, month_day due) { return {"", from, due}; }

Texts slots_of(const char* cycle, std::vector<Slot> slots) {
  Schedule schedule;
  schedule.slots = std::move(slots);
  return problems_of(cycle, schedule);
}

const char* const kInOrder = " | write the slots in order, each one due before the next begins";

}  // namespace

TEST_CASE("schedules of the sheet's kinds have no problem") {
  for (const char* cycle : {"1/D", "2/D", "999/D", "1/W", "2/W", "1/M", "3/M", "14/M", "1/Q", "3/Q",
                            "1/Y", "2/Y", "12/Y", "1/5Y", "随時"})
    CHECK(problems_of(cycle, {}).empty());
}

TEST_CASE("a key applies to the modes and units that know it") {
  struct Row {
    const char* key;
    const char* yes;
    const char* no;
  };
  for (const Row& row :
       {Row{"anchor", "1/D", "1/Q"}, Row{"slots", "2/Y", "2/M"}, Row{"due", "1/M", "2/M"},
        Row{"days", "2/D", "1/W"}, Row{"arrears", "2/Y", "1/5Y"}, Row{"early", "1/M", "24H"},
        Row{"catch_up", "1/D", "随時"}, Row{"roll", "1/5Y", "随時"},
        Row{"tolerance", "1/5Y", "1/Y"}, Row{"margin", "1/5Y", "1/Y"},
        Row{"last_done", "1/5Y", "1/Y"}, Row{"within", "随時", "1/D"},
        Row{"max_shift", "24H", "1/D"}, Row{"mode", "1/D", "24H"}}) {
    INFO(row.key);
    const Cycle yes = cycle_of(row.yes);
    const Cycle no = cycle_of(row.no);
    CHECK(key_applies(row.key, yes, mode_of(yes, {})));
    CHECK_FALSE(key_applies(row.key, no, mode_of(no, {})));
  }
  for (const char* cycle : {"1/D", "1/5Y", "24H", "随時"}) {
    CHECK(key_applies("lead", cycle_of(cycle), mode_of(cycle_of(cycle), {})));
    CHECK(key_applies("grace", cycle_of(cycle), mode_of(cycle_of(cycle), {})));
  }
  CHECK_FALSE(key_applies("color", cycle_of("1/D"), Mode::calendar));
}

TEST_CASE("a key that does not apply is an error, even with the default for a value") {
  Schedule schedule = with_mode(Mode::rolling);
  schedule.arrears = duration_of("1mo");
  CHECK(problems_of("1/Y", schedule) ==
        Texts{"error arrears: 'arrears' does not apply to 1/Y in rolling mode"});
  CHECK(problems_of("1/Y", {}, {"margin", "lead"}) ==
        Texts{"error margin: 'margin' does not apply to 1/Y in calendar mode"});
  CHECK(problems_of("随時", {}, {"early"}) == Texts{"error early: 'early' does not apply to 随時"});
}

TEST_CASE("durations are not counted in business days") {
  Schedule schedule;
  schedule.lead = duration_of("3BD");
  CHECK(problems_of("1/M", schedule) ==
        Texts{"error lead: 'lead' cannot count business days | write min, h, d, w, mo or y; BD is "
              "only for 'within'"});
}

TEST_CASE("slots are as many as the cycle says, of its kind, in order") {
  CHECK(slots_of("2/D", {times(9h, 12h), times(16h, 19h)}).empty());
  CHECK(slots_of("2/D", {times(9h, 12h)}) == Texts{"error slots: 1 slots, but 2/D needs 2"});
  CHECK(slots_of("1/D", {dates(std::chrono::May / 1, std::chrono::May / 2)}) ==
        Texts{"error slots: the slots of a day are times (\"HH:MM\")"});
  CHECK(slots_of("2/Y", {times(9h, 12h), times(16h, 19h)}) ==
        Texts{"error slots: the slots of a year are dates (\"MM-DD\")"});
  CHECK(slots_of("2/D", {times(9h, 12h), times(11h, 19h)}) ==
        Texts{std::string("error slots: slots 1 and 2 overlap or are out of order") + kInOrder});
  CHECK(slots_of("2/D", {times(16h, 19h), times(9h, 12h)}) ==
        Texts{std::string("error slots: slots 1 and 2 overlap or are out of order") + kInOrder});
  CHECK(slots_of("2/D", {times(9h, 9h), times(16h, 19h)}) ==
        Texts{std::string("error slots: slot 1 is due before it begins") + kInOrder});
}

TEST_CASE("slots of a year are in the order of the fiscal year") {
  using namespace std::chrono;
  const Slot summer = dates(June / 1, July / 31);
  const Slot winter = dates(January / 10, February / 29);
  CHECK(slots_of("2/Y", {summer, winter}).empty());
  CHECK(slots_of("2/Y", {winter, summer}) ==
        Texts{std::string("error slots: slots 1 and 2 overlap or are out of order") + kInOrder});
  CHECK(slots_of("2/Y", {dates(March / 1, April / 30), summer}) ==
        Texts{std::string("error slots: slot 1 is due before it begins") + kInOrder});
}

TEST_CASE("a period that does not divide needs written slots, or cannot be") {
  CHECK(
      problems_of("5/Y", {}) ==
      Texts{"error slots: 5/Y does not divide into whole months and needs 'slots' | write 5 slots "
            "with 'from' and 'due' as \"MM-DD\""});
  for (const char* cycle : {"15/M", "2/Q"})
    CHECK(problems_of(cycle, {}) ==
          Texts{std::string("error cycle: ") + cycle +
                " does not divide evenly | take a count that divides the months, or up to 14/M"});
}

TEST_CASE("a longer calendar period needs an anchor, quarters excepted") {
  const Schedule calendar = with_mode(Mode::calendar);
  CHECK(
      problems_of("1/2W", calendar) ==
      Texts{"error anchor: 1/2W in calendar mode needs an anchor | write 'anchor: DATE', the first "
            "day of any period, or 'mode: rolling'"});
  CHECK(problems_of("1/2Q", calendar).empty());
}

TEST_CASE("a rolling interval is whole days or months") {
  const Schedule rolling = with_mode(Mode::rolling);
  for (const char* cycle : {"2/D", "2/M", "5/Y", "2/W"})
    CHECK(
        problems_of(cycle, rolling) ==
        Texts{std::string("error cycle: ") + cycle +
              " has no interval of whole days or months | write 'mode: calendar', or a cycle that "
              "divides evenly"});
  for (const char* cycle : {"1/D", "7/W", "3/Q", "4/Y", "2/2W"})
    CHECK(problems_of(cycle, rolling).empty());
}

TEST_CASE("lengths are measured against the slot") {
  const auto early = [](const char* cycle, const char* text) {
    Schedule schedule;
    schedule.early = duration_of(text);
    return problems_of(cycle, schedule);
  };
  CHECK(early("1/D", "24h") ==
        Texts{"error early: 'early' of 24h is not shorter than a slot of 1/D"});
  CHECK(early("1/D", "1439min").empty());
  CHECK(early("1/M", "1mo").size() == 1);
  CHECK(early("1/M", "29d").empty());
  CHECK(early("2/Y", "5mo").empty());

  Schedule graceful;
  graceful.grace = duration_of("12h");
  CHECK(problems_of("2/D", graceful) ==
        Texts{"warning grace: 'grace' of 12h is not shorter than a slot of 2/D: it hides the next "
              "one"});
  CHECK(problems_of("1/D", graceful).empty());

  Schedule tolerant = with_mode(Mode::rolling);
  tolerant.tolerance_days = 4;
  CHECK(problems_of("1/W", tolerant) ==
        Texts{"error tolerance: a tolerance of 4 days is not less than half the interval of 1/W"});
  tolerant.tolerance_days = 3;
  CHECK(problems_of("1/W", tolerant).empty());
}

TEST_CASE("a deadline that has no place in its slot is a warning") {
  Schedule schedule;
  schedule.due = WeekdayTime{std::chrono::Friday, {}};
  CHECK(problems_of("1/D", schedule) ==
        Texts{"warning due: the due date lies outside its slot of 1/D"});
  CHECK(problems_of("1/W", schedule).empty());
  CHECK(slots_of("2/D", {times(9h, 13h), times(16h, 19h)}) ==
        Texts{"warning slots: the due date lies outside its slot of 2/D"});
  schedule.due = TimeOfDay(0h);  // the midnight at the end
  CHECK(problems_of("1/D", schedule).empty());
  schedule.arrears = duration_of("3d");
  CHECK(problems_of("1/D", schedule) == Texts{"warning due: 'due' has no effect beside 'arrears'"});
}

TEST_CASE("only dates are rolled") {
  const std::string hint = " | leave 'roll' out; 'days: business' skips days off";
  Schedule schedule;
  schedule.roll = Roll::following;
  CHECK(problems_of("2/D", schedule) ==
        Texts{"error roll: 'roll' moves dates, but 2/D is due within a day here" + hint});
  CHECK(problems_of("1/D", schedule).empty());
  schedule.arrears = duration_of("6h");
  CHECK(problems_of("1/D", schedule) ==
        Texts{"error roll: 'roll' moves dates, but 1/D is due within a day here" + hint});
}

TEST_CASE("24H without max_shift, and a long interval without a baseline, are warnings") {
  CHECK(problems_of("24H", {}) ==
        Texts{"warning max_shift: without 'max_shift' a watch counts for ever without being "
              "confirmed | write 'max_shift', for example 12h"});
  const auto baseline = [](const char* cycle, const Schedule& schedule) {
    const auto problem = check_baseline(cycle_of(cycle), schedule);
    return problem ? line_of(*problem) : "";
  };
  const Schedule rolling = with_mode(Mode::rolling);
  CHECK(baseline("1/5Y", {}) ==
        "warning last_done: nothing says when 1/5Y was last done | write 'last_done: DATE'");
  CHECK_FALSE(baseline("1/Y", rolling).empty());
  CHECK_FALSE(baseline("1/2Y", {}).empty());
  CHECK(baseline("1/Y", {}).empty());
  CHECK(baseline("2/Y", rolling).empty());
  CHECK(baseline("1/2M", {}).empty());
  Schedule seeded;
  seeded.last_done = date_of("2026-01-01");
  CHECK(baseline("1/5Y", seeded).empty());
}

TEST_CASE("versions ascend, an item ends after it began, suspensions have days") {
  const auto lines = [](const Timetable& timetable) {
    Texts texts;
    for (const auto& [version, problem] : check_timetable(timetable, date_of("2026-04-01")))
      texts.push_back(std::to_string(version) + " " + line_of(problem));
    return texts;
  };
  Timetable timetable = timetable_of("1/D");
  timetable.versions.push_back({date_of("2026-10-01"), cycle_of("1/W"), {}});
  CHECK(lines(timetable).empty());
  timetable.versions.push_back({date_of("2026-10-01"), cycle_of("1/M"), {}});
  timetable.versions.push_back({std::nullopt, cycle_of("1/M"), {}});
  const std::string late =
      " error effective_from: this version does not begin after the one before it | give each "
      "version an 'effective_from' later than the last";
  CHECK(lines(timetable) == Texts{"2" + late, "3" + late});

  Timetable ended = timetable_of("1/D");
  ended.effective_until = date_of("2026-04-01");
  ended.suspensions = {{date_of("2026-05-02"), date_of("2026-05-02"), ""}};
  CHECK(
      lines(ended) ==
      Texts{"0 error effective_until: effective_until 2026-04-01 is not after effective_from "
            "2026-04-01",
            "0 error suspend: the suspension from 2026-05-02 to 2026-05-02 is empty | 'to' is the "
            "first day on which work is owed again"});
}
