// What the guide shows: one step, or one record field, at a time.
#pragma once

#include <string>

#include "model/catalog.h"
#include "model/run.h"
#include "render/look.h"

namespace opsctl::render {

/// The run, and what the keys are for.
std::string guide_opening(const Run& run, const Look& look);

/// A step with all that is known of it; choices carry the number to press.
std::string guide_step(const Run& run, int number, const Catalog& catalog, const Look& look);

/// The keys that answer it. `again`: it is recorded already.
std::string guide_keys(const Step& step, bool again, const Look& look);

std::string guide_field(const RecordField& field, const Look& look);

}  // namespace opsctl::render
