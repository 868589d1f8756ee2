// Is this journal what opsctl wrote, and nothing else? (spec records.md, "Proof".) It only reads,
// repairs nothing, and answers also about a damaged file.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "model/verify_report.h"
#include "store/journal.h"
#include "store/schema.h"

namespace opsctl {

struct VerifyOptions {
  bool deep = false;                     // every derived table made again and compared
  std::vector<KeptAnchor> anchors = {};  // heads of the chain that were kept outside
  /// Whether a signature of the text is the person's; nothing: they are counted only.
  std::function<bool(const std::string& person, const std::string& text,
                     const std::string& signature, Instant at)>
      verifies = {};
  std::size_t most_findings = 10;                // of each check; the others are counted
  Migrations migrations = shipped_migrations();  // that the journal has been through
  bool own_copy = false;  // a copy of the user's: nobody works with it, and nothing may change it
  std::chrono::milliseconds wait = kDefaultWait;
};

/// Damage is a finding. Throws Error where there is nothing to check: no such file, not a journal,
/// a newer one (journal), or one that stays busy (busy).
VerifyReport verify_journal(const std::filesystem::path& path, const VerifyOptions& options = {});

}  // namespace opsctl
