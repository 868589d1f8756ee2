// The head of a journal's chain, to be kept outside it: whoever has it can tell later whether the
// journal was rewritten (spec records.md, "Proof").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

/// The same as it was kept: people copy the first digits of a hash.
struct KeptAnchor {
  std::string journal = {};  // empty: it was not written down
  std::int64_t seq = 0;
  std::string digits = {};  // hexadecimal, lower case, 8 to 64

  friend bool operator==(const KeptAnchor&, const KeptAnchor&) = default;
};

/// "SEQ:HASH", or "UUID SEQ HASH" and anything behind that (backups and reports write the time).
std::optional<KeptAnchor> parse_anchor(std::string_view text);

/// A line of a file of anchors with nothing to read: empty, or a remark that begins with "#".
bool is_blank_line(std::string_view line);

}  // namespace opsctl
