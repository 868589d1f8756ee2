#include "render/document.h"

#include <algorithm>

#include "base/text.h"
#include "base/width.h"
#include "render/lines.h"

namespace opsctl::render {
namespace {

/// An empty line where a part of another kind begins, and before every heading.
bool parted(const Block& before, const Block& block) {
  if (std::holds_alternative<Heading>(block)) return true;
  if (std::holds_alternative<Heading>(before)) return false;
  return before.index() != block.index() || std::holds_alternative<Table>(block) ||
         std::holds_alternative<Chart>(block);
}

/// Markdown would join two lines of text to one paragraph.
bool parted_in_md(const Block& before, const Block& block) {
  return parted(before, block) ||
         (std::holds_alternative<Paragraph>(before) && std::holds_alternative<Paragraph>(block));
}

/// How wide the labels are among which the field at `index` stands.
int label_width(const std::vector<Block>& blocks, std::size_t index, int ambiguous) {
  std::size_t first = index;
  while (first > 0 && std::holds_alternative<Field>(blocks[first - 1])) --first;
  int width = 0;
  for (; first < blocks.size(); ++first) {
    const auto* field = std::get_if<Field>(&blocks[first]);
    if (field == nullptr) break;
    width = std::max(width, display_width(visible(field->label), ambiguous));
  }
  return width;
}

/// For each bullet, how wide the markers are among which it stands: those of its level up to a
/// bullet further out, or to something else. What stands below the others is passed over.
std::vector<int> marker_widths(const std::vector<Block>& blocks, int ambiguous) {
  std::vector<int> widths;  // of each list
  std::vector<std::size_t> list_of(blocks.size());
  std::vector<std::size_t> open;  // the list at each level that the next bullet may go on with
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto* bullet = std::get_if<Bullet>(&blocks[i]);
    const std::size_t levels = bullet == nullptr ? 0 : static_cast<std::size_t>(bullet->level) + 1;
    if (open.size() > levels) open.resize(levels);
    for (; open.size() < levels; widths.push_back(0)) open.push_back(widths.size());
    if (bullet == nullptr) continue;
    list_of[i] = open.back();
    int& width = widths[open.back()];
    width = std::max(width, display_width(visible(bullet->marker), ambiguous));
  }
  std::vector<int> of_blocks(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (std::holds_alternative<Bullet>(blocks[i])) of_blocks[i] = widths[list_of[i]];
  return of_blocks;
}

constexpr int kBarColumns = 40;
constexpr int kBarLabelColumns = 30;

/// A number sign for each, or for so many that the longest bar fits.
std::string to_text(const Chart& chart, const Look& look) {
  std::int64_t most = 1;
  int labels = 0;
  for (const Bar& bar : chart.bars) {
    most = std::max(most, bar.value);
    labels = std::max(labels, display_width(visible(bar.label), look.ambiguous));
  }
  labels = std::min(labels, kBarLabelColumns);
  const std::int64_t room = std::clamp(columns_of(look) - labels - 10, 1, kBarColumns);
  std::string out = hanging("", chart.title, look, Style::strong);
  for (const Bar& bar : chart.bars) {
    const std::int64_t length = most <= room ? bar.value : (bar.value * room + most - 1) / most;
    const std::string label = cut(visible(bar.label), labels, look.ambiguous);
    out += without_trailing_spaces(pad(label, labels, look.ambiguous) + "  " +
                                   std::string(static_cast<std::size_t>(length), '#') +
                                   (length > 0 ? " " : "") + std::to_string(bar.value)) +
           "\n";
  }
  return out;
}

/// In Markdown a chart is its numbers.
std::string to_md(const Chart& chart) {
  Table table{{{chart.title}, {"", Align::right}}, {}};
  for (const Bar& bar : chart.bars) table.rows.push_back({bar.label, std::to_string(bar.value)});
  return to_md(table);
}

/// One visitor for the text of every kind of block.
struct TextWriter {
  const Look& look;
  int label_columns;
  int marker_columns;

  std::string operator()(const Heading& heading) const {
    return hanging("", heading.text, look, Style::strong);
  }
  std::string operator()(const Paragraph& paragraph) const {
    return hanging("", paragraph.text, look, paragraph.style);
  }
  std::string operator()(const Field& field) const {
    const std::string label = pad(visible(field.label), label_columns, look.ambiguous);
    return hanging(label + "  ", field.value, look, field.style);
  }
  std::string operator()(const Bullet& bullet) const {
    std::string prefix(static_cast<std::size_t>(bullet.level) * 4, ' ');
    if (!bullet.marker.empty())
      prefix += pad(visible(bullet.marker), marker_columns, look.ambiguous) + " ";
    return hanging(prefix, bullet.text, look, bullet.style);
  }
  std::string operator()(const Table& table) const { return to_text(table, look); }
  std::string operator()(const Chart& chart) const { return to_text(chart, look); }
};

bool is_number(std::string_view marker) {
  return marker.ends_with('.') && parse_count(marker.substr(0, marker.size() - 1)).has_value();
}

/// Boxes to tick and numbers are Markdown of their own; other markers are text.
std::string md_marker(const std::string& marker) {
  if (is_number(marker)) return marker + " ";
  if (marker.empty() || marker == "-") return "- ";
  if (marker.starts_with("[ ] ") || marker.starts_with("[x] "))
    return "- " + marker.substr(0, 4) + md_escaped(marker.substr(4)) + " ";
  if (marker == "[ ]" || marker == "[x]") return "- " + marker + " ";
  return "- " + md_escaped(marker) + " ";
}

struct MdWriter {
  std::string operator()(const Heading& heading) const {
    return "## " + md_escaped(heading.text) + "\n\n";
  }
  std::string operator()(const Paragraph& paragraph) const {
    return md_escaped(paragraph.text) + "\n";
  }
  std::string operator()(const Field& field) const {
    return "- **" + md_escaped(field.label) + "**: " + md_escaped(field.value) + "\n";
  }
  std::string operator()(const Bullet& bullet) const {
    return std::string(static_cast<std::size_t>(bullet.level) * 4, ' ') + md_marker(bullet.marker) +
           md_escaped(bullet.text) + "\n";
  }
  std::string operator()(const Table& table) const { return to_md(table); }
  std::string operator()(const Chart& chart) const { return to_md(chart); }
};

}  // namespace

std::string to_text(const Document& document, const Look& look) {
  std::string out;
  if (!document.title.empty()) out += hanging("", document.title, look, Style::strong);
  const auto& blocks = document.blocks;
  const std::vector<int> markers = marker_widths(blocks, look.ambiguous);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0 ? parted(blocks[i - 1], blocks[i]) : !out.empty()) out += "\n";
    const TextWriter writer{look, label_width(blocks, i, look.ambiguous), markers[i]};
    out += std::visit(writer, blocks[i]);
  }
  return out;
}

std::string to_md(const Document& document) {
  std::string out;
  if (!document.title.empty()) out += "# " + md_escaped(document.title) + "\n";
  const auto& blocks = document.blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0 ? parted_in_md(blocks[i - 1], blocks[i]) : !out.empty()) out += "\n";
    out += std::visit(MdWriter{}, blocks[i]);
  }
  return out;
}

}  // namespace opsctl::render
