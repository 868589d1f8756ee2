// `opsctl evidence`: the files that prove the steps of a run.
#pragma once

#include <span>
#include <string>

#include "model/catalog.h"
#include "model/run.h"
#include "render/look.h"

namespace opsctl::render {

struct EvidenceRow {
  int step = 0;  // its number
  Evidence evidence;
  Actor by;
  Instant recorded_at{};
  std::string saved_as = {};  // the file it was written to; empty: it was not
};

std::string evidence(const Run& run, std::span<const EvidenceRow> rows, const Catalog& catalog,
                     Format format, const Look& look);

}  // namespace opsctl::render
