// opsctl check: for cron and monitoring plugins (spec schedule.md 16). Every trouble is 3, which
// cli::run sees to.

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "cli/standings.h"
#include "render/check_view.h"

namespace opsctl::cli {
namespace {

using render::CheckState;

struct Options {
  std::optional<std::string> warn_on;
  std::optional<std::string> as_of;
  ItemFilter filter;
};

CheckState state_of(const Standing& standing, bool warn_on_due) {
  if (standing.state == ItemState::overdue) return CheckState::critical;
  const bool attention = standing.state == ItemState::late ||
                         standing.reason == StateReason::no_baseline ||
                         std::ranges::count(standing.warnings, DueWarning::future_execution) > 0;
  if (attention || (warn_on_due && standing.state == ItemState::due)) return CheckState::warning;
  return CheckState::ok;
}

Exit check(const Options& options, Session& session) {
  if (options.warn_on && *options.warn_on != "due") {
    throw Error(Exit::usage,
                say<MessageId::option_value_unknown>("--warn-on", visible(*options.warn_on)),
                say<MessageId::try_one_of>("due"));
  }
  const Instant as_of =
      options.as_of ? instant_typed(session, "--as-of", *options.as_of) : session.now();
  std::optional<Journal> journal = session.read_journal();
  if (!journal) {
    throw Error(Exit::journal, say<MessageId::no_journal_yet>(visible(session.journal_path())),
                say<MessageId::no_journal_hint>());
  }
  std::vector<render::DueRow> rows = standings(session, journal, as_of);
  journal.reset();
  keep_matching(session, options.filter, rows);
  if (rows.empty()) throw Error(Exit::not_found, say<MessageId::no_item_selected>());

  CheckState state = CheckState::ok;
  for (const render::DueRow& row : rows) {
    state = std::max(state, state_of(row.standing, options.warn_on.has_value()));
  }
  if (state != CheckState::ok || !session.is_quiet()) {
    session.print(
        render::check(session.catalog(), rows, as_of, state, session.format(), session.look()));
  }
  return Exit{static_cast<int>(state)};
}

}  // namespace

Command check_command() {
  auto options = std::make_shared<Options>();
  return {
      .name = "check",
      .summary = say<MessageId::about_check>(),
      .words = {},
      .options = {{"--warn-on", "due", &options->warn_on, say<MessageId::opt_warn_on>()},
                  {"--cycle", "CYCLE", &options->filter.cycle, say<MessageId::opt_cycle>()},
                  {"--party", "PARTY", &options->filter.party, say<MessageId::opt_party_filter>()},
                  {"--as-of", "TIME", &options->as_of, say<MessageId::opt_as_of>()}},
      .examples = {"opsctl check", "opsctl check --quiet",
                   "opsctl check --warn-on due --cycle 1/D"},
      .action = [options](Session& session) { return check(*options, session); }};
}

}  // namespace opsctl::cli
