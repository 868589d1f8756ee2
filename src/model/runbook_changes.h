// What changed in a runbook since the run before: for rare work, where nobody remembers.
#pragma once

#include <string>
#include <vector>

#include "model/runbook.h"

namespace opsctl {

enum class ChangeKind { added, removed, changed, moved };
std::string_view name_of(ChangeKind kind);  // "added" …

/// Of a step. Numbers count from 1; 0 where it is not there.
struct StepChange {
  ChangeKind kind{};
  int number_before = 0;
  int number_now = 0;
  std::string text_before = {};
  std::string text_now = {};
};

/// Of a record field.
struct FieldChange {
  ChangeKind kind{};
  std::string key;
  std::string label;
};

struct RunbookChanges {
  std::vector<StepChange> steps;    // in the order of the steps now, then those that are gone
  std::vector<FieldChange> fields;  // the same

  bool empty() const { return steps.empty() && fields.empty(); }
};

/// Steps are known again by their id, fields by their key.
RunbookChanges changes_between(const Runbook& before, const Runbook& now);

}  // namespace opsctl
