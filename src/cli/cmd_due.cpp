// opsctl due: what needs doing.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "cli/standings.h"
#include "model/duration.h"
#include "render/due_view.h"

namespace opsctl::cli {
namespace {

struct Options {
  bool all = false;
  bool overdue = false;
  std::optional<std::string> within;
  std::optional<std::string> as_of;
  ItemFilter filter;
};

Instant horizon(Session& session, const std::string& typed, Instant as_of) {
  const auto duration = parse_duration(fold_width(typed));
  if (duration && duration->unit != Duration::Unit::business_day) {
    return plus(as_of, *duration, session.catalog().zone);
  }
  throw Error(Exit::usage, say<messages::option_value_unknown>("--within", visible(typed)),
              say<messages::duration_hint>());
}

/// Also asked of done items, whose deadline is that of their next occurrence.
bool becomes_due(const Standing& standing, Instant until) {
  return standing.due_from && *standing.due_from <= until;
}

Exit due(const Options& options, Session& session) {
  const Instant as_of = as_of_typed(session, options.as_of);
  std::optional<Instant> until;
  if (options.within) until = horizon(session, *options.within, as_of);
  std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  const auto rows = standings(
      session, pointer_to(journal), as_of,
      [&, matches = matching(session, options.filter)](const Runbook& book, const Standing& item) {
        if (!matches(book)) return false;
        if (options.overdue) return item.state == ItemState::overdue;
        return options.all || render::needs_doing(item.state) ||
               (until && becomes_due(item, *until));
      });
  journal.reset();  // a pager on our output must not hold up a writer
  session.print(render::due(session.catalog(), rows, as_of, session.format(), session.look()));
  return Exit::ok;
}

}  // namespace

Command due_command() {
  auto options = std::make_shared<Options>();
  return {
      .summary = say<messages::about_due>(),
      .words = {},
      .options = {{"--all", "", &options->all, say<messages::opt_all>()},
                  {"--overdue", "", &options->overdue, say<messages::opt_overdue>()},
                  {"--within", "DURATION", &options->within, say<messages::opt_within>()},
                  {"--cycle", "CYCLE", &options->filter.cycle, say<messages::opt_cycle>()},
                  {"--party", "PARTY", &options->filter.party, say<messages::opt_party_filter>()},
                  {"--as-of", "TIME", &options->as_of, say<messages::opt_as_of>()}},
      .examples = {"opsctl due", "opsctl due --within 7d", "opsctl due --all --cycle 1/D"},
      .formats = any_table(),
      .is_listing = true,
      .purpose = Purpose::overview,
      .action = [options](Session& session) { return due(*options, session); }};
}

}  // namespace opsctl::cli
