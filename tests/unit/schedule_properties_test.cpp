// What holds for every schedule and every history, tried on random ones.
#include <cstdlib>
#include <set>

#include "model/attribution.h"
#include "schedule_oracle.h"

using namespace opsctl;
using namespace opsctl::testing;
using namespace std::chrono_literals;

namespace {

constexpr int kCases = 10'000;

/// Runs `property` on many cases; it answers what is wrong, or nothing.
template <class Property>
void for_all(unsigned seed, const Shape& shape, const Property& property) {
  Random random(seed);
  for (int i = 0; i < kCases; ++i) {
    const Case it = random_case(random, shape);
    const std::string wrong = property(it, random);
    if (!wrong.empty()) FAIL("case " << i << "\n" << text_of(it) << wrong);
  }
}

std::string answer(const Case& it) { return text_of(evaluate(it), it.site.zone); }

int severity(ItemState state) {
  switch (state) {
    case ItemState::due:
      return 1;
    case ItemState::late:
      return 2;
    case ItemState::overdue:
      return 3;
    default:
      return 0;
  }
}

Case with_done_now(Case it) {
  Execution fact;
  fact.performed_at = it.now;
  fact.seq = 1000;
  it.history.push_back(fact);
  return it;
}

bool changes_between(const Case& it, Instant from, Instant to) {
  const auto inside = [&](Date date) {
    const Instant at = it.site.zone.start_of(date);
    return at > from && at <= to;
  };
  if (it.timetable.effective_until && inside(*it.timetable.effective_until)) return true;
  return std::ranges::any_of(it.timetable.versions, [&](const ScheduleVersion& version) {
    return inside(*version.effective_from);
  });
}

}  // namespace

TEST_CASE("the evaluation agrees with the rules taken word by word") {
  for_all(1, {.rolling = false}, [](const Case& it, Random&) -> std::string {
    const Standing standing = evaluate(it);
    if (standing.reason == StateReason::not_yet_effective) return "";
    if (standing.reason == StateReason::ended && it.timetable.effective_until &&
        it.now >= it.site.zone.start_of(*it.timetable.effective_until))
      return "";
    const std::string got = fmt::format("{} {} {} ({})", name_of(standing.state), standing.key,
                                        standing.outstanding, standing.missed);
    const std::string wanted = Oracle(it).answer();
    return got == wanted ? "" : "got " + got + "\nnot " + wanted;
  });
}

TEST_CASE("P1: overdue stays overdue until something is done") {
  for_all(2, {}, [](const Case& it, Random& random) -> std::string {
    if (evaluate(it).state != ItemState::overdue) return "";
    Case later = it;
    std::erase_if(later.history, [&](const Execution& fact) { return fact.performed_at > it.now; });
    later.now += std::chrono::hours(1 + random.below(2000));
    if (changes_between(it, it.now, later.now)) return "";
    return evaluate(later).state == ItemState::overdue ? "" : answer(it) + "\n" + answer(later);
  });
}

TEST_CASE("P2: doing the work never makes things worse") {
  for_all(3, {.versions = false, .keys = false}, [](const Case& it, Random&) -> std::string {
    const Case helped = with_done_now(it);
    const ItemState before = evaluate(it).state;
    const ItemState after = evaluate(helped).state;
    const bool coalesces = it.timetable.versions.front().schedule.catch_up == CatchUp::coalesce;
    const bool ok =
        severity(after) <= severity(before) && !(coalesces && after == ItemState::overdue);
    return ok ? "" : answer(it) + "\n" + answer(helped);
  });
}

TEST_CASE("P3: the order of the records does not matter") {
  for_all(4, {}, [](const Case& it, Random& random) -> std::string {
    Case shuffled = it;
    for (std::size_t i = shuffled.history.size(); i > 1; --i)
      std::swap(shuffled.history[i - 1], shuffled.history[std::size_t(random.below(int(i)))]);
    return answer(it) == answer(shuffled) ? "" : answer(it) + "\n" + answer(shuffled);
  });
}

