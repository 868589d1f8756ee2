// Where a journal lies, looked at for doctor. Only looks, with the rights that opsctl has there.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/doctor.h"

namespace opsctl {

struct JournalSite {
  std::string folder;
  std::vector<Rights> rights = {};           // of the folder, and of the journal where it is there
  std::int64_t size = 0;                     // of the journal
  std::vector<std::string> leftovers = {};   // drafts of what was cut off
  std::optional<Message> not_writable = {};  // why this account cannot record
  std::vector<Message> not_shared = {};      // on a shared host: what is not as it was set up
};

/// Throws Error where the folder cannot be used at all.
JournalSite site_of(const std::filesystem::path& journal);

/// Nothing where it cannot be looked at.
std::optional<Rights> rights_of(const std::filesystem::path& path);

std::optional<Disk> disk_of(const std::filesystem::path& folder);

/// The manifests in a folder, with their copies. Throws std::filesystem::filesystem_error where the
/// folder cannot be read.
std::vector<FoundCopy> copies_in(const std::filesystem::path& folder);

}  // namespace opsctl
