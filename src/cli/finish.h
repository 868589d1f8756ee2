// Finishing a run, as typed with `done` or from the guide.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"

namespace opsctl::cli {

struct FinishOptions {
  std::optional<std::string> run = {};
  bool all_ok = false;
  bool failed = false;
  std::optional<std::string> reason = {};
  std::vector<std::string> values = {};
  std::optional<std::string> valid_until = {};
  std::optional<std::string> for_key = {};
  std::optional<std::string> request = {};
  std::optional<std::string> at = {};
  bool leave_uncovered = false;
  std::optional<std::string> party = {};
  std::optional<std::string> key = {};
};

Exit finish(const FinishOptions& options, Session& session);

}  // namespace opsctl::cli
