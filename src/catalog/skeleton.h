// A catalogue made of an imported sheet: everything the sheet says, and for the rest a beginning
// that works and says what is to be written.
#pragma once

#include <map>
#include <string>

#include "catalog/sheet_import.h"

namespace opsctl {

/// What import adds, as a sheet does not say it; shown to the user.
inline constexpr std::string_view kSkeletonZone = "Asia/Tokyo";
inline constexpr std::string_view kSkeletonFiscalYear = "04-01";

/// The files by their path in the catalogue's folder. `sheet.title` must not be empty.
std::map<std::string, std::string> skeleton_files(const ImportedSheet& sheet,
                                                  const std::string& prefix);

}  // namespace opsctl
