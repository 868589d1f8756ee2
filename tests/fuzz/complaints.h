// What every reader of files promises about its complaints.
#pragma once

#include "base/diagnostic.h"
#include "fuzz/target.h"
#include "hostile/checks.h"

namespace opsctl::fuzz {

/// Each is of a place in a file of so many lines, and one line that a terminal may be sent.
inline void check_complaints(const Diagnostics& diagnostics, std::ptrdiff_t lines) {
  for (const Diagnostic& diagnostic : diagnostics) {
    require(diagnostic.pos.line >= 0 && diagnostic.pos.line <= lines, "a line that is not there");
    require(diagnostic.pos.column >= 0, "a column that is not there");
    for (const Language language : {Language::en, Language::ja}) {
      const std::string wrong =
          hostile::wrong_with(hostile::Form::complaint, to_text(diagnostic, language, 1));
      require(wrong.empty(), wrong);
    }
  }
}

}  // namespace opsctl::fuzz
