// `opsctl check`: a line for a monitoring plugin, then the items that are not ok.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/stale.h"
#include "render/due_order.h"

namespace opsctl::render {

/// The exit statuses of a monitoring plugin.
enum class CheckState : int { ok = 0, warning = 1, critical = 2, unknown = 3 };

/// A run that waits too long.
struct StaleRun {
  RunSummary run;
  const Runbook* book = nullptr;
  Staleness staleness{};
};

/// Of the items that were looked at.
struct CheckCounts {
  std::ptrdiff_t all = 0;
  std::ptrdiff_t overdue = 0;
  std::ptrdiff_t late = 0;
  std::ptrdiff_t due = 0;

  std::ptrdiff_t ok() const { return all - overdue - late - due; }
  void add(ItemState state);
};

/// What `check` found.
struct CheckReport {
  Instant as_of{};
  CheckState state = CheckState::ok;
  CheckCounts counts = {};
  std::vector<DueRow> rows = {};  // those that check_tells()
  std::vector<StaleRun> stale = {};
  std::optional<Instant> last_record = {};  // where it is later than the clock, which went back
};

/// JSON tells of all items, text of those that are not ok.
bool check_tells(const Standing& standing, Format format);

/// The first line is for machines and the same in all languages; no later line holds a "|", which
/// would begin performance data. Text or JSON.
std::string check(const Catalog& catalog, const CheckReport& report, Format format,
                  const Look& look);

}  // namespace opsctl::render
