#include "base/diagnostic.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/messages/base.h"
#include "base/text.h"
#include "base/width.h"

namespace opsctl {

void sort_by_position(Diagnostics& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, &Diagnostic::pos);
  // Not std::ranges::unique: clang 14 cannot make the subrange of libstdc++ 12 that it answers
  // with.
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.pos == b.pos && a.message == b.message;
  };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics,
                             [](const auto& d) { return d.severity == Severity::error; });
}

std::string to_text(const Diagnostic& diagnostic, Language language, int ambiguous) {
  const auto& [severity, pos, message, hint, source] = diagnostic;
  const Message label = severity == Severity::error ? say<messages::severity_error>()
                                                    : say<messages::severity_warning>();
  std::string out = visible(pos.file);
  if (pos.line > 0) out += fmt::format(":{}:{}", pos.line, pos.column);
  out += fmt::format(": {}: {}\n", to_text(label, language), to_text(message, language));
  if (!source.empty()) {
    const std::string shown = visible(source);
    const std::string before = visible(first_characters(source, pos.column - 1));
    out +=
        fmt::format("  {}\n  {}^\n", shown,
                    std::string(static_cast<std::size_t>(display_width(before, ambiguous)), ' '));
  }
  if (hint) {
    out += fmt::format("  {}: {}\n", to_text(say<messages::hint_label>(), language),
                       to_text(*hint, language));
  }
  return out;
}

}  // namespace opsctl
