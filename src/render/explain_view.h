// How the due date of an item comes about, for people and for scripts.
#pragma once

#include <span>
#include <string>

#include "model/catalog.h"
#include "model/explain.h"
#include "render/look.h"

namespace opsctl::render {

/// Text or JSON.
std::string explanation(const Catalog& catalog, const Runbook& book, Instant as_of,
                        std::span<const ExplainedPart> parts, Format format, const Look& look);

}  // namespace opsctl::render
