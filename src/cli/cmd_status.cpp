// opsctl, opsctl status: what concerns the person who types it, each with the command to type next.

#include <algorithm>
#include <utility>

#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/recording.h"
#include "cli/standings.h"
#include "cli/waiting.h"
#include "model/gate.h"
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
    // Work that waits for its approval concerns those who approve: they see the request.
    const bool waits = row.book.gate == Gate::prior_approval && row.go_on.empty() &&
                       std::ranges::none_of(row.standing.requests, [](const RequestStanding& one) {
                         return one.request.approved_at.has_value();
                       });
    const bool concerns = me == nullptr || (has_duty_for(*me, row.book) && !waits);
    if (render::needs_doing(row.standing.state) && concerns) mine.push_back(row);
  }
  return mine;
}

/// The runs that concern the person, kept where the report can point to them.
struct MyRuns {
  std::vector<Run> open;
  std::vector<Run> returned;
  std::vector<Run> to_sign;
  std::vector<std::pair<Run, int>> to_confirm;
};

bool has_worked(const Run& run, const Acting& me) { return involves(me, workers(run)); }

/// The next step is for a party of the person, whoever works on the run.
bool is_next_to_act(const Run& run, const Acting& me) {
  const Step* step = next_step(run);
  if (step == nullptr || step->party.empty() || started(run).supervisor == me.holder().id)
    return false;  // who supervises it will sign it, and so does none of its work
  return belongs_to(me.holder(), step->party);
}

/// The number of the step that waits for the person's confirmation; 0 where none does.
int step_to_confirm(const Catalog& catalog, const Run& run, const Acting& me) {
  int number = 0;
  for (const StepStatus& status : steps_of(run)) {
    ++number;
    if (!awaits_second_person(status)) continue;
    const bool mine =
        std::holds_alternative<Accepted>(confirm_step(catalog, run, me, std::to_string(number)));
    return mine ? number : 0;
  }
  return 0;
}

/// The next act is a second person's, or a step of another party.
bool is_for_others(const Catalog& catalog, const Run& run, const Acting& me) {
  const std::vector<StepStatus> steps = steps_of(run);
  if (std::ranges::any_of(steps, awaits_second_person))
    return step_to_confirm(catalog, run, me) == 0;
  const Step* step = next_step(run);
  return step != nullptr &&
         std::holds_alternative<Refusal>(may_record(scope_of(run, catalog.roster), me, *step));
}

bool may_accept(const Catalog& catalog, const Run& run, const Acting& me) {
  return awaits_acceptance(run) &&
         std::holds_alternative<Accepted>(accept_emergency(catalog, run, me, content_hash(run)));
}

void add_open_run(const Catalog& catalog, const Acting& me, Run run, MyRuns& mine) {
  if (const int number = step_to_confirm(catalog, run, me); number > 0)
    mine.to_confirm.emplace_back(run, number);
  if (may_accept(catalog, run, me)) mine.to_sign.push_back(run);
  if (!has_worked(run, me) && !is_next_to_act(run, me)) return;
  const bool returned = state_of(run) == RunState::returned;
  (returned ? mine.returned : mine.open).push_back(std::move(run));
}

MyRuns runs_of(const Catalog& catalog, const Journal& journal, const Acting& me) {
  MyRuns mine;
  for (const RunSummary& one : journal.runs({.states = {RunState::open, RunState::returned}}))
    add_open_run(catalog, me, *journal.run(one.id), mine);
  for (const RunSummary& one :
       journal.runs({.states = {RunState::awaiting_supervisor, RunState::awaiting_approval}})) {
    Run run = *journal.run(one.id);
    if (const int number = step_to_confirm(catalog, run, me); number > 0)
      mine.to_confirm.emplace_back(run, number);
    const auto role = sign_off_role(run, catalog.roster, me);
    if (std::holds_alternative<SignOffRole>(role)) mine.to_sign.push_back(std::move(run));
  }
  return mine;
}

std::vector<const Run*> pointers_to(const std::vector<Run>& runs) {
  std::vector<const Run*> pointers;
  for (const Run& run : runs) pointers.push_back(&run);
  return pointers;
}

/// Those requests whose approval is the person's.
std::vector<render::PendingRequest> to_approve(Session& session, const Journal& journal,
                                               const Acting& me) {
  const Catalog& catalog = session.catalog();
  std::vector<render::PendingRequest> mine;
  for (const render::PendingRequest& one : requests_to_approve(session, journal)) {
    const Scope scope{one.book, catalog.parties, catalog.roster};
    if (std::holds_alternative<Actor>(may_decide(scope, me))) mine.push_back(one);
  }
  return mine;
}

/// Whom the person could represent today, and does not yet.
std::vector<render::Represented> represented_today(Session& session, const Acting& me) {
  std::vector<render::Represented> found;
  if (me.deputy_for != nullptr) return found;
  const Catalog& catalog = session.catalog();
  const Date today = catalog.zone.date_of(session.now());
  for (const Deputation& one : catalog.roster.deputations) {
    if (one.deputy == me.person.id && one.from <= today && today <= one.until)
      found.push_back({one.represented, one.until});
  }
  return found;
}

std::vector<std::string> who_may_act(Session& session) {
  std::vector<std::string> ids;
  for (const Person* person : persons_of_account(session.catalog().roster, session.account()))
    ids.push_back(person->id);
  return ids;
}

Exit status(Session& session) {
  const Catalog& catalog = session.catalog();
  const Person* reader = session.reader();
  const auto me = reader == nullptr ? std::nullopt : std::optional(acting(session));
  render::StatusReport report{.as_of = session.now(), .as = session.as_typed()};
  MyRuns mine;
  {
    const std::optional<Journal> journal = session.read_journal();
    remark_on_missing(session, journal);
    report.items = to_be_done(standings(session, pointer_to(journal), report.as_of),
                              me ? &me->holder() : nullptr);
    if (journal && me) mine = runs_of(catalog, *journal, *me);
    if (journal && me) report.to_approve = to_approve(session, *journal, *me);
  }
  if (me) {
    report.person = me->person.id;
    report.deputy_for = represented_today(session, *me);
  } else {
    report.may_act = who_may_act(session);
  }
  report.open = pointers_to(mine.open);
  report.returned = pointers_to(mine.returned);
  report.to_sign = pointers_to(mine.to_sign);
  for (const auto* runs : {&report.open, &report.returned}) {
    for (const Run* run : *runs) {
      if (me && is_for_others(catalog, *run, *me)) report.waiting.push_back(run);
    }
  }
  for (const auto& [run, number] : mine.to_confirm) report.to_confirm.push_back({&run, number});
  session.print(render::status(catalog, report, session.format(), session.look()));
  return Exit::ok;
}

}  // namespace

Command status_command() {
  return {.summary = say<messages::about_status>(),
          .words = {},
          .options = {},
          .examples = {"opsctl", "opsctl status --as operator1"},
          .purpose = Purpose::overview,
          .action = status};
}

}  // namespace opsctl::cli
