// Copies of the journal: taken while others work, and proved to be fit for its place.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "model/backup.h"
#include "store/journal.h"

namespace opsctl {

/// Who takes the copy, and when: for the manifest.
struct BackupStamp {
  Instant at{};
  std::string host;
  std::string opsctl;  // version
};

/// A copy of one moment, verified and on the disk, at `target`, with its manifest beside it. Only
/// while the pages are copied do writers wait. Throws Error: (failure) where the copy cannot be
/// made or anything is there already, (journal, busy) where the journal cannot be used or is not
/// whole. Then nothing is left of the copy.
Manifest take_backup(const std::filesystem::path& journal, const std::filesystem::path& target,
                     const BackupStamp& stamp, std::chrono::milliseconds wait = kDefaultWait);

/// What the manifest beside a copy says. Throws Error (journal) where there is none that can be
/// read.
Manifest read_manifest(const std::filesystem::path& copy);

/// Whether a copy could take the journal's place: it is the file that its manifest describes, it is
/// whole, everything that follows from its records can be made again, and the journal in use (where
/// there is one) continues it. Only reads. Throws Error (journal, busy) where that cannot be
/// answered.
BackupCheck check_backup(const std::filesystem::path& copy,
                         const std::optional<std::filesystem::path>& journal,
                         std::chrono::milliseconds wait = kDefaultWait);

}  // namespace opsctl
