// A table as an Excel workbook (.xlsx), by libxlsxwriter.
#pragma once

#include <string>

#include "render/table.h"

namespace opsctl::render {

/// The bytes of the file, the same for the same worksheet at any time. Every text is written as
/// text, so that none can become a formula; only whole numbers in right-aligned columns are
/// numbers. The head is frozen and printed on every page, the titles filter. Throws Error (failure)
/// where the library is not installed, or where Excel has no room for the table.
std::string to_xlsx(const Worksheet& worksheet);

}  // namespace opsctl::render
