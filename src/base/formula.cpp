#include "base/formula.h"

#include <algorithm>
#include <array>

namespace opsctl {
namespace {

/// Full-width twins count too: a Japanese Excel reads them alike.
constexpr std::array<std::string_view, 10> kStarts = {"=",  "+",  "-",  "@",  "\t",
                                                      "\r", "＝", "＋", "－", "＠"};

/// Spaces and line ends before it do not keep every program from calculating.
bool looks_like_formula(std::string_view text) {
  if (text == "-") return false;
  text.remove_prefix(std::min(text.find_first_not_of("' \n"), text.size()));
  return std::ranges::any_of(kStarts,
                             [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

std::string guarded(std::string_view text) {
  return (looks_like_formula(text) ? "'" : "") + std::string(text);
}

std::string unguarded(std::string_view text) {
  const bool is_guarded = text.starts_with('\'') && looks_like_formula(text.substr(1));
  return std::string(is_guarded ? text.substr(1) : text);
}

}  // namespace opsctl
