// The options that every command takes, as typed (spec product.md, "Global options").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "cli/command.h"

namespace opsctl::cli {

struct Globals {
  std::optional<std::string> runbooks;
  std::optional<std::string> db;
  std::optional<std::string> as;
  std::optional<std::string> deputy_for;
  std::optional<std::string> format;
  std::optional<std::string> language;
  std::optional<std::string> colour;
  std::optional<std::string> ambiguous;
  bool no_input = false;
  bool quiet = false;
};

std::vector<Argument> global_options(Globals& globals);

}  // namespace opsctl::cli
