#include "cli/waiting.h"

#include <algorithm>
#include <utility>

#include "model/stale.h"

namespace opsctl::cli {
namespace {

// Enough to know what is usual; older work says little about today's.
constexpr int kRunsLookedAt = 15;

/// The last ones that began before this one.
RunFilter before(const Run& run, int limit) {
  const Event& start = run.events.front();
  return {.item = start.item, .started_before = start.performed_at, .limit = limit};
}

std::optional<std::chrono::seconds> usual_duration(const Journal& journal, const Run& run) {
  RunFilter filter = before(run, kRunsLookedAt);
  filter.satisfies = true;
  std::vector<std::chrono::seconds> durations;
  for (const RunSummary& one : journal.runs(filter)) {
    if (one.performed_at) durations.push_back(*one.performed_at - one.started_at);
  }
  if (durations.empty()) return std::nullopt;
  const auto middle = durations.begin() + static_cast<std::ptrdiff_t>(durations.size() / 2);
  std::ranges::nth_element(durations, middle);
  return *middle;
}

bool is_changed_since_last(const Journal& journal, const Run& run) {
  const std::vector<RunSummary> last = journal.runs(before(run, 1));
  return !last.empty() && journal.run(last.front().id)->events.front().runbook_hash !=
                              run.events.front().runbook_hash;
}

}  // namespace

Waiting waiting(const Journal& journal, Run run) {
  const auto usual = usual_duration(journal, run);
  const bool changed = is_changed_since_last(journal, run);
  return {std::move(run), usual, changed};
}

std::vector<render::PendingRow> rows_of(const std::vector<Waiting>& runs) {
  std::vector<render::PendingRow> rows;
  for (const Waiting& waiting : runs) {
    rows.push_back({waiting.run, waiting.usual, waiting.runbook_changed});
  }
  return rows;
}

WaitingRuns waiting_runs(const Journal& journal) {
  WaitingRuns waiting{journal.runs({.states = unsettled_states()}),
                      journal.runs({.emergency = true})};
  std::erase_if(waiting.emergencies, [](const RunSummary& run) { return is_unsettled(run.state); });
  return waiting;
}

std::vector<render::PendingRequest> requests_to_approve(Session& session, const Journal& journal) {
  std::vector<render::PendingRequest> found;
  const Catalog& catalog = session.catalog();
  for (const Runbook& book : catalog.runbooks) {
    if (book.gate != Gate::prior_approval) continue;
    for (const Request& request : journal.open_requests(book.id)) {
      if (!request.approved_at) found.push_back({request, book});
    }
  }
  return found;
}

}  // namespace opsctl::cli
