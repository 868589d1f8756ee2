#include "render/document_html.h"

#include "base/width.h"
#include "render/svg.h"

namespace opsctl::render {
namespace {

/// Columns of text that the half of a page holds.
constexpr int kHalfPage = 40;

std::string class_of(Style style) {
  if (style == Style::bad || style == Style::strong) return "bad";
  return style == Style::faint ? "faint" : "plain";
}

struct BlockWriter {
  Html operator()(const Heading& heading) const { return element("h2", escaped(heading.text)); }
  Html operator()(const Paragraph& paragraph) const {
    return element("p", class_of(paragraph.style), escaped(paragraph.text));
  }
  Html operator()(const Field& field) const {
    return element("p", class_of(field.style),
                   element("span", "bad", escaped(field.label)) + escaped("  " + field.value));
  }
  Html operator()(const Bullet& bullet) const {
    const std::string marker = bullet.marker == "-" || bullet.marker.empty() ? "・" : bullet.marker;
    return element("p",
                   "bullet level" + std::to_string(bullet.level) + " " + class_of(bullet.style),
                   escaped(marker + " " + bullet.text));
  }
  Html operator()(const Table& table) const { return to_html(table); }
  Html operator()(const Chart& chart) const { return bar_chart(chart); }
};

std::string class_of(Align align) {
  return align == Align::right ? "right" : align == Align::center ? "center" : "left";
}

Html cells(const Field& field, int columns) {
  const Attributes wide =
      columns > 1 ? Attributes{{"colspan", std::to_string(columns)}} : Attributes{};
  return element("th", escaped(field.label)) + element("td", wide, escaped(field.value));
}

}  // namespace

Html to_html(const Table& table) {
  Html head;
  for (const Column& column : table.columns)
    head += element("th", class_of(column.align), escaped(column.title));
  Html body;
  for (const auto& row : table.rows) {
    Html line;
    for (std::size_t i = 0; i < row.size(); ++i)
      line += element("td",
                      class_of(table.columns[i].align) + " " + class_of(row[i].style) +
                          (table.columns[i].wrap_to == 0 ? " nowrap" : ""),
                      escaped(row[i].text));
    body += element("tr", line);
  }
  return element("table", element("thead", element("tr", head)) + element("tbody", body));
}

Html field_table(const Document& document) {
  Html rows;
  const Field* left = nullptr;
  const auto finish_row = [&] {
    if (left != nullptr) rows += element("tr", cells(*left, 3));
    left = nullptr;
  };
  for (const Block& block : document.blocks) {
    const auto& field = std::get<Field>(block);
    if (display_width(field.value, 2) > kHalfPage) {
      finish_row();
      rows += element("tr", cells(field, 3));
    } else if (left == nullptr) {
      left = &field;
    } else {
      rows += element("tr", cells(*left, 1) + cells(field, 1));
      left = nullptr;
    }
  }
  finish_row();
  Html columns;
  for (int i = 0; i < 2; ++i) {
    columns += element("col", {{"style", "width: 30mm"}});
    columns += element("col", {{"style", "width: auto"}});
  }
  return element("table", "facts", element("colgroup", columns) + element("tbody", rows));
}

Html to_html(const Document& document) {
  Html out;
  if (!document.title.empty()) out += element("h1", escaped(document.title));
  for (const Block& block : document.blocks) out += std::visit(BlockWriter{}, block);
  return out;
}

}  // namespace opsctl::render
