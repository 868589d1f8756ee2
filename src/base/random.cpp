#include "base/random.h"

#include <array>
#include <cstdint>
#include <stdexcept>

#include <sodium/core.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>

namespace opsctl {

std::string random_uuid() {
  if (sodium_init() < 0) throw std::runtime_error("the system gives no random numbers");
  std::array<std::uint8_t, 16> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U);  // version 4
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);  // RFC 4122
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) text.insert(dash, 1, '-');
  return text;
}

}  // namespace opsctl
