#include "output.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

extern char** environ;  // NOLINT: what the pager gets is what main() left

namespace opsctl {
namespace {

/// As much as a pipe takes of what nobody reads (pipe(7)).
constexpr std::size_t kPipeSize = 65536;

/// The shell's way of saying that a command was not found, or may not be run. It has said so on
/// standard error.
bool is_not_run(int exit_status) { return exit_status == 126 || exit_status == 127; }

/// The pager is the user's shell command, with the signals that opsctl ignores as they were.
/// 0 where it cannot be started.
pid_t spawn_shell(const std::string& command, int input) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t restored;
  sigemptyset(&restored);
  sigaddset(&restored, SIGINT);
  sigaddset(&restored, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &restored);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::array<std::string, 3> words = {"sh", "-c", command};
  std::array<char*, 4> argv = {words[0].data(), words[1].data(), words[2].data(), nullptr};
  pid_t child = 0;
  const int error = ::posix_spawn(&child, "/bin/sh", &files, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return error == 0 ? child : 0;
}

}  // namespace

Output::Output() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

Output::~Output() { end_pager(); }

void Output::page(int rows, std::string pager) {
  hand_out();
  mode_ = Mode::undecided;
  rows_ = rows;
  pager_ = std::move(pager);
}

int Output::finish() {
  sync();
  return error_;
}

int Output::overflow(int c) {
  if (!(mode_ == Mode::undecided ? hold_back() : hand_out())) return traits_type::eof();
  if (c != traits_type::eof()) sputc(static_cast<char>(c));
  return traits_type::not_eof(c);
}

int Output::sync() {
  if (mode_ == Mode::undecided) hold_back();
  if (mode_ == Mode::undecided) {
    mode_ = Mode::direct;
    put(STDOUT_FILENO, std::exchange(held_, {}));
  }
  const bool out = hand_out();
  end_pager();
  mode_ = Mode::direct;
  return out && error_ == 0 ? 0 : -1;
}

bool Output::hold_back() {
  held_.append(pbase(), pptr());
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  if (std::ranges::count(held_, '\n') < rows_) return true;
  start_pager();
  return pass_on(std::exchange(held_, {}));
}

bool Output::hand_out() {
  const bool out = pass_on({pbase(), pptr()});
  // What a closed pager did not take must not reach the terminal after it.
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  return out;
}

bool Output::pass_on(std::string_view text) {
  if (mode_ == Mode::closed) return false;
  if (mode_ != Mode::paging) return put(STDOUT_FILENO, text);
  if (!pager_reads_) sent_.append(text);
  if (put(to_pager_, text)) {
    pager_reads_ = pager_reads_ || sent_.size() > kPipeSize;
    if (pager_reads_) sent_.clear();
    return true;
  }
  if (pager_reads_) return false;
  end_pager();
  if (error_ != 0) mode_ = Mode::closed;
  return error_ == 0;
}

bool Output::put(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      if (error_ == 0) error_ = errno;
      return false;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void Output::start_pager() {
  mode_ = Mode::direct;
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return;
  child_ = spawn_shell(pager_, pipe[0]);
  ::close(pipe[0]);
  if (child_ == 0) {
    ::close(pipe[1]);
    return;
  }
  std::signal(SIGINT, SIG_IGN);  // Ctrl-C is the pager's, as long as it stands on the screen
  to_pager_ = pipe[1];
  pager_reads_ = false;
  mode_ = Mode::paging;
}

void Output::end_pager() {
  if (child_ == 0) return;
  ::close(std::exchange(to_pager_, -1));
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) continue;
  child_ = 0;
  std::signal(SIGINT, SIG_DFL);
  mode_ = Mode::direct;
  const std::string unread = std::exchange(sent_, {});
  if (!WIFEXITED(status) || !is_not_run(WEXITSTATUS(status))) return;
  error_ = 0;  // it was the pager's pipe
  put(STDOUT_FILENO, unread);
}

}  // namespace opsctl
