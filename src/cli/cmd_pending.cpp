// opsctl pending: the finished runs that wait for a sign-off, with what a decision needs.

#include <utility>

#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/standings.h"
#include "cli/waiting.h"

namespace opsctl::cli {
namespace {

Exit pending(Session& session) {
  std::vector<Waiting> runs;
  std::vector<render::PendingRequest> requests;
  {
    const std::optional<Journal> journal = session.read_journal();
    remark_on_missing(session, journal);
    const RunFilter filter{.states = {RunState::awaiting_supervisor, RunState::awaiting_approval}};
    if (journal) {
      for (const RunSummary& run : journal->runs(filter)) {
        runs.push_back(waiting(*journal, *journal->run(run.id)));
      }
      // Work that began in an emergency waits for its acceptance before it is finished, too.
      for (const RunSummary& run :
           journal->runs({.states = {RunState::open, RunState::returned}})) {
        if (run.emergency) runs.push_back(waiting(*journal, *journal->run(run.id)));
      }
      requests = requests_to_approve(session, *journal);
    }
  }
  session.print(render::pending(session.catalog(), {rows_of(runs), std::move(requests)},
                                session.format(), session.look()));
  return Exit::ok;
}

}  // namespace

Command pending_command() {
  return {.summary = say<messages::about_pending>(),
          .words = {},
          .options = {},
          .examples = {"opsctl pending", "opsctl pending --format json"},
          .formats = any_table(),
          .is_listing = true,
          .purpose = Purpose::overview,
          .action = pending};
}

}  // namespace opsctl::cli
