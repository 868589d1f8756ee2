// opsctl check: for cron and monitoring plugins (spec schedule.md 16). Every trouble is 3, which
// cli::run sees to.

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <utility>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "cli/standings.h"
#include "cli/waiting.h"
#include "render/check_view.h"

namespace opsctl::cli {
namespace {

using render::CheckState;

/// A monitoring plugin is given ten seconds as a rule; the rest is for reading.
constexpr std::chrono::milliseconds kWait{5'000};

struct Options {
  std::optional<std::string> warn_on;
  std::optional<std::string> timeout;
  std::optional<std::string> as_of;
  ItemFilter filter;
};

/// The warnings that want attention; the others only say how sure a date is.
bool is_alarming(DueWarning warning) {
  return warning == DueWarning::future_execution || warning == DueWarning::orphan_key;
}

CheckState state_of(const Standing& standing, bool warn_on_due) {
  if (standing.state == ItemState::overdue) return CheckState::critical;
  const bool attention = standing.state == ItemState::late ||
                         standing.reason == StateReason::no_baseline ||
                         std::ranges::any_of(standing.warnings, is_alarming);
  if (attention || (warn_on_due && standing.state == ItemState::due)) return CheckState::warning;
  return CheckState::ok;
}

/// Of the items that are looked at.
std::vector<render::StaleRun> stale_runs(WaitingRuns waiting, const Catalog& catalog,
                                         const std::function<bool(const Runbook&)>& is_looked_at,
                                         Instant as_of) {
  std::vector<render::StaleRun> stale;
  std::map<std::string, std::vector<RunSummary>> by_item;
  for (std::vector<RunSummary>* runs : {&waiting.unsettled, &waiting.emergencies}) {
    for (RunSummary& run : *runs) by_item[run.item].push_back(std::move(run));
  }
  if (by_item.empty()) return stale;
  for (const Runbook& book : catalog.runbooks) {
    const auto runs = by_item.find(book.id);
    if (runs == by_item.end() || !is_looked_at(book)) continue;
    for (RunSummary& run : runs->second) {
      const Staleness staleness = opsctl::staleness(run, book.limits, catalog.zone, as_of);
      if (staleness != Staleness::none) stale.push_back({std::move(run), &book, staleness});
    }
  }
  return stale;
}

std::chrono::milliseconds timeout_of(const Options& options) {
  if (!options.timeout) return kWait;
  if (const auto seconds = parse_count(*options.timeout)) return std::chrono::seconds(*seconds);
  throw Error(Exit::usage,
              say<messages::option_value_unknown>("--timeout", visible(*options.timeout)),
              say<messages::seconds_hint>());
}

Exit check(const Options& options, Session& session) {
  if (options.warn_on && *options.warn_on != "due") {
    throw Error(Exit::usage,
                say<messages::option_value_unknown>("--warn-on", visible(*options.warn_on)),
                say<messages::try_one_of>("due"));
  }
  if (options.filter.party) session.want(Purpose::overview);  // it is the duties that are asked
  render::CheckReport report{.as_of = as_of_typed(session, options.as_of)};
  std::optional<Journal> journal = session.read_journal(timeout_of(options));
  if (!journal) {
    throw Error(Exit::journal, say<messages::no_journal_yet>(visible(session.journal_path())),
                say<messages::no_journal_hint>());
  }
  WaitingRuns waiting = waiting_runs(*journal);
  const auto is_looked_at = matching(session, options.filter);
  report.rows = standings(session, pointer_to(journal), report.as_of, waiting.unsettled,
                          [&](const Runbook& book, const Standing& item) {
                            if (!is_looked_at(book)) return false;
                            report.counts.add(item.state);
                            const CheckState state = state_of(item, options.warn_on.has_value());
                            report.state = std::max(report.state, state);
                            return render::check_tells(item, session.format());
                          });
  if (report.counts.all == 0) throw Error(Exit::not_found, say<messages::no_item_selected>());
  report.stale = stale_runs(std::move(waiting), session.catalog(), is_looked_at, report.as_of);
  const Instant last = journal->last_recorded_at();
  if (last > session.now()) report.last_record = last;
  journal.reset();
  if (!report.stale.empty() || report.last_record)
    report.state = std::max(report.state, CheckState::warning);

  if (report.state != CheckState::ok || !session.is_quiet()) {
    session.print(render::check(session.catalog(), report, session.format(), session.look()));
  }
  return Exit{static_cast<int>(report.state)};
}

}  // namespace

Command check_command() {
  auto options = std::make_shared<Options>();
  return {
      .summary = say<messages::about_check>(),
      .words = {{"ITEM", "ITEM", &options->filter.items, say<messages::arg_items>()}},
      .options = {{"--warn-on", "due", &options->warn_on, say<messages::opt_warn_on>()},
                  {"--cycle", "CYCLE", &options->filter.cycle, say<messages::opt_cycle>()},
                  {"--party", "PARTY", &options->filter.party, say<messages::opt_party_filter>()},
                  {"--timeout", "SECONDS", &options->timeout, say<messages::opt_timeout>()},
                  {"--as-of", "TIME", &options->as_of, say<messages::opt_as_of>()}},
      .examples = {"opsctl check", "opsctl check --quiet", "opsctl check --warn-on due --cycle 1/D",
                   "opsctl check 47 48 --format json"},
      .purpose = Purpose::standings,
      .action = [options](Session& session) { return check(*options, session); }};
}

}  // namespace opsctl::cli
