// From argv to a chosen command with its answers filled in. Home of CLI11.
#pragma once

#include <optional>
#include <vector>

#include "cli/command.h"

namespace opsctl::cli {

/// The commands stay where they are: the answers go to the targets they point to.
/// Throws Error(Exit::usage) for a command line that makes no sense.
/// Answers the index of the chosen command; nothing where none was named.
std::optional<std::size_t> parse(int argc, const char* const* argv,
                                 const std::vector<Command>& commands,
                                 const std::vector<Argument>& globals);

/// The command that the line names, looked at from outside: for --help, which wins over everything
/// that is wrong with the rest of the line. The value of a global option names none.
std::optional<std::size_t> named_command(const std::vector<std::string>& arguments,
                                         const std::vector<Command>& commands,
                                         const std::vector<Argument>& globals);

}  // namespace opsctl::cli
