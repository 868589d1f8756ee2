// What is allowed with a watch, the run of a 24H item (spec schedule.md 9).
#pragma once

#include <string>

#include "model/due.h"
#include "model/workflow.h"

namespace opsctl {

Verdict confirm_watch(const Catalog& catalog, const Run& run, const Acting& acting);

/// The watch of `to`, which begins where another one ends; `typed` by whoever hands over.
Verdict start_next_watch(const Catalog& catalog, const Runbook& book, const Run& before,
                         const Actor& typed, const Person& to, const StartRequest& request);

/// The last watch must not end with nobody there: refused where at `end` no other one of the item
/// covers. `known` is known_at(end).
std::optional<Refusal> leaves_uncovered(const Runbook& book, const Run& run,
                                        const ItemHistory& known, Instant end);

}  // namespace opsctl
