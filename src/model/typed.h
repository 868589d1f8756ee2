// Options as they were typed, for hints that repeat a command.
#pragma once

#include <string>
#include <string_view>

namespace opsctl {

/// " NAME 'value'", quoted for a shell.
inline std::string typed_option(std::string_view name, std::string_view value) {
  std::string option = " " + std::string(name) + " '";
  for (const char c : value) {
    option += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return option + "'";
}

}  // namespace opsctl
