// 24H: who was there, and who was not (spec schedule.md 9).
#include "model/watching.h"

#include "schedule_cases.h"

using namespace opsctl;
using namespace opsctl::testing;
using namespace std::chrono_literals;

namespace {

struct Settings {
  std::string_view max_shift = {};
  std::string_view grace = {};
  std::string_view lead = {};
};

Schedule schedule_of(const Settings& settings) {
  Schedule schedule;
  if (!settings.max_shift.empty()) schedule.max_shift = duration_of(settings.max_shift);
  if (!settings.grace.empty()) schedule.grace = duration_of(settings.grace);
  if (!settings.lead.empty()) schedule.lead = duration_of(settings.lead);
  return schedule;
}

/// A time alone is of the day that the tests are about.
Instant moment(std::string_view text) {
  return at(text.size() <= 5 ? "2026-11-22 " + std::string(text) : std::string(text));
}

Watch watch(std::string_view start, std::string_view end = {}) {
  Watch one{std::string(start), moment(start)};
  if (!end.empty()) one.end = moment(end);
  return one;
}

Watch confirmed(Watch one, std::string_view when) {
  one.confirmations.push_back(moment(when));
  return one;
}

Watch planned(Watch one, std::string_view until) {
  one.planned_end = moment(until);
  return one;
}

std::string span_text(const Stretch& one) {
  return to_text(one.from, tokyo()).substr(11, 5) + "-" + to_text(one.to, tokyo()).substr(11, 5);
}

/// "overdue since 00:00; gaps 00:00-00:10; 600": state, since when, gaps, uncovered seconds.
std::string answer(const Settings& settings, const std::vector<Watch>& watches,
                   std::string_view now, std::string_view effective_from = {}) {
  Timetable timetable = timetable_of("24H", schedule_of(settings));
  SiteCalendar site = site_of("Asia/Tokyo", "2026-11-22");
  const ItemHistory history{.watches = watches};
  const Standing standing = evaluate(timetable, site, history, moment(now));
  std::string text(name_of(standing.state));
  if (standing.uncovered_since)
    text += " since " + to_text(*standing.uncovered_since, site.zone).substr(11, 5);
  const Instant from = effective_from.empty() ? watches.front().start : moment(effective_from);
  const WatchLedger ledger =
      watch_ledger(timetable, site, known_at(moment(now), history), from, moment(now));
  text += "; gaps";
  for (const Stretch& gap : ledger.gaps) text += " " + span_text(gap);
  return text + "; " + std::to_string(ledger.uncovered.count());
}

}  // namespace

TEST_CASE("vectors W: watches") {
  CHECK(answer({.max_shift = "12h"}, {watch("08:30")}, "15:00") == "covered; gaps; 0");
  CHECK(answer({.max_shift = "12h"}, {confirmed(watch("08:30"), "18:00")}, "2026-11-23 05:59:59") ==
        "covered; gaps; 0");
  CHECK(answer({.grace = "5min"}, {watch("08:30", "17:30"), watch("17:40")}, "18:00") ==
        "covered; gaps 17:30-17:40; 600");
  CHECK(answer({.grace = "15min"}, {watch("08:30", "17:30"), watch("17:40")}, "18:00") ==
        "covered; gaps; 600");
  CHECK(answer({}, {}, "00:10", "00:00") == "overdue since 00:00; gaps 00:00-00:10; 600");
  CHECK(answer({.lead = "30min"}, {planned(watch("08:30"), "17:30")}, "17:05") == "due; gaps; 0");
  CHECK(answer({}, {watch("08:30", "17:45"), watch("17:30")}, "19:00") == "covered; gaps; 0");
}

TEST_CASE("a watch that nobody confirms ends with its longest shift") {
  const std::vector<Watch> once = {confirmed(watch("08:30"), "18:00")};
  CHECK(answer({.max_shift = "12h"}, once, "2026-11-23 06:00") == "overdue since 06:00; gaps; 0");
  CHECK(answer({.max_shift = "12h", .grace = "15min"}, once, "2026-11-23 06:14:59") ==
        "late since 06:00; gaps; 899");
  CHECK(answer({.max_shift = "12h", .grace = "15min"}, once, "2026-11-23 06:15") ==
        "overdue since 06:00; gaps 06:00-06:15; 900");
}

TEST_CASE("a hand-over is due by the latest planned end, and only where every watch has one") {
  const Watch a = planned(watch("08:30"), "17:30");
  const Watch b = planned(watch("09:00"), "18:00");
  CHECK(answer({.lead = "30min"}, {a}, "16:59") == "covered; gaps; 0");
  CHECK(answer({.lead = "30min"}, {a}, "17:30") == "late; gaps; 0");
  CHECK(answer({.lead = "30min"}, {a, b}, "17:30") == "due; gaps; 0");
  CHECK(answer({.lead = "30min"}, {a, watch("09:00")}, "18:30") == "covered; gaps; 0");
}

