// What several commands read from the journal.
#pragma once

#include <vector>

#include "cli/session.h"
#include "model/event.h"

namespace opsctl::cli {

/// All that match, page by page up to the head.
std::vector<Event> all_events(const Journal& journal, const EventFilter& filter);

/// The item's runs that a register has: those whose work was finished and not aborted; what was
/// rejected says so.
std::vector<Run> registered_runs(Session& session, const Runbook& book, RunFilter filter);

/// --from and --to, as typed.
RunFilter performed_between(Session& session, const std::optional<std::string>& from,
                            const std::optional<std::string>& to);

}  // namespace opsctl::cli
