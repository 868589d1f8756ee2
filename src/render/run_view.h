// `opsctl show RUN`: a run in full.
#pragma once

#include <string>

#include "model/catalog.h"
#include "model/run.h"
#include "render/look.h"

namespace opsctl::render {

/// Text, Markdown or JSON. The catalogue gives the names of persons and the zone; the runbook is
/// the one that the run has kept.
std::string show_run(const Run& run, const Catalog& catalog, Format format, const Look& look);

}  // namespace opsctl::render
