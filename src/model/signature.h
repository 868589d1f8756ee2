// Signed sign-offs (spec records.md, "Proof"): the text that a signer's key signs.
#pragma once

#include <string>
#include <string_view>

#include "model/event.h"

namespace opsctl {

/// The namespace of the signatures: one made for anything else does not count.
inline constexpr std::string_view kSignatureNamespace = "opsctl-signoff-v1";

/// Journal, run, content, decision, meaning, person and time; the same for the same sign-off, for
/// ever. The time is `signed_at` of the sign-off, which must be there.
std::string signed_text(std::string_view journal, std::string_view run, const SignedOff& sign_off,
                        const Actor& actor);

}  // namespace opsctl
