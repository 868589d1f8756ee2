// Holidays and business days (spec schedule.md 12).
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/time.h"

namespace opsctl {

struct Holidays {
  std::map<Date, std::string> days;
  /// The last date the file speaks of; later results are provisional. Nothing: no file.
  std::optional<Date> covers_until;

  friend bool operator==(const Holidays&, const Holidays&) = default;
};

enum class Roll { none, preceding, following, modified };

/// Not Saturday, Sunday, listed, nor 29 December to 3 January.
bool is_business_day(Date date, const Holidays& holidays);

/// `modified` is following unless that leaves the month, then preceding.
Date rolled(Date date, Roll roll, const Holidays& holidays);

/// False where what is_business_day says rests on weekends and the year's end alone.
bool is_covered(Date date, const Holidays& holidays);

/// True where rolled() looked at a date that is not covered.
bool is_provisional(Date date, Roll roll, const Holidays& holidays);

/// The n-th business day after `date`.
Date add_business_days(Date date, int count, const Holidays& holidays);

}  // namespace opsctl
