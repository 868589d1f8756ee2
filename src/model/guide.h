// Walking through a checklist: what a person is asked next (spec workflow.md, "Runs").
#pragma once

#include <set>
#include <string>

#include "model/policy.h"
#include "model/run.h"

namespace opsctl {

/// Where the walk stands.
struct GuideStop {
  enum class Kind {
    step,           // the person records it
    of_others,      // a step of another party
    second_person,  // a recorded step waits for its second person
    field,          // a record field without a value
    finish,         // everything is there
    over            // the run takes no more work
  };
  Kind kind{};
  int number = 0;          // of the step, from 1
  std::string field = {};  // its key

  friend bool operator==(const GuideStop&, const GuideStop&) = default;
};

/// `skipped`: ids of optional steps and keys of fields that the person passed over.
GuideStop next_stop(const Run& run, const Roster& roster, const Acting& acting,
                    const std::set<std::string>& skipped);

/// The number of the last recorded step before `number` (0: of all) that the person may record
/// again; 0 where there is none.
int step_before(const Run& run, const Roster& roster, const Acting& acting, int number);

}  // namespace opsctl
