#include "cursor_probe.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <string>
#include <string_view>

namespace opsctl {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kPatience{200};
constexpr std::string_view kAskPosition = "\x1b[6n";

/// Answers come as bytes that are neither shown nor held back, for as long as it lives. What comes
/// late is thrown away, not typed into the user's shell.
class AnswerMode {
 public:
  AnswerMode() {
    termios answers{};
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    answers = before_;
    answers.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    answers.c_cc[VMIN] = 0;
    answers.c_cc[VTIME] = 0;
    is_set_ = ::tcsetattr(STDIN_FILENO, TCSADRAIN, &answers) == 0;
  }
  ~AnswerMode() {
    if (is_set_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  AnswerMode(const AnswerMode&) = delete;
  AnswerMode& operator=(const AnswerMode&) = delete;

  bool is_set() const { return is_set_; }

 private:
  termios before_{};
  bool is_set_ = false;
};

bool may_ask() {
  int typed_ahead = 0;
  return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1 &&
         ::tcgetpgrp(STDIN_FILENO) == ::getpgrp() &&
         ::ioctl(STDIN_FILENO, FIONREAD, &typed_ahead) == 0 && typed_ahead == 0;
}

bool send(std::string_view text) {
  return ::write(STDOUT_FILENO, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

/// The column of "\x1b[ROW;COLUMNR".
std::optional<int> column_of(std::string_view answer) {
  const std::size_t from = answer.rfind("\x1b[");
  const std::size_t semicolon = answer.find(';', from);
  if (from == std::string_view::npos || semicolon == std::string_view::npos) return std::nullopt;
  int column = 0;
  const char* end = answer.data() + answer.size() - 1;  // before the R
  const auto [stop, error] = std::from_chars(answer.data() + semicolon + 1, end, column);
  if (error != std::errc() || stop != end) return std::nullopt;
  return column;
}

/// Where the cursor stands after `text`.
std::optional<int> column_after(std::string_view text, Clock::time_point deadline) {
  if (!send(std::string(text).append(kAskPosition))) return std::nullopt;
  std::string answer;
  while (answer.empty() || answer.back() != 'R') {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd terminal{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    if (left.count() <= 0 || ::poll(&terminal, 1, static_cast<int>(left.count())) <= 0)
      return std::nullopt;
    char byte = 0;
    if (::read(STDIN_FILENO, &byte, 1) != 1) return std::nullopt;
    answer += byte;
  }
  return column_of(answer);
}

}  // namespace

std::optional<int> measure_ambiguous_width() {
  if (!may_ask()) return std::nullopt;
  const AnswerMode mode;
  if (!mode.is_set()) return std::nullopt;
  const auto deadline = Clock::now() + kPatience;
  // Asked first without the ◎: a terminal that knows no such question keeps a clean line.
  const std::optional<int> before = column_after("", deadline);
  if (!before) return std::nullopt;
  const std::optional<int> after = column_after("◎", deadline);
  send("\x1b[" + std::to_string(*before) + "G\x1b[K");
  if (!after) return std::nullopt;
  const int width = *after - *before;
  return width == 1 || width == 2 ? std::optional(width) : std::nullopt;
}

}  // namespace opsctl
