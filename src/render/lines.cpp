#include "render/lines.h"

#include "base/text.h"
#include "base/width.h"

namespace opsctl::render {
namespace {

/// Beside a prefix there must be room for some words, or the text goes below it.
constexpr int kLeastRoom = 16;

std::string leading_spaces(std::string_view text) {
  return std::string(text.substr(0, text.find_first_not_of(' ')));
}

/// The prefix on lines of its own, the text further in below it.
std::string below(const std::string& prefix, std::string_view text, const Look& look, Style style) {
  std::string indent = leading_spaces(prefix);
  if (static_cast<int>(indent.size()) > columns_of(look) - kLeastRoom) indent.clear();
  return hanging(indent, trim(prefix), look) + hanging(indent + "  ", text, look, style);
}

}  // namespace

std::string without_trailing_spaces(std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string hanging(std::string_view prefix, std::string_view text, const Look& look, Style style) {
  const std::string safe_prefix = visible(prefix);
  const std::string safe_text = trim(visible(text));
  const int columns = columns_of(look);
  const int used = display_width(safe_prefix, look.ambiguous);
  const bool has_room =
      used + std::min(kLeastRoom, display_width(safe_text, look.ambiguous)) <= columns;
  if (!has_room && !trim(safe_prefix).empty()) return below(safe_prefix, safe_text, look, style);

  std::string out;
  std::string start = safe_prefix;
  for (const std::string& line : wrap(safe_text, columns - used, look.ambiguous)) {
    out += without_trailing_spaces(start + styled(line, style, look)) + "\n";
    start.assign(static_cast<std::size_t>(used), ' ');
  }
  return out;
}

std::string one_line(std::string_view text, const Look& look, Style style) {
  const std::string safe = without_trailing_spaces(visible(text));
  return styled(cut(safe, columns_of(look), look.ambiguous), style, look) + "\n";
}

}  // namespace opsctl::render
