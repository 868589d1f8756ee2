// Complaints about files, as commands print them.
#pragma once

#include "base/diagnostic.h"
#include "base/json.h"
#include "cli/session.h"

namespace opsctl::cli {

std::size_t errors_in(const Diagnostics& diagnostics);

/// Never translated, as nothing in JSON is.
Json diagnostics_json(const Diagnostics& diagnostics);

}  // namespace opsctl::cli
