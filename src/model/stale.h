// Runs that wait too long: open, or for their signatures; or for what an emergency start left out.
#pragma once

#include <vector>

#include "model/run.h"

namespace opsctl {

/// The states in which somebody still has to act: those that take work, and those that wait for a
/// signature.
std::vector<RunState> unsettled_states();
bool is_unsettled(RunState state);

enum class Staleness { none, unaccepted_emergency, open_too_long, unsigned_too_long };
std::string_view name_of(Staleness staleness);  // "none", "unaccepted-emergency" …

/// By the limits of the runbook, at `now`.
Staleness staleness(const RunSummary& run, const RunLimits& limits, const Zone& zone, Instant now);

}  // namespace opsctl
