// A table as a value, and its written forms. What the cells say comes from the views.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/width.h"
#include "render/colour.h"
#include "render/look.h"

namespace opsctl::render {

struct Column {
  std::string title;
  Align align = Align::left;
  int wrap_to = 0;   // may be wrapped to this many columns, not below; 0: never wrapped
  int at_least = 0;  // room to write in by hand
};

struct Cell {
  std::string text;
  Style style = Style::plain;

  Cell(std::string its_text, Style its_style = Style::plain)  // NOLINT: converts on purpose
      : text(std::move(its_text)), style(its_style) {}
  Cell(std::string_view its_text) : text(its_text) {}  // NOLINT
  Cell(const char* its_text) : text(its_text) {}       // NOLINT
};

using Row = std::vector<Cell>;

struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;  // as many cells each as there are columns
  bool boxed = false;     // text: with lines around every cell, to write in by hand
};

/// A name above neighbouring columns; "" where a column belongs to no group.
struct Group {
  std::string name;
  int columns = 1;
};

/// A table as a spreadsheet has it (csv, tsv, xlsx).
struct Worksheet {
  std::string name;                        // on its tab and above every printed page
  std::string headline;                    // a line above all others; may be empty
  std::vector<std::vector<Group>> groups;  // rows above the titles
  Table table;
};

/// For people: aligned by display width, wrapped so that a row fits `look.width`. Where the columns
/// do not fit even when wrapped, each row becomes lines of "title: cell". In parts, so that rows
/// without number need no more memory than a part: first all are measured, then all are written.
class TextTable {
 public:
  /// `frame`: its columns and box; rows that it has are not looked at.
  TextTable(const Table& frame, const Look& look);

  void measure(std::span<const Row> rows);

  std::string begin();
  std::string add(std::span<const Row> rows);

 private:
  bool shrink_to_fit();
  int total() const;
  std::string row_text(const Row& cells) const;
  std::string rule() const;
  std::string stacked(const Row& cells);

  std::vector<Column> columns_;
  bool boxed_;
  Look look_;
  std::vector<int> widths_;
  bool is_stacked_ = false;
  bool any_ = false;
};

std::string to_text(const Table& table, const Look& look);

/// For Excel: BOM, CRLF, quotes; no cell is a formula (base/formula.h).
std::string to_csv(const Table& table);

/// For scripts: one line a row; tabs become spaces and line ends ␊; no cell is a formula.
std::string to_tsv(const Table& table);

/// Rows as written() has them below the titles, in csv, tsv or md.
std::string lines_of(std::span<const Row> rows, Format format);

/// What a spreadsheet may show: controls made visible, line ends kept.
std::string visible_lines(std::string_view text);

/// Markdown of GitHub's kind.
std::string to_md(const Table& table);

/// Text that Markdown shows as it is, HTML and table bars included; made visible() too.
std::string md_escaped(std::string_view text);

/// The form asked for; JSON, HTML and calendars are the view's own affair and not allowed here, a
/// workbook needs a Worksheet.
std::string written(const Table& table, Format format, const Look& look);

/// The same with what stands above the table in csv and tsv; of xlsx the bytes of the file.
std::string written(const Worksheet& worksheet, Format format, const Look& look);

}  // namespace opsctl::render
