#include "store/site.h"

#include <sys/stat.h>
#include <sys/statfs.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/messages/care.h"
#include "base/problem.h"
#include "store/backup.h"
#include "store/journal_rights.h"
#include "store/lock_file.h"
#include "store/place.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = ".manifest";

/// Of a journal, or of the copy before an upgrade.
bool is_draft(const std::string& name) { return name.find(".new-") != std::string::npos; }

bool is_lone_manifest(const fs::path& path) {
  return path.extension() == kManifest && !is_taken(fs::path(path).replace_extension());
}

std::vector<std::string> leftovers_of(const fs::path& place) {
  std::vector<std::string> names;
  std::error_code failed;
  const std::string ours = place.filename().string() + ".";
  for (const auto& entry : fs::directory_iterator(place.parent_path(), failed)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(ours) && (is_draft(name) || is_lone_manifest(entry.path())))
      names.push_back(entry.path());
  }
  std::ranges::sort(names);
  return names;
}

std::optional<Message> why_not_writable(const fs::path& place) {
  try {
    require_file(place, Access::write);
    return std::nullopt;
  } catch (const Error& error) {
    return error.problem().what;
  }
}

std::vector<Message> what_is_not_shared(const fs::path& place, gid_t group) {
  std::vector<Message> causes;
  try {
    require_shared(place, group);
  } catch (const Error& error) {
    causes.push_back(error.problem().what);
  }
  if (auto cause = why_lock_not_shared(lock_file_of(place), group))
    causes.push_back(*std::move(cause));
  return causes;
}

/// Nothing where there is no copy of ours.
std::optional<FoundCopy> copy_at(const fs::path& path) {
  struct stat status {};
  const bool is_seen = ::lstat(path.c_str(), &status) == 0;
  if (!is_seen && errno == ENOENT) return std::nullopt;
  FoundCopy copy{.path = path.string(),
                 .size = is_seen && S_ISREG(status.st_mode) ? status.st_size : -1,
                 .manifest = {}};
  try {
    copy.manifest = read_manifest(path);
  } catch (const Error& error) {
    if (error.problem().what.text != &messages::backup_manifest_closed) return std::nullopt;
  }
  return copy;
}

}  // namespace

std::optional<Rights> rights_of(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  // In a folder with the sticky bit nobody takes away what is another's.
  const bool sticky = S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0;
  return Rights{path.string(), (status.st_mode & S_IWOTH) != 0 && !sticky,
                (status.st_mode & S_IWGRP) != 0 && !sticky};
}

JournalSite site_of(const fs::path& journal) {
  const JournalRights rights;
  const fs::path place = resolved_place(journal);
  JournalSite site{.folder = place.parent_path().string()};
  for (const fs::path& path : {place.parent_path(), place}) {
    if (auto of = rights_of(path)) site.rights.push_back(*std::move(of));
  }
  if (const auto group = journal_group()) site.not_shared = what_is_not_shared(place, *group);
  site.leftovers = leftovers_of(place);
  if (!is_taken(place)) return site;
  std::error_code failed;
  const auto size = fs::file_size(place, failed);
  site.size = failed ? 0 : static_cast<std::int64_t>(size);
  site.not_writable = why_not_writable(place);
  return site;
}

std::optional<Disk> disk_of(const fs::path& folder) {
  struct statfs system {};
  if (::statfs(folder.c_str(), &system) != 0) return std::nullopt;
  return Disk{
      static_cast<std::uint64_t>(system.f_type) & 0xFFFFFFFF,
      static_cast<std::uint64_t>(system.f_bavail) * static_cast<std::uint64_t>(system.f_bsize),
      system.f_files, system.f_ffree};
}

std::vector<FoundCopy> copies_in(const fs::path& folder) {
  std::vector<FoundCopy> copies;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::string path = entry.path().string();
    if (!path.ends_with(kManifest)) continue;
    path.resize(path.size() - kManifest.size());
    if (auto copy = copy_at(path)) copies.push_back(*std::move(copy));
  }
  std::ranges::sort(copies, {}, &FoundCopy::path);
  return copies;
}

}  // namespace opsctl
