// What several commands read from the journal.
#pragma once

#include <vector>

#include "cli/session.h"
#include "model/event.h"

namespace opsctl::cli {

/// All that match, page by page up to the head.
std::vector<Event> all_events(const Journal& journal, const EventFilter& filter);

/// Those whose work was finished and counts: work that was never finished has nothing to register;
/// what was rejected says so.
bool has_register_entry(const RunSummary& run);

/// --from and --to, as typed.
RunFilter performed_between(Session& session, const std::optional<std::string>& from,
                            const std::optional<std::string>& to);

}  // namespace opsctl::cli
