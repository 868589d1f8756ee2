// Recording and confirming steps.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/messages/model.h"
#include "model/workflow.h"

namespace opsctl {
namespace {

/// A step of a run that waits for sign-offs was corrected, and its second person has not seen that.
bool corrected_and_waiting(const Run& run, const Step& step) {
  const RunState state = state_of(run);
  if (state != RunState::awaiting_supervisor && state != RunState::awaiting_approval) return false;
  const std::vector<StepStatus> steps = steps_of(run);
  return std::ranges::any_of(steps, [&](const StepStatus& status) {
    return status.step.id == step.id && awaits_second_person(status);
  });
}

std::optional<Refusal> not_to_confirm(const Run& run, const Step& step, const Acting& acting) {
  const int number = number_of(started(run).book, step);
  for (const StepStatus& status : steps_of(run)) {
    if (status.step.id != step.id) continue;
    const StepRecord* record = status.latest();
    if (record == nullptr) {
      return Refusal{{say<messages::confirm_too_early>(number),
                      {},
                      say<messages::confirm_record_hint>(run.id, number)}};
    }
    if (record->what.result == StepResult::na) {
      return Refusal{
          {say<messages::confirm_not_asked>(number), {}, say<messages::confirm_none_hint>(run.id)}};
    }
    if (status.confirmed) {
      return Refusal{{say<messages::confirm_already>(number, status.confirmed->by.person),
                      {},
                      say<messages::confirm_none_hint>(run.id)}};
    }
    if (involves(acting, record->by))
      return Refusal{{say<messages::confirm_same_person>(label_of(acting), number)}};
  }
  return std::nullopt;
}

}  // namespace

Verdict record_step(const Catalog& catalog, const Run& run, const Acting& acting,
                    const StepRequest& request) {
  if (std::optional<Refusal> refusal = takes_no_work(run)) return *refusal;
  const Scope scope = scope_of(run, catalog.roster);
  const auto typed = step_typed(scope.book, request.step);
  if (const auto* refusal = std::get_if<Refusal>(&typed)) return *refusal;
  const Step* step = std::get<const Step*>(typed);
  Permission permission = kept_apart(may_record(scope, acting, *step), run, acting, catalog.roster);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  auto record = checked_record(catalog, run, *step, request);
  if (auto* refusal = std::get_if<Refusal>(&record)) return *refusal;
  return Accepted{std::get<Actor>(permission), std::get<StepRecorded>(std::move(record))};
}

Verdict confirm_step(const Catalog& catalog, const Run& run, const Acting& acting,
                     std::string_view word) {
  const Scope scope = scope_of(run, catalog.roster);
  const auto typed = step_typed(scope.book, word);
  const auto* found = std::get_if<const Step*>(&typed);
  if (found == nullptr || !corrected_and_waiting(run, **found)) {
    if (std::optional<Refusal> refusal = takes_no_work(run)) return *refusal;
  }
  if (found == nullptr) return std::get<Refusal>(typed);
  const Step* step = *found;
  if (step->confirm_by.empty()) {
    return Refusal{{say<messages::confirm_not_asked>(number_of(scope.book, *step)),
                    {},
                    say<messages::confirm_none_hint>(run.id)}};
  }
  Permission permission =
      kept_apart(may_confirm(scope, acting, *step), run, acting, catalog.roster);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  if (auto refusal = not_to_confirm(run, *step, acting)) return *refusal;
  return Accepted{std::get<Actor>(permission), StepConfirmed{step->id}};
}

std::string step_command(std::string_view name, const Runbook& book, const Step& step) {
  return "opsctl step " + std::string(name) + " " + std::to_string(number_of(book, step)) +
         " --ok" + (step.choices.empty() ? "" : " --choice …") +
         (step.evidence == EvidenceWish::required ? " --evidence …" : "");
}

std::string next_work_command(const Run& run, std::string_view as) {
  if (!takes_work(state_of(run))) return "";
  const Runbook& book = started(run).book;
  const std::vector<StepStatus> steps = steps_of(run);
  const auto waits = std::ranges::find_if(steps, awaits_second_person);
  if (waits != steps.end()) {
    return "opsctl step " + run.id + " " + std::to_string(number_of(book, waits->step)) +
           " --confirm";
  }
  const Step* step = next_step(run);
  return (step == nullptr ? "opsctl done " + run.id + missing_values(run)
                          : step_command(run.id, book, *step)) +
         std::string(as);
}

const Step* next_step(const Run& run) {
  const std::vector<StepStatus> steps = steps_of(run);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].step.required && steps[i].latest() == nullptr) return &started(run).book.steps[i];
  }
  return nullptr;
}

}  // namespace opsctl
