// Signatures by OpenSSH's ssh-keygen, which knows keys in files, in agents and on tokens.
#pragma once

#include <string>

#include "base/time.h"

namespace opsctl {

/// The armoured signature of the text by that key. Throws Error (failure) where ssh-keygen is
/// missing or refuses; it asks for a passphrase on the terminal by itself.
std::string ssh_sign(const std::string& key, const std::string& text);

/// Whether the signature is that person's, by the file of allowed signers as it is for `at`. Throws
/// Error (failure) where that cannot be found out.
bool ssh_verifies(const std::string& allowed_signers, const std::string& person,
                  const std::string& text, const std::string& signature, Instant at);

}  // namespace opsctl
