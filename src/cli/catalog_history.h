// A catalogue's warnings in the light of the journal: some it settles, some only it can raise.
#pragma once

#include "catalog/catalog_loader.h"
#include "store/journal.h"

namespace opsctl::cli {

/// Adds a warning where a cycle was edited in place, drops those for a baseline that is on record.
/// Does nothing where the catalogue has errors.
void compare_with_history(LoadResult& loaded, const Journal& journal);

}  // namespace opsctl::cli
