// What no output may hold, by the form it has. Each answers what is wrong, or "". They are written
// apart from what src does about it: an oracle that shares its tables would share its gaps.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/width.h"
#include "hostile/texts.h"
#include "hostile/workbook.h"

namespace opsctl::hostile {

/// The forms that output has. A new one is a line here and a line in wrong_with(). A complaint
/// quotes the line that it is about, which may look like a table's rule.
enum class Form { text, complaint, coloured, csv, tsv, md, json, jsonl, html, ics, plugin, xlsx };

namespace detail {

inline bool is_forbidden(char32_t c) {
  struct Range {
    char32_t first;
    char32_t last;
  };
  static constexpr Range kRanges[] = {
      {0x00, 0x09},     {0x0B, 0x1F},       {0x7F, 0x9F},       {0xAD, 0xAD},
      {0x61C, 0x61C},   {0x115F, 0x1160},   {0x180E, 0x180E},   {0x200B, 0x200B},
      {0x200E, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x206F},   {0x3164, 0x3164},
      {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF9, 0xFFFB},
      {0xFFFE, 0xFFFF}, {0xE0000, 0xE007F}, {0x1FFFE, 0x1FFFF}, {0x10FFFE, 0x10FFFF}};
  return std::ranges::any_of(kRanges, [&](const Range& r) { return c >= r.first && c <= r.last; });
}

inline std::string excerpt(std::string_view text) { return visible(first_characters(text, 200)); }

/// `allowed`: what may stand besides, such as the tabs of TSV.
inline std::string wrong_characters(std::string_view text, std::u32string_view allowed = U"") {
  if (!is_utf8(text)) return "no valid UTF-8";
  for (const char32_t c : characters(text)) {
    if (is_forbidden(c) && allowed.find(c) == std::u32string_view::npos)
      return fmt::format("a raw U+{:04X}", static_cast<std::uint32_t>(c));
  }
  return "";
}

inline std::string flooded(std::string_view text) {
  int marks = 0;
  for (const char32_t c : characters(text)) {
    marks = c >= 0x300 && c <= 0x36F ? marks + 1 : 0;
    if (marks > 20) return "a flood of combining marks";
  }
  return "";
}

inline std::string broken_line(std::string_view text) {
  for (const std::string& line : split(text, '\n')) {
    if (line.starts_with(kTail)) return "a text broke its line: " + excerpt(line);
  }
  return "";
}

/// The columns at which a rule like "---  -----" has gaps.
inline std::vector<int> gaps_of(std::string_view rule) {
  std::vector<int> gaps;
  for (std::size_t i = 1; i + 1 < rule.size(); ++i) {
    if (rule[i] == ' ') gaps.push_back(static_cast<int>(i));
  }
  return gaps;
}

inline bool is_rule(std::string_view line) {
  return line.find("--  --") != std::string_view::npos &&
         line.find_first_not_of("- ") == std::string_view::npos;
}

/// Below a rule, up to the next empty line, nothing stands in the gaps between the columns.
inline std::string misaligned(std::string_view text) {
  std::vector<int> gaps;
  for (const std::string& line : split(text, '\n')) {
    if (is_rule(line)) {
      gaps = gaps_of(line);
      continue;
    }
    if (line.empty()) gaps.clear();
    int column = 0;
    for (const char32_t c : characters(line)) {
      const int width = display_width(utf8(std::u32string(1, c)), 1);
      for (const int gap : gaps) {
        if (c != U' ' && width > 0 && gap >= column && gap < column + width)
          return "not aligned: " + excerpt(line);
      }
      column += width;
    }
  }
  return "";
}

inline std::string wrong_complaint(std::string_view text) {
  for (const std::string& wrong : {wrong_characters(text), broken_line(text), flooded(text)}) {
    if (!wrong.empty()) return wrong;
  }
  return "";
}

inline std::string wrong_text(std::string_view text) {
  const std::string wrong = wrong_complaint(text);
  return wrong.empty() ? misaligned(text) : wrong;
}

/// Without the sequences that set a colour, "ESC [ digits m".
inline std::string without_colours(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t end = i + 2;
    if (text.substr(i, 2) == "\x1B[") {
      while (end < text.size() && (text[end] == ';' || (text[end] >= '0' && text[end] <= '9')))
        ++end;
      if (end < text.size() && text[end] == 'm') {
        i = end;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

inline bool is_formula(std::string_view cell) {
  if (cell == "-") return false;
  while (cell.starts_with(' ') || cell.starts_with('\n')) cell.remove_prefix(1);
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
    if (cell.starts_with(start)) return true;
  }
  return false;
}

using Rows = std::vector<std::vector<std::string>>;

inline std::string wrong_rows(const Rows& rows) {
  if (rows.empty()) return "no header";
  for (const auto& row : rows) {
    if (row.size() != rows.front().size())
      return fmt::format("{} cells in a row of {}: {}", row.size(), rows.front().size(),
                         excerpt(join(row, " / ")));
    for (const std::string& cell : row) {
      if (is_formula(cell)) return "a formula: " + excerpt(cell);
    }
  }
  return "";
}

/// By RFC 4180; stops at the first thing that is not.
inline std::string wrong_csv(std::string_view text) {
  if (!text.starts_with("\uFEFF")) return "no byte order mark";
  text.remove_prefix(3);
  if (auto wrong = wrong_characters(text, U"\r"); !wrong.empty()) return wrong;
  Rows rows(1);
  std::string cell;
  for (std::size_t i = 0; i < text.size();) {
    cell.clear();
    if (text[i] == '"') {
      for (++i;; ++i) {
        if (i >= text.size()) return "a quote is not closed";
        if (text[i] == '"' && text.substr(i, 2) != "\"\"") break;
        if (text[i] == '"') ++i;
        cell += text[i];
      }
      ++i;
    } else {
      for (; i < text.size() && text[i] != ',' && text[i] != '\r'; ++i) {
        if (text[i] == '"' || text[i] == '\n') return "a cell is not quoted";
        cell += text[i];
      }
    }
    rows.back().push_back(cell);
    if (text.substr(i, 1) == ",") {
      ++i;
    } else if (text.substr(i, 2) == "\r\n") {
      i += 2;
      if (i < text.size()) rows.emplace_back();
    } else {
      return "a line does not end with CRLF";
    }
  }
  return wrong_rows(rows);
}

inline std::string wrong_tsv(std::string_view text) {
  if (auto wrong = wrong_characters(text, U"\t"); !wrong.empty()) return wrong;
  if (!text.ends_with('\n')) return "no line end";
  text.remove_suffix(1);
  Rows rows;
  for (const std::string& line : split(text, '\n')) rows.push_back(split(line, '\t'));
  const std::string broken = broken_line(text);
  return broken.empty() ? wrong_rows(rows) : broken;
}

/// Rows of a table have as many bars, and nothing is markup that the document did not write.
inline std::string wrong_md(std::string_view text) {
  if (auto wrong = wrong_text(text); !wrong.empty()) return wrong;
  std::ptrdiff_t bars = 0;
  for (const std::string& line : split(text, '\n')) {
    std::ptrdiff_t here = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\') {
        ++i;
      } else if (line[i] == '|') {
        ++here;
      } else if (line[i] == '<' || line[i] == '`') {
        return "raw markup: " + excerpt(line);
      }
    }
    const bool row = line.starts_with("| ");
    if (row && bars > 0 && here != bars) return "a row has other cells: " + excerpt(line);
    bars = row ? here : 0;
  }
  return "";
}

/// `text` is JSON; what a terminal would obey is escaped in it.
inline std::string wrong_json(std::string_view text) {
  if (auto wrong = wrong_characters(text); !wrong.empty()) return wrong;
  if (!nlohmann::json::accept(text)) return "no JSON: " + excerpt(text);
  return "";
}

/// One value a line.
inline std::string wrong_jsonl(std::string_view text) {
  if (auto wrong = wrong_characters(text); !wrong.empty()) return wrong;
  if (!text.ends_with('\n')) return "no line end";
  text.remove_suffix(1);
  for (const std::string& line : split(text, '\n')) {
    if (!nlohmann::json::accept(line)) return "no JSON: " + excerpt(line);
  }
  return "";
}

/// `tag` is what stands between < and >: a name, then attributes, each in double quotes.
inline std::string wrong_tag(std::string_view tag) {
  if (tag == "!DOCTYPE html") return "";
  if (tag.starts_with('/')) tag.remove_prefix(1);
  if (tag.ends_with('/')) tag.remove_suffix(1);
  const std::string_view name = tag.substr(0, tag.find_first_of(" \n"));
  const std::size_t letters = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789");
  if (name.empty() || letters != std::string_view::npos) return "no name of an element";
  for (const std::string_view active :
       {"script", "iframe", "object", "embed", "link", "img", "b"}) {
    if (name == active) return "an element that no page of ours has";
  }
  tag.remove_prefix(name.size());
  while (tag.find_first_not_of(" \n") != std::string_view::npos) {
    tag.remove_prefix(tag.find_first_not_of(" \n"));
    const std::size_t opens = tag.find("=\"");
    if (opens == std::string_view::npos || tag.starts_with("on")) return "no attribute of ours";
    const std::size_t closes = tag.find('"', opens + 2);
    if (closes == std::string_view::npos) return "an attribute without an end";
    tag.remove_prefix(closes + 1);
  }
  return "";
}

/// Every < begins a tag that a page of ours has.
inline std::string wrong_html(std::string_view text) {
  if (auto wrong = wrong_characters(text); !wrong.empty()) return wrong;
  if (!text.starts_with("<!DOCTYPE html>")) return "no page";
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::size_t end = text.find('>', at);
    if (end == std::string_view::npos) return "a tag without an end";
    const std::string_view tag = text.substr(at + 1, end - at - 1);
    if (const std::string wrong = wrong_tag(tag); !wrong.empty())
      return wrong + ": " + excerpt(tag);
  }
  return "";
}

/// RFC 5545: lines end with CRLF, have 75 octets at most, and begin with a name or go on with a
/// space.
inline std::string wrong_ics(std::string_view text) {
  if (auto wrong = wrong_characters(text, U"\r"); !wrong.empty()) return wrong;
  if (!text.ends_with("END:VCALENDAR\r\n")) return "no calendar";
  text.remove_suffix(1);
  for (const std::string& line : split(text, '\n')) {
    if (!line.ends_with('\r') || std::ranges::count(line, '\r') != 1) return "a line without CRLF";
    if (line.size() > 76) return "a line that is too long: " + excerpt(line);
    const std::size_t name = line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-");
    const bool begins = name > 0 && (line[name] == ':' || line[name] == ';');
    if (!begins && !line.starts_with(' ')) return "a line of nothing: " + excerpt(line);
  }
  return "";
}

/// A monitoring plugin: one line with one bar (none where nothing could be checked), then lines
/// without.
inline std::string wrong_plugin(std::string_view text) {
  if (auto wrong = wrong_text(text); !wrong.empty()) return wrong;
  if (!text.starts_with("OPSCTL ")) return "no status line";
  const std::size_t end = std::min(text.find('\n'), text.size());
  const auto bars = std::ranges::count(text.substr(0, end), '|');
  const bool unknown = text.starts_with("OPSCTL UNKNOWN");
  if (bars != (unknown ? 0 : 1)) return "a status line with other bars";
  return text.find('|', end) == std::string_view::npos ? "" : "a bar below the status line";
}

/// Parts of XML without raw controls; cells are numbers or texts, and no text, as Excel reads it,
/// is one that a terminal would obey.
inline std::string wrong_parts(const Parts& parts) {
  bool has_cells = false;
  for (const auto& [name, content] : parts) {
    if (!name.ends_with(".xml") && !name.ends_with(".rels"))
      return "a part of another kind: " + name;
    if (name.find("external") != std::string::npos) return "a link to elsewhere: " + name;
    if (auto wrong = wrong_characters(content, U"\r"); !wrong.empty()) return name + ": " + wrong;
    for (const std::string_view text : elements(content, "t")) {
      if (text.find('<') != std::string_view::npos) return "raw markup: " + excerpt(text);
      for (const std::string& wrong : {wrong_characters(as_shown(text)), flooded(as_shown(text))}) {
        if (!wrong.empty()) return "a text: " + wrong;
      }
    }
    if (!name.starts_with("xl/worksheets/")) continue;
    has_cells = true;
    for (const std::string_view tag : {"<f>", "<f ", "<hyperlink"}) {
      if (content.find(tag) != std::string::npos) return "a formula or a link in " + name;
    }
    for (const std::string_view kind : {"t=\"str\"", "t=\"e\"", "t=\"b\""}) {
      if (content.find(kind) != std::string::npos) return "a cell that is computed in " + name;
    }
  }
  return has_cells ? "" : "no worksheet";
}

inline std::string wrong_xlsx(std::string_view bytes) {
  const auto parts = parts_of(bytes);
  return parts ? wrong_parts(*parts) : "no workbook";
}

}  // namespace detail

inline std::string wrong_with(Form form, std::string_view output) {
  switch (form) {
    case Form::text:
      return detail::wrong_text(output);
    case Form::complaint:
      return detail::wrong_complaint(output);
    case Form::coloured:
      return detail::wrong_text(detail::without_colours(output));
    case Form::csv:
      return detail::wrong_csv(output);
    case Form::tsv:
      return detail::wrong_tsv(output);
    case Form::md:
      return detail::wrong_md(output);
    case Form::json:
      return detail::wrong_json(output);
    case Form::jsonl:
      return detail::wrong_jsonl(output);
    case Form::html:
      return detail::wrong_html(output);
    case Form::ics:
      return detail::wrong_ics(output);
    case Form::plugin:
      return detail::wrong_plugin(output);
    case Form::xlsx:
      return detail::wrong_xlsx(output);
  }
  return "a form that nobody checks";
}

}  // namespace opsctl::hostile
