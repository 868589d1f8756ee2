#include "cli/findings.h"

#include <algorithm>

namespace opsctl::cli {

std::size_t errors_in(const Diagnostics& diagnostics) {
  return static_cast<std::size_t>(
      std::ranges::count(diagnostics, Severity::error, &Diagnostic::severity));
}

Json diagnostics_json(const Diagnostics& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& d : diagnostics) {
    list.push_back({{"file", d.pos.file},
                    {"line", d.pos.line},
                    {"column", d.pos.column},
                    {"severity", d.severity == Severity::error ? "error" : "warning"},
                    {"code", std::string(d.message.text->name)},
                    {"message", to_text(d.message, Language::en)},
                    {"hint", d.hint ? Json(to_text(*d.hint, Language::en)) : Json(nullptr)}});
  }
  return list;
}

}  // namespace opsctl::cli
