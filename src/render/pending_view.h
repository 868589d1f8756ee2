// `opsctl pending`: the runs that wait for a sign-off, each with what the decision needs.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "model/catalog.h"
#include "model/run.h"
#include "render/look.h"

namespace opsctl::render {

struct PendingRow {
  const Run& run;
  std::optional<std::chrono::seconds> usual;  // how long such work usually takes
  bool runbook_changed = false;               // since the item's last run
};

/// Runs with exceptions first, then the longest waiting.
std::string pending(const Catalog& catalog, std::span<const PendingRow> rows, Format format,
                    const Look& look);

}  // namespace opsctl::render
