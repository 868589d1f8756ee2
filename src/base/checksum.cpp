#include "base/checksum.h"

#include <array>
#include <cstring>

#include <sodium/crypto_shorthash.h>

namespace opsctl {

std::uint64_t checksum(std::string_view bytes) {
  constexpr std::array<unsigned char, crypto_shorthash_KEYBYTES> kKey{};  // no secret
  std::array<unsigned char, crypto_shorthash_BYTES> sum{};
  crypto_shorthash(sum.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                   kKey.data());
  std::uint64_t number = 0;
  static_assert(sizeof number == crypto_shorthash_BYTES);
  std::memcpy(&number, sum.data(), sum.size());
  return number;
}

}  // namespace opsctl
