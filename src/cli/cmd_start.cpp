// opsctl start ITEM: opens a run and pins its runbook.

#include <algorithm>
#include <memory>
#include <utility>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/guide.h"
#include "cli/lookup.h"
#include "cli/outcome.h"
#include "cli/run_act.h"
#include "cli/standings.h"
#include "model/due.h"
#include "model/gate.h"
#include "model/instruction.h"
#include "model/runbook_changes.h"
#include "render/changes_view.h"
#include "render/checklist.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> item;
  std::optional<std::string> supervisor;
  std::optional<std::string> request;
  std::optional<std::string> instructed_by;
  bool emergency = false;
  std::optional<std::string> planned_end;
  std::optional<std::string> ref;
  bool guide = false;
  std::optional<std::string> at;
  std::optional<std::string> reason;
  std::optional<std::string> party;
  std::optional<std::string> key;
  bool parallel = false;
};

std::vector<std::string> open_runs_of(const Journal& journal, const Runbook& book) {
  std::vector<std::string> ids;
  for (const RunSummary& run :
       journal.runs({.item = book.id, .states = {RunState::open, RunState::returned}})) {
    ids.push_back(run.id);
  }
  return ids;
}

/// The item's last run, where its runbook was another.
std::optional<Run> last_other_runbook(const Journal& journal, const Runbook& book) {
  const auto id = journal.last_touched(book.id);
  if (!id) return std::nullopt;
  std::optional<Run> last = journal.run(*id);
  if (started(*last).book.hash == book.hash) return std::nullopt;
  return last;
}

/// Who begins what nobody owes today should know it: a colleague has done it, or it is early.
void remark_where_not_owed(Session& session, const Runbook& book, const Standing& before,
                           const std::string& name) {
  const bool by_calendar = before.mode == Mode::calendar || before.mode == Mode::rolling;
  const bool owed = before.state != ItemState::done && before.state != ItemState::upcoming;
  if (!by_calendar || owed) return;
  const Zone& zone = session.catalog().zone;
  if (before.state == ItemState::done && before.last_done)
    session.remark(
        say<messages::start_done_already>(book.id, to_text(*before.last_done, zone), name));
  if (before.state == ItemState::upcoming && before.due)
    session.remark(say<messages::start_early>(book.id, to_text(*before.due, zone), name));
}

Exit start(const Options& options, Session& session) {
  const Runbook& book = find_item(session, *options.item);
  StartRequest request{.parallel = options.parallel, .ref = options.ref.value_or("")};
  if (options.supervisor) request.supervisor = find_person_typed(session, *options.supervisor).id;

  if (options.planned_end) {
    request.planned_end = instant_typed(session, "--planned-end", *options.planned_end);
  }
  if (!options.emergency) refuse_reason_alone(options.at, options.reason);
  if (options.guide) require_terminal(session);
  const GateRequest gate{.instructed_by = options.instructed_by.value_or(""),
                         .emergency = options.emergency,
                         .reason = options.reason.value_or("")};
  const auto late = late_entry(session, options.at, options.reason);
  const Acting me = acting(session, options.party, late ? std::optional(late->at) : std::nullopt);

  Recording recording(session, options.key);
  if (!recording.earlier().empty()) {
    return say_already_recorded(session, "start", recording.earlier());
  }
  const Journal& journal = recording.journal();
  const Catalog& catalog = session.catalog();
  const SiteCalendar site = site_calendar(session, &journal);
  const ItemHistory known = deciding_history(journal, site, book, recording.now());
  const Standing before = evaluate(book.timetable, site, known, recording.now());
  const std::vector<Request> asked = journal.open_requests(book.id);
  Verdict verdict = start_run(catalog, book, me, request, open_runs_of(journal, book));
  verdict = started_for_request(std::move(verdict), book, asked, request_typed(options.request));
  verdict = through_gate(std::move(verdict), catalog, book, me, asked, gate);
  const Accepted start = accepted(entered_late(std::move(verdict), nullptr, late, recording.now()));
  const std::string id = journal.next_run_id(catalog.zone.date_of(recording.now()));
  const std::optional<Run> last = last_other_runbook(journal, book);
  const Event event = recording.append_start(id, book, start);
  const Run run = *journal.run(id);
  const std::string name = name_of_run(session, journal, run);
  const Anchor head = journal.head();
  recording.commit();

  say_recorded(session, "start", {say<messages::run_started>(label_of_run(run))}, {event});
  // The guide shows one step after another.
  if (session.format() != render::Format::json && !session.is_quiet() && !options.guide) {
    session.print("\n" + render::checklist(run, catalog, head, session.format(), session.look()) +
                  "\n");
    if (last) {
      const RunbookChanges changes = changes_between(started(*last).book, book);
      session.print(render::changes(changes, *last, catalog.zone, session.look()) + "\n");
    }
  }
  if (!late) remark_where_not_owed(session, book, before, name);
  if (options.guide) return guide(session, run.id);
  say_next(session, run, name, event);
  return Exit::ok;
}

}  // namespace

Command start_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_start>(),
          .words = {{"ITEM", "ITEM", &options->item, say<messages::arg_item>(), true}},
          .options = {{"--supervisor",
                       {"PERSON", Values::supervisors},
                       &options->supervisor,
                       say<messages::opt_supervisor>()},
                      {"--request", "REQUEST", &options->request, say<messages::opt_request>()},
                      {"--instructed-by", "PERSON", &options->instructed_by,
                       say<messages::opt_instructed_by>()},
                      {"--emergency", "", &options->emergency, say<messages::opt_emergency>()},
                      {"--planned-end", "TIME", &options->planned_end,
                       say<messages::opt_planned_end>()},
                      {"--ref", "TEXT", &options->ref, say<messages::opt_start_ref>()},
                      {"--guide", "", &options->guide, say<messages::opt_guide>()},
                      {"--at", "TIME", &options->at, say<messages::opt_at>()},
                      {"--reason", "TEXT", &options->reason, say<messages::opt_start_reason>()},
                      {"--party", "PARTY", &options->party, say<messages::opt_party>()},
                      {"--parallel", "", &options->parallel, say<messages::opt_parallel>()},
                      {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
          .examples = {"opsctl start 49 --supervisor supervisor1",
                       "opsctl start inc-13 --supervisor supervisor1 --ref INC-4711",
                       "opsctl start 33 --instructed-by controller1 --supervisor supervisor1",
                       "opsctl start 46 --emergency --reason '感染の疑い'",
                       "opsctl start 49 --at 08:10 --reason '端末の障害'"},
          .action = [options](Session& session) { return start(*options, session); }};
}

}  // namespace opsctl::cli
