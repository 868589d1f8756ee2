#include "ssh_signer.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/messages/cli.h"
#include "base/problem.h"
#include "model/signature.h"

extern char** environ;  // NOLINT: what the child gets is what main() left

namespace opsctl {
namespace {

constexpr const char* kProgram = "/usr/bin/ssh-keygen";

[[noreturn]] void fail(const std::string& why) {
  throw Error(Exit::failure, say<messages::signer_failed>(why), say<messages::signer_hint>());
}

/// A text in a file of its own, gone with it. Deleted from the folder at once where `named` is
/// false.
class TextFile {
 public:
  explicit TextFile(const std::string& text) {
    std::string pattern = (std::filesystem::temp_directory_path() / "opsctl-XXXXXX").string();
    fd_ = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (fd_ < 0) fail(std::strerror(errno));
    name_ = pattern;
    if (::write(fd_, text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
        ::lseek(fd_, 0, SEEK_SET) != 0)
      fail(std::strerror(errno));
  }
  ~TextFile() {
    ::unlink(name_.c_str());
    ::close(fd_);
  }
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;

  int fd() const { return fd_; }
  const std::string& name() const { return name_; }

 private:
  int fd_ = -1;
  std::string name_;
};

struct Ended {
  int status = 0;
  std::string output;
};

std::string all_of(int fd) {
  std::string text;
  std::array<char, 4096> part{};
  for (;;) {
    const ssize_t got = ::read(fd, part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(part.data(), static_cast<std::size_t>(got));
  }
}

/// Runs ssh-keygen with the file as its input. What it says on stderr goes to the user, but for
/// `quietly`.
Ended run(const std::vector<std::string>& arguments, const TextFile& input, bool quietly) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) fail(std::strerror(errno));
  std::vector<char*> argv = {const_cast<char*>(kProgram)};  // NOLINT: posix_spawn changes nothing
  for (const std::string& one : arguments)
    argv.push_back(const_cast<char*>(one.c_str()));  // NOLINT
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input.fd(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  if (quietly) posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error = ::posix_spawn(&child, kProgram, &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  Ended ended;
  if (error == 0) ended.output = all_of(pipe[0]);
  ::close(pipe[0]);
  if (error != 0) fail(std::string(kProgram) + ": " + std::strerror(error));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ended;
}

}  // namespace

std::string ssh_sign(const std::string& key, const std::string& text) {
  const TextFile input(text);
  Ended ended =
      run({"-Y", "sign", "-q", "-n", std::string(kSignatureNamespace), "-f", key}, input, false);
  if (ended.status != 0 || ended.output.empty()) fail(key);
  return std::move(ended.output);
}

bool ssh_verifies(const std::string& allowed_signers, const std::string& person,
                  const std::string& text, const std::string& signature, Instant at) {
  if (::access(allowed_signers.c_str(), R_OK) != 0)
    fail(allowed_signers + ": " + std::strerror(errno));
  const TextFile input(text);
  const TextFile signed_by(signature);
  const std::string time = fmt::format("-Overify-time={:%Y%m%d%H%M%S}Z", at);
  const Ended ended = run({"-Y", "verify", "-n", std::string(kSignatureNamespace), "-f",
                           allowed_signers, "-I", person, "-s", signed_by.name(), time},
                          input, true);
  return ended.status == 0;
}

}  // namespace opsctl
