// What became of every occurrence of an item: `log ITEM --occurrences`.
#pragma once

#include <string>

#include "model/catalog.h"
#include "model/ledger.h"
#include "render/look.h"

namespace opsctl::render {

/// What became of it: "done late, by 2 hours".
std::string result_words(const LedgerRow& row, const Look& look);

std::string occurrences(const Catalog& catalog, const Runbook& book, const Ledger& ledger,
                        Format format, const Look& look);

}  // namespace opsctl::render
