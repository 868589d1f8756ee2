#include "base/sha256.h"

#include <stdexcept>

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>

#include "base/hex.h"

namespace opsctl {

Hash sha256(std::string_view bytes) { return sha256(std::span<const std::string_view>(&bytes, 1)); }

Hash sha256(std::span<const std::string_view> pieces) {
  std::size_t i = 0;
  // An empty piece adds nothing, and would end the asking.
  return sha256([&] {
    while (i < pieces.size() && pieces[i].empty()) ++i;
    return i < pieces.size() ? pieces[i++] : std::string_view();
  });
}

Hash sha256(const std::function<std::string_view()>& next) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (std::string_view piece = next(); !piece.empty(); piece = next()) {
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                              piece.size());
  }
  Hash hash;
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

std::string hex(const Hash& hash) {
  return hex_digits({reinterpret_cast<const char*>(hash.data()), hash.size()});
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
