// Bad news as people read it.
#pragma once

#include "base/problem.h"
#include "cli/world.h"

namespace opsctl::cli {

/// To stderr: what is so, what belongs to it, and what to do.
void complain(const World& world, Language language, const Problem& problem);

}  // namespace opsctl::cli
