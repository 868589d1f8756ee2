// Walking through the checklist of an open run on a terminal.
#pragma once

#include <string>

#include "cli/session.h"

namespace opsctl::cli {

/// Throws Error(Exit::usage) where no questions can be asked.
void require_terminal(const Session& session);

/// One step at a time, one key an answer; each answer is recorded before the next question, so that
/// whoever leaves, or loses the connection, loses nothing.
Exit guide(Session& session, const std::string& run);

}  // namespace opsctl::cli