TEST_CASE("what is suspended is not required") {
  Timetable timetable = timetable_of("24H");
  timetable.suspensions = {{date_of("2026-11-24"), date_of("2026-11-26"), "works"}};
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-11-22");
  const ItemHistory history{.watches = {watch("2026-11-22 00:00", "2026-11-23 12:00")}};
  const auto state = [&](std::string_view now) {
    const Standing standing = evaluate(timetable, site, history, moment(now));
    return std::string(name_of(standing.state)) + " " + std::string(name_of(standing.reason)) +
           (standing.uncovered_since ? to_text(*standing.uncovered_since, site.zone) : "");
  };
  CHECK(state("2026-11-23 13:00") == "overdue 2026-11-23 12:00+09:00");
  CHECK(state("2026-11-24 00:00") == "not-scheduled suspended");
  CHECK(state("2026-11-26 01:00") == "overdue 2026-11-26 00:00+09:00");
  const WatchLedger ledger =
      watch_ledger(timetable, site, known_at(moment("2026-11-26 01:00"), history), Instant::min(),
                   moment("2026-11-26 01:00"));
  CHECK(ledger.required == 49h);
  CHECK(ledger.uncovered == 13h);
  CHECK(ledger.gaps.size() == 2);
}

namespace {

constexpr int kMinutes = 240;

struct Shift {
  int start = 0;
  int end = 0;  // 0: open
  std::vector<int> confirmed;
};

bool covers(const Shift& shift, int minute, int max_shift) {
  if (minute < shift.start || (shift.end != 0 && minute >= shift.end)) return false;
  if (max_shift == 0) return true;
  const auto holds = [&](int since) { return since <= minute && minute < since + max_shift; };
  return holds(shift.start) || std::any_of(shift.confirmed.begin(), shift.confirmed.end(), holds);
}

}  // namespace

TEST_CASE("coverage is what it is minute by minute") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-11-22");
  const Instant zero = moment("00:00");
  const auto instant = [&](int minute) { return zero + std::chrono::minutes(minute); };
  Random random(9);
  for (int i = 0; i < 10'000; ++i) {
    const int max_shift = random.chance(30) ? 0 : 5 + random.below(60);
    const int grace = random.below(20);
    const int now = 1 + random.below(kMinutes);
    std::vector<Shift> shifts(static_cast<std::size_t>(random.below(5)));
    ItemHistory history;
    for (Shift& shift : shifts) {
      shift.start = random.below(kMinutes);
      Watch one{std::to_string(history.watches.size()), instant(shift.start)};
      if (random.chance(70)) {
        shift.end = shift.start + 1 + random.below(90);
        one.end = instant(shift.end);
      }
      for (int c = random.below(3); c > 0; --c) {
        const int when = shift.start + random.below(80);
        if (shift.end != 0 && when >= shift.end) continue;
        shift.confirmed.push_back(when);
        one.confirmations.push_back(instant(when));
      }
      history.watches.push_back(one);
    }
    Schedule schedule;
    if (max_shift != 0) schedule.max_shift = Duration{max_shift, Duration::Unit::minute};
    schedule.grace = Duration{grace, Duration::Unit::minute};
    const Timetable timetable = timetable_of("24H", schedule);

    // The oracle knows nothing that lies after now.
    std::vector<bool> covered(static_cast<std::size_t>(now) + 1);
    for (int minute = 0; minute <= now; ++minute) {
      for (Shift shift : shifts) {
        std::erase_if(shift.confirmed, [now](int when) { return when > now; });
        if (shift.end > now) shift.end = 0;
        if (shift.start <= now && covers(shift, minute, max_shift))
          covered[static_cast<std::size_t>(minute)] = true;
      }
    }
    int uncovered = 0;
    int since = now;
    for (int minute = 0; minute < now; ++minute)
      uncovered += covered[static_cast<std::size_t>(minute)] ? 0 : 1;
    while (since > 0 && !covered[static_cast<std::size_t>(since) - 1]) --since;
    const std::string wanted = covered[static_cast<std::size_t>(now)] ? "covered"
                               : now >= since + grace                 ? "overdue"
                                                                      : "late";
    INFO("case " << i << ", now " << now << ", max_shift " << max_shift << ", grace " << grace);
    const Standing standing = evaluate(timetable, site, history, instant(now));
    CHECK(name_of(standing.state) == wanted);
    if (wanted != "covered") CHECK(standing.uncovered_since == instant(since));
    const WatchLedger ledger =
        watch_ledger(timetable, site, known_at(instant(now), history), zero, instant(now));
    CHECK(ledger.uncovered == std::chrono::minutes(uncovered));
    CHECK(ledger.required == std::chrono::minutes(now));
  }
}
