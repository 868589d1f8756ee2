#include "cli/complain.h"

#include "base/messages/base.h"

#include <ostream>

namespace opsctl::cli {

void complain(const World& world, Language language, const Problem& problem) {
  const auto text = [&](const Message& message) { return to_text(message, language); };
  world.out.flush();
  world.err << text(say<messages::severity_error>()) << ": " << text(problem.what) << "\n";
  for (const Message& detail : problem.details) world.err << "  " << text(detail) << "\n";
  if (problem.hint) {
    world.err << text(say<messages::hint_label>()) << ": " << text(*problem.hint) << "\n";
  }
}

}  // namespace opsctl::cli
