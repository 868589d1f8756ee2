// Reads roster.yaml: the persons.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "catalog/reading.h"
#include "model/roster.h"
#include "model/runbook.h"

namespace opsctl {

/// `parties` of the catalogue; none: they are not known, and not checked.
ReadResult<Roster> read_roster(std::string_view text, const std::string& name,
                               std::span<const Party> parties);

}  // namespace opsctl
