#include "catalog/folder.h"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "base/messages/catalog.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;

// Links are followed: what counts is what they lead to.
FolderEntry::Kind kind_of(const fs::path& path) {
  std::error_code code;
  const fs::file_status status = fs::status(path, code);
  if (fs::is_regular_file(status)) return FolderEntry::Kind::file;
  if (fs::is_directory(status)) return FolderEntry::Kind::folder;
  return FolderEntry::Kind::other;
}

}  // namespace

std::vector<FolderEntry> entries_of(const fs::path& folder, Diagnostics& diagnostics) {
  std::vector<FolderEntry> entries;
  std::error_code code;
  fs::directory_iterator next(folder, code);
  for (; !code && next != fs::directory_iterator(); next.increment(code)) {
    const std::string name = next->path().filename().string();
    if (!name.starts_with('.') && !name.ends_with('~'))
      entries.push_back({name, kind_of(next->path())});
  }
  if (code)
    diagnostics.push_back(file_error(folder, say<messages::folder_unreadable>(code.message())));
  std::ranges::sort(entries, {}, &FolderEntry::name);
  return entries;
}

std::optional<std::string> bytes_of(const fs::path& file, Diagnostics& diagnostics,
                                    std::size_t limit) {
  if (kind_of(file) != FolderEntry::Kind::file) {
    std::error_code code;
    const bool there = fs::exists(fs::symlink_status(file, code));
    diagnostics.push_back(
        file_error(file, there ? say<messages::no_regular_file>() : say<messages::file_missing>()));
    return std::nullopt;
  }
  std::ifstream in(file, std::ios::binary);
  std::string bytes(limit + 1, '\0');
  if (in) in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in.is_open() || in.bad()) {
    diagnostics.push_back(file_error(file, say<messages::file_unreadable>()));
    return std::nullopt;
  }
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

Diagnostic file_error(const fs::path& file, Message message, const std::optional<Message>& hint) {
  return {Severity::error, {file.string(), 0, 0}, std::move(message), hint};
}

}  // namespace opsctl
