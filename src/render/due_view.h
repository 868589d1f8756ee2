// `opsctl due`: the items and how they stand.
#pragma once

#include <span>
#include <string>

#include "render/due_order.h"

namespace opsctl::render {

/// Whichever rows were chosen; each view brings them into its order. Times are in the catalogue's
/// zone.
std::string due(const Catalog& catalog, std::span<const DueRow> rows, Instant as_of, Format format,
                const Look& look);

}  // namespace opsctl::render
