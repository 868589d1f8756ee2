#include "catalog/unchanged.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "catalog/folder.h"

namespace opsctl {
namespace {

class Unchanged {
 public:
  Unchanged(const Reuse& reuse, const std::string& folder)
      : reuse_(reuse),
        folder_(folder),
        folder_fd_(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {}
  Unchanged(const Unchanged&) = delete;
  Unchanged& operator=(const Unchanged&) = delete;
  ~Unchanged() {
    if (folder_fd_ >= 0) ::close(folder_fd_);
  }

  std::optional<CatalogParts> parts() {
    if (folder_fd_ < 0) return std::nullopt;
    parts_.books.reserve(reuse_.compiled().size());
    const bool alike =
        reuse_.compiled().every([this](const CompiledEntry& entry) { return take(entry); });
    if (!alike || !is_whole()) return std::nullopt;
    return std::move(parts_);
  }

 private:
  /// False where it changed.
  bool take(const CompiledEntry& entry) {
    name_ = entry.name.empty() ? "." : entry.name;
    const auto stamp = stamp_of(name_, folder_fd_);
    if (!stamp || !reuse_.compiled().is_unchanged(entry, *stamp)) return false;
    switch (entry.kind) {
      case EntryKind::names:
        take_names(entry);
        break;
      case EntryKind::head:
        reuse_.unpack(entry, parts_.head);
        break;
      case EntryKind::roster:
        reuse_.unpack(entry, parts_.roster);
        break;
      case EntryKind::holidays:
        reuse_.unpack(entry, parts_.holidays);
        break;
      case EntryKind::sheet:
        reuse_.unpack(entry, parts_.sheets.emplace_back());
        break;
      case EntryKind::runbook:
        take_book(entry);
        break;
      case EntryKind::zone:
        zone_file_ = entry.name;
        break;
    }
    return true;
  }

  void take_names(const CompiledEntry& entry) {
    if (entry.name.empty())
      reuse_.unpack(entry, names_);
    else
      sheets_.emplace_back(entry.name);
  }

  void take_book(const CompiledEntry& entry) {
    Runbook& book = parts_.books.emplace_back();
    reuse_.unpack(entry, book);
    if (reuse_.purpose() != Purpose::standings) book.pos.file = folder_ + name_;
  }

  /// Of what lies beside catalog.yaml, all folders are sheets that were taken: what a link leads to
  /// may become a folder without a trace in the folder with the link.
  bool is_whole() const {
    const bool has_zone = parts_.head.zone && zone_file_ == parts_.head.zone->file();
    return has_zone && !names_.empty() && !sheets_.empty() &&
           std::ranges::none_of(names_, [this](const std::string& name) {
             return std::ranges::find(sheets_, name) == sheets_.end() && is_folder(folder_ + name);
           });
  }

  const Reuse& reuse_;
  const std::string& folder_;
  int folder_fd_;
  std::string name_;  // of the entry that is looked at
  CatalogParts parts_;
  std::vector<std::string> names_;   // beside catalog.yaml
  std::vector<std::string> sheets_;  // those of them that are folders
  std::string zone_file_;
};

}  // namespace

std::optional<CatalogParts> unchanged_parts(const Reuse& reuse, const std::string& folder) {
  return Unchanged(reuse, folder).parts();
}

}  // namespace opsctl
