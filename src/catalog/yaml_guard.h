// What yaml-cpp accepts and strict YAML, or a careful reader, does not: text that swallows the next
// lines, second documents, anchors, odd indentation, the known traps. Checked over the raw lines
// before yaml-cpp sees them.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "catalog/source_text.h"

namespace opsctl {

inline constexpr std::size_t kMaxDepth = 32;

/// Stands in guarded text for what has been complained of, as key or value.
inline constexpr std::string_view kBadMark = "\x01";

struct GuardedYaml {
  Diagnostics diagnostics;
  /// The lines, with kBadMark for what is wrong: the rest can be read and checked in the same run.
  std::string text;
  /// Keys may be missing in `text` because their lines could not be read.
  bool keys_lost = false;
};

GuardedYaml guard_yaml(const SourceText& source);

}  // namespace opsctl
