#include "catalog/folder.h"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "base/messages/catalog.h"

namespace opsctl {
namespace fs = std::filesystem;
namespace {

/// Room for most runbooks. Room for the largest file that is read takes longer to make than most
/// files take to be read.
constexpr std::size_t kPiece = 16384;

}  // namespace

std::vector<std::string> names_in(const fs::path& folder, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  std::error_code code;
  fs::directory_iterator next(folder, code);
  for (; !code && next != fs::directory_iterator(); next.increment(code)) {
    const std::string name = next->path().filename().string();
    if (!name.starts_with('.') && !name.ends_with('~')) names.push_back(name);
  }
  if (code)
    diagnostics.push_back(file_error(folder, say<messages::folder_unreadable>(code.message())));
  std::ranges::sort(names);
  return names;
}

bool is_folder(const fs::path& path) {
  std::error_code code;
  return fs::is_directory(path, code);
}

std::optional<std::string> bytes_of(const fs::path& file, Diagnostics& diagnostics,
                                    std::size_t limit) {
  std::error_code code;
  if (!fs::is_regular_file(file, code)) {
    const bool there = fs::exists(fs::symlink_status(file, code));
    diagnostics.push_back(
        file_error(file, there ? say<messages::no_regular_file>() : say<messages::file_missing>()));
    return std::nullopt;
  }
  std::ifstream in(file, std::ios::binary);
  std::string bytes;
  while (in && bytes.size() <= limit) {
    const std::size_t before = bytes.size();
    bytes.resize(std::min(before + kPiece, limit + 1));
    in.read(bytes.data() + before, static_cast<std::streamsize>(bytes.size() - before));
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  if (!in.is_open() || in.bad()) {
    diagnostics.push_back(file_error(file, say<messages::file_unreadable>()));
    return std::nullopt;
  }
  return bytes;
}

Diagnostic file_error(const fs::path& file, Message message, const std::optional<Message>& hint) {
  return {Severity::error, {file.string(), 0, 0}, std::move(message), hint};
}

}  // namespace opsctl
