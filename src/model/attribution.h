// Which execution satisfies which occurrence (spec schedule.md 7). Computed, never stored.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "model/owed.h"

namespace opsctl {

struct Settled {
  Execution::Kind by{};
  Instant performed_at{};
};

/// The satisfied and the waived occurrences.
using Settlement = std::map<Position, Settled>;

struct Attribution {
  Settlement settled;
  std::vector<std::optional<Position>> places;  // of each fact; nothing: it is extra
};

/// `facts` in the order of (performed_at, seq).
Attribution attribute(const OwedLine& line, std::span<const Execution> facts);

}  // namespace opsctl
