#include "model/sheet_words.h"

#include <algorithm>

#include "base/text.h"

namespace opsctl::sheet_words {
namespace {

constexpr std::u32string_view kDashes = U"-－―ー–—‐−‑─";
constexpr std::u32string_view kSpaces = U" \u3000\t\r\n\u00A0";

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

}  // namespace

bool is_dash(char32_t c) { return is_one_of(kDashes, c); }

bool is_space(char32_t c) { return is_one_of(kSpaces, c); }

bool means_none(std::string_view text) {
  const std::u32string all = characters(text);
  return std::ranges::any_of(all, is_dash) &&
         std::ranges::all_of(all, [](char32_t c) { return is_dash(c) || is_space(c); });
}

}  // namespace opsctl::sheet_words
