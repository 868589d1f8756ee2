#include "model/correction.h"

#include "base/messages/model.h"
#include "base/text.h"
#include "model/record_value.h"

namespace opsctl {
namespace {

std::optional<Refusal> not_to_correct(const Run& run) {
  const RunState state = state_of(run);
  if (takes_work(state)) {
    return Refusal{
        {say<messages::correct_while_open>(run.id), {}, say<messages::correct_open_hint>(run.id)}};
  }
  if (state == RunState::rejected || state == RunState::aborted) {
    return Refusal{{say<messages::correct_of_nothing>(run.id, describe(state)),
                    {},
                    say<messages::run_start_hint>(started(run).book.id)}};
  }
  return std::nullopt;
}

std::optional<Refusal> wrong_instant(const Run& run, const std::optional<Instant>& at,
                                     Instant now) {
  if (!at) return std::nullopt;
  if (*at > now)
    return Refusal{{say<messages::late_in_future>(), {}, say<messages::correct_time_hint>()}};
  if (*at >= run.events.front().performed_at) return std::nullopt;
  return Refusal{
      {say<messages::late_before_start>(run.id), {}, say<messages::correct_time_hint>()}};
}

/// Who may correct the step, or the run as a whole.
Permission may_correct(const Scope& scope, const Acting& acting, const Step* step) {
  return step == nullptr ? may_perform(scope, acting) : may_record(scope, acting, *step);
}

}  // namespace

Verdict correct_run(const Catalog& catalog, const Run& run, const Acting& acting,
                    const CorrectionRequest& request, Instant now) {
  if (auto refusal = not_to_correct(run)) return *refusal;
  const Scope scope = scope_of(run, catalog.roster);
  const Step* step = nullptr;
  if (request.step) {
    auto typed = step_typed(scope.book, request.step->step);
    if (auto* refusal = std::get_if<Refusal>(&typed)) return *refusal;
    step = std::get<const Step*>(typed);
  }
  Permission permission = kept_apart(may_correct(scope, acting, step), run, acting, catalog.roster);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  auto reason = checked_text("--reason", request.reason);
  if (auto* refusal = std::get_if<Refusal>(&reason)) return *refusal;
  RunCorrected corrected{.reason = std::get<std::string>(reason)};
  if (step != nullptr) {
    auto record = checked_record(catalog, run, *step, *request.step);
    if (auto* refusal = std::get_if<Refusal>(&record)) {
      // Its hint would name 'step', which is for open runs.
      refusal->hint = say<messages::correct_again_hint>();
      return *refusal;
    }
    corrected.steps.push_back(std::get<StepRecorded>(std::move(record)));
  }
  auto values = record_values(scope.book, request.values, catalog.zone);
  if (auto* refusal = std::get_if<Refusal>(&values)) return *refusal;
  corrected.values = std::get<0>(std::move(values));
  if (auto refusal = wrong_instant(run, request.performed_at, now)) return *refusal;
  corrected.performed_at = request.performed_at;
  return Accepted{std::get<Actor>(permission), std::move(corrected)};
}

}  // namespace opsctl
