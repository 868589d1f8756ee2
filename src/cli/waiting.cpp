#include "cli/waiting.h"

#include <algorithm>
#include <utility>

namespace opsctl::cli {
namespace {

// Enough to know what is usual; older work says little about today's.
constexpr std::size_t kRunsLookedAt = 15;

std::vector<RunSummary> runs_before(const Journal& journal, const Run& run) {
  const Event& start = run.events.front();
  return journal.runs({.item = start.item, .started_before = start.performed_at});
}

std::optional<std::chrono::seconds> usual_duration(const std::vector<RunSummary>& runs) {
  std::vector<std::chrono::seconds> durations;
  for (auto run = runs.rbegin(); run != runs.rend() && durations.size() < kRunsLookedAt; ++run) {
    if (run->satisfies && run->performed_at) {
      durations.push_back(*run->performed_at - run->started_at);
    }
  }
  if (durations.empty()) return std::nullopt;
  const auto middle = durations.begin() + static_cast<std::ptrdiff_t>(durations.size() / 2);
  std::ranges::nth_element(durations, middle);
  return *middle;
}

bool is_changed_since(const Journal& journal, const std::vector<RunSummary>& runs, const Run& run) {
  if (runs.empty()) return false;
  const auto before = journal.run(runs.back().id);
  return before->events.front().runbook_hash != run.events.front().runbook_hash;
}

}  // namespace

Waiting waiting(const Journal& journal, Run run) {
  const std::vector<RunSummary> runs = runs_before(journal, run);
  const bool changed = is_changed_since(journal, runs, run);
  return {std::move(run), usual_duration(runs), changed};
}

std::vector<render::PendingRow> rows_of(const std::vector<Waiting>& runs) {
  std::vector<render::PendingRow> rows;
  for (const Waiting& waiting : runs) {
    rows.push_back({waiting.run, waiting.usual, waiting.runbook_changed});
  }
  return rows;
}

std::vector<render::PendingRequest> requests_to_approve(Session& session, const Journal& journal) {
  std::vector<render::PendingRequest> found;
  const Catalog& catalog = session.catalog();
  for (const Runbook& book : catalog.runbooks) {
    if (book.gate != Gate::prior_approval) continue;
    for (const Request& request :
         open_requests(known_at(session.now(), journal.history(book.id, catalog.zone)))) {
      if (!request.approved_at) found.push_back({request, book});
    }
  }
  return found;
}

}  // namespace opsctl::cli
