// opsctl, opsctl status: what concerns the person who types it, each with the command to type next.

#include <algorithm>
#include <utility>

#include "cli/command.h"
#include "cli/standings.h"
#include "model/sign_off.h"
#include "render/status_view.h"

namespace opsctl::cli {
namespace {

bool has_duty_for(const Person& person, const Runbook& book) {
  const std::vector<std::string> performing = performers_of(book);
  return std::ranges::any_of(person.parties, [&](const std::string& party) {
    return std::ranges::count(performing, party) > 0;
  });
}

/// The items to be done, by those who may do them; everybody's where nobody is asking.
std::vector<render::DueRow> to_be_done(const std::vector<render::DueRow>& rows, const Person* me) {
  std::vector<render::DueRow> mine;
  for (const render::DueRow& row : rows) {
    const bool concerns = me == nullptr || has_duty_for(*me, row.book);
    if (render::needs_doing(row.standing.state) && concerns) mine.push_back(row);
  }
  return mine;
}

/// The runs that concern the person, kept where the report can point to them.
struct MyRuns {
  std::vector<Run> open;
  std::vector<Run> returned;
  std::vector<Run> to_sign;
};

MyRuns runs_of(const Journal& journal, const Person& me, const Roster& roster) {
  MyRuns mine;
  for (const RunSummary& summary : journal.runs({.states = {RunState::open, RunState::returned}})) {
    Run run = *journal.run(summary.id);
    if (std::ranges::count(workers(run), me.id) == 0) continue;
    (summary.state == RunState::returned ? mine.returned : mine.open).push_back(std::move(run));
  }
  for (const RunSummary& summary :
       journal.runs({.states = {RunState::awaiting_supervisor, RunState::awaiting_approval}})) {
    Run run = *journal.run(summary.id);
    if (std::ranges::count(possible_signers(run, roster), me.id) > 0) {
      mine.to_sign.push_back(std::move(run));
    }
  }
  return mine;
}

std::vector<const Run*> pointers_to(const std::vector<Run>& runs) {
  std::vector<const Run*> pointers;
  for (const Run& run : runs) pointers.push_back(&run);
  return pointers;
}

Exit status(Session& session) {
  const Catalog& catalog = session.catalog();
  const Person* me = session.reader();
  render::StatusReport report{.as_of = session.now()};
  MyRuns mine;
  {
    const std::optional<Journal> journal = session.read_journal();
    remark_on_missing(session, journal);
    report.items = to_be_done(standings(session, pointer_to(journal), report.as_of), me);
    if (journal && me != nullptr) mine = runs_of(*journal, *me, catalog.roster);
  }
  report.as = session.as_typed();
  if (me != nullptr) {
    report.person = me->id;
  } else {
    for (const Person* person : persons_of_account(catalog.roster, session.world().account)) {
      report.may_act.push_back(person->id);
    }
  }
  report.open = pointers_to(mine.open);
  report.returned = pointers_to(mine.returned);
  report.to_sign = pointers_to(mine.to_sign);
  session.print(render::status(catalog, report, session.format(), session.look()));
  return Exit::ok;
}

}  // namespace

Command status_command() {
  return {.name = "status",
          .summary = say<MessageId::about_status>(),
          .words = {},
          .options = {},
          .examples = {"opsctl", "opsctl status --as operator1"},
          .action = status};
}

}  // namespace opsctl::cli
