#include "cli/catalog_history.h"

#include <algorithm>

#include "base/messages/cli.h"
#include "base/messages/schedule.h"

namespace opsctl::cli {
namespace {

/// The version of the definition that was in force.
const ScheduleVersion& version_then(const Runbook& book, const Zone& zone, Instant then) {
  const std::vector<ScheduleVersion>& versions = book.timetable.versions;
  std::size_t number = versions.size() - 1;
  while (number > 0 && zone.start_of(*versions[number].effective_from) > then) --number;
  return versions[number];
}

/// A cycle that was edited in place invents misses: the runs know the one they were made under
/// (spec schedule.md 14).
void doubt_edited_cycles(const Catalog& catalog, const Journal& journal, Diagnostics& found) {
  for (const Runbook& book : catalog.runbooks) {
    const std::vector<RunSummary> runs = journal.runs({.item = book.id, .limit = 1});
    if (runs.empty()) continue;
    const RunSummary& last = runs.front();
    const std::string now = to_text(version_then(book, catalog.zone, last.started_at).cycle);
    if (now == last.cycle) continue;
    found.push_back({Severity::warning, book.pos,
                     say<messages::cycle_edited>(book.id, last.cycle, now),
                     say<messages::cycle_edited_hint>(last.cycle)});
  }
}

/// What is recorded is baseline enough.
void drop_known_baselines(const Catalog& catalog, const Journal& journal, Diagnostics& found) {
  std::erase_if(found, [&](const Diagnostic& one) {
    if (one.message.text != &messages::schedule_baseline_missing) return false;
    return std::ranges::any_of(catalog.runbooks, [&](const Runbook& book) {
      return book.pos.file == one.pos.file &&
             !journal.runs({.item = book.id, .satisfies = true, .limit = 1}).empty();
    });
  });
}

}  // namespace

void compare_with_history(LoadResult& loaded, const Journal& journal) {
  if (!loaded.catalog) return;
  doubt_edited_cycles(*loaded.catalog, journal, loaded.diagnostics);
  drop_known_baselines(*loaded.catalog, journal, loaded.diagnostics);
}

}  // namespace opsctl::cli