TEST_CASE("P4: records later than now change nothing but the warning") {
  for_all(5, {}, [](const Case& it, Random&) -> std::string {
    Case known = it;
    std::erase_if(known.history, [&](const Execution& fact) { return fact.performed_at > it.now; });
    Standing standing = evaluate(it);
    const bool warned =
        !standing.warnings.empty() && standing.warnings.front() == DueWarning::future_execution;
    if (warned != (known.history.size() != it.history.size())) return "warning: " + answer(it);
    if (warned) standing.warnings.erase(standing.warnings.begin());
    const std::string got = text_of(standing, it.site.zone);
    return got == answer(known) ? "" : got + "\n" + answer(known);
  });
}

TEST_CASE("P5: without deadlines of their own, the slots tile the time line") {
  const Holidays none;
  for (const char* zone : {"Asia/Tokyo", "America/New_York", "America/Sao_Paulo", "Pacific/Apia",
                           "Europe/London", "Australia/Lord_Howe", "America/St_Johns"}) {
    for (const char* text : {"1/D",  "2/D",  "7/D",  "24/D", "96/D", "999/D", "1/W",  "2/W",
                             "1/M",  "2/M",  "3/M",  "14/M", "1/Q",  "3/Q",   "1/Y",  "2/Y",
                             "12/Y", "1/3D", "2/5D", "1/2W", "1/5M", "3/6M",  "1/3Y", "4/2Y"}) {
      const SiteCalendar site = site_of(zone, "2000-01-01", none);
      Schedule schedule;
      schedule.mode = Mode::calendar;
      schedule.anchor = date_of("1999-01-31");
      const CalendarRule rule = calendar_rule({std::nullopt, cycle_of(text), schedule}, site);
      for (const char* around : {"2011-12-28", "2018-11-01", "2026-03-06", "2026-10-23"}) {
        std::int64_t i = slot_at(rule.grid, instant_of(around, site.zone), site.zone);
        const auto first = occurrence_at(rule, i);
        REQUIRE(first);
        Instant end = first->due;
        for (int steps = 0; steps < 400; ++steps) {
          const auto it = occurrence_at(rule, ++i);
          INFO(zone << " " << text << " " << slot_key(rule.grid, i));
          if (it) {
            REQUIRE(it->open == end);
            end = it->due;
          } else {  // no clock ever showed a time of this slot
            REQUIRE(site.zone.local(end) >= slot_start(rule.grid, i + 1));
          }
        }
      }
    }
  }
}

TEST_CASE("P6: a local time is the first instant at or after it on the clock") {
  Random random(6);
  for (int i = 0; i < 4 * kCases; ++i) {
    const Case it = random_case(random, {});
    const Zone& zone = it.site.zone;
    const LocalTime wanted = zone.local(it.now) + std::chrono::minutes(random.below(180) - 90);
    const Instant found = zone.instant_of(wanted);
    INFO(zone.name() << " " << wanted.time_since_epoch().count());
    REQUIRE(zone.local(found) >= wanted);
    for (const auto earlier : {1s, 60s, 1800s, 3599s, 3600s, 3601s, 7200s, 86400s, 90000s})
      REQUIRE(zone.local(found - earlier) < wanted);
  }
}

TEST_CASE("P7: the same question has the same answer, whatever the host's zone") {
  const char* host = std::getenv("TZ");
  const std::string before = host == nullptr ? "" : host;
  for_all(7, {}, [](const Case& it, Random&) -> std::string {
    ::setenv("TZ", "Pacific/Kiritimati", 1);
    const std::string here = answer(it);
    ::setenv("TZ", "America/Anchorage", 1);
    const std::string there = answer(it);
    return here == there ? "" : here + "\n" + there;
  });
  host == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", before.c_str(), 1);
}

