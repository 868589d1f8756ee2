// What may stand where the cursor is: the values of an argument, from the command table, the
// catalogue and the journal.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/session.h"

namespace opsctl::cli {

struct Candidate {
  std::string value;
  std::string about = {};  // in the session's language
};

using Candidates = std::vector<Candidate>;

/// Of spot.argument; not yet sifted by what is typed. Only reads. Throws Error where what it needs
/// cannot be read.
Candidates candidates(Session& session, const Spot& spot);

}  // namespace opsctl::cli
