// `opsctl metrics`: figures in the text format of Prometheus.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/run.h"
#include "model/stale.h"
#include "render/due_order.h"

namespace opsctl::render {

struct JournalFigures {
  std::int64_t records = 0;
  Instant last_record{};
  std::map<RunState, std::int64_t> runs = {};
  /// Runs that wait too long; known only with the runbooks, which have the limits.
  std::map<Staleness, std::int64_t> stale = {};
};

/// What is not known has no figures: an absent value alarms, a wrong zero soothes.
struct MetricsReport {
  Instant at{};
  const Catalog* catalog = nullptr;              // nothing: invalid
  std::optional<std::vector<DueRow>> rows = {};  // with a catalogue and a journal that can be read
  bool journal_readable = true;                  // or there is none yet
  std::optional<JournalFigures> journal = {};
};

/// Names and labels never change with the language; a change of their meaning is a new name.
std::string metrics(const MetricsReport& report);

}  // namespace opsctl::render
