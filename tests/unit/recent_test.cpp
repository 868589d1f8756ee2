// What is left out of a long history changes nothing: tried on random items, histories and watches.
#include "model/recent.h"

#include "schedule_cases.h"

using namespace opsctl;
using namespace opsctl::testing;

namespace {

constexpr int kCases = 10'000;

std::optional<Instant> last_done(const std::vector<Execution>& history) {
  std::optional<Instant> last;
  for (const Execution& fact : history) {
    if (fact.kind == Execution::Kind::done)
      last = std::max(last.value_or(fact.performed_at), fact.performed_at);
  }
  return last;
}

/// As Journal::recent_histories() gives it.
ItemHistory recent_of(const Case& it) {
  ItemHistory recent;
  const auto last = last_done(it.history);
  const Instant from =
      last ? facts_needed_from(it.timetable, it.site, it.now, *last) : Instant::min();
  for (const Execution& fact : it.history) {
    const bool stays = fact.kind == Execution::Kind::waived || !fact.for_key.empty();
    if (stays || fact.performed_at >= from) recent.executions.push_back(fact);
  }
  return recent;
}

/// Work done again and again, mostly in time.
void do_regularly(Case& it, Random& random) {
  Instant at = it.now - std::chrono::hours(24 * (30 + random.below(2000)));
  for (std::int64_t seq = 1'000; at < it.now && seq < 1'060; ++seq) {
    it.history.push_back({.performed_at = at, .seq = seq});
    at += std::chrono::hours(1 + random.below(24 * 60));
  }
}

/// Nothing of it is later than now: of a journal that has such records, all facts are taken.
Watch random_watch(Random& random, Instant now, int number) {
  Watch watch{"w" + std::to_string(number), now - std::chrono::hours(1 + random.below(200))};
  if (random.chance(85)) {
    const auto length = std::chrono::duration_cast<std::chrono::hours>(now - watch.start).count();
    watch.end = watch.start + std::chrono::hours(random.below(static_cast<int>(length)) + 1);
    if (*watch.end > now) watch.end = now;
  }
  for (int i = random.below(4); i > 0; --i)
    watch.confirmations.push_back(
        std::min(now, watch.start + std::chrono::hours(random.below(40))));
  return watch;
}

}  // namespace

TEST_CASE("an item stands by its recent facts as by all of them") {
  Random random(7);
  int left_out = 0;
  for (int i = 0; i < kCases; ++i) {
    Case it = random_case(random, {});
    if (random.chance(60)) do_regularly(it, random);
    const ItemHistory all{.executions = it.history};
    ItemHistory recent = recent_of(it);
    if (!is_enough(it.timetable, it.site, it.now, recent)) recent = all;
    left_out += recent.executions.size() < all.executions.size() ? 1 : 0;
    const std::string by_all = text_of(evaluate(it.timetable, it.site, all, it.now), it.site.zone);
    const std::string by_recent =
        text_of(evaluate(it.timetable, it.site, recent, it.now), it.site.zone);
    if (by_all != by_recent)
      FAIL("case " << i << "\n"
                   << text_of(it) << "all:    " << by_all << "\nrecent: " << by_recent);
  }
  CHECK(left_out > kCases / 10);
}

TEST_CASE("the last watches and the open ones tell who is there, and since when nobody is") {
  Random random(8);
  const Zone zone = zone_of("Asia/Tokyo");
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-10-01");
  const Instant now = instant_of("2026-11-22 12:00", zone);
  int left_out = 0;
  for (int i = 0; i < kCases; ++i) {
    Schedule schedule;
    if (random.chance(70)) schedule.max_shift = duration_of(random.one_of({"2h", "8h", "1d"}));
    if (random.chance(50)) schedule.grace = duration_of("30min");
    const Timetable timetable = timetable_of("24H", schedule);
    ItemHistory all;
    for (int number = random.below(9); number > 0; --number) {
      all.watches.push_back(random_watch(random, now, number));
      if (const auto end = all.watches.back().end)
        all.executions.push_back({.performed_at = *end, .seq = number});
    }
    ItemHistory recent;
    std::vector<Watch> over;
    for (const Watch& watch : all.watches) (watch.end ? over : recent.watches).push_back(watch);
    std::ranges::sort(over, {}, [](const Watch& watch) { return *watch.end; });
    for (std::size_t n = over.size() > 3 ? over.size() - 3 : 0; n < over.size(); ++n)
      recent.watches.push_back(over[n]);
    if (const auto last = last_done(all.executions))
      recent.executions.push_back({.performed_at = *last, .seq = 1});
    if (!is_enough(timetable, site, now, recent)) recent = all;
    left_out += recent.watches.size() < all.watches.size() ? 1 : 0;
    const auto answer = [&](const ItemHistory& history) {
      const Standing standing = evaluate(timetable, site, history, now);
      return text_of(standing, zone) + " " + text_of(standing.uncovered_since, zone) + " " +
             text_of(standing.covered_until, zone);
    };
    if (answer(all) != answer(recent))
      FAIL("case " << i << "\nall:    " << answer(all) << "\nrecent: " << answer(recent));
  }
  CHECK(left_out > kCases / 10);
}

TEST_CASE("what may have been paid in advance of a change of the cycle is asked for") {
  const Zone zone = zone_of("Asia/Tokyo");
  const SiteCalendar site = site_of("Asia/Tokyo", "2020-04-01");
  const Instant now = instant_of("2026-12-04 12:00", zone);
  const Instant last = instant_of("2026-12-02 12:00", zone);
  Timetable timetable = timetable_of("1/M");
  CHECK(facts_needed_from(timetable, site, now, last) == instant_of("2026-12-01 00:00", zone));
  timetable.versions.push_back(timetable_of("1/Y").versions.front());
  timetable.versions.back().effective_from = parse_date("2027-04-01");
  CHECK(facts_needed_from(timetable, site, now, last) == instant_of("2026-12-01 00:00", zone));
  timetable.versions.back().effective_from = parse_date("2027-01-01");  // and open since 2026-04-01
  CHECK(facts_needed_from(timetable, site, now, last) == Instant::min());
}

TEST_CASE("where the past reaches into the present, all of it is asked for") {
  const Zone zone = zone_of("Asia/Tokyo");
  const SiteCalendar site = site_of("Asia/Tokyo", "2020-04-01");
  const Instant now = instant_of("2026-11-22 12:00", zone);
  const Instant last = instant_of("2026-11-21 18:00", zone);
  const auto from = [&](const char* cycle, const Schedule& schedule) {
    return facts_needed_from(timetable_of(cycle, schedule), site, now, last);
  };
  CHECK(from("1/D", {}) == instant_of("2026-11-21 00:00", zone));
  Schedule graceful;
  graceful.grace = duration_of("6h");
  CHECK(from("1/D", graceful) == Instant::min());
  Schedule patient;
  patient.catch_up = CatchUp::each;
  CHECK(from("1/D", patient) == Instant::min());
  Schedule tolerant;
  tolerant.tolerance_days = 10;
  CHECK(from("1/2Y", tolerant) == Instant::min());
  CHECK(from("1/2Y", {}) == last);
  CHECK(from("随時", {}) == last);
  // A fact of tomorrow.
  CHECK(facts_needed_from(timetable_of("1/D", {}), site, now, now + std::chrono::hours(1)) ==
        Instant::min());
}
