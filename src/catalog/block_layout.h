// Which mappings and lists are open at a line, by their indentation.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "catalog/yaml_scalar.h"

namespace opsctl {

class BlockLayout {
 public:
  /// A list entry or key begins in `column` of `line`: closes what is deeper and opens what is new.
  std::optional<Trouble> enter(std::size_t column, bool is_list, std::size_t line);

  /// The innermost entry has a value on its own line.
  void has_value() { blocks_.back().waiting = false; }

  /// What begins in `column` can be the value of the innermost entry.
  bool awaits_value(std::size_t column) const;

  /// A key in `column` would follow another one of the innermost mapping.
  bool continues_mapping(std::size_t column) const;

  void close_all() { close_deeper_than(std::nullopt); }

  /// All is closed but the mapping at the root.
  void back_to_root();

  /// The last enter() complained because its line is further left than the root.
  bool restarted() const { return restarted_; }

  bool empty() const { return blocks_.empty(); }
  bool at_root() const { return blocks_.size() == 1; }
  std::size_t depth() const { return blocks_.size(); }
  std::size_t column() const { return blocks_.empty() ? 0 : blocks_.back().column; }

  /// Line and column of the list entries that ended without a value.
  const std::vector<std::pair<std::size_t, std::size_t>>& empty_entries() const {
    return empty_entries_;
  }

 private:
  struct Block {
    std::size_t column = 0;
    bool is_list = false;
    bool waiting = true;   // its last entry has no value yet
    std::size_t line = 0;  // of its last entry
  };

  void close_deeper_than(std::optional<std::size_t> column);
  void end_entry(const Block& block);
  bool innermost_is_list_of_key(std::size_t column) const;

  std::vector<Block> blocks_;
  std::vector<std::pair<std::size_t, std::size_t>> empty_entries_;
  bool root_seen_ = false;
  bool restarted_ = false;
};

}  // namespace opsctl
