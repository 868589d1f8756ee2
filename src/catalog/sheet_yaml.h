// Reads sheet.yaml: what a folder of runbooks is.
#pragma once

#include <string>
#include <string_view>

#include "catalog/reading.h"
#include "model/runbook.h"

namespace opsctl {

ReadResult<Sheet> read_sheet(std::string_view text, const std::string& name);

}  // namespace opsctl
