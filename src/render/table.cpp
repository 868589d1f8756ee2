// The forms of a table for other programs; table_text.cpp has the one for people.
#include "render/table.h"

#include <algorithm>
#include <stdexcept>

#include "base/byte_order_mark.h"
#include "base/formula.h"
#include "base/text.h"
#include "render/xlsx.h"

namespace opsctl::render {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string csv_cell(std::string_view text) {
  const std::string safe = visible_lines(guarded(text));
  return safe.find_first_of("\",\n") == std::string::npos ? safe : in_quotes(safe);
}

/// Only a cell that begins with a quote would be taken for a quoted one.
std::string tsv_cell(std::string_view text) {
  const std::string safe = visible(guarded(text));
  return safe.starts_with('"') ? in_quotes(safe) : safe;
}

using Texts = std::vector<std::string>;

/// The titles, then the rows.
std::vector<Texts> texts_of(const Table& table) {
  std::vector<Texts> lines(1);
  for (const Column& column : table.columns) lines.front().push_back(column.title);
  for (const auto& row : table.rows) {
    Texts& line = lines.emplace_back();
    for (const Cell& cell : row) line.push_back(cell.text);
  }
  return lines;
}

/// What stands above them, a group's name in the first of its columns.
std::vector<Texts> texts_above(const Worksheet& worksheet) {
  std::vector<Texts> lines;
  if (!worksheet.headline.empty()) {
    lines.emplace_back(worksheet.table.columns.size());
    lines.front().front() = worksheet.headline;
  }
  for (const std::vector<Group>& groups : worksheet.groups) {
    Texts& line = lines.emplace_back();
    for (const Group& group : groups) {
      line.push_back(group.name);
      line.resize(line.size() + static_cast<std::size_t>(group.columns) - 1);
    }
  }
  return lines;
}

std::string csv_lines(const std::vector<Texts>& lines) {
  std::string out;
  for (Texts cells : lines) {
    std::ranges::transform(cells, cells.begin(), csv_cell);
    out += join(cells, ",") + "\r\n";
  }
  return out;
}

std::string tsv_lines(const std::vector<Texts>& lines) {
  std::string out;
  for (Texts cells : lines) {
    std::ranges::transform(cells, cells.begin(), tsv_cell);
    out += join(cells, "\t") + "\n";
  }
  return out;
}

std::string md_line(const std::vector<std::string>& cells) {
  return "| " + join(cells, " | ") + " |\n";
}

}  // namespace

std::string visible_lines(std::string_view text) {
  std::vector<std::string> lines = split(text, '\n');
  for (std::string& line : lines) line = visible(line);
  return join(lines, "\n");
}

std::string to_csv(const Table& table) {
  return std::string(kByteOrderMark) + csv_lines(texts_of(table));
}

std::string to_tsv(const Table& table) { return tsv_lines(texts_of(table)); }

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
    case Format::jsonl:
    case Format::html:
    case Format::ics:
    case Format::xlsx:
      break;
  }
  throw std::logic_error("a table alone has no such form");
}

std::string written(const Worksheet& worksheet, Format format, const Look& look) {
  const Table& table = worksheet.table;
  switch (format) {
    case Format::csv:
      return std::string(kByteOrderMark) + csv_lines(texts_above(worksheet)) +
             csv_lines(texts_of(table));
    case Format::tsv:
      return tsv_lines(texts_above(worksheet)) + tsv_lines(texts_of(table));
    case Format::xlsx:
      return to_xlsx(worksheet);
    default:
      return written(table, format, look);
  }
}

}  // namespace opsctl::render
