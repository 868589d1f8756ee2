// Reads when an item is due: its cycle, `schedule:` and the keys about its life (spec schedule.md
// 13).
#pragma once

#include <optional>

#include "catalog/map_reader.h"
#include "model/schedule.h"

namespace opsctl {

/// `cycle` and `schedule` are the first version; `versions` are those that follow it. `site_from`
/// is the catalogue's effective_from, where it is known.
Timetable read_timetable(MapReader& item, MonthDay fiscal_year_start,
                         std::optional<Date> site_from);

}  // namespace opsctl
