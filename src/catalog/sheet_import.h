// Reads a work items' sheet that was saved as text (spec catalogue.md, "import and export of the
// sheet"). Pure over the bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "catalog/sheet_rows.h"
#include "model/runbook.h"

namespace opsctl {

/// A larger file is no sheet of work items: it has at most 999.
inline constexpr std::size_t kMaxSheetSize = std::size_t{4} * 1024 * 1024;

struct ImportedSheet {
  std::string title;  // empty where no line above the table says it
  std::string annex;
  std::vector<Party> parties;
  std::vector<SheetItem> items;
  std::vector<std::pair<int, int>> skipped;  // lines taken for titles, legends and notes
};

struct ImportResult {
  std::optional<ImportedSheet> sheet;  // nothing where the table as a whole cannot be read
  Diagnostics diagnostics;             // by position; an error for each row that was not read
};

/// `known`: parties that give the columns their ids, names and marks; without any they are called
/// p1, p2 …
ImportResult import_sheet(std::string_view bytes, const std::string& name,
                          const std::vector<Party>& known);

}  // namespace opsctl
