#include "render/matrix.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "base/text.h"
#include "base/width.h"
#include "render/heading_fit.h"
#include "render/lines.h"

namespace opsctl::render {
namespace {

using Lines = std::vector<std::string>;

/// One matrix side by side: some of the columns, and how wide everything is.
struct Panel {
  std::span<const MatrixColumn> columns;
  std::size_t first = 0;
  int name_width = 0;
  int title_width = 0;
  std::vector<int> widths;
};

/// The widest cell of a column.
int least_width(const Matrix& matrix, std::size_t column, int ambiguous) {
  int width = 2;
  for (const MatrixRow& row : matrix.rows)
    width = std::max(width, display_width(visible(row.cells[column]), ambiguous));
  return width;
}

std::vector<HeadingGroup> groups_of(const Matrix& matrix, const Panel& panel, int ambiguous) {
  std::vector<HeadingGroup> groups;
  for (std::size_t i = 0; i < panel.columns.size(); ++i) {
    const MatrixColumn& column = panel.columns[i];
    const int least = least_width(matrix, panel.first + i, ambiguous);
    if (i == 0 || panel.columns[i - 1].organisation != column.organisation)
      groups.push_back({HeadingFit(visible(column.organisation), least, ambiguous), {}});
    groups.back().columns.emplace_back(visible(column.function), least, ambiguous);
  }
  return groups;
}

int widest(const Matrix& matrix, const std::string& heading, std::string MatrixRow::*part,
           int ambiguous) {
  int width = display_width(visible(heading), ambiguous);
  for (const MatrixRow& row : matrix.rows)
    width = std::max(width, display_width(visible(row.*part), ambiguous));
  return width;
}

/// The panel that begins with column `first` and takes as many columns as fit.
Panel panel_from(const Matrix& matrix, std::size_t first, const Look& look) {
  const int columns = columns_of(look);
  const int natural = widest(matrix, matrix.title_heading, &MatrixRow::title, look.ambiguous);
  Panel panel;
  panel.first = first;
  panel.name_width =
      std::min(widest(matrix, matrix.name_heading, &MatrixRow::name, look.ambiguous), columns / 5);
  panel.title_width = std::min(natural, columns / 4);
  const int before = panel.name_width + panel.title_width + 2;
  const std::span<const MatrixColumn> rest = std::span(matrix.columns).subspan(first);
  for (std::size_t count = rest.size(); count > 0 && panel.widths.empty(); --count) {
    panel.columns = rest.first(count);
    panel.widths = lowest_headings(groups_of(matrix, panel, look.ambiguous), columns - before);
  }
  const int gaps = static_cast<int>(panel.widths.size()) + 1;
  const int used = std::accumulate(panel.widths.begin(), panel.widths.end(), gaps);
  panel.title_width = std::min(natural, columns - used - panel.name_width);
  return panel;
}

/// Cells side by side, one space apart, each as high as the highest; `at_bottom`: filled up above.
std::string side_by_side(const std::vector<Lines>& cells, const std::vector<int>& widths,
                         bool at_bottom, const Look& look) {
  std::size_t height = 0;
  for (const Lines& lines : cells) height = std::max(height, lines.size());
  std::string out;
  for (std::size_t row = 0; row < height; ++row) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t above = at_bottom ? height - cells[i].size() : 0;
      const bool filled = row >= above && row - above < cells[i].size();
      if (i > 0) line += ' ';
      line += pad(filled ? cells[i][row - above] : "", widths[i], look.ambiguous);
    }
    out += without_trailing_spaces(std::move(line)) + "\n";
  }
  return out;
}

std::vector<int> all_widths(const Panel& panel) {
  std::vector<int> widths = {panel.name_width, panel.title_width};
  widths.insert(widths.end(), panel.widths.begin(), panel.widths.end());
  return widths;
}

/// The organisations above the columns they share, and a line under each.
std::string organisations(const Panel& panel, const Look& look) {
  std::vector<Lines> names = {{}, {}};
  std::vector<Lines> lines = {{}, {}};
  std::vector<int> widths = {panel.name_width, panel.title_width};
  for (std::size_t i = 0; i < panel.columns.size(); ++i) {
    const bool shared = i > 0 && panel.columns[i - 1].organisation == panel.columns[i].organisation;
    if (shared) {
      widths.back() += 1 + panel.widths[i];
    } else {
      widths.push_back(panel.widths[i]);
      names.push_back({panel.columns[i].organisation});
      lines.emplace_back();
    }
  }
  for (std::size_t i = 2; i < widths.size(); ++i) {
    names[i] = wrap(visible(names[i].front()), widths[i], look.ambiguous);
    lines[i] = {std::string(static_cast<std::size_t>(widths[i]), '-')};
  }
  return side_by_side(names, widths, true, look) + side_by_side(lines, widths, false, look);
}

std::string functions(const Matrix& matrix, const Panel& panel, const Look& look) {
  const std::vector<int> widths = all_widths(panel);
  std::vector<Lines> cells = {wrap(visible(matrix.name_heading), widths[0], look.ambiguous),
                              wrap(visible(matrix.title_heading), widths[1], look.ambiguous)};
  std::vector<Lines> rules;
  for (std::size_t i = 0; i < panel.columns.size(); ++i)
    cells.push_back(wrap(visible(panel.columns[i].function), widths[i + 2], look.ambiguous));
  rules.reserve(widths.size());
  for (const int width : widths)
    rules.push_back({std::string(static_cast<std::size_t>(width), '-')});
  return side_by_side(cells, widths, true, look) + side_by_side(rules, widths, false, look);
}

std::string rows(const Matrix& matrix, const Panel& panel, const Look& look) {
  const std::vector<int> widths = all_widths(panel);
  std::string out;
  for (const MatrixRow& row : matrix.rows) {
    std::vector<Lines> cells = {wrap(visible(row.name), widths[0], look.ambiguous),
                                wrap(visible(row.title), widths[1], look.ambiguous)};
    for (std::size_t i = 0; i < panel.columns.size(); ++i)
      cells.push_back({visible(row.cells[panel.first + i])});
    out += side_by_side(cells, widths, false, look);
  }
  return out;
}

}  // namespace

std::string to_text(const Matrix& matrix, const Look& look) {
  std::string out;
  for (std::size_t first = 0; first < matrix.columns.size();) {
    const Panel panel = panel_from(matrix, first, look);
    if (!out.empty()) out += "\n";
    out += organisations(panel, look) + functions(matrix, panel, look) + rows(matrix, panel, look);
    first += panel.columns.size();
  }
  return out;
}

}  // namespace opsctl::render
