// `opsctl export sheet`: a sheet of the catalogue in the form of the sheet itself, as `import`
// reads it back.
#pragma once

#include <string>

#include "model/catalog.h"
#include "render/look.h"

namespace opsctl::render {

std::string sheet(const Catalog& catalog, const Sheet& sheet, Format format, const Look& look);

}  // namespace opsctl::render
