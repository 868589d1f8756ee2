// The keys of slots: what people and records call an occurrence (spec schedule.md 4).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/slot_grid.h"

namespace opsctl {

/// "2026-11-22", "2026-11-22#2", "2026-W47", "FY2026H1" …
std::string slot_key(const SlotGrid& grid, std::int64_t index);

/// The slot of that key; nothing where the grid has no such key.
std::optional<std::int64_t> find_slot(const SlotGrid& grid, std::string_view key);

}  // namespace opsctl
