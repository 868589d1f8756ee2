// Recording and confirming steps.
#include "model/workflow.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "model/record_value.h"

namespace opsctl {
namespace {

using Values = std::map<std::string, std::string>;

Refusal unknown_step(const Runbook& book, std::string_view word) {
  std::vector<std::string> ids;
  for (const Step& step : book.steps) ids.push_back(step.id);
  const std::optional<std::string> near = nearest(fold_id(word), ids);
  return {{say<MessageId::step_unknown>(book.id, word),
           {},
           near ? say<MessageId::did_you_mean>(*near)
                : say<MessageId::step_numbers>(book.steps.size())}};
}

/// The first step of the runbook that must be settled before those behind it.
const StepStatus* first_unsettled(const std::vector<StepStatus>& steps) {
  const auto found = std::ranges::find_if(steps, [](const StepStatus& status) {
    return (status.step.required && status.latest() == nullptr) || awaits_second_person(status);
  });
  return found == steps.end() ? nullptr : &*found;
}

std::optional<Refusal> out_of_order(const Run& run, const Step& step) {
  const Runbook& book = started(run).book;
  if (book.order == StepOrder::free) return std::nullopt;
  const std::vector<StepStatus> steps = steps_of(run);
  const int number = number_of(book, step);
  const bool again = steps.at(static_cast<std::size_t>(number - 1)).latest() != nullptr;
  const StepStatus* next = first_unsettled(steps);
  if (next == nullptr || again) return std::nullopt;
  const int first = number_of(book, *find_step(book, next->step.id));
  if (first >= number) return std::nullopt;
  if (next->latest() == nullptr) {
    return Refusal{
        {say<MessageId::step_not_next>(number), {}, say<MessageId::step_next_hint>(run.id, first)}};
  }
  return Refusal{{say<MessageId::step_awaits_second>(number, first, next->step.confirm_by),
                  {},
                  say<MessageId::step_second_hint>(run.id, first)}};
}

std::variant<std::string, Refusal> step_note(const Run& run, int number,
                                             const StepRequest& request) {
  if (request.result != StepResult::ok && trim(request.note).empty()) {
    const std::string_view result = name_of(request.result);
    return Refusal{{say<MessageId::step_needs_note>(number, result),
                    {},
                    say<MessageId::step_note_hint>(run.id, number, result)}};
  }
  return optional_text("--note", request.note);
}

std::optional<Refusal> wrong_choice(const Run& run, const Step& step, int number,
                                    const StepRequest& request) {
  const std::string choice = trim(request.choice);
  if (choice.empty()) {
    if (step.choices.empty() || request.result != StepResult::ok) return std::nullopt;
    return Refusal{{say<MessageId::step_needs_choice>(number),
                    {say<MessageId::choices_of_step>(join(step.choices, ", "))},
                    say<MessageId::step_choice_hint>(run.id, number)}};
  }
  if (step.choices.empty()) {
    return Refusal{{say<MessageId::step_nothing_to_choose>(number),
                    {},
                    say<MessageId::step_choice_leave_out>()}};
  }
  if (std::ranges::find(step.choices, choice) != step.choices.end()) return std::nullopt;
  const std::optional<std::string> near = nearest(choice, step.choices);
  return Refusal{{say<MessageId::step_choice_unknown>(choice, number),
                  {say<MessageId::choices_of_step>(join(step.choices, ", "))},
                  near ? std::optional(say<MessageId::did_you_mean>(*near)) : std::nullopt}};
}

/// The record as typed, checked.
std::variant<StepRecorded, Refusal> recorded(const Catalog& catalog, const Run& run,
                                             const Step& step, const StepRequest& request) {
  const Runbook& book = started(run).book;
  const int number = number_of(book, step);
  if (auto refusal = out_of_order(run, step)) return *refusal;
  if (auto refusal = wrong_choice(run, step, number, request)) return *refusal;
  auto note = step_note(run, number, request);
  if (auto* refusal = std::get_if<Refusal>(&note)) return *refusal;
  auto values = record_values(book, request.values, catalog.zone);
  if (auto* refusal = std::get_if<Refusal>(&values)) return *refusal;
  if (step.evidence == EvidenceWish::required && request.result == StepResult::ok &&
      request.evidence.empty()) {
    return Refusal{{say<MessageId::step_needs_evidence>(number),
                    {},
                    say<MessageId::step_evidence_hint>(run.id, number)}};
  }
  return StepRecorded{step.id,
                      request.result,
                      std::get<std::string>(note),
                      trim(request.choice),
                      std::get<Values>(values),
                      request.evidence};
}

std::optional<Refusal> not_to_confirm(const Run& run, const Step& step, const Person& person) {
  const int number = number_of(started(run).book, step);
  for (const StepStatus& status : steps_of(run)) {
    if (status.step.id != step.id) continue;
    const StepRecord* record = status.latest();
    if (record == nullptr) {
      return Refusal{{say<MessageId::confirm_too_early>(number),
                      {},
                      say<MessageId::confirm_record_hint>(run.id, number)}};
    }
    if (record->what.result == StepResult::na) {
      return Refusal{{say<MessageId::confirm_not_asked>(number),
                      {},
                      say<MessageId::confirm_none_hint>(run.id)}};
    }
    if (status.confirmed) {
      return Refusal{{say<MessageId::confirm_already>(number, status.confirmed->by.person),
                      {},
                      say<MessageId::confirm_none_hint>(run.id)}};
    }
    if (record->by.person == person.id)
      return Refusal{{say<MessageId::confirm_same_person>(person.id, number)}};
  }
  return std::nullopt;
}

}  // namespace

Verdict record_step(const Catalog& catalog, const Run& run, const Acting& acting,
                    const StepRequest& request) {
  if (std::optional<Refusal> refusal = takes_no_work(run)) return *refusal;
  const Scope scope = scope_of(run, catalog.roster);
  const Step* step = find_step(scope.book, request.step);
  if (step == nullptr) return unknown_step(scope.book, request.step);
  Permission permission = kept_apart(may_record(scope, acting, *step), run, acting, catalog.roster);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  auto record = recorded(catalog, run, *step, request);
  if (auto* refusal = std::get_if<Refusal>(&record)) return *refusal;
  return Accepted{std::get<Actor>(permission), std::get<StepRecorded>(std::move(record))};
}

Verdict confirm_step(const Catalog& catalog, const Run& run, const Acting& acting,
                     std::string_view word) {
  if (std::optional<Refusal> refusal = takes_no_work(run)) return *refusal;
  const Scope scope = scope_of(run, catalog.roster);
  const Step* step = find_step(scope.book, word);
  if (step == nullptr) return unknown_step(scope.book, word);
  if (step->confirm_by.empty()) {
    return Refusal{{say<MessageId::confirm_not_asked>(number_of(scope.book, *step)),
                    {},
                    say<MessageId::confirm_none_hint>(run.id)}};
  }
  Permission permission =
      kept_apart(may_confirm(scope, acting, *step), run, acting, catalog.roster);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  if (auto refusal = not_to_confirm(run, *step, acting.person)) return *refusal;
  return Accepted{std::get<Actor>(permission), StepConfirmed{step->id}};
}

const Step* next_step(const Run& run) {
  const std::vector<StepStatus> steps = steps_of(run);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].step.required && steps[i].latest() == nullptr) return &started(run).book.steps[i];
  }
  return nullptr;
}

}  // namespace opsctl
