#include "render/html.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"

namespace opsctl::render {
namespace {

/// They have no end tag in HTML; all others have one, as HTML knows no "<td />".
constexpr std::array<std::string_view, 5> kVoid = {"br", "col", "hr", "link", "meta"};

/// White space after these is nothing, and files with lines can be read and compared.
constexpr std::array<std::string_view, 25> kEndLine = {
    "body", "caption", "dd",    "div",   "dl", "dt",      "h1",    "h2",    "head",
    "hr",   "html",    "li",    "meta",  "p",  "section", "svg",   "table", "tbody",
    "td",   "th",      "thead", "title", "tr", "ul",      "footer"};

template <std::size_t n>
bool is_one_of(std::string_view name, const std::array<std::string_view, n>& names) {
  return std::ranges::find(names, name) != names.end();
}

/// visible() leaves two characters that XML does not allow.
bool is_noncharacter(char32_t c) { return c == 0xFFFE || c == 0xFFFF; }

std::string without_noncharacters(std::string_view text) {
  std::u32string all = characters(text);
  std::ranges::replace_if(all, is_noncharacter, U'\uFFFD');
  return utf8(all);
}

std::string escaped_line(std::string_view words) {
  std::string out;
  for (const char c : without_noncharacters(visible(words))) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

Html escaped(std::string_view words) {
  std::vector<std::string> lines = split(words, '\n');
  for (std::string& line : lines) line = escaped_line(line);
  return Html::of(join(lines, "<br />"));
}

Html element(std::string_view name, const Attributes& attributes, const Html& content) {
  std::string out = "<" + std::string(name);
  for (const auto& [attribute, value] : attributes)
    out += fmt::format(" {}=\"{}\"", attribute, escaped_line(value));
  out += is_one_of(name, kVoid) ? " />" : fmt::format(">{}</{}>", content.markup(), name);
  if (is_one_of(name, kEndLine)) out += "\n";
  return Html::of(std::move(out));
}

Html element(std::string_view name, const Html& content) {
  return element(name, Attributes{}, content);
}

Html element(std::string_view name, std::string_view css_class, const Html& content) {
  return element(name, {{"class", std::string(css_class)}}, content);
}

Html style_sheet(std::string_view css) {
  return Html::of(fmt::format("<style>\n{}</style>\n", css));
}

std::string css_string(std::string_view words) {
  std::string out = "\"";
  for (const char32_t c : characters(without_noncharacters(visible(words)))) {
    const bool plain = c > 0x7E || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                       (c >= 'a' && c <= 'z') || c == ' ';
    out += plain ? utf8(std::u32string(1, c)) : fmt::format("\\{:X} ", static_cast<unsigned>(c));
  }
  return out + "\"";
}

}  // namespace opsctl::render
