// What is recorded of a step, as typed and checked.
#include <algorithm>
#include <map>
#include <optional>

#include "base/messages/base.h"
#include "base/messages/model.h"
#include "base/text.h"
#include "model/record_value.h"
#include "model/workflow.h"

namespace opsctl {
namespace {

/// The first step of the runbook that must be settled before those behind it.
const StepStatus* first_unsettled(const std::vector<StepStatus>& steps) {
  const auto found = std::ranges::find_if(steps, [](const StepStatus& status) {
    return (status.step.required && status.latest() == nullptr) || awaits_second_person(status);
  });
  return found == steps.end() ? nullptr : &*found;
}

std::optional<Refusal> out_of_order(const Run& run, const Step& step, const std::string& as) {
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
        {say<messages::step_not_next>(number),
         {},
         say<messages::step_next_hint>(first, step_command(run.id, book, next->step) + as)}};
  }
  return Refusal{{say<messages::step_awaits_second>(number, first, next->step.confirm_by),
                  {},
                  say<messages::step_second_hint>(run.id, first)}};
}

Message complete_step(const Run& run, const Step& step, const StepRequest& request) {
  return say<messages::plain>(step_command(run.id, started(run).book, step) + request.as);
}

std::variant<std::string, Refusal> step_note(const Run& run, int number,
                                             const StepRequest& request) {
  if (request.result != StepResult::ok && trim(request.note).empty()) {
    const std::string_view result = name_of(request.result);
    return Refusal{{say<messages::step_needs_note>(number, result),
                    {},
                    say<messages::step_note_hint>(run.id, number, result, request.as)}};
  }
  return optional_text("--note", request.note);
}

std::variant<std::string, Refusal> step_choice(const Run& run, const Step& step, int number,
                                               const StepRequest& request) {
  const std::string choice = meant_choice(step.choices, trim(request.choice));
  if (choice.empty()) {
    if (step.choices.empty() || request.result != StepResult::ok) return choice;
    return Refusal{{say<messages::step_needs_choice>(number),
                    {say<messages::choices_of_step>(join(step.choices, ", "))},
                    complete_step(run, step, request)}};
  }
  if (step.choices.empty()) {
    return Refusal{{say<messages::step_nothing_to_choose>(number),
                    {},
                    say<messages::step_choice_leave_out>()}};
  }
  if (std::ranges::find(step.choices, choice) != step.choices.end()) return choice;
  const std::optional<std::string> near = nearest(choice, step.choices);
  return Refusal{{say<messages::step_choice_unknown>(choice, number),
                  {say<messages::choices_of_step>(join(step.choices, ", "))},
                  near ? std::optional(say<messages::did_you_mean>(*near)) : std::nullopt}};
}

}  // namespace

std::variant<const Step*, Refusal> step_typed(const Runbook& book, std::string_view word) {
  if (const Step* step = find_step(book, word)) return step;
  std::vector<std::string> ids;
  for (const Step& step : book.steps) ids.push_back(step.id);
  const std::optional<std::string> near = nearest(fold_id(word), ids);
  return Refusal{
      {say<messages::step_unknown>(book.id, word),
       {},
       near ? say<messages::did_you_mean>(*near) : say<messages::step_numbers>(book.steps.size())}};
}

std::variant<StepRecorded, Refusal> checked_record(const Catalog& catalog, const Run& run,
                                                   const Step& step, const StepRequest& request) {
  const Runbook& book = started(run).book;
  const int number = number_of(book, step);
  if (auto refusal = out_of_order(run, step, request.as)) return *refusal;
  auto choice = step_choice(run, step, number, request);
  if (auto* refusal = std::get_if<Refusal>(&choice)) return *refusal;
  auto note = step_note(run, number, request);
  if (auto* refusal = std::get_if<Refusal>(&note)) return *refusal;
  auto values = record_values(book, request.values, catalog.zone);
  if (auto* refusal = std::get_if<Refusal>(&values)) return *refusal;
  if (step.evidence == EvidenceWish::required && request.result == StepResult::ok &&
      request.evidence.empty()) {
    return Refusal{
        {say<messages::step_needs_evidence>(number), {}, complete_step(run, step, request)}};
  }
  return StepRecorded{step.id,
                      request.result,
                      std::get<std::string>(note),
                      std::get<std::string>(choice),
                      std::get<0>(values),
                      request.evidence};
}

}  // namespace opsctl
