// iCalendar (RFC 5545), as calendar programs read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace opsctl::render {

struct IcalEvent {
  std::string uid;  // stays the same as long as it is the same event
  std::string summary;
  std::string description;
  Date day{};
  bool cancelled = false;
};

struct Ical {
  std::string name;
  Instant as_of{};                     // DTSTAMP
  std::vector<IcalEvent> events = {};  // of a whole day each
};

/// The whole file: lines end with CRLF and have at most 75 octets. It has no METHOD: it is read or
/// subscribed to, and no message between calendars.
std::string to_ics(const Ical& calendar);

/// A content line, folded where it is longer; never inside a character.
std::string ics_line(std::string_view name, std::string_view value);

/// The value of a TEXT property: its separators escaped, made visible() but for line ends.
std::string ics_text(std::string_view words);

}  // namespace opsctl::render
