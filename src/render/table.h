// A table as a value, and its four written forms. What the cells say comes from the views.
#pragma once

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

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // as many cells each as there are columns
  bool boxed = false;                   // text: with lines around every cell, to write in by hand
};

/// For people: aligned by display width, wrapped so that a row fits `look.width`. Where the columns
/// do not fit even when wrapped, each row becomes lines of "title: cell".
std::string to_text(const Table& table, const Look& look);

/// For Excel: BOM, CRLF, quotes. A cell that Excel would take for a formula gets a leading
/// apostrophe; "-" alone (no duty) is none and stays as it is.
std::string to_csv(const Table& table);

/// For scripts: one line a row; tabs become spaces and line ends ␊. Formulas as in CSV: it is also
/// what people paste into a spreadsheet.
std::string to_tsv(const Table& table);

/// Markdown of GitHub's kind.
std::string to_md(const Table& table);

/// Text that Markdown shows as it is, HTML and table bars included; made visible() too.
std::string md_escaped(std::string_view text);

/// The form asked for; JSON is the view's own affair and not allowed here.
std::string written(const Table& table, Format format, const Look& look);

}  // namespace opsctl::render
