// `opsctl list`: the chosen items, a line each.
#pragma once

#include <span>
#include <string>

#include "model/catalog.h"
#include "render/look.h"

namespace opsctl::render {

std::string list(const Catalog& catalog, std::span<const Runbook* const> books, Format format,
                 const Look& look);

}  // namespace opsctl::render
