#include "base/sha256.h"

#include <stdexcept>

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>

namespace opsctl {

Hash sha256(std::string_view bytes) { return sha256(std::span(&bytes, 1)); }

Hash sha256(std::span<const std::string_view> pieces) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const std::string_view piece : pieces) {
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                              piece.size());
  }
  Hash hash;
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

std::string hex(const Hash& hash) {
  std::string digits(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
  digits.pop_back();
  return digits;
}

Hash hash_from_hex(std::string_view digits) {
  Hash hash;
  std::size_t length = 0;
  if (digits.size() != hash.size() * 2 ||
      sodium_hex2bin(hash.data(), hash.size(), digits.data(), digits.size(), nullptr, &length,
                     nullptr) != 0 ||
      length != hash.size()) {
    throw std::invalid_argument("not a SHA-256 in hexadecimal");
  }
  return hash;
}

}  // namespace opsctl
