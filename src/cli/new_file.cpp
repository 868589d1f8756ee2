#include "cli/new_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/messages/sheet.h"
#include "base/problem.h"
#include "base/random.h"
#include "base/text.h"

namespace opsctl::cli {
namespace {

namespace fs = std::filesystem;

/// The name must survive a power cut, too. Where a folder cannot be synced, nothing is lost by
/// trying.
void sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}  // namespace

NewFile::NewFile(fs::path path, bool may_replace, mode_t mode, const fs::path& shown)
    : path_(std::move(path)),
      shown_(visible((shown.empty() ? path_ : shown).string())),
      may_replace_(may_replace) {
  refuse_existing();
  const fs::path begun =
      folder_of(path_) / ("." + path_.filename().string() + "." + random_uuid().substr(0, 8));
  fd_ = ::open(begun.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd_ < 0) fail(errno);
  if (::fchmod(fd_, mode) != 0) {
    const int error = errno;  // no destructor tidies up behind a constructor
    ::close(fd_);
    ::unlink(begun.c_str());
    fail(error);
  }
  begun_ = begun;
}

NewFile::~NewFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!begun_.empty()) ::unlink(begun_.c_str());
}

void NewFile::fail(int error) const {
  throw Error(Exit::failure, say<messages::file_not_written>(shown_, std::strerror(error)),
              say<messages::file_not_written_hint>());
}

void NewFile::refuse_existing() const {
  std::error_code failed;
  const fs::file_status status = fs::symlink_status(path_, failed);
  if (!fs::exists(status)) return;
  if (!fs::is_regular_file(status))
    throw Error(Exit::failure, say<messages::file_not_regular>(shown_),
                say<messages::file_not_regular_hint>());
  if (!may_replace_)
    throw Error(Exit::failure, say<messages::file_there_already>(shown_),
                say<messages::file_there_already_hint>());
}

void NewFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t now = ::write(fd_, bytes.data(), bytes.size());
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(now));
  }
}

/// 0, or what went wrong. Some file systems cannot rename without replacing: a second name does it
/// there.
int NewFile::publish() const {
  if (may_replace_) return ::rename(begun_.c_str(), path_.c_str()) == 0 ? 0 : errno;
  if (::renameat2(AT_FDCWD, begun_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (::link(begun_.c_str(), path_.c_str()) != 0) return errno;
  ::unlink(begun_.c_str());
  return 0;
}

void NewFile::commit() {
  if (::fsync(fd_) != 0) fail(errno);
  if (::close(std::exchange(fd_, -1)) != 0) fail(errno);
  if (const int error = publish(); error != 0) {
    if (error == EEXIST) refuse_existing();
    fail(error);
  }
  begun_.clear();
  sync_folder(folder_of(path_));
}

}  // namespace opsctl::cli
