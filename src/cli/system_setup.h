// Setting up a shared host (spec records.md, "A shared host").
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace opsctl::cli {

inline constexpr const char* kJournalGroup = "opsctl";

/// The site's runbooks, the journal with its folder, and the program's group; what is right already
/// is left as it is. Answers what was done, a line each. Throws Error where this is not root, or
/// the group is missing.
std::vector<Message> set_up_system(Session& session);

}  // namespace opsctl::cli
