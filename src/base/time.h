// Instants, civil time and time zones. The host's zone is never used: every conversion names one
// (spec schedule.md 2). Home of Abseil's time library.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opsctl {

/// One second is the resolution everywhere; stored as UTC seconds since 1970.
using Instant = std::chrono::sys_seconds;
using LocalTime = std::chrono::local_seconds;
using Date = std::chrono::local_days;

/// What the system's zone data says of a zone from 1900 on, for some 400 years: the last one stays.
struct ZoneRules {
  struct Span {
    Instant from{};  // until the next one's
    std::chrono::seconds offset{};
    friend bool operator==(const Span&, const Span&) = default;
  };
  std::string name;
  std::vector<Span> spans;  // one at least, ascending; the first has no beginning
  friend bool operator==(const ZoneRules&, const ZoneRules&) = default;
};

/// An IANA zone. Cheap to copy.
class Zone {
 public:
  /// Nothing where the system's zone data has no such name.
  static std::optional<Zone> find(std::string_view name);
  /// One that was found before.
  explicit Zone(ZoneRules rules) : rules_(std::make_shared<const ZoneRules>(std::move(rules))) {}

  const ZoneRules& rules() const { return *rules_; }
  const std::string& name() const { return rules_->name; }
  /// Where its rules come from, on Debian and most others.
  std::string file() const;

  /// R(L): the earliest instant whose local time is at or after `local`. In a gap that is the
  /// transition, in an overlap the first pass.
  Instant instant_of(LocalTime local) const;
  Instant start_of(Date date) const { return instant_of(LocalTime(date)); }
  /// eod(date): the first instant of the next day.
  Instant end_of(Date date) const { return start_of(date + std::chrono::days(1)); }

  LocalTime local(Instant instant) const;
  Date date_of(Instant instant) const {
    return std::chrono::floor<std::chrono::days>(local(instant));
  }
  std::chrono::seconds offset(Instant instant) const;

 private:
  std::shared_ptr<const ZoneRules> rules_;
};

/// "2026-11-22"; only real dates, years 1900 to 2999.
std::optional<Date> parse_date(std::string_view text);

/// "08:30" or "08:30:15" as time since midnight; "24:00" is allowed.
std::optional<std::chrono::seconds> parse_time_of_day(std::string_view text);

/// What people type: RFC 3339 with offset or Z, or local time in `zone`:
/// "2026-11-22", "2026-11-22 08:30", "2026-11-22T08:30:15".
std::optional<Instant> parse_instant(std::string_view text, const Zone& zone);

std::string to_text(Date date);                             // 2026-11-22
std::string to_text(Instant instant, const Zone& zone);     // 2026-11-22 08:30+09:00
std::string to_rfc3339(Instant instant, const Zone& zone);  // 2026-11-22T08:30:00+09:00

}  // namespace opsctl
