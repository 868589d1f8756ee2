#include "base/line_breaks.h"

#include <cstdint>

#include <unilbrk.h>

namespace opsctl {

std::vector<std::string_view> breakable_pieces(std::string_view text) {
  std::vector<char> breaks(text.size());
  u8_possible_linebreaks(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), "UTF-8",
                         breaks.data());
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (breaks[i] != UC_BREAK_POSSIBLE && breaks[i] != UC_BREAK_MANDATORY) continue;
    if (text[i - 1] == '-') continue;
    pieces.push_back(text.substr(start, i - start));
    start = i;
  }
  if (start < text.size()) pieces.push_back(text.substr(start));
  return pieces;
}

}  // namespace opsctl
