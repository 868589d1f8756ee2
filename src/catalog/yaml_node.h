// The tree that catalogue files are read into: as yaml-cpp saw it, but with the places of keys and
// values, with repeated keys kept, and every scalar as text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace opsctl {

struct YamlEntry;

struct YamlNode {
  /// `bad`: something stands here that has been complained of already.
  enum class Kind { nothing, text, list, map, bad };

  Kind kind = Kind::nothing;
  std::size_t line = 0;  // 0-based; of `nothing`: that of its key
  std::size_t byte = 0;  // 0-based, in bytes
  std::string text;
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

}  // namespace opsctl
