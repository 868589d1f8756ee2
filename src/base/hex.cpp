#include "base/hex.h"

#include <sodium/utils.h>

namespace opsctl {

std::string hex_digits(std::string_view bytes) {
  std::string digits(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                 bytes.size());
  digits.pop_back();
  return digits;
}

}  // namespace opsctl
