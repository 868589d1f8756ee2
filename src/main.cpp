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
#include <string>

#include <fmt/format.h>

#include "base/random.h"
#include "base/text.h"
#include "cli/world.h"
#include "cursor_probe.h"
#include "hardening.h"
#include "keyboard.h"
#include "output.h"
#include "ssh_signer.h"
#include "store/journal_rights.h"
#include "store/site.h"

namespace {

using opsctl::Exit;
using opsctl::cli::World;

std::string name_of_user(uid_t uid) {
  const passwd* entry = ::getpwuid(uid);
  return entry != nullptr ? opsctl::visible(entry->pw_name) : std::to_string(uid);
}

std::string terminal_name() {
  const char* name = ::ttyname(STDIN_FILENO);
  return name != nullptr ? name : "";
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? opsctl::visible(name.data()) : "";
}

std::string program_folder() {
  std::array<char, 4096> path{};
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  const std::string file(path.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  return file.substr(0, file.rfind('/'));
}

winsize terminal_size() {
  winsize size{};
  ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  if (size.ws_col == 0) size.ws_col = 80;
  if (size.ws_row == 0) size.ws_row = 24;
  return size;
}

/// Where the user names none: less, if it is there, which goes away by itself at the end of what
/// fits one screen, keeps colours, and leaves its text on the screen.
std::string pager() {
  if (const char* chosen = std::getenv("PAGER")) return chosen;
  return "if command -v less >/dev/null; then exec less; else exec cat; fi";
}

void page_long_text(opsctl::Output& output) {
  const std::string command = pager();
  if (command.empty()) return;
  ::setenv("LESS", "FRX", 0);
  ::setenv("LESSCHARSET", "utf-8", 0);
  output.page(terminal_size().ws_row, command);
}

// The environment that opsctl obeys.
constexpr auto kEnvironment = {
    "OPSCTL_RUNBOOKS", "OPSCTL_DB", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME",
    "LC_ALL",          "LC_CTYPE",  "LC_MESSAGES",    "LANG",           "NO_COLOR",
    "CLICOLOR_FORCE",  "TERM",      "SSH_AUTH_SOCK",  "PAGER",          "LESS",
    "LESSCHARSET"};

World gather(opsctl::Output& output, std::ostream& out) {
  World world{
      .now =
          [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
      .new_uuid = opsctl::random_uuid,
      .account = [] { return name_of_user(::getuid()); },
      .uid = ::getuid(),
      .origin = {terminal_name(), host_name(), OPSCTL_VERSION},
      .environment = {},
      .program_folder = program_folder(),
      .is_setgid = opsctl::journal_group().has_value(),
      .input_is_terminal = ::isatty(STDIN_FILENO) == 1,
      .output_is_terminal = ::isatty(STDOUT_FILENO) == 1,
      .columns = terminal_size().ws_col,
      .measure_ambiguous = opsctl::measure_ambiguous_width,
      .page_long_text = [&output] { page_long_text(output); },
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
      .err = std::cerr,
      .account_exists = [](const std::string& name) { return ::getpwnam(name.c_str()) != nullptr; },
      .disk_of = [](const std::string& folder) { return opsctl::disk_of(folder); }};
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
  opsctl::Output output;
  std::ostream out(&output);
  const World world = gather(output, out);
  const Exit exit = opsctl::cli::run(argc, argv, world);
  const int error = output.finish();
  if (error != 0 && error != EPIPE) {
    const std::string why = std::system_category().message(error);
    return static_cast<int>(opsctl::cli::report_lost_output(argc, argv, world, why));
  }
  return static_cast<int>(exit);
}
