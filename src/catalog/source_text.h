// The text of a file of the catalogue: its lines, its places, and the checks of its bytes that come
// before anything is read from them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace opsctl {

inline constexpr std::size_t kMaxFileSize = std::size_t{1024} * 1024;

/// A byte order mark at the beginning and CRLF line ends are accepted and are not part of the
/// lines.
class SourceText {
 public:
  SourceText(std::string_view text, std::string name);

  const std::string& name() const { return name_; }
  const std::vector<std::string>& lines() const { return lines_; }

  /// Of a 0-based line and byte.
  SourcePos pos(std::size_t line, std::size_t byte) const;
  Diagnostic error(std::size_t line, std::size_t byte, Message message,
                   const std::optional<Message>& hint = {}) const;

 private:
  std::string name_;
  std::vector<std::string> lines_;
};

/// True for a character that nobody sees or that steers a terminal: it may not come in by an escape
/// of quoted text either.
bool is_unprintable(char32_t c);

struct ByteCheck {
  Diagnostics diagnostics;
  bool readable = true;  // tabs are mistakes, but the rest can still be read
};

/// Size, UTF-8, control and invisible characters, tabs.
ByteCheck check_bytes(std::string_view text, const SourceText& source);

}  // namespace opsctl
