// The runs that wait for somebody, and those that wait for a sign-off with what a decision needs:
// for `pending` and `approve`, `check` and `metrics`.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "model/run.h"
#include "render/pending_view.h"
#include "store/journal.h"

namespace opsctl::cli {

struct Waiting {
  Run run;
  std::optional<std::chrono::seconds> usual;  // the median of the item's runs before
  bool runbook_changed = false;               // since the item's run before
};

Waiting waiting(const Journal& journal, Run run);

/// The rows point into `runs`.
std::vector<render::PendingRow> rows_of(const std::vector<Waiting>& runs);

/// The runs on which somebody has still to act: only they can wait too long.
struct WaitingRuns {
  std::vector<RunSummary> unsettled;    // in unsettled_states()
  std::vector<RunSummary> emergencies;  // settled, but nobody has accepted yet how they began
};
WaitingRuns waiting_runs(const Journal& journal);

/// Open requests for work that may not begin without approval.
std::vector<render::PendingRequest> requests_to_approve(Session& session, const Journal& journal);

}  // namespace opsctl::cli
