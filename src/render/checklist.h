// `opsctl checklist ITEM|RUN`: to be printed; boxes, record fields, signatures.
#pragma once

#include <optional>
#include <string>

#include "model/anchor.h"
#include "model/catalog.h"
#include "model/run.h"
#include "render/look.h"

namespace opsctl::render {

/// An empty checklist to work by hand, with the head of the journal's chain as it is. Text,
/// Markdown or JSON; text is 80 columns wide where `look.width` is 0.
std::string checklist(const Runbook& book, const Catalog& catalog,
                      const std::optional<Anchor>& anchor, Format format, const Look& look);

/// What was done, on the runbook that the run has kept.
std::string checklist(const Run& run, const Catalog& catalog, const std::optional<Anchor>& anchor,
                      Format format, const Look& look);

}  // namespace opsctl::render
