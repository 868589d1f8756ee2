// Everything around opsctl, looked at for doctor; what it means is model/doctor.h.
#pragma once

#include <vector>

#include "cli/session.h"
#include "model/doctor.h"

namespace opsctl::cli {

/// Never throws for what is wrong: that is what it answers. Only reads.
std::vector<Finding> check_up(Session& session);

}  // namespace opsctl::cli
