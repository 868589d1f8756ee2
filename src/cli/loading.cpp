#include "cli/loading.h"

#include "cli/lookup.h"

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

bool has_register_entry(const RunSummary& run) {
  return run.performed_at && run.state != RunState::aborted;
}

RunFilter performed_between(Session& session, const std::optional<std::string>& from,
                            const std::optional<std::string>& to) {
  RunFilter filter;
  if (from) filter.performed_from = instant_typed(session, "--from", *from);
  if (to) filter.performed_before = instant_typed(session, "--to", *to);
  return filter;
}

}  // namespace opsctl::cli
