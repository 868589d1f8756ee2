// The head of a journal's chain, to be kept outside it: whoever has it can tell later whether the
// journal was rewritten (spec records.md, "Proof").
#pragma once

#include <cstdint>
#include <string>

#include "base/sha256.h"

namespace opsctl {

struct Anchor {
  std::string journal;  // its uuid
  std::int64_t seq = 0;
  Hash hash{};

  friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// "UUID SEQ HASH", as verify --anchors reads it.
inline std::string to_text(const Anchor& anchor) {
  return anchor.journal + " " + std::to_string(anchor.seq) + " " + hex(anchor.hash);
}

}  // namespace opsctl
