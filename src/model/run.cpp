// The questions asked of a run's history.
#include "model/run.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace opsctl {
namespace {

using NamedState = std::pair<RunState, std::string_view>;
constexpr auto kStates =
    std::to_array<NamedState>({{RunState::open, "open"},
                               {RunState::returned, "returned"},
                               {RunState::awaiting_supervisor, "awaiting-supervisor"},
                               {RunState::awaiting_approval, "awaiting-approval"},
                               {RunState::approved, "approved"},
                               {RunState::rejected, "rejected"},
                               {RunState::aborted, "aborted"}});

constexpr std::chrono::hours kLate{24};

template <class Body>
const Body* as(const Event& event) {
  return std::get_if<Body>(&event.body);
}

const Event* last_finish(const Run& run) {
  const Event* found = nullptr;
  for (const Event& event : run.events) {
    if (as<RunFinished>(event) != nullptr) found = &event;
  }
  return found;
}

StepStatus* find_status(std::vector<StepStatus>& steps, std::string_view id) {
  const auto found =
      std::ranges::find_if(steps, [&](const StepStatus& status) { return status.step.id == id; });
  return found == steps.end() ? nullptr : &*found;
}

void add_record(std::vector<StepStatus>& steps, const StepRecorded& what, const Event& event,
                bool ticked) {
  StepStatus* status = find_status(steps, what.step);
  if (status == nullptr) return;
  status->records.push_back({what, event.actor, event.performed_at, event.recorded_at, ticked});
  status->confirmed.reset();  // it was of the record before
}

}  // namespace

std::string_view name_of(RunState state) {
  return std::ranges::find(kStates, state, &NamedState::first)->second;
}

std::optional<RunState> run_state_of_name(std::string_view name) {
  const auto* found = std::ranges::find(kStates, name, &NamedState::second);
  return found == kStates.end() ? std::nullopt : std::optional(found->first);
}

bool takes_work(RunState state) { return state == RunState::open || state == RunState::returned; }

const RunStarted& started(const Run& run) {
  const auto* start = run.events.empty() ? nullptr : as<RunStarted>(run.events.front());
  if (start == nullptr) throw std::logic_error("run " + run.id + " does not begin with its start");
  return *start;
}

RunState state_of(const Run& run) {
  RunState state = RunState::open;
  bool finished = false;
  for (const Event& event : run.events) {
    if (as<RunAborted>(event) != nullptr) return RunState::aborted;
    if (as<RunFinished>(event) != nullptr) finished = true;
    const auto* signed_off = as<SignedOff>(event);
    if (signed_off == nullptr) continue;
    if (signed_off->decision == Decision::reject) return RunState::rejected;
    if (signed_off->decision == Decision::return_run) {
      finished = false;
      state = RunState::returned;
    }
  }
  if (!finished) return state;
  const std::vector<OwedSignOff> missing = missing_sign_offs(run);
  if (missing.empty()) return RunState::approved;
  return missing.front().duty == SignOffDuty::supervisor ? RunState::awaiting_supervisor
                                                         : RunState::awaiting_approval;
}

std::optional<Outcome> outcome_of(const Run& run) {
  const Event* finish = last_finish(run);
  return finish == nullptr ? std::nullopt : std::optional(as<RunFinished>(*finish)->outcome);
}

bool awaits_second_person(const StepStatus& status) {
  const StepRecord* record = status.latest();
  return record != nullptr && record->what.result != StepResult::na &&
         !status.step.confirm_by.empty() && !status.confirmed;
}

std::vector<StepStatus> steps_of(const Run& run) {
  std::vector<StepStatus> steps;
  for (const Step& step : started(run).book.steps) steps.push_back({step, {}, {}});
  for (const Event& event : run.events) {
    if (const auto* recorded = as<StepRecorded>(event)) add_record(steps, *recorded, event, false);
    if (const auto* finished = as<RunFinished>(event)) {
      for (const StepRecorded& tick : finished->steps) add_record(steps, tick, event, true);
    }
    if (const auto* corrected = as<RunCorrected>(event)) {
      for (const StepRecorded& step : corrected->steps) add_record(steps, step, event, false);
    }
    if (const auto* confirmed = as<StepConfirmed>(event)) {
      if (StepStatus* status = find_status(steps, confirmed->step))
        status->confirmed = StepConfirmation{event.actor, event.performed_at};
    }
  }
  return steps;
}

std::map<std::string, std::string> values_of(const Run& run) {
  std::map<std::string, std::string> values;
  const auto add = [&](const std::map<std::string, std::string>& later) {
    for (const auto& [key, value] : later) values[key] = value;
  };
  for (const Event& event : run.events) {
    if (const auto* recorded = as<StepRecorded>(event)) add(recorded->values);
    if (const auto* filled = as<ValuesRecorded>(event)) add(filled->values);
    if (const auto* finished = as<RunFinished>(event)) add(finished->values);
    if (const auto* corrected = as<RunCorrected>(event)) add(corrected->values);
  }
  return values;
}

bool is_performance(const Event& event) {
  return as<RunStarted>(event) != nullptr || as<StepRecorded>(event) != nullptr ||
         as<StepConfirmed>(event) != nullptr || as<RunFinished>(event) != nullptr ||
         as<WatchConfirmed>(event) != nullptr || as<ValuesRecorded>(event) != nullptr ||
         as<RunCorrected>(event) != nullptr;
}

