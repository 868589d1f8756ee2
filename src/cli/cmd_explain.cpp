// opsctl explain ITEM: how the due date comes about, every value on the way.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "cli/standings.h"
#include "model/explain.h"
#include "render/explain_view.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> item;
  std::optional<std::string> as_of;
};

Exit explain_item(const Options& options, Session& session) {
  const Runbook& book = find_item(session, *options.item);
  const Instant as_of = as_of_typed(session, options.as_of);
  std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  const SiteCalendar site = site_calendar(session, pointer_to(journal));
  const ItemHistory history = history_of(session, pointer_to(journal), book, as_of);
  journal.reset();
  session.print(render::explanation(session.catalog(), book, as_of,
                                    explain(book.timetable, site, history, as_of), session.format(),
                                    session.look()));
  return Exit::ok;
}

}  // namespace

Command explain_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_explain>(),
          .words = {{"ITEM", "ITEM", &options->item, say<messages::arg_item>(), true}},
          .options = {{"--as-of", "TIME", &options->as_of, say<messages::opt_as_of>()}},
          .examples = {"opsctl explain 49", "opsctl explain 38 --as-of 2027-03-01"},
          .is_listing = true,
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return explain_item(*options, session); }};
}

}  // namespace opsctl::cli
