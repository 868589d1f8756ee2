// Tables as text: cells separated by tabs or commas, quoted as RFC 4180 says. Debian has no C++
// library for it that tells where a cell stands, which a report needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace opsctl {

/// Line and column are 1-based and of the cell's first character.
struct TextCell {
  std::string text;
  int line = 0;
  int column = 0;
};

/// A row may be several lines long, where quoted cells are.
using TextRow = std::vector<TextCell>;

struct DelimitedText {
  std::vector<TextRow> rows;  // never without a cell
  Diagnostics problems;
};

/// `text` is UTF-8 without a byte order mark; lines end with LF or CRLF. A quote that is never
/// closed or that is followed by more text is a problem, and its line is then read as it stands:
/// one slip does not swallow what follows.
DelimitedText read_delimited(std::string_view text, const std::string& name, char separator);

}  // namespace opsctl
