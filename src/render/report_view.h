// `opsctl report`: a period in figures, lists and charts.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "model/anchor.h"
#include "model/report.h"
#include "render/look.h"

namespace opsctl::render {

/// Text, Markdown, JSON or HTML. `anchor`: the head of the journal's chain; nothing: no journal.
std::string report(const Report& report, const Catalog& catalog,
                   const std::optional<Anchor>& anchor, Format format, const Look& look);

/// Its JSON.
Json report_json(const Report& report, const Catalog& catalog, const std::optional<Anchor>& anchor);

/// All items together.
ItemTally total_of(const Report& report);

}  // namespace opsctl::render
