// What spreadsheets put before UTF-8 text, and want to find there.
#pragma once

#include <string_view>

namespace opsctl {

inline constexpr std::string_view kByteOrderMark = "\uFEFF";

}  // namespace opsctl
