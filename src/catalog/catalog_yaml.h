// Reads catalog.yaml: what all sheets share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/reading.h"
#include "model/catalog.h"

namespace opsctl {

struct CatalogHead {
  std::string title;
  std::optional<Zone> zone;            // nothing where it was wrong
  std::optional<Date> effective_from;  // nothing: `journal`
  std::chrono::month_day fiscal_year_start{std::chrono::April, std::chrono::day(1)};
  std::chrono::weekday week_start = std::chrono::Monday;
  std::vector<Party> parties;
  RunLimits limits;
  std::string holidays;  // the name of a file beside catalog.yaml; empty: none
};

/// `value` is there, with its parties, even if something else in the file is wrong: so that the
/// runbooks can be checked in the same run. Nothing where the parties themselves are wrong.
ReadResult<CatalogHead> read_catalog_head(std::string_view text, const std::string& name);

}  // namespace opsctl
