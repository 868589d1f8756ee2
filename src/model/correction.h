// What was recorded of a finished run was wrong: it stays, and what is right is added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/workflow.h"

namespace opsctl {

/// As typed with `correct`; all but the reason may be left out, but not all of it.
struct CorrectionRequest {
  std::string reason = {};
  std::optional<StepRequest> step = {};
  std::vector<std::string> values = {};  // KEY=VALUE
  std::optional<Instant> performed_at = {};
};

/// Only of a run that waits for sign-offs or is approved: while it is open its steps are recorded
/// again, and what was rejected or aborted counts for nothing. Voids the sign-offs before it (spec
/// workflow.md, "Runs").
Verdict correct_run(const Catalog& catalog, const Run& run, const Acting& acting,
                    const CorrectionRequest& request, Instant now);

}  // namespace opsctl
