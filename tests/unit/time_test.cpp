#include "base/time.h"

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>

using namespace opsctl;
using namespace std::chrono_literals;

namespace {

Zone zone(const char* name) {
  const auto found = Zone::find(name);
  REQUIRE(found);
  return *found;
}

/// R(L) as epoch seconds.
long resolved(const char* zone_name, const char* date, std::chrono::seconds time) {
  return zone(zone_name).instant_of(LocalTime(*parse_date(date)) + time).time_since_epoch().count();
}

/// By the C library, another reader of the same data.
std::chrono::seconds offset_of_libc(const std::string& zone_name, Instant instant) {
  ::setenv("TZ", zone_name.c_str(), 1);
  ::tzset();
  const std::time_t time = instant.time_since_epoch().count();
  std::tm parts{};
  REQUIRE(::localtime_r(&time, &parts) != nullptr);
  ::unsetenv("TZ");
  return std::chrono::seconds(parts.tm_gmtoff);
}

/// All that the zone data has, from its own list, but the one that is no place: the library leaves
/// it out.
std::vector<std::string> all_zones() {
  std::vector<std::string> names;
  std::ifstream list("/usr/share/zoneinfo/tzdata.zi");
  for (std::string line; std::getline(list, line);) {
    std::istringstream words(line);
    std::string kind;
    std::string name;
    words >> kind >> name;
    if (kind == "Z" && name != "Factory") names.push_back(name);
  }
  return names;
}

}  // namespace

TEST_CASE("offsets are those that the C library finds, and a local time is found at its first") {
  std::mt19937 random(17);
  std::uniform_int_distribution<long> some_second(0, 13'000'000'000);  // to the year 2381
  for (const char* name : {"Asia/Tokyo", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia",
                           "Europe/Dublin", "America/St_Johns", "Asia/Pyongyang"}) {
    const Zone here = zone(name);
    for (int i = 0; i < 1000; ++i) {
      const Instant instant{std::chrono::seconds(some_second(random))};
      CAPTURE(name, instant.time_since_epoch().count());
      REQUIRE(here.offset(instant) == offset_of_libc(name, instant));
      // Near the next change of the clock, where it counts.
      const auto& spans = here.rules().spans;
      const Instant near = spans[random() % spans.size()].from;
      const Instant start = near < Instant() ? instant : near;
      const LocalTime local = here.local(start) + std::chrono::seconds(random() % 14'400) - 2h;
      const Instant found = here.instant_of(local);
      REQUIRE(here.local(found) >= local);
      for (auto before = 1s; before <= 4h; before += before == 1s ? 899s : 900s)
        REQUIRE(here.local(found - before) < local);
    }
  }
}

TEST_CASE("in every zone the rules are in order, by instants and by local times") {
  const std::vector<std::string> names = all_zones();
  CHECK(names.size() > 300);
  for (const std::string& name : names) {
    CAPTURE(name);
    const Zone here = zone(name.c_str());
    const std::vector<ZoneRules::Span>& spans = here.rules().spans;
    for (std::size_t i = 1; i < spans.size(); ++i) {
      CHECK(spans[i - 1].from < spans[i].from);
      CHECK(spans[i - 1].offset != spans[i].offset);
      if (i == 1) continue;
      CHECK(spans[i - 1].from.time_since_epoch() + spans[i - 2].offset <
            spans[i].from.time_since_epoch() + spans[i - 1].offset);
    }
  }
}

TEST_CASE("a local time resolves to the earliest instant at or after it") {
  CHECK(resolved("America/New_York", "2026-03-08", 2h + 30min) == 1772953200);  // gap
  CHECK(resolved("America/New_York", "2026-11-01", 1h + 30min) == 1793511000);  // overlap
  CHECK(resolved("Pacific/Apia", "2011-12-30", 0h) == 1325239200);              // skipped date
  CHECK(resolved("America/Sao_Paulo", "2018-11-04", 0h) == 1541300400);         // no midnight
}

TEST_CASE("what the last years of a zone's file say holds for the years after it") {
  const auto offset = [](const char* date) {
    const Zone berlin = zone("Europe/Berlin");
    return berlin.offset(berlin.start_of(*parse_date(date)));
  };
  CHECK(offset("2050-01-15") == 1h);
  CHECK(offset("2050-07-15") == 2h);
  CHECK(offset("2400-07-15") == 2h);
}

TEST_CASE("the environment does not say where zones are found") {
  ::setenv("TZDIR", "/nowhere", 1);
  CHECK(Zone::find("Asia/Seoul"));
  ::unsetenv("TZDIR");
}

TEST_CASE("an unknown zone is no zone") {
  CHECK_FALSE(Zone::find("Asia/Tokio"));
  CHECK_FALSE(Zone::find(""));
}

TEST_CASE("instants are typed in local time or with an offset") {
  const Zone tokyo = zone("Asia/Tokyo");
  const auto typed = [&](const char* text) {
    const auto instant = parse_instant(text, tokyo);
    return instant ? to_rfc3339(*instant, tokyo) : "nothing";
  };
  CHECK(typed("2026-11-22") == "2026-11-22T00:00:00+09:00");
  CHECK(typed("2026-11-22 08:30") == "2026-11-22T08:30:00+09:00");
  CHECK(typed("2026-11-22T08:30:15") == "2026-11-22T08:30:15+09:00");
  CHECK(typed("2026-11-22T08:30:00Z") == "2026-11-22T17:30:00+09:00");
  CHECK(typed("2026-11-22T08:30:00-05:00") == "2026-11-22T22:30:00+09:00");
  CHECK(typed("２０２６－１１－２２　０８：３０") == "2026-11-22T08:30:00+09:00");
  for (const char* wrong : {"", "2026-11-31", "2026-02-29", "2026-11-22 25:00", "2026-11-22 8:30",
                            "2026-11-22 08:30 JST", "2026-11-22T08:30:00+9", "22.11.2026", "today",
                            "2026-11-22 08:60", "2026-11-22 24:01", "0001-01-01", "2026-11-22T"}) {
    INFO(wrong);
    CHECK(typed(wrong) == "nothing");
  }
}

TEST_CASE("printed times carry their offset") {
  const Zone new_york = zone("America/New_York");
  const Instant winter{std::chrono::seconds(1772953200 - 7200)};
  CHECK(to_text(winter, new_york) == "2026-03-08 00:00-05:00");
  CHECK(to_text(winter + 15s, new_york) == "2026-03-08 00:00:15-05:00");
  CHECK(to_text(winter, zone("Asia/Kolkata")) == "2026-03-08 10:30+05:30");
}
