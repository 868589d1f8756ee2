// The rows of `due`, `check` and `status`, and the order in which people want to see them.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/due.h"
#include "render/look.h"

namespace opsctl::render {

struct DueRow {
  const Runbook& book;
  Standing standing;
  std::string open_run = {};  // of the item: its id; the first of several
  std::string go_on = {};     // the command that goes on with it
};

/// True for overdue, late and due: somebody has to act.
bool needs_doing(ItemState state);

/// Overdue, late, due, then the rest; the earlier deadline first; then as the catalogue has them.
std::vector<const DueRow*> most_urgent_first(std::span<const DueRow> rows);

/// The same within groups of one cycle, in the order of the sheet's legend: 24H, 1/D, 2/D, 1/W …
/// 1/5Y, 随時.
std::vector<std::vector<const DueRow*>> grouped_by_cycle(std::span<const DueRow> rows);

/// "3 days left", "2 days 5 hours overdue"; empty where no deadline is known.
std::string time_words(const Standing& standing, Instant as_of, const Look& look);

/// "opsctl start 49" where something has to be done, else nothing.
std::string next_command(const Catalog& catalog, const DueRow& row);

/// The names of those who perform, by ◎ or by a note.
std::string performer_names(const Runbook& book, std::span<const Party> parties, const Look& look);

}  // namespace opsctl::render
