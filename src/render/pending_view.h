// `opsctl pending`: the runs that wait for a sign-off, each with what the decision needs.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/history.h"
#include "model/run.h"
#include "render/look.h"

namespace opsctl::render {

struct PendingRow {
  const Run& run;
  std::optional<std::chrono::seconds> usual;  // how long such work usually takes
  bool runbook_changed = false;               // since the item's last run
};

/// A request for work that may not begin before it is approved.
struct PendingRequest {
  Request request;
  const Runbook& book;
};

struct PendingReport {
  std::vector<PendingRow> runs = {};
  std::vector<PendingRequest> requests = {};
};

/// Runs with exceptions first, then the longest waiting; then the requests. Tables have the runs.
std::string pending(const Catalog& catalog, const PendingReport& report, Format format,
                    const Look& look);

}  // namespace opsctl::render
