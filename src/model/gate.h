// What must be there before the start, and what is made up for after an emergency (spec
// workflow.md, "Gates before the start").
#pragma once

#include <span>
#include <string>

#include "model/history.h"
#include "model/workflow.h"

namespace opsctl {

/// As typed with `start`.
struct GateRequest {
  std::string instructed_by = {};  // a person's id
  bool emergency = false;
  std::string reason = {};  // of the emergency
};

/// The verdict of a start, which knows the request that it serves, at the gate of its runbook.
/// Whoever may ask for the work needs no instruction.
Verdict through_gate(Verdict start, const Catalog& catalog, const Runbook& book,
                     const Acting& acting, std::span<const Request> open,
                     const GateRequest& request);

/// ▲ lets work begin that may not begin without approval. `open`: the item's open requests.
Verdict approve_request(const Catalog& catalog, const Runbook& book, const Acting& acting,
                        const Request& request, std::span<const Request> open);

/// 事後承認 of a run that is still being worked on, by those who could have opened its gate.
/// `shown`: content_hash() of the run as the person saw it.
Verdict accept_emergency(const Catalog& catalog, const Run& run, const Acting& acting,
                         const Hash& shown);

}  // namespace opsctl
