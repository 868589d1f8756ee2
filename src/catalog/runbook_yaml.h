// Reads one runbook: the definition of one item.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/reading.h"
#include "model/runbook.h"

namespace opsctl {

/// What a runbook refers to. What is not known (because its own file has mistakes) is empty, and
/// references to it are not checked.
struct CatalogFrame {
  std::vector<Party> parties;
  std::string prefix;  // of its sheet
  MonthDay fiscal_year_start = std::chrono::April / 1;
  std::optional<Date> effective_from = std::nullopt;
  RunLimits limits = {};  // where a runbook has none of its own
};

/// Warnings of the schedule are left out where a note explains them.
ReadResult<Runbook> read_runbook(std::string_view text, const std::string& name,
                                 const CatalogFrame& frame);

}  // namespace opsctl
