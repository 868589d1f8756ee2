// For tests of the readers: diagnostics as short text, and a small runbook to change.
#pragma once

#include <string>

#include <fmt/format.h>

#include "base/diagnostic.h"
#include "base/text.h"
#include "catalog/runbook_yaml.h"

namespace opsctl {

/// "3:1: unknown key 'x' | did you mean 'y'?", a line each; warnings are marked.
inline std::string brief(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    out += fmt::format("{}:{}: {}{}", d.pos.line, d.pos.column,
                       d.severity == Severity::warning ? "warning: " : "",
                       to_text(d.message, Language::en));
    if (d.hint) out += " | " + to_text(*d.hint, Language::en);
    out += "\n";
  }
  return out;
}

inline CatalogFrame small_frame() {
  return {{{"boss", "Client", "approval", false},
           {"lead", "Client", "control", false},
           {"crew", "Contractor", "operation", true},
           {"help", "Contractor", "desk", true}},
          "inc"};
}

/// A runbook that is right: line 1 is `id`, line 10 begins its only step.
inline std::string small_book() {
  return "id: inc-13\n"
         "no: 13\n"
         "title: Recovery\n"
         "category: {class: A, major: B, middle: C, minor: D}\n"
         "summary: Brings it back.\n"
         "cycle: 随時\n"
         "methods: [tool, manual]\n"
         "duties: {boss: ▲, crew: ◎}\n"
         "steps:\n"
         "  - id: one\n"
         "    text: Do it\n";
}

/// The small runbook with `from` replaced by `to`, which must be there.
inline std::string changed(std::string_view from, std::string_view to) {
  std::string text = small_book();
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("not in the small runbook");
  return text.replace(at, from.size(), to);
}

inline std::string problems_of_book(std::string_view text) {
  return brief(read_runbook(text, "r.yaml", small_frame()).diagnostics);
}

}  // namespace opsctl
