// BLAKE2b, by libsodium: as hard to come by with other bytes as SHA-256, and faster. For what
// nobody but opsctl compares.
#pragma once

#include <string_view>

#include "base/sha256.h"

namespace opsctl {

Hash blake2b(std::string_view bytes);

}  // namespace opsctl
