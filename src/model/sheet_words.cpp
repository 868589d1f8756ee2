#include "model/sheet_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace opsctl::sheet_words {
namespace {

constexpr std::u32string_view kDashes = U"-－―ー–—‐−‑─";
constexpr std::u32string_view kSpaces = U" \u3000\t\r\n\u00A0";

constexpr std::array<std::pair<std::u32string_view, Duty>, 4> kDutyLikes = {
    {{U"○〇◯⦾", Duty::perform},
     {U"▴", Duty::approve},
     {U"▵∆", Duty::direct},
     {U"■☐", Duty::support}}};

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

}  // namespace

std::optional<Duty> duty_like(char32_t sign) {
  const auto is_like = [sign](const auto& row) { return is_one_of(row.first, sign); };
  const auto* found = std::ranges::find_if(kDutyLikes, is_like);
  return found == kDutyLikes.end() ? std::nullopt : std::optional(found->second);
}

bool is_dash(char32_t c) { return is_one_of(kDashes, c); }

bool is_space(char32_t c) { return is_one_of(kSpaces, c); }

bool means_none(std::string_view text) {
  const std::u32string all = characters(text);
  return std::ranges::any_of(all, is_dash) &&
         std::ranges::all_of(all, [](char32_t c) { return is_dash(c) || is_space(c); });
}

}  // namespace opsctl::sheet_words
