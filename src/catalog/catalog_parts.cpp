#include "catalog/catalog_parts.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace opsctl {

Catalog assembled(CatalogParts parts) {
  Catalog catalog(*parts.head.zone);
  catalog.title = std::move(parts.head.title);
  catalog.effective_from = parts.head.effective_from;
  catalog.fiscal_year_start = parts.head.fiscal_year_start;
  catalog.week_start = parts.head.week_start;
  catalog.parties = std::move(parts.head.parties);
  catalog.holidays = std::move(parts.holidays);
  catalog.roster = std::move(parts.roster);
  catalog.sheets = std::move(parts.sheets);
  catalog.runbooks = std::move(parts.books);
  std::ranges::sort(catalog.sheets, {}, &Sheet::prefix);
  const auto number = [](const Runbook& book) { return std::tie(book.sheet, book.no); };
  if (!std::ranges::is_sorted(catalog.runbooks, {}, number))
    std::ranges::sort(catalog.runbooks, {}, number);
  return catalog;
}

}  // namespace opsctl
