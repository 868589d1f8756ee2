// A table for people: column widths, wrapped cells, boxes.
#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "render/lines.h"
#include "render/table.h"

namespace opsctl::render {
namespace {

constexpr std::string_view kGap = "  ";

using Lines = std::vector<std::string>;

/// The table with every text safe to show and widths in hand.
struct Layout {
  const Table& table;
  const Look& look;
  std::vector<int> widths;
};

std::string shown(std::string_view text) { return trim(visible(text)); }

int total(const Layout& layout) {
  const int columns = static_cast<int>(layout.widths.size());
  const int between = layout.table.boxed ? 3 * columns + 1
                                         : static_cast<int>(kGap.size()) * std::max(columns - 1, 0);
  return std::accumulate(layout.widths.begin(), layout.widths.end(), between);
}

std::vector<int> natural_widths(const Table& table, const Look& look) {
  std::vector<int> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    int width = std::max(display_width(shown(table.columns[i].title), look.ambiguous),
                         table.columns[i].at_least);
    for (const auto& row : table.rows)
      width = std::max(width, display_width(shown(row[i].text), look.ambiguous));
    widths.push_back(width);
  }
  return widths;
}

/// Takes columns from the widest that may still be wrapped; false where that is not enough.
bool shrink_to_fit(Layout& layout) {
  int excess = layout.look.width == 0 ? 0 : total(layout) - columns_of(layout.look);
  for (; excess > 0; --excess) {
    int* widest = nullptr;
    for (std::size_t i = 0; i < layout.widths.size(); ++i) {
      const int least = layout.table.columns[i].wrap_to;
      if (least == 0 || layout.widths[i] <= least) continue;
      if (widest == nullptr || layout.widths[i] > *widest) widest = &layout.widths[i];
    }
    if (widest == nullptr) return false;
    --*widest;
  }
  return true;
}

std::string row_text(const Layout& layout, const std::vector<Cell>& cells) {
  std::vector<Lines> columns;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    columns.push_back(
        wrap(shown(cells[i].text), std::max(layout.widths[i], 1), layout.look.ambiguous));
    height = std::max(height, columns.back().size());
  }
  const bool boxed = layout.table.boxed;
  std::string out;
  for (std::size_t line = 0; line < height; ++line) {
    std::string text = boxed ? "| " : "";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) text += boxed ? " | " : kGap;
      const std::string part = line < columns[i].size() ? columns[i][line] : "";
      const std::string padded =
          pad(part, layout.widths[i], layout.look.ambiguous, layout.table.columns[i].align);
      const std::size_t start = part.empty() ? 0 : padded.find(part);
      text += padded.substr(0, start) + styled(part, cells[i].style, layout.look) +
              padded.substr(start + part.size());
    }
    out += without_trailing_spaces(text + (boxed ? " |" : "")) + "\n";
  }
  return out;
}

std::string rule(const Layout& layout) {
  std::string out = layout.table.boxed ? "+" : "";
  for (std::size_t i = 0; i < layout.widths.size(); ++i) {
    if (!layout.table.boxed && i > 0) out += kGap;
    out.append(static_cast<std::size_t>(layout.widths[i]) + (layout.table.boxed ? 2 : 0), '-');
    if (layout.table.boxed) out += "+";
  }
  return out + "\n";
}

std::vector<Cell> header(const Table& table) {
  std::vector<Cell> cells;
  for (const Column& column : table.columns) cells.emplace_back(column.title, Style::strong);
  return cells;
}

/// For terminals too narrow for the columns: a line a cell, an empty line between rows.
std::string stacked(const Table& table, const Look& look) {
  std::string out;
  for (const auto& row : table.rows) {
    if (!out.empty()) out += "\n";
    for (std::size_t i = 0; i < row.size(); ++i)
      out += hanging(table.columns[i].title + ": ", row[i].text, look, row[i].style);
  }
  return out;
}

}  // namespace

std::string to_text(const Table& table, const Look& look) {
  Layout layout{table, look, natural_widths(table, look)};
  if (!shrink_to_fit(layout)) return stacked(table, look);
  std::string out = table.boxed ? rule(layout) : "";
  out += row_text(layout, header(table)) + rule(layout);
  for (const auto& row : table.rows) {
    out += row_text(layout, row);
    if (table.boxed) out += rule(layout);
  }
  return out;
}

}  // namespace opsctl::render
