// The runs that wait for a sign-off, with what a decision needs: for `pending` and `approve`.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "model/run.h"
#include "render/pending_view.h"
#include "store/journal.h"

namespace opsctl::cli {

struct Waiting {
  Run run;
  std::optional<std::chrono::seconds> usual;  // the median of the item's runs before
  bool runbook_changed = false;               // since the item's run before
};

Waiting waiting(const Journal& journal, Run run);

/// The rows point into `runs`.
std::vector<render::PendingRow> rows_of(const std::vector<Waiting>& runs);

}  // namespace opsctl::cli
