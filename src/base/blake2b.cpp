#include "base/blake2b.h"

#include <sodium/crypto_generichash.h>

namespace opsctl {

Hash blake2b(std::string_view bytes) {
  Hash hash;
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  return hash;
}

}  // namespace opsctl
