#include "base/time.h"

#include <algorithm>

#include <absl/time/time.h>
#include <fmt/format.h>

#include "base/text.h"

namespace opsctl {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;

/// The number in `text[from, from + count)`, all of it digits.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
  if (from + count > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(from, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// "+09:00", "-03:30" or "Z".
std::optional<seconds> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return seconds(0);
  const auto hour = digits(text, 1, 2);
  const auto minute = digits(text, 4, 2);
  if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  const seconds offset = hours(*hour) + minutes(*minute);
  return text[0] == '-' ? -offset : offset;
}

struct DateAndTime {
  std::chrono::year_month_day date;
  std::chrono::hh_mm_ss<seconds> time;
};

DateAndTime parts_of(LocalTime local) {
  const Date date = std::chrono::floor<days>(local);
  return {std::chrono::year_month_day(date), std::chrono::hh_mm_ss<seconds>(local - date)};
}

std::string offset_text(seconds offset) {
  const char sign = offset < seconds(0) ? '-' : '+';
  const auto total = std::chrono::abs(offset);
  const auto hour = std::chrono::duration_cast<hours>(total);
  const auto minute = std::chrono::duration_cast<minutes>(total - hour);
  return fmt::format("{}{:02}:{:02}", sign, hour.count(), minute.count());
}

/// Where Debian and most others keep it.
constexpr std::string_view kZoneFolder = "/usr/share/zoneinfo/";

std::string file_of(std::string_view zone) { return std::string(kZoneFolder) + std::string(zone); }

/// As the names of IANA's zones are: the folder also has other files, and other folders around it.
bool is_zone_name(std::string_view name) {
  constexpr std::string_view kFine =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-";
  const auto parts = split(name, '/');
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' &&
         std::ranges::all_of(parts, [&](const std::string& part) {
           return !part.empty() && part.find_first_not_of(kFine) == std::string::npos;
         });
}

Instant start_of_year(int year) {
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::January / 1);
}

absl::Time in_library(Instant instant) {
  return absl::FromUnixSeconds(instant.time_since_epoch().count());
}

Instant from_library(absl::Time time) { return Instant(seconds(absl::ToUnixSeconds(time))); }

/// Everything that the file says, and what its rule for later years says for some 400 more.
ZoneRules rules_of(const std::string& name, const absl::TimeZone& zone) {
  const auto offset_at = [&](absl::Time at) { return seconds(zone.At(at).offset); };
  absl::Time at = in_library(start_of_year(kFirstYear));
  ZoneRules rules{name, {{Instant::min(), offset_at(at)}}};
  absl::TimeZone::CivilTransition change;
  while (zone.NextTransition(at, &change)) {
    at = zone.At(change.to).trans;
    if (rules.spans.back().offset != offset_at(at))
      rules.spans.push_back({from_library(at), offset_at(at)});
  }
  return rules;
}

}  // namespace

std::optional<Zone> Zone::find(std::string_view name) {
  if (!is_zone_name(name)) return std::nullopt;
  // By its path: of a name, the library asks the environment first where it lies.
  absl::TimeZone zone;
  if (!absl::LoadTimeZone(file_of(name), &zone)) return std::nullopt;
  return Zone(rules_of(std::string(name), zone));
}

std::string Zone::file() const { return file_of(name()); }

Instant Zone::instant_of(LocalTime local) const {
  // The first span that has such a local time or a later one. No clock is put by more than its
  // span is long, so they are in the order of the local times at their ends, too.
  const std::vector<ZoneRules::Span>& spans = rules_->spans;
  const auto after = std::ranges::partition_point(
      spans.begin() + 1, spans.end(), [&](const ZoneRules::Span& next) {
        const ZoneRules::Span& span = (&next)[-1];
        return next.from.time_since_epoch() + span.offset <= local.time_since_epoch();
      });
  const ZoneRules::Span& span = after[-1];
  return std::max(span.from, Instant(local.time_since_epoch() - span.offset));
}

LocalTime Zone::local(Instant instant) const {
  return LocalTime(instant.time_since_epoch() + offset(instant));
}

seconds Zone::offset(Instant instant) const {
  const auto next = std::ranges::upper_bound(rules_->spans.begin() + 1, rules_->spans.end(),
                                             instant, {}, &ZoneRules::Span::from);
  return next[-1].offset;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Date(date);
}

std::optional<seconds> parse_time_of_day(std::string_view text) {
  const auto hour = digits(text, 0, 2);
  const auto minute = digits(text, 3, 2);
  if ((text.size() != 5 && text.size() != 8) || text[2] != ':' || !hour || !minute)
    return std::nullopt;
  std::optional<int> second = 0;
  if (text.size() == 8) second = text[5] == ':' ? digits(text, 6, 2) : std::nullopt;
  if (!second || *minute > 59 || *second > 59) return std::nullopt;
  const seconds time = hours(*hour) + minutes(*minute) + seconds(*second);
  if (time > hours(24)) return std::nullopt;
  return time;
}

std::optional<Instant> parse_instant(std::string_view text, const Zone& zone) {
  const std::string folded = trim(fold_width(text));
  const std::string_view all = folded;
  const auto date = parse_date(all.substr(0, 10));
  if (!date) return std::nullopt;
  if (all.size() == 10) return zone.start_of(*date);
  if (all[10] != ' ' && all[10] != 'T' && all[10] != 't') return std::nullopt;

  const std::string_view rest = all.substr(11);
  const std::size_t end = rest.find_first_of("Zz+-");
  const auto time = parse_time_of_day(rest.substr(0, end));
  if (!time) return std::nullopt;
  const LocalTime local = LocalTime(*date) + *time;
  if (end == std::string_view::npos) return zone.instant_of(local);
  const auto offset = parse_offset(rest.substr(end));
  if (!offset) return std::nullopt;
  return Instant(local.time_since_epoch() - *offset);
}

std::string to_text(Date date) {
  const std::chrono::year_month_day parts(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
}

std::string to_text(Instant instant, const Zone& zone) {
  const auto [date, time] = parts_of(zone.local(instant));
  const std::string seconds_text =
      time.seconds().count() == 0 ? "" : fmt::format(":{:02}", time.seconds().count());
  return fmt::format("{} {:02}:{:02}{}{}", to_text(Date(date)), time.hours().count(),
                     time.minutes().count(), seconds_text, offset_text(zone.offset(instant)));
}

std::string to_rfc3339(Instant instant, const Zone& zone) {
  const auto [date, time] = parts_of(zone.local(instant));
  return fmt::format("{}T{:02}:{:02}:{:02}{}", to_text(Date(date)), time.hours().count(),
                     time.minutes().count(), time.seconds().count(),
                     offset_text(zone.offset(instant)));
}

}  // namespace opsctl
