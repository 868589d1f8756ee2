#include "catalog/source_text.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/byte_order_mark.h"
#include "base/hidden.h"
#include "base/messages/base.h"
#include "base/messages/catalog.h"
#include "base/text.h"

namespace opsctl {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

Message name_of_character(char32_t c) {
  return say<messages::plain>(fmt::format("U+{:04X}", static_cast<unsigned>(c)));
}

void check_line(const SourceText& source, std::size_t number, ByteCheck& check) {
  const std::u32string line = characters(source.lines()[number]);
  std::size_t byte = 0;
  bool tab_seen = false;
  for (const char32_t c : line) {
    if (c == '\t') {
      if (!tab_seen) {
        check.diagnostics.push_back(source.error(number, byte, say<messages::tab_character>(),
                                                 say<messages::use_spaces>()));
      }
      tab_seen = true;
    } else if (is_control(c) || is_hidden(c)) {
      const Message name = name_of_character(c);
      const Message message = is_control(c) ? say<messages::control_character>(name)
                                            : say<messages::invisible_character>(name);
      check.diagnostics.push_back(
          source.error(number, byte, message, say<messages::remove_character>()));
      check.readable = false;
      return;
    }
    byte += utf8(std::u32string_view(&c, 1)).size();
  }
}

}  // namespace

bool is_unprintable(char32_t c) { return is_control(c) || is_hidden(c); }

SourceText::SourceText(std::string_view text, std::string name) : name_(std::move(name)) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  lines_ = split(text.substr(0, kMaxFileSize + 1), '\n');
  for (std::string& line : lines_) {
    if (line.ends_with('\r')) line.pop_back();
  }
}

SourcePos SourceText::pos(std::size_t line, std::size_t byte) const {
  const std::size_t known = std::min(line, lines_.size() - 1);
  const std::size_t column = characters(std::string_view(lines_[known]).substr(0, byte)).size();
  return {name_, static_cast<int>(known) + 1, static_cast<int>(column) + 1};
}

Diagnostic SourceText::error(std::size_t line, std::size_t byte, Message message,
                             const std::optional<Message>& hint) const {
  SourcePos place = pos(line, byte);
  const auto index = static_cast<std::size_t>(place.line) - 1;
  return {Severity::error, std::move(place), std::move(message), hint, lines_[index]};
}

ByteCheck check_bytes(std::string_view text, const SourceText& source) {
  if (text.size() > kMaxFileSize)
    return {{{Severity::error, {source.name(), 0, 0}, say<messages::file_too_large>()}}, false};
  for (std::size_t i = 0; i < source.lines().size(); ++i) {
    if (const auto bad = first_invalid_utf8(source.lines()[i])) {
      return {{source.error(i, *bad, say<messages::not_utf8>(), say<messages::save_as_utf8>())},
              false};
    }
  }
  ByteCheck check;
  for (std::size_t i = 0; i < source.lines().size(); ++i) check_line(source, i, check);
  return check;
}

}  // namespace opsctl
