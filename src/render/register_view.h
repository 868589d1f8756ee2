// The register of an item: the record fields of all its runs (media received, certificates …).
#pragma once

#include <span>
#include <string>

#include "model/catalog.h"
#include "model/run.h"
#include "render/look.h"

namespace opsctl::render {

/// `runs` in their order. The fields are those of the runbook, then those that only runs have.
std::string item_register(const Catalog& catalog, const Runbook& book, std::span<const Run> runs,
                          Format format, const Look& look);

}  // namespace opsctl::render
