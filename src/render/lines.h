// Lines of text: a prefix followed by text that hangs below itself where it wraps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/colour.h"
#include "render/look.h"

namespace opsctl::render {

/// `prefix` and then `text`, wrapped to the columns of `look`; later lines are indented by the
/// width of the prefix. A prefix that leaves too little room has lines of its own. Both go through
/// visible(); only `text` is styled. Every line ends with a line end and not with a space.
std::string hanging(std::string_view prefix, std::string_view text, const Look& look,
                    Style style = Style::plain);

/// One line, cut to the columns of `look` with a mark.
std::string one_line(std::string_view text, const Look& look, Style style = Style::plain);

std::string without_trailing_spaces(std::string line);

}  // namespace opsctl::render
