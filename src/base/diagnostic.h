// A mistake in a file of the user's: where, what, and what to do. Collected, sorted, printed
// together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/message.h"

namespace opsctl {

/// A place in a file. Line and column are 1-based; the column counts characters, not bytes.
struct SourcePos {
  std::string file;
  int line = 0;
  int column = 0;

  friend auto operator<=>(const SourcePos&, const SourcePos&) = default;
};

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  SourcePos pos;
  Message message;
  std::optional<Message> hint = std::nullopt;
  std::string source_line = {};  // without its line end; empty where there is none to show
};

using Diagnostics = std::vector<Diagnostic>;

/// By file, line, column; the order of finding decides between equals. Exact repeats are dropped.
void sort_by_position(Diagnostics& diagnostics);

bool has_errors(const Diagnostics& diagnostics);

/// "file:line:column: error: message", the source line, a caret under the column (at the right
/// place under wide characters too), and the hint. `ambiguous` is the width of ◎ on the terminal.
std::string to_text(const Diagnostic& diagnostic, Language language, int ambiguous);

}  // namespace opsctl
