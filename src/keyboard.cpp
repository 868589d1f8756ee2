#include "keyboard.h"

#include <termios.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstdint>
#include <optional>

namespace opsctl {
namespace {

/// Keys instead of lines, for as long as it lives.
class KeyMode {
 public:
  explicit KeyMode(int terminal) : terminal_(terminal) {
    if (::tcgetattr(terminal_, &before_) != 0) return;
    is_set_ = true;
    termios keys = before_;
    keys.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    wait_for(keys, 1, 0);
    ::tcflush(terminal, TCIFLUSH);  // a key that bounced, or was pressed before the question
  }
  ~KeyMode() {
    if (is_set_) ::tcsetattr(terminal_, TCSADRAIN, &before_);
  }
  KeyMode(const KeyMode&) = delete;
  KeyMode& operator=(const KeyMode&) = delete;

  /// From now on a read answers with nothing after a tenth of a second.
  void be_impatient() {
    termios keys = before_;
    keys.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    wait_for(keys, 0, 1);
  }

 private:
  void wait_for(termios keys, cc_t bytes, cc_t tenths) const {
    keys.c_cc[VMIN] = bytes;
    keys.c_cc[VTIME] = tenths;
    if (is_set_) ::tcsetattr(terminal_, TCSADRAIN, &keys);
  }

  int terminal_;
  bool is_set_ = false;
  termios before_{};
};

std::optional<char> read_byte(int terminal) {
  char byte = 0;
  ssize_t got = -1;
  do {
    got = ::read(terminal, &byte, 1);
  } while (got < 0 && errno == EINTR);
  return got == 1 ? std::optional(byte) : std::nullopt;
}

/// The bytes of a UTF-8 character that follow its first.
int following(char first) {
  const int ones = std::countl_one(static_cast<std::uint8_t>(first));
  return ones >= 2 && ones <= 4 ? ones - 1 : 0;
}

}  // namespace

std::string read_key(int terminal) {
  KeyMode mode(terminal);
  const std::optional<char> first = read_byte(terminal);
  if (!first) return "";
  std::string key(1, *first);
  if (*first == '\x1b') {
    mode.be_impatient();
    while (read_byte(terminal)) continue;  // the rest of what an arrow key sends
    return key;
  }
  for (int more = following(*first); more > 0; --more) {
    const std::optional<char> byte = read_byte(terminal);
    if (!byte) break;
    key += *byte;
  }
  return key;
}

}  // namespace opsctl
