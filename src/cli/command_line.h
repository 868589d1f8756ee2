// A command line that is still being typed: what stands where the cursor is. Completion asks this
// of lines that the parser would refuse.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"

namespace opsctl::cli {

struct Spot {
  const Command* command = nullptr;     // nothing: none is named yet
  const Argument* argument = nullptr;   // whose value is wanted; nothing: a command, an option
  std::string before = {};              // "--format=", which stands in the same word as the value
  std::string typed = {};               // of the value or name, up to the cursor
  bool options_ended = false;           // by "--"
  std::vector<std::string> words = {};  // of the command, before the cursor
  std::map<std::string, std::vector<std::string>> options = {};  // as typed, with their values

  /// The last value of an option, where it has one.
  std::optional<std::string> value_of(const std::string& option) const;
};

/// `line`: the words behind "opsctl", the last one being that of the cursor (empty after a space).
Spot spot_of(const std::vector<std::string>& line, const std::vector<Command>& commands,
             const std::vector<Argument>& globals);

}  // namespace opsctl::cli
