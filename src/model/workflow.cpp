// Starting, noting, aborting. Refusals come in the order in which a person wants to hear them: the
// run's state, the person, then what was typed.
#include "model/workflow.h"

#include <optional>
#include <utility>

#include "base/messages/model.h"
#include "base/text.h"
#include "model/record_value.h"
#include "model/supervisor.h"

namespace opsctl {
Verdict start_run(const Catalog& catalog, const Runbook& book, const Acting& acting,
                  const StartRequest& request, std::span<const std::string> open_runs) {
  const Scope scope{book, catalog.parties, catalog.roster};
  Permission permission = may_perform(scope, acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  if (!open_runs.empty() && !request.parallel) {
    const bool watch = to_text(book.cycle()) == kContinuousCycle;
    return Refusal{{say<messages::item_has_open_run>(book.id, open_runs.front()),
                    {},
                    watch ? say<messages::item_open_watch_hint>(open_runs.front())
                          : say<messages::item_open_run_hint>(open_runs.front())}};
  }
  const Actor& actor = std::get<Actor>(permission);
  auto supervisor = supervisor_on_duty(scope, actor, request.supervisor);
  if (auto* refusal = std::get_if<Refusal>(&supervisor)) return *refusal;
  RunStarted start{book, catalog.parties, to_text(book.cycle()), std::get<std::string>(supervisor)};
  start.book.timetable = {};
  if (request.planned_end && start.cycle != kContinuousCycle) {
    return Refusal{
        {say<messages::planned_end_of_no_watch>(book.id), {}, say<messages::planned_end_hint>()}};
  }
  start.planned_end = request.planned_end;
  auto ref = optional_text("--ref", request.ref);
  if (auto* refusal = std::get_if<Refusal>(&ref)) return *refusal;
  start.ref = std::get<std::string>(ref);
  return Accepted{actor, std::move(start)};
}

Verdict fill_in(const Catalog& catalog, const Run& run, const Acting& acting,
                std::span<const std::string> assignments) {
  Permission permission = may_work(catalog, run, acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  auto values = record_values(scope_of(run, catalog.roster).book, assignments, catalog.zone);
  if (auto* refusal = std::get_if<Refusal>(&values)) return *refusal;
  return Accepted{std::get<Actor>(permission), ValuesRecorded{std::get<0>(std::move(values))}};
}

Verdict add_note(const Catalog& catalog, const Run& run, const Acting& acting,
                 std::string_view note) {
  if (std::optional<Refusal> refusal = takes_no_work(run)) return *refusal;
  Permission permission = may_note(scope_of(run, catalog.roster), acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  auto text = checked_text("note", note);
  if (auto* refusal = std::get_if<Refusal>(&text)) return *refusal;
  return Accepted{std::get<Actor>(permission), NoteAdded{std::get<std::string>(text)}};
}

Verdict abort_run(const Catalog& catalog, const Run& run, const Acting& acting,
                  std::string_view reason) {
  Permission permission = may_work(catalog, run, acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  if (trim(reason).empty()) {
    return Refusal{
        {say<messages::reason_missing>("abort"), {}, say<messages::reason_hint>("abort", run.id)}};
  }
  auto text = checked_text("--reason", reason);
  if (auto* refusal = std::get_if<Refusal>(&text)) return *refusal;
  return Accepted{std::get<Actor>(permission), RunAborted{std::get<std::string>(text)}};
}

Verdict hand_over(const Catalog& catalog, const Run& run, const Acting& acting, const Person& to) {
  Permission permission = may_work(catalog, run, acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  if (to.id == acting.person.id)
    return Refusal{{say<messages::handover_to_self>(to.id), {}, say<messages::handover_hint>()}};
  if (to.id == started(run).supervisor && !is_watch(run)) {
    return Refusal{
        {say<messages::handover_to_supervisor>(to.id, run.id), {}, say<messages::handover_hint>()}};
  }
  Permission receiver = may_work(catalog, run, {to, ""});
  if (auto* refusal = std::get_if<Refusal>(&receiver)) return *refusal;
  return Accepted{std::get<Actor>(permission), RunHandedOver{to.id}};
}

std::optional<Refusal> takes_no_work(const Run& run) {
  const RunState state = state_of(run);
  if (takes_work(state)) return std::nullopt;
  const bool returnable =
      state == RunState::awaiting_supervisor || state == RunState::awaiting_approval;
  return Refusal{{say<messages::run_takes_no_work>(run.id, describe(state)),
                  {},
                  returnable ? say<messages::run_return_hint>(run.id)
                             : say<messages::run_start_hint>(started(run).book.id)}};
}

/// ◎, and apart from the signers.
Permission may_work(const Catalog& catalog, const Run& run, const Acting& acting) {
  if (std::optional<Refusal> refusal = takes_no_work(run)) return *refusal;
  return kept_apart(may_perform(scope_of(run, catalog.roster), acting), run, acting,
                    catalog.roster);
}

Message describe(RunState state) {
  switch (state) {
    case RunState::open:
      return say<messages::run_state_open>();
    case RunState::returned:
      return say<messages::run_state_returned>();
    case RunState::awaiting_supervisor:
      return say<messages::run_state_awaiting_supervisor>();
    case RunState::awaiting_approval:
      return say<messages::run_state_awaiting_approval>();
    case RunState::approved:
      return say<messages::run_state_approved>();
    case RunState::rejected:
      return say<messages::run_state_rejected>();
    case RunState::aborted:
      break;
  }
  return say<messages::run_state_aborted>();
}

}  // namespace opsctl
