// The forms of a table for other programs; table_text.cpp has the one for people.
#include "render/table.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

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

Texts titles_of(const Table& table) {
  Texts titles;
  for (const Column& column : table.columns) titles.push_back(column.title);
  return titles;
}

/// What stands above the titles, a group's name in the first of its columns.
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

std::string line_of(Texts cells, Format format) {
  switch (format) {
    case Format::csv:
      std::ranges::transform(cells, cells.begin(), csv_cell);
      return join(cells, ",") + "\r\n";
    case Format::md:
      std::ranges::transform(cells, cells.begin(), md_escaped);
      return "| " + join(cells, " | ") + " |\n";
    default:
      std::ranges::transform(cells, cells.begin(), tsv_cell);
      return join(cells, "\t") + "\n";
  }
}

std::string delimited(const std::vector<Texts>& above, const Table& table, Format format) {
  std::string out(format == Format::csv ? kByteOrderMark : "");
  for (const Texts& line : above) out += line_of(line, format);
  return out + line_of(titles_of(table), format) + lines_of(table.rows, format);
}

}  // namespace

std::string visible_lines(std::string_view text) {
  std::vector<std::string> lines = split(text, '\n');
  for (std::string& line : lines) line = visible(line);
  return join(lines, "\n");
}

std::string to_csv(const Table& table) { return delimited({}, table, Format::csv); }

std::string to_tsv(const Table& table) { return delimited({}, table, Format::tsv); }

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
  std::string out = line_of(titles_of(table), Format::md) + "|";
  for (const Column& column : table.columns)
    out += column.align == Align::right ? " ---: |" : " --- |";
  return out + "\n" + lines_of(table.rows, Format::md);
}

std::string lines_of(std::span<const Row> rows, Format format) {
  std::string out;
  for (const Row& row : rows) {
    Texts cells;
    for (const Cell& cell : row) cells.push_back(cell.text);
    out += line_of(std::move(cells), format);
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
    case Format::tsv:
      return delimited(texts_above(worksheet), table, format);
    case Format::xlsx:
      return to_xlsx(worksheet);
    default:
      return written(table, format, look);
  }
}

}  // namespace opsctl::render
