#include "base/time.h"

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

}  // namespace

TEST_CASE("a local time resolves to the earliest instant at or after it") {
  CHECK(resolved("America/New_York", "2026-03-08", 2h + 30min) == 1772953200);  // gap
  CHECK(resolved("America/New_York", "2026-11-01", 1h + 30min) == 1793511000);  // overlap
  CHECK(resolved("Pacific/Apia", "2011-12-30", 0h) == 1325239200);              // skipped date
  CHECK(resolved("America/Sao_Paulo", "2018-11-04", 0h) == 1541300400);         // no midnight
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
