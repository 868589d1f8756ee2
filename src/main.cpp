// Gathers the outside world and hands it to cli::run. The clock, the user and the environment are
// read here and nowhere else.

#include <pwd.h>
#include <sys/ioctl.h>
#include <syslog.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <streambuf>

#include <fmt/format.h>

#include "base/random.h"
#include "cli/world.h"
#include "hardening.h"
#include "keyboard.h"
#include "ssh_signer.h"
#include "store/journal_rights.h"

namespace {

using opsctl::Exit;
using opsctl::cli::World;

/// Standard output that remembers why it failed: a closed pipe is quiet, a full disk is not.
class OutputBuffer : public std::streambuf {
 public:
  OutputBuffer() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }
  int error() const { return error_; }

 protected:
  int overflow(int c) override {
    if (sync() != 0) return traits_type::eof();
    if (c != traits_type::eof()) sputc(static_cast<char>(c));
    return traits_type::not_eof(c);
  }

  int sync() override {
    const char* from = pbase();
    while (from < pptr()) {
      const ssize_t written = ::write(STDOUT_FILENO, from, static_cast<std::size_t>(pptr() - from));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) {
        error_ = errno;
        return -1;
      }
      from += written;
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return 0;
  }

 private:
  std::array<char, 1 << 16> buffer_;
  int error_ = 0;
};

std::string name_of_user(uid_t uid) {
  const passwd* entry = ::getpwuid(uid);
  return entry != nullptr ? entry->pw_name : std::to_string(uid);
}

std::string terminal_name() {
  const char* name = ::ttyname(STDIN_FILENO);
  return name != nullptr ? name : "";
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string program_folder() {
  std::array<char, 4096> path{};
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  const std::string file(path.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  return file.substr(0, file.rfind('/'));
}

int terminal_columns() {
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

// The environment that opsctl obeys.
constexpr auto kEnvironment = {
    "OPSCTL_RUNBOOKS", "OPSCTL_DB", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME", "LC_ALL",
    "LC_MESSAGES",     "LANG",      "NO_COLOR",       "CLICOLOR_FORCE", "TERM", "SSH_AUTH_SOCK"};

World gather(std::ostream& out) {
  World world{
      .now =
          [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
      .new_uuid = opsctl::random_uuid,
      .account = name_of_user(::getuid()),
      .uid = ::getuid(),
      .origin = {terminal_name(), host_name(), OPSCTL_VERSION},
      .environment = {},
      .program_folder = program_folder(),
      .is_setgid = opsctl::journal_group().has_value(),
      .input_is_terminal = ::isatty(STDIN_FILENO) == 1,
      .output_is_terminal = ::isatty(STDOUT_FILENO) == 1,
      .columns = terminal_columns(),
      .sign = opsctl::ssh_sign,
      .verifies = opsctl::ssh_verifies,
      .system_log =
          [](const std::string& line) {
            ::openlog("opsctl", LOG_PID, LOG_AUTHPRIV);
            ::syslog(LOG_NOTICE, "%s", line.c_str());
          },
      .read_key = [] { return opsctl::read_key(STDIN_FILENO); },
      .in = std::cin,
      .out = out,
      .err = std::cerr};
  for (const char* name : kEnvironment) {
    if (const char* value = std::getenv(name)) world.environment[name] = value;
  }
  return world;
}

}  // namespace

int main(int argc, char** argv) {
  opsctl::set_journal_group(opsctl::harden(kEnvironment));
  // A reader that goes away is noticed at the next write, not by dying in the middle of one.
  std::signal(SIGPIPE, SIG_IGN);
  OutputBuffer buffer;
  std::ostream out(&buffer);
  const World world = gather(out);
  const Exit exit = opsctl::cli::run(argc, argv, world);
  out.flush();
  if (buffer.error() != 0 && buffer.error() != EPIPE) {
    const std::string why = std::system_category().message(buffer.error());
    return static_cast<int>(opsctl::cli::report_lost_output(argc, argv, world, why));
  }
  return static_cast<int>(exit);
}
