// Which instants a journal may hold.
#pragma once

#include <chrono>

#include "base/time.h"

namespace opsctl {

/// Of the years that dates may have, 1900 to 2999, and a day on both sides for their zones: with
/// others nobody can calculate.
inline bool is_of_our_years(Instant instant) {
  using std::chrono::days;
  using std::chrono::sys_days;
  using std::chrono::year;
  return instant >= sys_days(year(1900) / 1 / 1) - days(1) &&
         instant <= sys_days(year(3000) / 1 / 1) + days(1);
}

}  // namespace opsctl
