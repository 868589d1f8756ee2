#include "store/lock_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <utility>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/journal_rights.h"
#include "store/place.h"

namespace opsctl {
namespace {

using std::chrono::milliseconds;

extern "C" void on_alarm(int) {}  // only to break off flock()

/// While it lives, SIGALRM breaks off blocking calls: first after `wait`, then again and again, as
/// the first may come just before the call blocks.
class Alarm {
 public:
  explicit Alarm(milliseconds wait) {
    struct sigaction action {};
    action.sa_handler = on_alarm;  // without SA_RESTART
    sigaction(SIGALRM, &action, &old_action_);
    sigset_t alarm;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    pthread_sigmask(SIG_UNBLOCK, &alarm, &old_mask_);
    timer_create(CLOCK_MONOTONIC, nullptr, &timer_);  // nullptr: SIGALRM
    const itimerspec times{timespec_of(milliseconds(20)), timespec_of(wait)};
    timer_settime(timer_, 0, &times, nullptr);
  }
  ~Alarm() {
    timer_delete(timer_);
    pthread_sigmask(SIG_SETMASK, &old_mask_, nullptr);
    sigaction(SIGALRM, &old_action_, nullptr);
  }
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;

 private:
  static timespec timespec_of(milliseconds time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    return {seconds.count(), std::chrono::nanoseconds(time - seconds).count()};
  }

  struct sigaction old_action_ {};
  sigset_t old_mask_{};
  timer_t timer_{};
};

/// False once `wait` is over.
bool lock_within(int fd, milliseconds wait) {
  if (flock(fd, LOCK_EX | LOCK_NB) == 0) return true;
  if (wait <= milliseconds(0)) return false;
  const auto deadline = std::chrono::steady_clock::now() + wait;
  const Alarm alarm(wait);
  while (flock(fd, LOCK_EX) != 0) {
    if (errno != EINTR || std::chrono::steady_clock::now() >= deadline) return false;
  }
  return true;
}

/// Reading is enough to lock. What is a pipe must not be waited for. On a shared host the file is
/// the group's, whatever the umask of whoever came first.
int open_lock(const std::filesystem::path& lock) {
  const bool is_shared = journal_group().has_value();
  const mode_t mask = is_shared ? ::umask(0007) : 0;
  const int fd = ::open(lock.c_str(),
                        O_RDONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0660);
  if (is_shared) ::umask(mask);
  return fd;
}

Error not_opened(const std::filesystem::path& journal, int error) {
  if (!journal_group())
    return {Exit::journal, say<messages::journal_not_writable>(journal.string(), words_of(error))};
  return {Exit::journal,
          say<messages::shared_not_usable>(lock_file_of(journal).string(), words_of(error)),
          say<messages::shared_not_safe_hint>()};
}

}  // namespace

std::filesystem::path lock_file_of(const std::filesystem::path& journal) {
  return journal.string() + "-lock";
}

std::optional<FileLock> FileLock::acquire(const std::filesystem::path& journal, milliseconds wait) {
  const int fd = open_lock(lock_file_of(journal));
  if (fd < 0) throw not_opened(journal, errno);
  FileLock lock(fd);
  if (!lock_within(fd, wait)) return std::nullopt;
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FileLock::~FileLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace opsctl
