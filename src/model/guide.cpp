#include "model/guide.h"

#include <variant>

#include "model/workflow.h"

namespace opsctl {
namespace {

bool may_record_it(const Run& run, const Roster& roster, const Acting& acting, const Step& step) {
  return std::holds_alternative<Actor>(may_record(scope_of(run, roster), acting, step));
}

}  // namespace

GuideStop next_stop(const Run& run, const Roster& roster, const Acting& acting,
                    const std::set<std::string>& skipped) {
  using enum GuideStop::Kind;
  if (!takes_work(state_of(run))) return {over};
  int number = 0;
  for (const StepStatus& status : steps_of(run)) {
    ++number;
    if (awaits_second_person(status)) return {second_person, number};
    if (status.latest() != nullptr || skipped.contains(status.step.id)) continue;
    const bool mine = may_record_it(run, roster, acting, status.step);
    if (!mine && !status.step.required) continue;
    return {mine ? step : of_others, number};
  }
  const auto values = values_of(run);
  for (const RecordField& one : started(run).book.records) {
    if (!values.contains(one.key) && !skipped.contains(one.key)) return {field, 0, one.key};
  }
  return {finish};
}

int step_before(const Run& run, const Roster& roster, const Acting& acting, int number) {
  int found = 0;
  int at = 0;
  for (const StepStatus& status : steps_of(run)) {
    if (++at == number) break;
    if (status.latest() != nullptr && may_record_it(run, roster, acting, status.step)) found = at;
  }
  return found;
}

}  // namespace opsctl
