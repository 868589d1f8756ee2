// Loads a catalogue from its folder.
#pragma once

#include <filesystem>
#include <optional>

#include "base/diagnostic.h"
#include "catalog/cache_file.h"
#include "catalog/purpose.h"
#include "model/catalog.h"

namespace opsctl {

struct LoadResult {
  std::optional<Catalog> catalog;  // nothing if there is any error: no item may silently vanish
  Diagnostics diagnostics;         // of all files, sorted; warnings too
  RunLimits limits = {};           // the catalogue's own, for read_again()
};

/// `now` decides only whether the holidays reach far enough.
LoadResult load_catalog(const std::filesystem::path& folder, Instant now);

/// The same, and faster where the cache knows files that have not changed since; it is made anew
/// where it does not. Warnings are left out, and so are the texts of what was not read.
LoadResult load_catalog(const std::filesystem::path& folder, Instant now,
                        const std::filesystem::path& caches, Purpose purpose);

/// A runbook of a catalogue as its file has it at this moment; nothing where that has mistakes by
/// now, or is another item.
std::optional<Runbook> read_again(const Runbook& book, const Catalog& catalog,
                                  const RunLimits& limits);

}  // namespace opsctl
