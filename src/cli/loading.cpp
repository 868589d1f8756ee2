#include "cli/loading.h"

#include "cli/lookup.h"
#include "cli/standings.h"

namespace opsctl::cli {

std::vector<Event> all_events(const Journal& journal, const EventFilter& filter) {
  std::vector<Event> events;
  Page page{.up_to = journal.head().seq};
  for (;;) {
    const std::vector<Event> part = journal.events(filter, page);
    if (part.empty()) return events;
    page.after = part.back().seq;
    events.insert(events.end(), part.begin(), part.end());
  }
}

std::vector<Run> registered_runs(Session& session, const Runbook& book, RunFilter filter) {
  filter.item = book.id;
  std::vector<Run> runs;
  const std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  if (!journal) return runs;
  for (const RunSummary& run : journal->runs(filter)) {
    if (run.performed_at && run.state != RunState::aborted) runs.push_back(*journal->run(run.id));
  }
  return runs;
}

RunFilter performed_between(Session& session, const std::optional<std::string>& from,
                            const std::optional<std::string>& to) {
  RunFilter filter;
  if (from) filter.performed_from = instant_typed(session, "--from", *from);
  if (to) filter.performed_before = instant_typed(session, "--to", *to);
  return filter;
}

}  // namespace opsctl::cli
