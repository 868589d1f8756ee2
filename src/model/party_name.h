// What a party is called, wherever it is said.
#pragma once

#include <string>

#include "model/runbook.h"

namespace opsctl {

/// "organisation function"; the organisation alone where it has no function.
std::string full_name(const Party& party);

}  // namespace opsctl
