// The parts of a runbook: duties, steps, record fields, notes.
#pragma once

#include <vector>

#include "catalog/map_reader.h"
#include "model/runbook.h"

namespace opsctl {

/// The cells in the order of `parties`.
std::vector<DutyCell> read_duties(MapReader& book, std::span<const Party> parties);

/// `requires:`: a list of one. Prior approval includes the instruction.
Gate read_gate(MapReader& book);

std::vector<Method> read_methods(MapReader& book);

Category read_category(MapReader& book);

/// `taking_part`: the parties that a step may name; empty: they are not known.
std::vector<Step> read_steps(MapReader& book, std::span<const Party> parties,
                             std::span<const std::string> taking_part);

std::vector<RecordField> read_records(MapReader& book);

/// Key by key, with what `otherwise` has for those that are not written.
RunLimits read_limits(MapReader& holder, const RunLimits& otherwise);

std::vector<Note> read_notes(MapReader& book, std::span<const Party> parties);

}  // namespace opsctl
