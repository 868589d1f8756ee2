// A catalogue that did not change at all since it was compiled: as a rule, and when nothing else is
// to be looked up, the fastest way to it.
#pragma once

#include <optional>
#include <string>

#include "catalog/catalog_parts.h"
#include "catalog/reuse.h"

namespace opsctl {

/// `folder`: the catalogue's, with a slash at its end. Each file and folder is looked at, none is
/// read; nothing where one does not look as it did when it was compiled. Throws NotPacked.
std::optional<CatalogParts> unchanged_parts(const Reuse& reuse, const std::string& folder);

}  // namespace opsctl
