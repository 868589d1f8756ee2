// Loads a catalogue from its folder: the only part of catalog/ that touches the disk.
#pragma once

#include <filesystem>
#include <optional>

#include "base/diagnostic.h"
#include "model/catalog.h"

namespace opsctl {

struct LoadResult {
  std::optional<Catalog> catalog;  // nothing if there is any error: no item may silently vanish
  Diagnostics diagnostics;         // of all files, sorted; warnings too
};

/// `now` decides only whether the holidays reach far enough.
LoadResult load_catalog(const std::filesystem::path& folder, Instant now);

}  // namespace opsctl
