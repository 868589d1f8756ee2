// --help, made from the description of the commands.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace opsctl::cli {

/// What all the commands are, in the width of a terminal.
std::string help_of_program(const std::vector<Command>& commands,
                            const std::vector<Argument>& globals, Language language);

/// One command: usage, arguments, options, examples.
std::string help_of(const Command& command, Language language);

/// "-q, --quiet": an option under all its names.
std::string name_in_help(const Argument& argument);

/// "opsctl start ITEM [options]"
std::string usage_of(const Command& command);

}  // namespace opsctl::cli
