#include "model/holidays.h"

#include "schedule_support.h"

using namespace opsctl;
using namespace opsctl::testing;

namespace {

std::string roll_of(const char* date, Roll roll) {
  return to_text(rolled(date_of(date), roll, japanese_holidays()));
}

}  // namespace

TEST_CASE("weekends, listed days and the year's end are no business days") {
  for (const char* day : {"2026-11-21", "2026-11-22", "2026-11-23", "2026-12-29", "2026-12-31",
                          "2027-01-01", "2027-01-03"}) {
    INFO(day);
    CHECK_FALSE(is_business_day(date_of(day), japanese_holidays()));
  }
  for (const char* day : {"2026-11-20", "2026-11-24", "2026-12-28", "2027-01-04"}) {
    INFO(day);
    CHECK(is_business_day(date_of(day), japanese_holidays()));
  }
}

TEST_CASE("a date is rolled to a business day") {
  CHECK(roll_of("2026-11-23", Roll::none) == "2026-11-23");
  CHECK(roll_of("2026-11-23", Roll::preceding) == "2026-11-20");
  CHECK(roll_of("2026-11-21", Roll::following) == "2026-11-24");
  CHECK(roll_of("2026-11-24", Roll::following) == "2026-11-24");
  CHECK(roll_of("2027-01-31", Roll::following) == "2027-02-01");
  CHECK(roll_of("2027-01-31", Roll::modified) == "2027-01-29");
  CHECK(roll_of("2026-11-21", Roll::modified) == "2026-11-24");
  CHECK(roll_of("2026-12-31", Roll::preceding) == "2026-12-28");
}

TEST_CASE("business days are counted from the day after") {
  const auto after = [](const char* date, int count) {
    return to_text(add_business_days(date_of(date), count, japanese_holidays()));
  };
  CHECK(after("2026-11-20", 3) == "2026-11-26");
  CHECK(after("2026-12-28", 3) == "2027-01-06");
  CHECK(after("2026-11-21", 1) == "2026-11-24");
}

TEST_CASE("an answer is provisional where it looked beyond the holiday file") {
  const Holidays file = holidays_of({}, "2027-01-29");
  const auto provisional = [&](const char* date, Roll roll) {
    return is_provisional(date_of(date), roll, file);
  };
  CHECK_FALSE(provisional("2027-01-29", Roll::following));
  CHECK(provisional("2027-02-01", Roll::following));
  CHECK(provisional("2027-01-30", Roll::preceding));
  CHECK_FALSE(provisional("2027-02-01", Roll::none));
  const Holidays to_saturday = holidays_of({}, "2027-01-30");
  CHECK(is_provisional(date_of("2027-01-30"), Roll::modified, to_saturday));
  CHECK(is_provisional(date_of("2027-01-29"), Roll::following, Holidays{}));
}
