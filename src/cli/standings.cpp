#include "cli/standings.h"

#include "base/text.h"
#include "cli/lookup.h"
#include "model/due.h"

namespace opsctl::cli {
namespace {

/// The catalogue may leave the beginning to the journal: its first day, or today while there is
/// none.
Date effective_from(Session& session, const std::optional<Journal>& journal) {
  const Catalog& catalog = session.catalog();
  if (catalog.effective_from) return *catalog.effective_from;
  return catalog.zone.date_of(journal ? journal->created_at() : session.now());
}

/// Looking back, what came later is unknown; what is later than the clock itself stays and is
/// warned about.
void forget_later(std::vector<Execution>& history, Instant as_of, Instant now) {
  std::erase_if(history, [&](const Execution& execution) {
    return execution.performed_at > as_of && execution.performed_at <= now;
  });
}

}  // namespace

std::vector<render::DueRow> standings(Session& session, const std::optional<Journal>& journal,
                                      Instant as_of) {
  const Catalog& catalog = session.catalog();
  const SiteCalendar site{.zone = catalog.zone,
                          .fiscal_year_start = catalog.fiscal_year_start,
                          .week_start = catalog.week_start,
                          .holidays = catalog.holidays,
                          .effective_from = effective_from(session, journal)};
  std::map<std::string, std::vector<Execution>> executions;
  if (journal) executions = journal->executions(catalog.zone);
  std::vector<render::DueRow> rows;
  for (const Runbook& book : catalog.runbooks) {
    std::vector<Execution>& history = executions[book.id];
    forget_later(history, as_of, session.now());
    rows.push_back({book, evaluate(book.timetable, site, history, as_of)});
  }
  return rows;
}

void keep_matching(Session& session, const ItemFilter& filter, std::vector<render::DueRow>& rows) {
  std::vector<render::DueRow> kept;
  const auto cycle = filter.cycle ? std::optional(cycle_typed(*filter.cycle)) : std::nullopt;
  const Party* party = filter.party ? &find_party_typed(session, *filter.party) : nullptr;
  for (const render::DueRow& row : rows) {
    if (cycle && row.book.cycle() != *cycle) continue;
    if (party != nullptr && !duty_of(row.book, party->id)) continue;
    kept.push_back(row);
  }
  rows.swap(kept);
}

void remark_on_missing(const Session& session, const std::optional<Journal>& journal) {
  if (!journal) session.remark(say<MessageId::no_journal_yet>(visible(session.journal_path())));
}

}  // namespace opsctl::cli
