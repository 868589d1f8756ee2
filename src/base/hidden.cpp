#include "base/hidden.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <unictype.h>

namespace opsctl {
namespace {

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

constexpr std::array<std::string_view, 6> kAlike = {"Latin",    "Cyrillic", "Greek",
                                                    "Armenian", "Cherokee", "Coptic"};

}  // namespace

bool is_hidden(char32_t c) {
  const auto code = static_cast<ucs4_t>(c);
  if (c == 0x2028 || c == 0x2029 || (c >= 0xFFF9 && c <= 0xFFFB)) return true;
  if (uc_is_property_not_a_character(code)) return true;
  return uc_is_property_default_ignorable_code_point(code) && !is_joiner(c) &&
         !uc_is_property_variation_selector(code);
}

bool is_combining(char32_t c) {
  return uc_is_general_category_withtable(static_cast<ucs4_t>(c),
                                          UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me);
}

bool resembles_ascii(char32_t c) {
  const auto code = static_cast<ucs4_t>(c);
  if (code < 0x80) return false;
  if (is_hidden(c) || is_joiner(c) || is_combining(c)) return true;
  if (c == 0x2212 || c == 0x30FC) return true;  // minus, and the bar of long vowels
  if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Pd | UC_CATEGORY_MASK_Nd))
    return true;
  const uc_script_t* script = uc_script(code);
  return script != nullptr && std::ranges::count(kAlike, std::string_view(script->name)) > 0;
}

}  // namespace opsctl
