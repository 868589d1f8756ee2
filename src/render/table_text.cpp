// A table for people: column widths, wrapped cells, boxes.
#include <algorithm>
#include <numeric>
#include <utility>

#include "base/text.h"
#include "render/lines.h"
#include "render/table.h"

namespace opsctl::render {
namespace {

constexpr std::string_view kGap = "  ";

using Lines = std::vector<std::string>;

std::string shown(std::string_view text) { return trim(visible(text)); }

Row header(const std::vector<Column>& columns) {
  Row cells;
  for (const Column& column : columns) cells.emplace_back(column.title, Style::strong);
  return cells;
}

}  // namespace

TextTable::TextTable(const Table& frame, const Look& look)
    : columns_(frame.columns), boxed_(frame.boxed), look_(look) {
  for (const Column& column : columns_)
    widths_.push_back(
        std::max(display_width(shown(column.title), look_.ambiguous), column.at_least));
}

void TextTable::measure(std::span<const Row> rows) {
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths_[i] = std::max(widths_[i], display_width(shown(row[i].text), look_.ambiguous));
  }
}

std::string TextTable::begin() {
  is_stacked_ = !shrink_to_fit();
  if (is_stacked_) return "";
  return (boxed_ ? rule() : "") + row_text(header(columns_)) + rule();
}

std::string TextTable::add(std::span<const Row> rows) {
  std::string out;
  for (const Row& row : rows) {
    out += is_stacked_ ? stacked(row) : row_text(row);
    if (boxed_ && !is_stacked_) out += rule();
  }
  return out;
}

int TextTable::total() const {
  const int columns = static_cast<int>(widths_.size());
  const int between =
      boxed_ ? 3 * columns + 1 : static_cast<int>(kGap.size()) * std::max(columns - 1, 0);
  return std::accumulate(widths_.begin(), widths_.end(), between);
}

/// Takes columns from the widest that may still be wrapped; false where that is not enough.
bool TextTable::shrink_to_fit() {
  int excess = look_.width == 0 ? 0 : total() - columns_of(look_);
  for (; excess > 0; --excess) {
    int* widest = nullptr;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const int least = columns_[i].wrap_to;
      if (least == 0 || widths_[i] <= least) continue;
      if (widest == nullptr || widths_[i] > *widest) widest = &widths_[i];
    }
    if (widest == nullptr) return false;
    --*widest;
  }
  return true;
}

std::string TextTable::row_text(const Row& cells) const {
  std::vector<Lines> columns;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    columns.push_back(wrap(shown(cells[i].text), std::max(widths_[i], 1), look_.ambiguous));
    height = std::max(height, columns.back().size());
  }
  std::string out;
  for (std::size_t line = 0; line < height; ++line) {
    std::string text = boxed_ ? "| " : "";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) text += boxed_ ? " | " : kGap;
      const std::string part = line < columns[i].size() ? columns[i][line] : "";
      const std::string padded = pad(part, widths_[i], look_.ambiguous, columns_[i].align);
      const std::size_t start = part.empty() ? 0 : padded.find(part);
      text += padded.substr(0, start) + styled(part, cells[i].style, look_) +
              padded.substr(start + part.size());
    }
    out += without_trailing_spaces(text + (boxed_ ? " |" : "")) + "\n";
  }
  return out;
}

std::string TextTable::rule() const {
  std::string out = boxed_ ? "+" : "";
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    if (!boxed_ && i > 0) out += kGap;
    out.append(static_cast<std::size_t>(widths_[i]) + (boxed_ ? 2 : 0), '-');
    if (boxed_) out += "+";
  }
  return out + "\n";
}

/// For terminals too narrow for the columns: a line a cell, an empty line between rows.
std::string TextTable::stacked(const Row& cells) {
  std::string out = std::exchange(any_, true) ? "\n" : "";
  for (std::size_t i = 0; i < cells.size(); ++i)
    out += hanging(columns_[i].title + ": ", cells[i].text, look_, cells[i].style);
  return out;
}

std::string to_text(const Table& table, const Look& look) {
  TextTable text(table, look);
  text.measure(table.rows);
  const std::string head = text.begin();
  return head + text.add(table.rows);
}

}  // namespace opsctl::render
