// Where a line of text may be broken.
#pragma once

#include <string_view>
#include <vector>

namespace opsctl {

/// The pieces between the places where Japanese line breaking rules (kinsoku) and spaces allow a
/// break. Not after a hyphen: "--reason" is typed as one word, and read as one.
std::vector<std::string_view> breakable_pieces(std::string_view text);

}  // namespace opsctl
