// `opsctl raci`: who does what, as the sheet draws it, ● included.
#pragma once

#include <span>
#include <string>

#include "model/catalog.h"
#include "render/look.h"

namespace opsctl::render {

/// `letters`: R/A/C/S and V instead of ◎▲△□ and ● (not in JSON, which always has the symbols).
std::string raci(const Catalog& catalog, std::span<const Runbook* const> books, bool letters,
                 Format format, const Look& look);

}  // namespace opsctl::render
