// `opsctl report`: a period in figures, lists and charts.
#pragma once

#include <string>

#include "base/json.h"
#include "model/report.h"
#include "model/report_proof.h"
#include "render/look.h"

namespace opsctl::render {

/// Text, Markdown, JSON or HTML.
std::string report(const Report& report, const Catalog& catalog, const ReportProof& proof,
                   Format format, const Look& look);

/// Its JSON.
Json report_json(const Report& report, const Catalog& catalog, const ReportProof& proof);

/// All items together.
ItemTally total_of(const Report& report);

}  // namespace opsctl::render
