#include "cli/standings.h"

#include <algorithm>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>

#include "base/messages/cli.h"
#include "base/text.h"
#include "cli/lookup.h"
#include "model/due.h"
#include "model/recent.h"
#include "model/stale.h"
#include "model/workflow.h"
#include "render/run_parts.h"

namespace opsctl::cli {
namespace {

/// The catalogue may leave the beginning to the journal: its first day, or today while there is
/// none.
Date effective_from(Session& session, const Journal* journal) {
  const Catalog& catalog = session.catalog();
  if (catalog.effective_from) return *catalog.effective_from;
  return catalog.zone.date_of(journal ? journal->created_at() : session.now());
}

/// What is being done already is gone on with, not started again.
void add_open_runs(const Journal& journal, std::span<const RunSummary> unsettled,
                   std::vector<render::DueRow>& rows) {
  std::map<std::string, std::string> first;  // by item
  for (const RunSummary& run : unsettled) {
    if (takes_work(run.state)) first.emplace(run.item, run.id);
  }
  if (first.empty()) return;
  for (render::DueRow& row : rows) {
    const auto open = first.find(row.book.id);
    if (open == first.end()) continue;
    row.open_run = open->second;
    const bool lapsed = row.standing.uncovered_since.has_value();
    row.go_on =
        lapsed ? "opsctl confirm " + row.open_run : next_work_command(*journal.run(row.open_run));
  }
}

}  // namespace

SiteCalendar site_calendar(Session& session, const Journal* journal) {
  const Catalog& catalog = session.catalog();
  return {.zone = catalog.zone,
          .fiscal_year_start = catalog.fiscal_year_start,
          .week_start = catalog.week_start,
          .holidays = catalog.holidays,
          .effective_from = effective_from(session, journal)};
}

namespace {

/// What is later than the clock itself is warned about, unless one looks back on purpose.
std::optional<Instant> looking_back(Session& session, Instant as_of) {
  return as_of < session.now() ? std::optional(as_of) : std::nullopt;
}

using Histories = std::map<std::string, ItemHistory>;

Histories recent_histories(const Journal& journal, const SiteCalendar& site, Instant as_of,
                           std::span<const Runbook> runbooks,
                           std::span<const RunSummary> unsettled) {
  std::unordered_map<std::string_view, const Runbook*> books;
  books.reserve(runbooks.size());
  for (const Runbook& book : runbooks) books.emplace(book.id, &book);
  const auto from = [&](const std::string& item, Instant last_done) -> std::optional<Instant> {
    const auto book = books.find(item);
    if (book == books.end()) return std::nullopt;
    return facts_needed_from(book->second->timetable, site, as_of, last_done);
  };
  const auto [first, last] = std::ranges::minmax_element(runbooks, {}, &Runbook::id);
  Histories recent = journal.recent_histories(site.zone, first->id, last->id, from, unsettled);
  for (auto& [item, history] : recent) {
    const auto book = books.find(item);
    if (book != books.end() && !is_enough(book->second->timetable, site, as_of, history))
      history = journal.history(item, site.zone);
  }
  return recent;
}

/// What decides how the items stand at `as_of`.
Histories deciding_histories(Session& session, const Journal* journal, const SiteCalendar& site,
                             Instant as_of, std::span<const RunSummary> unsettled) {
  if (!journal) return {};
  const auto back = looking_back(session, as_of);
  if (back || !journal->is_all_before(as_of)) return journal->histories(site.zone, back);
  return recent_histories(*journal, site, as_of, session.catalog().runbooks, unsettled);
}

}  // namespace

ItemHistory deciding_history(const Journal& journal, const SiteCalendar& site, const Runbook& book,
                             Instant now) {
  const auto open = journal.runs({.item = book.id, .states = {RunState::open}});
  return recent_histories(journal, site, now, {&book, 1}, open)[book.id];
}

std::map<std::string, ItemHistory> histories(Session& session, const Journal* journal,
                                             Instant as_of) {
  if (!journal) return {};
  return journal->histories(session.catalog().zone, looking_back(session, as_of));
}

ItemHistory history_of(Session& session, const Journal* journal, const Runbook& book,
                       Instant as_of) {
  if (!journal) return {};
  return journal->history(book.id, session.catalog().zone, looking_back(session, as_of));
}

std::vector<render::DueRow> standings(Session& session, const Journal* journal, Instant as_of,
                                      const Wanted& wanted) {
  const auto unsettled =
      journal ? journal->runs({.states = unsettled_states()}) : std::vector<RunSummary>();
  return standings(session, journal, as_of, unsettled, wanted);
}

std::vector<render::DueRow> standings(Session& session, const Journal* journal, Instant as_of,
                                      std::span<const RunSummary> unsettled, const Wanted& wanted) {
  const SiteCalendar site = site_calendar(session, journal);
  const Histories known = deciding_histories(session, journal, site, as_of, unsettled);
  const std::vector<Runbook>& runbooks = session.catalog().runbooks;
  const ItemHistory none;
  std::vector<render::DueRow> rows;
  if (!wanted) rows.reserve(runbooks.size());
  for (const Runbook& book : runbooks) {
    const auto found = known.find(book.id);
    const ItemHistory& history = found == known.end() ? none : found->second;
    Standing standing = evaluate(book.timetable, site, history, as_of);
    if (!wanted || wanted(book, standing)) rows.push_back({book, std::move(standing)});
  }
  if (journal != nullptr) add_open_runs(*journal, unsettled, rows);
  return rows;
}

std::function<bool(const Runbook&)> matching(Session& session, const ItemFilter& filter) {
  const std::string cycle = filter.cycle ? to_text(cycle_typed(*filter.cycle)) : "";
  const Party* party = filter.party ? &find_party_typed(session, *filter.party) : nullptr;
  return [cycle, party, all = filter.items.empty(),
          named = find_items(session, filter.items)](const Runbook& book) {
    return (all || std::ranges::find(named, &book) != named.end()) &&
           (cycle.empty() || to_text(book.cycle()) == cycle) &&
           (party == nullptr || duty_of(book, party->id));
  };
}

void remark_on_missing(const Session& session, const std::optional<Journal>& journal) {
  if (!journal) session.remark(say<messages::no_journal_yet>(visible(session.journal_path())));
}

}  // namespace opsctl::cli
