// Which execution satisfies which occurrence (spec schedule.md 7). Computed, never stored.
#pragma once

#include <map>
#include <span>

#include "model/owed.h"

namespace opsctl {

struct Settled {
  Execution::Kind by{};
  Instant performed_at{};
};

/// The satisfied and the waived occurrences. An execution that is not here is extra.
using Settlement = std::map<Position, Settled>;

/// `facts` in the order of (performed_at, seq).
Settlement attribute(const OwedLine& line, std::span<const Execution> facts);

}  // namespace opsctl
