#include "render/ical.h"

#include <fmt/format.h>

#include "base/text.h"

namespace opsctl::render {
namespace {

constexpr std::size_t kOctets = 75;

std::string ics_date(Date day) {
  const std::chrono::year_month_day civil{day};
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(civil.year()),
                     static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
}

std::string ics_utc(Instant at) {
  const Date day{std::chrono::floor<std::chrono::days>(at).time_since_epoch()};
  const std::chrono::hh_mm_ss time(at - std::chrono::floor<std::chrono::days>(at));
  return fmt::format("{}T{:02}{:02}{:02}Z", ics_date(day), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string ics_text(std::string_view words) {
  std::vector<std::string> lines = split(words, '\n');
  for (std::string& line : lines) {
    std::string escaped;
    for (const char c : visible(line)) {
      if (c == '\\' || c == ';' || c == ',') escaped += '\\';
      escaped += c;
    }
    line = std::move(escaped);
  }
  return join(lines, "\\n");
}

std::string ics_line(std::string_view name, std::string_view value) {
  std::string rest = std::string(name) + ":" + std::string(value);
  std::string out;
  std::size_t room = kOctets;
  while (rest.size() > room) {
    std::size_t end = room;
    while (end > 1 && continues_character(rest[end])) --end;
    out += rest.substr(0, end) + "\r\n ";
    rest.erase(0, end);
    room = kOctets - 1;  // the space at its beginning counts
  }
  return out + rest + "\r\n";
}

std::string to_ics(const Ical& calendar) {
  std::string out = ics_line("BEGIN", "VCALENDAR") + ics_line("VERSION", "2.0") +
                    ics_line("PRODID", "-//opsctl//calendar//EN") +
                    ics_line("CALSCALE", "GREGORIAN") +
                    ics_line("X-WR-CALNAME", ics_text(calendar.name));
  for (const IcalEvent& event : calendar.events) {
    out += ics_line("BEGIN", "VEVENT") + ics_line("UID", ics_text(event.uid)) +
           ics_line("DTSTAMP", ics_utc(calendar.as_of)) +
           ics_line("DTSTART;VALUE=DATE", ics_date(event.day)) +
           ics_line("DTEND;VALUE=DATE", ics_date(event.day + std::chrono::days(1))) +
           ics_line("SUMMARY", ics_text(event.summary)) +
           ics_line("DESCRIPTION", ics_text(event.description)) +
           ics_line("STATUS", event.cancelled ? "CANCELLED" : "CONFIRMED") +
           ics_line("TRANSP", "TRANSPARENT") + ics_line("END", "VEVENT");
  }
  return out + ics_line("END", "VCALENDAR");
}

}  // namespace opsctl::render
