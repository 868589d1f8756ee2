// The 16 terminal colours, used sparingly: what a colour says is always said in words too.
#pragma once

#include <string>
#include <string_view>

#include "render/look.h"

namespace opsctl::render {

enum class Style { plain, strong, faint, bad, attention, good };

/// The text as it is unless `look.colour`.
std::string styled(std::string_view text, Style style, const Look& look);

}  // namespace opsctl::render
