// What somebody probably meant who wrote something that is no cycle.
#pragma once

#include <optional>
#include <string_view>

#include "base/message.h"
#include "model/cycle.h"

namespace opsctl {

/// The grammar alone: no folding, no trimming, no suggestion.
std::optional<Cycle> parse_exact_cycle(std::string_view text);

/// `text` is folded and trimmed, and no cycle.
Message hint_for_cycle(std::string_view text);

}  // namespace opsctl
