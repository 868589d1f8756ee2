// References to parties by id.
#pragma once

#include <span>
#include <string>

#include "catalog/map_reader.h"
#include "model/runbook.h"

namespace opsctl {

/// Complains of an id that no party has, unless no party is known at all. True if all is well.
bool expect_party(MapReader& map, const TextValue& id, std::span<const Party> parties);

}  // namespace opsctl