TEST_CASE("P8: a monthly deadline keeps its day, and only short months cut it") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2000-01-01");
  for (int day = 1; day <= 31; ++day) {
    Schedule schedule;
    schedule.due = DayOfMonth{day};
    const CalendarRule rule = calendar_rule({std::nullopt, cycle_of("1/M"), schedule}, site);
    for (std::int64_t month = -600; month < 6000; month += 1 + day % 3) {
      const auto it = occurrence_at(rule, month);
      REQUIRE(it);
      const std::chrono::year_month_day due(site.zone.date_of(it->due - 1s));
      const auto last = (due.year() / due.month() / std::chrono::last).day();
      REQUIRE(due.day() == std::min(std::chrono::day(unsigned(day)), last));
      REQUIRE(due.year() / due.month() == std::chrono::year(2000) / 1 + std::chrono::months(month));
    }
  }
}

TEST_CASE("P9: no execution satisfies two occurrences") {
  for_all(9, {.rolling = false}, [](const Case& it, Random&) -> std::string {
    Case distinct = it;
    std::erase_if(distinct.history,
                  [&](const Execution& fact) { return fact.performed_at > it.now; });
    std::ranges::sort(distinct.history, {}, &Execution::performed_at);
    for (std::size_t i = 0; i < distinct.history.size(); ++i)
      distinct.history[i].performed_at += std::chrono::seconds(i);
    const OwedLine line(distinct.timetable, distinct.site, distinct.now);
    std::set<Instant> used;
    for (const auto& [position, settled] : attribute(line, distinct.history).settled) {
      if (!used.insert(settled.performed_at).second)
        return "twice: " + to_rfc3339(settled.performed_at, it.site.zone);
    }
    return "";
  });
}

TEST_CASE("a slot is judged alike, whatever was asked of its line before") {
  for_all(11, {.rolling = false}, [](const Case& it, Random& random) -> std::string {
    const OwedLine asked(it.timetable, it.site, it.now);
    if (asked.versions().empty()) return "";
    for (int i = 0; i < 12; ++i) {
      const auto v = static_cast<std::size_t>(random.below(int(asked.versions().size())));
      const Position at{v, asked.beyond(v, it.now).index - random.below(6)};
      const OwedLine fresh(it.timetable, it.site, it.now);
      const Judged judged = asked.judge(at);
      const Judged expected = fresh.judge(at);
      if (judged.obligation != expected.obligation ||
          judged.occurrence.has_value() != expected.occurrence.has_value() ||
          (expected.occurrence && (judged.occurrence->open != expected.occurrence->open ||
                                   judged.occurrence->due != expected.occurrence->due)))
        return "slot " + std::to_string(at.index) + " of version " + std::to_string(v);
    }
    return "";
  });
}

TEST_CASE("P10: ten neglected years are counted exactly, whatever the anchor") {
  const SiteCalendar site = site_of("America/New_York", "2016-01-01");
  const Instant now = instant_of("2026-01-01 12:00", site.zone);
  for (const char* anchor : {"1900-01-01", "2015-12-31", "2900-01-01"}) {
    Schedule schedule;
    schedule.anchor = date_of(anchor);
    const Standing daily = opsctl::evaluate(timetable_of("1/D", schedule), site, {}, now);
    CHECK(daily.outstanding == 3653);
    CHECK(daily.missed == 3653);
    CHECK(daily.key == "2016-01-01");
    CHECK(daily.next_key == "2026-01-01");

    // On ten days 02:00 to 03:00 does not exist: of the slots of 86.5 s, 40 lie wholly in it.
    const std::int64_t slots = 3653LL * 999 - 10LL * 40 + 499;
    const Standing many = opsctl::evaluate(timetable_of("999/D", schedule), site, {}, now);
    CHECK(many.outstanding == slots);
    CHECK(many.missed == slots);
    CHECK(many.key == "2016-01-01#1");
    schedule.catch_up = CatchUp::each;
    const Standing owed = opsctl::evaluate(timetable_of("999/D", schedule), site, {}, now);
    CHECK(owed.outstanding == slots);
    CHECK(owed.missed == 0);
    CHECK(owed.key == "2016-01-01#1");
    CHECK(owed.next_key == "2016-01-01#2");
  }
}
