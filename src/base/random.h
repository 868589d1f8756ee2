// Randomness of the system, by libsodium.
#pragma once

#include <string>

namespace opsctl {

/// A random (version 4) UUID: for a journal's identity and for idempotency keys.
std::string random_uuid();

}  // namespace opsctl
