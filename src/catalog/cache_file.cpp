#include "catalog/cache_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace opsctl {
namespace {

namespace fs = std::filesystem;

/// More than ten thousand runbooks take; what is larger is none of ours.
constexpr std::int64_t kMostBytes = std::int64_t{256} * 1024 * 1024;

bool is_mine(const struct stat& status) { return status.st_uid == ::geteuid(); }
bool is_private(const struct stat& status) { return (status.st_mode & 077) == 0; }

/// A folder of the user's that others cannot write to.
bool is_safe_home(const fs::path& folder) {
  struct stat status {};
  return ::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && is_mine(status) &&
         (status.st_mode & 022) == 0;
}

bool is_own_folder(const fs::path& folder) {
  struct stat status {};
  return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && is_mine(status) &&
         is_private(status);
}

/// ~/.cache may not be there yet; a home that is somebody else's gets no folders of ours.
bool make_folder(const fs::path& folder) {
  if (is_own_folder(folder)) return true;
  const fs::path home = folder.parent_path();
  if (!is_safe_home(home) &&
      !(is_safe_home(home.parent_path()) && ::mkdir(home.c_str(), 0700) == 0))
    return false;
  return ::mkdir(folder.c_str(), 0700) == 0 && is_own_folder(folder);
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

CacheDraft::CacheDraft(fs::path place, fs::path draft, int fd, std::int64_t began_at)
    : place_(std::move(place)), draft_(std::move(draft)), fd_(fd), began_at_(began_at) {}

CacheDraft::~CacheDraft() {
  if (fd_ >= 0) ::close(fd_);
  if (!draft_.empty()) ::unlink(draft_.c_str());
}

void CacheDraft::publish(std::string_view bytes) {
  const bool written = write_all(fd_, bytes);
  const bool closed = ::close(std::exchange(fd_, -1)) == 0;
  if (written && closed && ::rename(draft_.c_str(), place_.c_str()) == 0) draft_.clear();
}

CacheFile::CacheFile(const fs::path& home, const std::string& name) {
  if (!home.is_absolute()) return;  // as the XDG specification has it
  folder_ = home / "opsctl";
  place_ = folder_ / name;
}

std::string CacheFile::bytes() const {
  if (place_.empty() || !is_own_folder(folder_)) return {};
  const int fd = ::open(place_.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return {};
  struct stat status {};
  std::string bytes;
  if (::fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && is_mine(status) &&
      is_private(status) && status.st_size <= kMostBytes) {
    bytes.resize(static_cast<std::size_t>(status.st_size));
    // Others replace the file, they never write to it: one that is shorter now is damaged.
    if (::read(fd, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) bytes.clear();
  }
  ::close(fd);
  return bytes;
}

std::unique_ptr<CacheDraft> CacheFile::begin() const {
  if (place_.empty() || !make_folder(folder_)) return nullptr;
  std::string draft = place_.string() + ".XXXXXX";
  const int fd = ::mkostemp(draft.data(), O_CLOEXEC);  // 0600
  if (fd < 0) return nullptr;
  struct stat status {};
  ::fstat(fd, &status);
  const std::int64_t began_at =
      std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  return std::make_unique<CacheDraft>(place_, draft, fd, began_at);
}

}  // namespace opsctl
