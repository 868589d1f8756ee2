// The manual page, made from the description of the commands like --help.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace opsctl::cli {

/// opsctl(1) as source for man(1): macros of man(7), UTF-8.
std::string man_page(const std::vector<Command>& commands, const std::vector<Argument>& globals,
                     Language language);

}  // namespace opsctl::cli
