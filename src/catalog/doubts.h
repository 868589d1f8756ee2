// What is legal in a catalogue but doubtful. A note that explains the field silences its warning.
#pragma once

#include <span>

#include "catalog/catalog_checks.h"
#include "model/holidays.h"

namespace opsctl {

/// `today` decides whether the holidays reach to the next due dates.
Diagnostics doubts(std::span<const LoadedBook> books, const Holidays& holidays, Date today);

}  // namespace opsctl
