// Bytes as hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace opsctl {

/// Two lower case digits a byte.
std::string hex_digits(std::string_view bytes);

}  // namespace opsctl
