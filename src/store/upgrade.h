// A journal of an older opsctl, brought to the version of this one (spec records.md: numbered
// migrations, each one transaction, verified backup first, never touching payloads).
#pragma once

#include <chrono>
#include <filesystem>

#include "store/backup.h"
#include "store/schema.h"

namespace opsctl {

struct Upgrade {
  int from = 0;
  int to = 0;                       // the same: there was nothing to do
  std::filesystem::path copy = {};  // as it was before
};

/// Migrations, derived tables made again and a deep verification are one transaction: the journal
/// is as it was, or upgraded and whole. The copy stays beside it as "journal.db.schema-1", or with
/// a number behind that where there is one already, with a manifest. Throws Error: (journal, busy)
/// where the journal cannot be used, is newer or not whole, (failure) where no copy can be made;
/// then nothing was changed.
Upgrade upgrade_journal(const std::filesystem::path& journal, const BackupStamp& stamp,
                        Migrations migrations = shipped_migrations(),
                        std::chrono::milliseconds wait = kDefaultWait);

}  // namespace opsctl
