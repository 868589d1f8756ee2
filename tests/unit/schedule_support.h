// What the tests of the schedule share: a site, and schedules in few words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "model/due.h"

namespace opsctl::testing {

inline Zone zone_of(std::string_view name) {
  const auto found = Zone::find(name);
  REQUIRE(found);
  return *found;
}

inline Date date_of(std::string_view text) {
  const auto date = parse_date(text);
  INFO(text);
  REQUIRE(date);
  return *date;
}

inline Instant instant_of(std::string_view text, const Zone& zone) {
  const auto instant = parse_instant(text, zone);
  INFO(text);
  REQUIRE(instant);
  return *instant;
}

/// Where the tests that name no zone take place.
inline const Zone& tokyo() {
  static const Zone zone = zone_of("Asia/Tokyo");
  return zone;
}

inline Instant at(std::string_view text) { return instant_of(text, tokyo()); }

inline Duration duration_of(std::string_view text) {
  const auto duration = parse_duration(text);
  INFO(text);
  REQUIRE(duration);
  return *duration;
}

inline Cycle cycle_of(std::string_view text) {
  const auto parsed = parse_cycle(text);
  INFO(text);
  REQUIRE(std::holds_alternative<Cycle>(parsed));
  return std::get<Cycle>(parsed);
}

inline Holidays holidays_of(std::initializer_list<const char*> days, const char* covers_until) {
  Holidays holidays;
  for (const char* day : days) holidays.days[date_of(day)] = "holiday";
  holidays.covers_until = date_of(covers_until);
  return holidays;
}

/// Those of the vectors. The year's end is in the rules themselves.
inline const Holidays& japanese_holidays() {
  static const Holidays kHolidays =
      holidays_of({"2026-11-03", "2026-11-23", "2027-01-01", "2027-01-11", "2027-02-11",
                   "2027-02-23", "2027-03-22"},
                  "2027-12-31");
  return kHolidays;
}

inline SiteCalendar site_of(std::string_view zone, std::string_view effective_from,
                            const Holidays& holidays = japanese_holidays()) {
  return {zone_of(zone), std::chrono::April / 1, std::chrono::Monday, holidays,
          date_of(effective_from)};
}

inline Timetable timetable_of(std::string_view cycle, Schedule schedule = {}) {
  return {{{std::nullopt, cycle_of(cycle), std::move(schedule)}}, std::nullopt, {}};
}

/// "done 2026-11-21 09:00", in any number; also "waived", "… --for KEY", "… --valid-until DATE" and
/// "… --until DATE".
inline std::vector<Execution> history_of(std::initializer_list<std::string_view> facts,
                                         const Zone& zone) {
  std::vector<Execution> history;
  for (const std::string_view fact : facts) {
    const auto option = [&](std::string_view name) {
      const std::size_t at = fact.find(name);
      return at == std::string_view::npos ? std::string()
                                          : std::string(fact.substr(at + name.size()));
    };
    Execution execution;
    const bool waived = fact.starts_with("waived ");
    execution.kind = waived ? Execution::Kind::waived : Execution::Kind::done;
    const std::string_view rest = fact.substr(fact.find(' ') + 1);
    execution.performed_at = instant_of(rest.substr(0, rest.find(" --")), zone);
    execution.seq = static_cast<std::int64_t>(history.size()) + 1;
    execution.for_key = option(" --for ");
    if (const auto until = option(" --until "); !until.empty()) execution.until = date_of(until);
    if (const auto until = option(" --valid-until "); !until.empty()) {
      if (const auto date = parse_date(until))
        execution.valid_until = *date;
      else
        execution.valid_until = instant_of(until, zone);
    }
    history.push_back(execution);
  }
  return history;
}

}  // namespace opsctl::testing
