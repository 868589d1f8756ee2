#include "hardening.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace opsctl {
namespace {

/// A file that is opened later must not become standard output. Reading only: what is printed to a
/// closed output is noticed as lost.
void open_standard_descriptors() {
  for (int fd = 0; fd <= 2; ++fd) {
    const bool is_closed = ::fcntl(fd, F_GETFD) == -1 && errno == EBADF;
    if (is_closed && ::open("/dev/null", O_RDONLY) != fd) std::abort();
  }
}

void forbid_core_dumps() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
}

/// A small limit that was inherited must not cut a write short.
void lift_file_size_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_FSIZE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

void unblock_signals() {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  std::signal(SIGXFSZ, SIG_IGN);  // a full quota is an error of the write, not a sudden end
}

void keep_only(std::initializer_list<const char*> kept) {
  std::vector<std::pair<std::string, std::string>> values;
  for (const char* name : kept) {
    if (const char* value = std::getenv(name)) values.emplace_back(name, value);
  }
  ::clearenv();
  for (const auto& [name, value] : values) ::setenv(name.c_str(), value.c_str(), 1);
}

/// The rights of the journal's group, kept for later but not in force.
std::optional<gid_t> let_go_of_group() {
  const gid_t group = ::getegid();
  if (group == ::getgid()) return std::nullopt;
  if (::setegid(::getgid()) != 0) std::abort();
  ::prctl(PR_SET_DUMPABLE, 0);
  return group;
}

}  // namespace

std::optional<gid_t> harden(std::initializer_list<const char*> kept) {
  const std::optional<gid_t> group = let_go_of_group();
  open_standard_descriptors();
  if (group) ::close_range(3, ~0U, 0);  // elsewhere they are the user's own: <(…) of a shell
  forbid_core_dumps();
  lift_file_size_limit();
  unblock_signals();
  ::umask(::umask(0) | 007);
  keep_only(kept);
  return group;
}

}  // namespace opsctl