std::vector<std::string> performers(const Run& run) {
  std::vector<std::string> persons;
  const auto add = [&](const std::string& person) {
    if (std::ranges::find(persons, person) == persons.end()) persons.push_back(person);
  };
  for (const Event& event : run.events) {
    const auto* start = as<RunStarted>(event);
    if (start != nullptr && !start->keeper.empty()) add(start->keeper);
    if (!is_performance(event)) continue;
    for (const std::string& person : persons_of(event.actor)) add(person);
  }
  return persons;
}

std::vector<std::string> workers(const Run& run) {
  std::vector<std::string> persons = performers(run);
  for (const Event& event : run.events) {
    const auto* handed = as<RunHandedOver>(event);
    if (handed != nullptr && std::ranges::find(persons, handed->to) == persons.end())
      persons.push_back(handed->to);
  }
  return persons;
}

bool is_watch(const Run& run) { return started(run).cycle == kContinuousCycle; }

std::string_view name_of(ExceptionKind kind) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"emergency", "failed", "step-ng", "step-na", "late-entry", "corrected"});
  return kNames.at(static_cast<std::size_t>(kind));
}

bool awaits_acceptance(const Run& run) {
  if (started(run).emergency.empty() || state_of(run) == RunState::aborted) return false;
  const bool accepted = std::ranges::any_of(
      run.events, [](const Event& event) { return as<EmergencyAccepted>(event) != nullptr; });
  const std::vector<SignOff> signed_off = sign_offs(run);
  const bool approved = std::ranges::any_of(signed_off, [](const SignOff& one) {
    return one.what.duty == SignOffDuty::approver &&
           (one.in_force || one.what.decision == Decision::reject);
  });
  return !accepted && !approved;
}

std::vector<RunException> exceptions_of(const Run& run) {
  std::vector<RunException> found;
  if (!started(run).emergency.empty())
    found.push_back({ExceptionKind::emergency, {}, started(run).emergency});
  if (outcome_of(run) == Outcome::failed)
    found.push_back({ExceptionKind::failed, {}, as<RunFinished>(*last_finish(run))->reason});
  for (const StepStatus& status : steps_of(run)) {
    const StepRecord* record = status.latest();
    if (record == nullptr || record->what.result == StepResult::ok) continue;
    const bool ng = record->what.result == StepResult::ng;
    found.push_back(
        {ng ? ExceptionKind::step_ng : ExceptionKind::step_na, status.step.id, record->what.note});
  }
  if (is_late_entry(run)) found.push_back({ExceptionKind::late_entry});
  for (const Event& event : run.events) {
    if (const auto* corrected = as<RunCorrected>(event))
      found.push_back({ExceptionKind::corrected, {}, corrected->reason});
  }
  return found;
}

bool is_late_entry(const Run& run) {
  return std::ranges::any_of(run.events, [](const Event& event) {
    return is_performance(event) && event.recorded_at - event.performed_at > kLate;
  });
}

std::optional<Instant> performed_at(const Run& run) {
  std::optional<Instant> at;
  bool work_since = true;  // something a finish speaks of, since the finish before
  for (const Event& event : run.events) {
    if (as<StepRecorded>(event) != nullptr) work_since = true;
    if (const auto* corrected = as<RunCorrected>(event); corrected && corrected->performed_at)
      at = corrected->performed_at;
    const auto* finished = as<RunFinished>(event);
    if (finished == nullptr) continue;
    if (work_since || !finished->steps.empty()) at = event.performed_at;
    work_since = finished->outcome == Outcome::failed;
  }
  return at;
}

std::optional<std::chrono::seconds> duration_of(const Run& run) {
  const std::optional<Instant> end = performed_at(run);
  if (!end) return std::nullopt;
  return *end - run.events.front().performed_at;
}

RunSummary summarize(const Run& run) {
  const RunState state = state_of(run);
  const bool finished =
      !takes_work(state) && state != RunState::rejected && state != RunState::aborted;
  const Event* finish = last_finish(run);
  const std::map<std::string, std::string> values = values_of(run);
  const auto valid_until = values.find(std::string(kValidUntil));
  RunSummary summary;
  summary.id = run.id;
  summary.item = started(run).book.id;
  summary.state = state;
  summary.outcome = outcome_of(run);
  summary.started_at = run.events.front().performed_at;
  summary.performed_at = performed_at(run);
  if (finish != nullptr) summary.finished_at = finish->recorded_at;
  summary.last_seq = run.events.back().seq;
  summary.satisfies = finished && summary.outcome == Outcome::done;
  if (valid_until != values.end()) summary.valid_until = valid_until->second;
  summary.cycle = started(run).cycle;
  summary.planned_end = started(run).planned_end;
  summary.ref = started(run).ref;
  summary.emergency = awaits_acceptance(run);
  if (finish == nullptr) return summary;
  summary.for_key = as<RunFinished>(*finish)->for_key;
  summary.request = as<RunFinished>(*finish)->request;
  summary.finish_seq = finish->seq;
  return summary;
}

Run as_of(const Run& run, Instant instant) {
  Run then{run.id, {}};
  for (const Event& event : run.events) {
    const bool decides = as<SignedOff>(event) != nullptr || as<RunAborted>(event) != nullptr ||
                         as<RunCorrected>(event) != nullptr;
    if ((decides ? event.recorded_at : event.performed_at) <= instant) then.events.push_back(event);
  }
  if (!then.events.empty() && as<RunStarted>(then.events.front()) == nullptr) then.events.clear();
  return then;
}

}  // namespace opsctl
