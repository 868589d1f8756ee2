// The forms of a table for other programs; table_text.cpp has the one for people.
#include "render/table.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/text.h"

namespace opsctl::render {
namespace {

/// Full-width twins count too: a Japanese Excel reads them alike.
constexpr std::array<std::string_view, 10> kFormulaStarts = {"=",  "+",  "-",  "@",  "\t",
                                                             "\r", "＝", "＋", "－", "＠"};

/// Spaces and line ends before it do not keep every program from calculating.
bool looks_like_formula(std::string_view text) {
  if (text == "-") return false;
  text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
  return std::ranges::any_of(kFormulaStarts,
                             [&](std::string_view start) { return text.starts_with(start); });
}

std::string without_formula(std::string_view text, std::string_view safe) {
  return (looks_like_formula(text) ? "'" : "") + std::string(safe);
}

/// Line ends stay, as Excel shows them inside a cell; other controls are shown.
std::string visible_lines(std::string_view text) {
  std::vector<std::string> lines = split(text, '\n');
  for (std::string& line : lines) line = visible(line);
  return join(lines, "\n");
}

std::string csv_cell(std::string_view text) {
  const std::string safe = without_formula(text, visible_lines(text));
  if (safe.find_first_of("\",\n") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

/// All lines of a table, the header first, each cell written by `cell` and joined.
template <class WriteCell>
std::string lines_of(const Table& table, std::string_view separator, std::string_view end,
                     WriteCell cell) {
  std::string out;
  const auto add_line = [&](const std::vector<std::string>& cells) {
    out += join(cells, separator);
    out += end;
  };
  std::vector<std::string> cells;
  for (const Column& column : table.columns) cells.push_back(cell(column.title));
  add_line(cells);
  for (const auto& row : table.rows) {
    cells.clear();
    for (const Cell& one : row) cells.push_back(cell(one.text));
    add_line(cells);
  }
  return out;
}

std::string md_line(const std::vector<std::string>& cells) {
  return "| " + join(cells, " | ") + " |\n";
}

}  // namespace

std::string to_csv(const Table& table) { return "\uFEFF" + lines_of(table, ",", "\r\n", csv_cell); }

std::string to_tsv(const Table& table) {
  return lines_of(table, "\t", "\n",
                  [](std::string_view text) { return without_formula(text, visible(text)); });
}

std::string md_escaped(std::string_view text) {
  std::string out;
  for (const char c : trim(visible(text))) {
    const bool special = std::string_view("\\`*_[]<>|&~").find(c) != std::string_view::npos;
    const bool starts_block =
        out.empty() && std::string_view("#+").find(c) != std::string_view::npos;
    if (special || starts_block) out += '\\';
    out += c;
  }
  return out;
}

std::string to_md(const Table& table) {
  std::vector<std::string> cells;
  for (const Column& column : table.columns) cells.push_back(md_escaped(column.title));
  std::string out = md_line(cells);
  cells.clear();
  for (const Column& column : table.columns)
    cells.emplace_back(column.align == Align::right ? "---:" : "---");
  out += md_line(cells);
  for (const auto& row : table.rows) {
    cells.clear();
    for (const Cell& cell : row) cells.push_back(md_escaped(cell.text));
    out += md_line(cells);
  }
  return out;
}

std::string written(const Table& table, Format format, const Look& look) {
  switch (format) {
    case Format::text:
      return to_text(table, look);
    case Format::csv:
      return to_csv(table);
    case Format::tsv:
      return to_tsv(table);
    case Format::md:
      return to_md(table);
    case Format::json:
    case Format::html:
    case Format::ics:
      break;
  }
  throw std::logic_error("a table alone has no such form");
}

}  // namespace opsctl::render
