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

/// A file under a name of its own, beside the one that it may replace; removed if it does not.
class Draft {
 public:
  explicit Draft(const fs::path& place) : name_(place.string() + ".XXXXXX") {
    fd_ = ::mkostemp(name_.data(), O_CLOEXEC);  // 0600
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (fd_ < 0) return;
    ::close(fd_);
    ::unlink(name_.c_str());
  }

  int fd() const { return fd_; }

  void replace(const fs::path& place) {
    if (::rename(name_.c_str(), place.c_str()) == 0) ::close(std::exchange(fd_, -1));
  }

 private:
  std::string name_;
  int fd_;
};

}  // namespace

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

std::optional<std::int64_t> CacheFile::clock() const {
  if (place_.empty() || !make_folder(folder_)) return std::nullopt;
  const Draft file(place_);
  struct stat status {};
  if (file.fd() < 0 || ::fstat(file.fd(), &status) != 0) return std::nullopt;
  return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

void CacheFile::publish(std::string_view bytes) const {
  Draft draft(place_);
  if (draft.fd() >= 0 && write_all(draft.fd(), bytes)) draft.replace(place_);
}

}  // namespace opsctl
