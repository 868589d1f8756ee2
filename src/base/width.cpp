#include "base/width.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unigbrk.h>
#include <uniwidth.h>

#include "base/hidden.h"
#include "base/line_breaks.h"
#include "base/text.h"

namespace opsctl {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr auto kAmbiguous = std::to_array<Range>({
#include "base/ambiguous.inc"
});

bool is_ambiguous(char32_t c) {
  const auto after =
      std::ranges::upper_bound(kAmbiguous, c, {}, [](const Range& range) { return range.first; });
  return after != kAmbiguous.begin() && c <= std::prev(after)->last;
}

int character_width(char32_t c, int ambiguous) {
  if (is_plain(c)) return 1;
  // libunistring's own CJK mode is too greedy; it decides only what is zero, one or two for sure.
  const int width = std::max(uc_width(static_cast<ucs4_t>(c), "UTF-8"), 0);
  return width == 1 && is_ambiguous(c) ? ambiguous : width;
}

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::vector<std::string_view> graphemes(std::string_view text) {
  std::vector<std::string_view> parts;
  const std::uint8_t* end = bytes_of(text) + text.size();
  while (!text.empty()) {
    const std::uint8_t* next = u8_grapheme_next(bytes_of(text), end);
    const auto length = static_cast<std::size_t>(next - bytes_of(text));
    parts.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return parts;
}

std::string without_trailing_spaces(std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

int display_width(std::string_view text, int ambiguous) {
  int width = 0;
  for (const char32_t c : characters(text)) width += character_width(c, ambiguous);
  return width;
}

std::string pad(std::string_view text, int width, int ambiguous, Align align) {
  const int missing = std::max(width - display_width(text, ambiguous), 0);
  const int before = align == Align::left ? 0 : align == Align::right ? missing : missing / 2;
  std::string out(static_cast<std::size_t>(before), ' ');
  out += text;
  out.append(static_cast<std::size_t>(missing - before), ' ');
  return out;
}

std::string cut(std::string_view text, int width, int ambiguous) {
  if (display_width(text, ambiguous) <= width) return std::string(text);
  const int room = width - display_width("…", ambiguous);
  std::string out;
  int used = 0;
  for (const std::string_view grapheme : graphemes(text)) {
    used += display_width(grapheme, ambiguous);
    if (used > room) break;
    out += grapheme;
  }
  return out + (room >= 0 ? "…" : "");
}

std::vector<std::string> wrap(std::string_view text, int width, int ambiguous) {
  if (display_width(text, ambiguous) <= width) return {without_trailing_spaces(std::string(text))};
  std::vector<std::string> lines;
  std::string line;
  int used = 0;
  const auto finish_line = [&] {
    lines.push_back(without_trailing_spaces(std::move(line)));
    line.clear();
    used = 0;
  };
  for (const std::string_view piece : breakable_pieces(text)) {
    const int needed = display_width(without_trailing_spaces(std::string(piece)), ambiguous);
    if (used > 0 && used + needed > width) finish_line();
    if (needed <= width) {
      line += piece;
      used += display_width(piece, ambiguous);
      continue;
    }
    for (const std::string_view grapheme : graphemes(piece)) {
      const int columns = display_width(grapheme, ambiguous);
      if (used > 0 && used + columns > width) finish_line();
      line += grapheme;
      used += columns;
    }
  }
  if (!line.empty() || lines.empty()) finish_line();
  return lines;
}

}  // namespace opsctl
