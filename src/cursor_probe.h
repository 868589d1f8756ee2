// How wide the terminal draws ◎ and its like: asked of the terminal itself.
#pragma once

#include <optional>

namespace opsctl {

/// 1 or 2, measured by where the cursor stands before and after one ◎, which is wiped away again.
/// Nothing where that cannot be told: no terminal on both sides, a job in the background, a key
/// pressed ahead (it would be taken for the answer), a terminal that does not answer within 200 ms.
std::optional<int> measure_ambiguous_width();

}  // namespace opsctl
