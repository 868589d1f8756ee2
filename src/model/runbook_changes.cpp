#include "model/runbook_changes.h"

#include <algorithm>
#include <array>

namespace opsctl {
namespace {

const Step* find(const std::vector<Step>& steps, const std::string& id) {
  const auto found = std::ranges::find(steps, id, &Step::id);
  return found == steps.end() ? nullptr : &*found;
}

const RecordField* find(const std::vector<RecordField>& fields, const std::string& key) {
  const auto found = std::ranges::find(fields, key, &RecordField::key);
  return found == fields.end() ? nullptr : &*found;
}

/// The steps that both have, in the order of `steps`.
std::vector<std::string> common(const std::vector<Step>& steps, const std::vector<Step>& others) {
  std::vector<std::string> ids;
  for (const Step& step : steps) {
    if (find(others, step.id) != nullptr) ids.push_back(step.id);
  }
  return ids;
}

/// A step has moved where it stands elsewhere among those that both have: one that was added or
/// removed before it moves nothing.
bool has_moved(const std::string& id, const std::vector<std::string>& before,
               const std::vector<std::string>& now) {
  return std::ranges::find(before, id) - before.begin() != std::ranges::find(now, id) - now.begin();
}

void compare_steps(const Runbook& before, const Runbook& now, std::vector<StepChange>& changes) {
  const auto order_before = common(before.steps, now.steps);
  const auto order_now = common(now.steps, before.steps);
  for (const Step& step : now.steps) {
    const Step* old = find(before.steps, step.id);
    const int number = number_of(now, step);
    if (old == nullptr) {
      changes.push_back({ChangeKind::added, 0, number, "", step.text});
    } else if (*old != step) {
      changes.push_back(
          {ChangeKind::changed, number_of(before, *old), number, old->text, step.text});
    } else if (has_moved(step.id, order_before, order_now)) {
      changes.push_back({ChangeKind::moved, number_of(before, *old), number, old->text, step.text});
    }
  }
  for (const Step& step : before.steps) {
    if (find(now.steps, step.id) == nullptr)
      changes.push_back({ChangeKind::removed, number_of(before, step), 0, step.text, ""});
  }
}

void compare_fields(const Runbook& before, const Runbook& now, std::vector<FieldChange>& changes) {
  for (const RecordField& field : now.records) {
    const RecordField* old = find(before.records, field.key);
    if (old == nullptr)
      changes.push_back({ChangeKind::added, field.key, field.label});
    else if (*old != field)
      changes.push_back({ChangeKind::changed, field.key, field.label});
  }
  for (const RecordField& field : before.records) {
    if (find(now.records, field.key) == nullptr)
      changes.push_back({ChangeKind::removed, field.key, field.label});
  }
}

}  // namespace

std::string_view name_of(ChangeKind kind) {
  constexpr std::array<std::string_view, 4> kNames = {"added", "removed", "changed", "moved"};
  return kNames.at(static_cast<std::size_t>(kind));
}

RunbookChanges changes_between(const Runbook& before, const Runbook& now) {
  RunbookChanges changes;
  compare_steps(before, now, changes.steps);
  compare_fields(before, now, changes.fields);
  return changes;
}

}  // namespace opsctl
