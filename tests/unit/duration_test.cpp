#include "schedule_support.h"

using namespace opsctl;
using namespace opsctl::testing;

namespace {

std::string later(const char* zone_name, const char* instant, const char* duration) {
  const Zone zone = zone_of(zone_name);
  return to_rfc3339(plus(instant_of(instant, zone), duration_of(duration), zone), zone);
}

std::string earlier(const char* zone_name, const char* instant, const char* duration) {
  const Zone zone = zone_of(zone_name);
  return to_rfc3339(minus(instant_of(instant, zone), duration_of(duration), zone), zone);
}

std::string months_later(const char* date, int months) {
  return to_text(add_months(date_of(date), months));
}

}  // namespace

TEST_CASE("a duration is a number and a unit") {
  for (const char* text : {"15min", "6h", "3d", "2w", "1mo", "1y", "3BD", "0d", "100y"}) {
    INFO(text);
    const auto duration = parse_duration(text);
    REQUIRE(duration);
    CHECK(to_text(*duration) == text);
  }
  for (const char* text : {"", "d", "3", "3m", "3 d", "-1d", "+1d", "03d", "1.5d", "3D", "3bd",
                           "1M", "1mon", "99999999999d", "101y", "3dd"}) {
    INFO(text);
    CHECK_FALSE(parse_duration(text));
  }
}

TEST_CASE("a month later is clamped to the month, from the same day each time") {
  CHECK(months_later("2027-01-31", 1) == "2027-02-28");
  CHECK(months_later("2027-01-31", 2) == "2027-03-31");
  CHECK(months_later("2028-02-29", 12) == "2029-02-28");
  CHECK(months_later("2027-03-31", -1) == "2027-02-28");
  CHECK(months_later("2027-01-15", -13) == "2025-12-15");
}

TEST_CASE("hours are elapsed time, days keep the time on the clock") {
  const char* const new_york = "America/New_York";
  CHECK(later(new_york, "2026-03-07 02:30", "24h") == "2026-03-08T03:30:00-04:00");
  CHECK(later(new_york, "2026-03-07 12:00", "1d") == "2026-03-08T12:00:00-04:00");
  CHECK(later(new_york, "2026-03-07 02:30", "1d") == "2026-03-08T03:00:00-04:00");  // gap
  CHECK(later(new_york, "2026-10-31 01:30", "1d") == "2026-11-01T01:30:00-04:00");  // first pass
  CHECK(later(new_york, "2026-11-01T01:30:00-04:00", "60min") == "2026-11-01T01:30:00-05:00");
  CHECK(earlier(new_york, "2026-03-09 02:30", "1d") == "2026-03-08T03:00:00-04:00");
  CHECK(earlier(new_york, "2026-04-01", "30d") == "2026-03-02T00:00:00-05:00");
  CHECK(earlier("Pacific/Apia", "2011-12-31", "1d") == "2011-12-31T00:00:00+14:00");  // no 30th
}

TEST_CASE("nothing is added without a change, even where a time comes twice") {
  CHECK(later("America/New_York", "2026-11-01T01:30:00-05:00", "0d") ==
        "2026-11-01T01:30:00-05:00");
}

TEST_CASE("weeks, months and years step the calendar") {
  CHECK(later("Asia/Tokyo", "2027-01-31 10:00", "1mo") == "2027-02-28T10:00:00+09:00");
  CHECK(later("Asia/Tokyo", "2028-02-29 10:00", "1y") == "2029-02-28T10:00:00+09:00");
  CHECK(earlier("Asia/Tokyo", "2027-01-14 10:00", "2w") == "2026-12-31T10:00:00+09:00");
}
