// Files that are part of the binary, and printing the one that was asked for by name.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages/cli.h"
#include "base/text.h"
#include "cli/session.h"

namespace opsctl::cli {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

/// `what`: what the name is of, for the error. Throws Error (usage) with the names that there are.
inline Exit print_embedded(const Session& session, std::span<const EmbeddedFile> files,
                           std::string_view what, const std::string& name) {
  const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
  if (found == files.end()) {
    std::vector<std::string> names;
    for (const EmbeddedFile& file : files) names.emplace_back(file.name);
    throw Error(Exit::usage, say<messages::option_value_unknown>(what, visible(name)),
                say<messages::try_one_of>(join(names, ", ")));
  }
  session.print(std::string(found->text));
  return Exit::ok;
}

}  // namespace opsctl::cli
