// The file beside the journal that writers lock before they begin: the kernel serves those who
// wait in turn, which SQLite's own locks do not.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace opsctl {

std::filesystem::path lock_file_of(const std::filesystem::path& journal);

/// Held until destroyed; the system drops it when the process dies. The file stays.
class FileLock {
 public:
  /// Nothing where somebody else still holds it after `wait`. Throws Error where the file cannot
  /// be opened. Uses SIGALRM while it waits, and expects to be the only thread.
  static std::optional<FileLock> acquire(const std::filesystem::path& journal,
                                         std::chrono::milliseconds wait);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int fd) : fd_(fd) {}
  int fd_;
};

/// A process that stands in the way.
struct Holder {
  pid_t pid = 0;
  std::string program;  // as the kernel names it; "?" where that cannot be seen
};

/// Another process that holds a lock on the journal's lock file or on the journal, where the system
/// shows it.
std::optional<Holder> holder_of(const std::filesystem::path& journal);

/// In the text of /proc/locks: the process that holds a lock of this kind ("FLOCK", "POSIX") on
/// the file, `own` excepted; a writer before a reader.
std::optional<pid_t> holder_in(std::string_view locks, std::string_view kind, std::uint64_t device,
                               std::uint64_t inode, pid_t own);

}  // namespace opsctl
