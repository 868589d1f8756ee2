// `opsctl check`: a line for a monitoring plugin, then the items that are not ok.
#pragma once

#include <span>
#include <string>

#include "render/due_order.h"

namespace opsctl::render {

/// The exit statuses of a monitoring plugin.
enum class CheckState : int { ok = 0, warning = 1, critical = 2, unknown = 3 };

/// The first line is for machines and the same in all languages; no later line holds a "|", which
/// would begin performance data. Text or JSON.
std::string check(const Catalog& catalog, std::span<const DueRow> rows, Instant as_of,
                  CheckState state, Format format, const Look& look);

}  // namespace opsctl::render
