// How wide text is on a terminal, and padding, cutting and wrapping by that width. ◎▲△□● and their
// like are 1 or 2 columns by terminal: `ambiguous` says which.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsctl {

/// Columns. Control characters count 0: pass text through visible() first.
int display_width(std::string_view text, int ambiguous);

enum class Align { left, right, center };

/// Fills up with spaces to `width` columns; longer text stays as it is.
std::string pad(std::string_view text, int width, int ambiguous, Align align = Align::left);

/// At most `width` columns; what is cut off is marked with "…". Never cuts inside a grapheme.
std::string cut(std::string_view text, int width, int ambiguous);

/// Lines of at most `width` columns, broken where Japanese line breaking rules (kinsoku) and
/// spaces allow; a word longer than a line is broken between graphemes.
std::vector<std::string> wrap(std::string_view text, int width, int ambiguous);

}  // namespace opsctl
