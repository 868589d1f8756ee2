#include "catalog/block_layout.h"

#include "base/messages/catalog.h"

namespace opsctl {

std::optional<Trouble> BlockLayout::enter(std::size_t column, bool is_list, std::size_t line) {
  close_deeper_than(column);
  if (!is_list && innermost_is_list_of_key(column)) {
    end_entry(blocks_.back());
    blocks_.pop_back();
  }
  const bool same_column = !blocks_.empty() && blocks_.back().column == column;
  if (same_column && blocks_.back().is_list == is_list) {
    Block& block = blocks_.back();
    end_entry(block);
    block.waiting = true;
    block.line = line;
    return std::nullopt;
  }
  // A list may stand in the column of its key.
  const bool list_of_key = same_column && is_list;
  const Trouble trouble{column, say<messages::odd_indentation>(), say<messages::align_lines>()};
  if (!blocks_.empty() && ((same_column && !list_of_key) || !blocks_.back().waiting))
    return trouble;
  // Further left than what came first: from now on this is the root.
  restarted_ = blocks_.empty() && root_seen_;
  root_seen_ = true;
  if (!blocks_.empty()) blocks_.back().waiting = false;
  blocks_.push_back({column, is_list, true, line});
  return restarted_ ? std::optional(trouble) : std::nullopt;
}

bool BlockLayout::awaits_value(std::size_t column) const {
  if (blocks_.empty()) return !root_seen_;
  return blocks_.back().waiting && column > blocks_.back().column;
}

bool BlockLayout::continues_mapping(std::size_t column) const {
  if (blocks_.empty()) return false;
  const Block& block = blocks_.back();
  return !block.is_list && !block.waiting && block.column == column;
}

void BlockLayout::back_to_root() {
  if (blocks_.empty()) return;
  blocks_.resize(1);
  blocks_.back().waiting = false;
}

void BlockLayout::close_deeper_than(std::optional<std::size_t> column) {
  while (!blocks_.empty() && (!column || blocks_.back().column > *column)) {
    end_entry(blocks_.back());
    blocks_.pop_back();
  }
}

// That a key has no value is for its reader to say.
void BlockLayout::end_entry(const Block& block) {
  if (block.is_list && block.waiting) empty_entries_.emplace_back(block.line, block.column);
}

bool BlockLayout::innermost_is_list_of_key(std::size_t column) const {
  if (blocks_.size() < 2) return false;
  const Block& inner = blocks_.back();
  const Block& outer = blocks_[blocks_.size() - 2];
  return inner.is_list && !outer.is_list && inner.column == column && outer.column == column;
}

}  // namespace opsctl
