// A view as a value: headings, fields, bullets, tables, charts. Built once by a view and written as
// text for a terminal, as Markdown or (document_html.h) as HTML.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "render/colour.h"
#include "render/look.h"
#include "render/table.h"

namespace opsctl::render {

struct Heading {
  std::string text;
};

struct Paragraph {
  std::string text;
  Style style = Style::plain;
};

/// "label  value"; neighbouring fields are aligned.
struct Field {
  std::string label;
  std::string value;
  Style style = Style::plain;
};

/// A line of a list: level 0 is the outermost. The marker ("1.", "[ ]", "◎") may be empty.
struct Bullet {
  int level = 0;
  std::string marker;
  std::string text;
  Style style = Style::plain;
};

/// How many there are of each: bars beside one another, long as the numbers.
struct Bar {
  std::string label;
  std::int64_t value = 0;
};
struct Chart {
  std::string title;
  std::vector<Bar> bars;
};

using Block = std::variant<Heading, Paragraph, Field, Bullet, Table, Chart>;

struct Document {
  std::string title;  // empty: none
  std::vector<Block> blocks = {};

  void heading(std::string text) { blocks.emplace_back(Heading{std::move(text)}); }
  void paragraph(std::string text, Style style = Style::plain) {
    blocks.emplace_back(Paragraph{std::move(text), style});
  }
  /// Nothing where there is no value.
  void field(std::string label, std::string value, Style style = Style::plain) {
    if (!value.empty()) blocks.emplace_back(Field{std::move(label), std::move(value), style});
  }
  void bullet(int level, std::string marker, std::string text, Style style = Style::plain) {
    blocks.emplace_back(Bullet{level, std::move(marker), std::move(text), style});
  }
  /// Nothing where there are no bars.
  void chart(Chart chart) {
    if (!chart.bars.empty()) blocks.emplace_back(std::move(chart));
  }
  void table(Table table) { blocks.emplace_back(std::move(table)); }
};

std::string to_text(const Document& document, const Look& look);
std::string to_md(const Document& document);

}  // namespace opsctl::render
