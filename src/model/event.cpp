// The words for events: stable English names, in the journal and in JSON.
#include "model/event.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace opsctl {
namespace {

template <class T>
using Named = std::pair<T, std::string_view>;

constexpr auto kStepResults = std::to_array<Named<StepResult>>(
    {{StepResult::ok, "ok"}, {StepResult::ng, "ng"}, {StepResult::na, "na"}});
constexpr auto kOutcomes =
    std::to_array<Named<Outcome>>({{Outcome::done, "done"}, {Outcome::failed, "failed"}});
constexpr auto kDecisions = std::to_array<Named<Decision>>({{Decision::approve, "approve"},
                                                            {Decision::return_run, "return"},
                                                            {Decision::reject, "reject"}});
constexpr auto kSignOffDuties = std::to_array<Named<SignOffDuty>>(
    {{SignOffDuty::supervisor, "supervisor"}, {SignOffDuty::approver, "approver"}});

template <class T, std::size_t n>
std::string_view name_in(const std::array<Named<T>, n>& names, T value) {
  return std::ranges::find(names, value, &Named<T>::first)->second;
}

template <class T, std::size_t n>
std::optional<T> value_in(const std::array<Named<T>, n>& names, std::string_view name) {
  const auto* found = std::ranges::find(names, name, &Named<T>::second);
  return found == names.end() ? std::nullopt : std::optional(found->first);
}

// In the order of EventBody's alternatives.
constexpr auto kKinds = std::to_array<std::string_view>(
    {"journal-created", "run-started", "step-recorded", "step-confirmed", "note-added",
     "run-finished", "run-aborted", "signed-off", "request-made", "request-withdrawn",
     "occurrence-waived", "run-handed-over", "watch-confirmed", "request-approved",
     "emergency-accepted", "roster-recorded", "values-recorded", "run-corrected"});
static_assert(kKinds.size() == std::variant_size_v<EventBody>);

}  // namespace

std::string_view name_of(StepResult result) { return name_in(kStepResults, result); }
std::string_view name_of(Outcome outcome) { return name_in(kOutcomes, outcome); }
std::string_view name_of(Decision decision) { return name_in(kDecisions, decision); }
std::string_view name_of(SignOffDuty duty) { return name_in(kSignOffDuties, duty); }

std::optional<StepResult> step_result_of_name(std::string_view name) {
  return value_in(kStepResults, name);
}
std::optional<Outcome> outcome_of_name(std::string_view name) { return value_in(kOutcomes, name); }
std::optional<Decision> decision_of_name(std::string_view name) {
  return value_in(kDecisions, name);
}
std::optional<SignOffDuty> sign_off_duty_of_name(std::string_view name) {
  return value_in(kSignOffDuties, name);
}

std::vector<std::string> persons_of(const Actor& actor) {
  if (actor.deputy_for.empty()) return {actor.person};
  return {actor.person, actor.deputy_for};
}

std::span<const std::string_view> event_kinds() { return kKinds; }

std::string_view kind_of(const EventBody& body) { return kKinds.at(body.index()); }

}  // namespace opsctl
