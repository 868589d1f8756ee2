// A run as JSON: what `show`, `checklist`, `pending` and `status` print of it.
#pragma once

#include "base/json.h"
#include "base/time.h"
#include "model/run.h"

namespace opsctl::render {

Json run_json(const Run& run, const Zone& zone);

/// Where the run stands in the journal: "SEQ:HASH" of its last event, as `verify --anchor` takes
/// it.
Json evidence_json(const std::vector<Evidence>& evidence);

std::string reference_of(const Run& run);

/// The same with the 8 digits that the acknowledgement of a record shows.
std::string short_reference_of(const Run& run);

}  // namespace opsctl::render
