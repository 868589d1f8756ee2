#include "store/draft.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "base/random.h"

namespace opsctl {
namespace {

[[noreturn]] void fail() { throw std::system_error(errno, std::generic_category()); }

/// link() never replaces; rename() would. Where a file system has no second names (FAT), the kernel
/// itself looks whether the name is free.
bool give_name(const char* draft, const char* place) {
  if (::link(draft, place) == 0) return true;
  if (errno != EPERM && errno != ENOTSUP && errno != EMLINK) return false;
  return ::renameat2(AT_FDCWD, draft, AT_FDCWD, place, RENAME_NOREPLACE) == 0;
}

}  // namespace

Draft::Draft(std::filesystem::path place, mode_t mode)
    : place_(std::move(place)), path_(place_.string() + ".new-" + random_uuid()) {
  const int fd = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (fd < 0) fail();
  ::close(fd);
}

Draft::~Draft() { remove(); }

void Draft::publish() {
  if (!give_name(path_.c_str(), place_.c_str())) fail();
  remove();
}

void Draft::remove() const {
  ::unlink(path_.c_str());
  ::unlink((path_.string() + "-journal").c_str());
}

}  // namespace opsctl
