// Finishing: what is still open, and what --all-ok ticks.
#include "model/workflow.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/messages/model.h"
#include "base/text.h"
#include "model/record_value.h"
#include "model/typed.h"

namespace opsctl {
namespace {

using Values = std::map<std::string, std::string>;

Message unrecorded(const Run& run, const Step& step, bool all_ok, const std::string& as) {
  const Runbook& book = started(run).book;
  const int number = number_of(book, step);
  const std::string command = step_command(run.id, book, step) + as;
  if (!step.choices.empty())
    return say<messages::finish_choice_open>(number, join(step.choices, ", "), command);
  if (step.evidence == EvidenceWish::required)
    return say<messages::finish_evidence_open>(number, command);
  if (all_ok && !step.confirm_by.empty())
    return say<messages::finish_second_person>(number, step.confirm_by, command);
  return say<messages::finish_step_open>(number, command);
}

/// What `done` finds: what is still open, and what --all-ok ticks.
struct Rest {
  std::vector<Message> open;
  std::vector<StepRecorded> ticks;
  bool all_ok_helps = true;
};

void look_at_steps(const Run& run, bool all_ok, const std::string& as, Rest& rest) {
  for (const StepStatus& status : steps_of(run)) {
    const Step& step = status.step;
    if (status.latest() != nullptr) {
      if (!awaits_second_person(status)) continue;
      rest.open.push_back(say<messages::finish_confirmation_open>(
          run.id, number_of(started(run).book, step), step.confirm_by));
      rest.all_ok_helps = false;
    } else if (step.required && all_ok && can_be_ticked(step)) {
      rest.ticks.push_back({step.id, StepResult::ok});
    } else if (step.required) {
      rest.open.push_back(unrecorded(run, step, all_ok, as));
      rest.all_ok_helps = rest.all_ok_helps && can_be_ticked(step);
    }
  }
}

Rest rest_of(const Run& run, const FinishRequest& request, const Values& given) {
  Rest rest;
  look_at_steps(run, request.all_ok, request.as, rest);
  const Values known = values_of(run);
  for (const RecordField& field : started(run).book.records) {
    if (!field.required || known.contains(field.key) || given.contains(field.key)) continue;
    rest.open.push_back(say<messages::finish_field_open>(field.key, field.label));
    rest.all_ok_helps = false;
  }
  return rest;
}

/// The values of `done`, --valid-until among them.
std::variant<Values, Refusal> finish_values(const Catalog& catalog, const Run& run,
                                            const FinishRequest& request) {
  std::vector<std::string> assignments = request.values;
  if (!request.valid_until.empty())
    assignments.push_back(std::string(kValidUntil) + "=" + request.valid_until);
  return record_values(started(run).book, assignments, catalog.zone);
}

std::variant<std::string, Refusal> finish_reason(const Run& run, const FinishRequest& request) {
  if (request.failed && trim(request.reason).empty()) {
    return Refusal{{say<messages::reason_missing>("done --failed"),
                    {},
                    say<messages::finish_failed_hint>(run.id)}};
  }
  return optional_text("--reason", request.reason);
}

std::string missing_beside(const Run& run, const Values& given) {
  const Values known = values_of(run);
  std::string options;
  for (const RecordField& field : started(run).book.records) {
    if (field.required && !known.contains(field.key) && !given.contains(field.key))
      options += " --value " + field.key + "=…";
  }
  return options;
}

/// As options again: nobody types them twice.
std::string typed_values(const Values& given) {
  std::string options;
  for (const auto& [key, value] : given) options += typed_option("--value", key + "=" + value);
  return options;
}

/// The values of one refused `done` are not kept: the hint is one line with all that are missing.
Refusal incomplete(const Run& run, const FinishRequest& request, const Values& given, Rest rest) {
  const bool in_one_go = rest.all_ok_helps && !request.all_ok;
  const std::string typed = typed_values(given) + request.as_typed + request.as;
  return {{say<messages::finish_incomplete>(run.id), std::move(rest.open),
           in_one_go ? say<messages::finish_all_ok_hint>(run.id, typed)
                     : say<messages::finish_hint>(run.id, (request.all_ok ? " --all-ok" : "") +
                                                              typed + missing_beside(run, given))}};
}

}  // namespace

Verdict finish_run(const Catalog& catalog, const Run& run, const Acting& acting,
                   const FinishRequest& request) {
  Permission permission = may_work(catalog, run, acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  auto reason = finish_reason(run, request);
  if (auto* refusal = std::get_if<Refusal>(&reason)) return *refusal;
  auto values = finish_values(catalog, run, request);
  if (auto* refusal = std::get_if<Refusal>(&values)) return *refusal;
  RunFinished finish{request.failed ? Outcome::failed : Outcome::done,
                     std::get<std::string>(reason), std::get<Values>(values)};
  if (!request.failed) {
    Rest rest = rest_of(run, request, finish.values);
    if (!rest.open.empty()) return incomplete(run, request, finish.values, std::move(rest));
    finish.steps = std::move(rest.ticks);
  }
  return Accepted{std::get<Actor>(permission), std::move(finish)};
}

bool can_be_ticked(const Step& step) {
  return step.choices.empty() && step.confirm_by.empty() && step.evidence != EvidenceWish::required;
}

std::string missing_values(const Run& run) { return missing_beside(run, {}); }

std::vector<Message> open_points(const Run& run) { return rest_of(run, {}, {}).open; }

}  // namespace opsctl
