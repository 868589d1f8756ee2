// What became of every occurrence of an item: `log ITEM --occurrences`.
#pragma once

#include <string>

#include "base/json.h"
#include "model/catalog.h"
#include "model/ledger.h"
#include "render/look.h"

namespace opsctl::render {

/// "99.8%": the covered part of the required time, never rounded up; "-" where none is required.
std::string coverage_ratio(const WatchLedger& watch);

/// What is recorded of a 24H item, for scripts.
Json coverage_json(const WatchLedger& watch, const Zone& zone);

/// "done late by 2 hours".
std::string result_words(const LedgerRow& row, const Look& look);

std::string occurrences(const Catalog& catalog, const Runbook& book, const Ledger& ledger,
                        Format format, const Look& look);

}  // namespace opsctl::render
