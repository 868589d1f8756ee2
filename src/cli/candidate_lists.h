// Values that need no journal: from the argument itself, the catalogue and its roster.
#pragma once

#include "cli/candidates.h"

namespace opsctl::cli {

/// "ja|en" and the like.
Candidates alternatives_of(const Kind& kind);
Candidates formats_of(const Spot& spot);
Candidates event_kinds_known();

// Throw Error where the runbooks cannot be read.
Candidates persons(Session& session);
Candidates supervisors(Session& session);
Candidates own_persons(Session& session);  // whom the account may be
Candidates parties(Session& session);
Candidates cycles(Session& session);  // in the order of the catalogue

}  // namespace opsctl::cli
