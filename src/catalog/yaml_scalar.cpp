#include "catalog/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/messages/catalog.h"
#include "base/text.h"

namespace opsctl {
namespace {

constexpr std::string_view kFullWidthSpace = "\u3000";
constexpr std::string_view kFullWidthColon = "：";
constexpr std::array<std::string_view, 2> kOddSpaces = {kFullWidthSpace, "\u00A0"};
constexpr std::array<std::string_view, 8> kSmartQuotes = {"“", "”", "‘", "’", "„", "‟", "＂", "＇"};
constexpr std::array<std::string_view, 4> kNullWords = {"~", "null", "Null", "NULL"};

bool starts_with_one_of(std::string_view text, const auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

bool ends_with_one_of(std::string_view text, const auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

bool is_flow_sign(char c) { return std::string_view(",[]{}").find(c) != std::string_view::npos; }

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The length of the escape that begins with the backslash at `at`; 0 for one we do not know.
std::size_t escape_length(std::string_view line, std::size_t at) {
  const char c = at + 1 < line.size() ? line[at + 1] : '\0';
  if (c == '"' || c == '\\' || c == '/') return 2;
  if (c != 'u' || at + 6 > line.size()) return 0;
  return std::ranges::all_of(line.substr(at + 2, 4), is_hex) ? 6 : 0;
}

std::optional<Trouble> plain_start_trouble(std::string_view line, std::size_t at, bool in_flow) {
  const std::string_view rest = line.substr(at);
  if (starts_with_one_of(rest, kOddSpaces))
    return Trouble{at, say<messages::full_width_space>(), say<messages::use_ascii_space>()};
  if (starts_with_one_of(rest, kSmartQuotes))
    return Trouble{at, say<messages::smart_quote>(first_characters(rest, 1)),
                   say<messages::use_ascii_quotes>()};
  const char c = rest.front();
  if (c == '&') return Trouble{at, say<messages::yaml_anchor>(), say<messages::quote_it>()};
  if (c == '*') return Trouble{at, say<messages::yaml_alias>(), say<messages::quote_it>()};
  if (c == '!') return Trouble{at, say<messages::yaml_tag>(), say<messages::quote_it>()};
  if (c == '|' || c == '>')
    return Trouble{at, say<messages::block_text>(std::string(1, c)),
                   say<messages::one_line_text>()};
  const bool lonely_dash =
      c == '-' && (rest.size() == 1 || rest[1] == ' ' || (in_flow && is_flow_sign(rest[1])));
  if (lonely_dash || std::string_view("#?:,[]{}%@`").find(c) != std::string_view::npos)
    return Trouble{at, say<messages::bad_text_start>(std::string(1, c)), say<messages::quote_it>()};
  return std::nullopt;
}

/// `text` is the whole plain text that begins at `begin`.
std::optional<Trouble> plain_trouble(std::string_view text, std::size_t begin) {
  if (std::ranges::find(kNullWords, text) != kNullWords.end())
    return Trouble{begin, say<messages::null_word>(text), say<messages::quote_it>()};
  for (const std::string_view space : kOddSpaces) {
    const std::size_t hash = text.find(std::string(space) + "#");
    if (hash != std::string_view::npos)
      return Trouble{begin + hash, say<messages::full_width_space>(),
                     say<messages::use_ascii_space>()};
  }
  if (ends_with_one_of(text, kOddSpaces)) {
    const std::size_t width = text.ends_with(kFullWidthSpace) ? 3 : 2;
    return Trouble{begin + text.size() - width, say<messages::full_width_space>(),
                   say<messages::use_ascii_space>()};
  }
  return std::nullopt;
}

/// Without spaces at its end.
std::size_t trimmed_end(std::string_view line, std::size_t begin, std::size_t end) {
  while (end > begin && line[end - 1] == ' ') --end;
  return end;
}

bool comment_at(std::string_view line, std::size_t byte) {
  return line[byte] == '#' && (byte == 0 || line[byte - 1] == ' ');
}

TextEnd checked_end(std::string_view line, std::size_t begin, std::size_t end) {
  end = trimmed_end(line, begin, end);
  if (auto trouble = plain_trouble(line.substr(begin, end - begin), begin)) return *trouble;
  return end;
}

}  // namespace

bool nothing_at(std::string_view line, std::size_t byte) {
  return byte >= line.size() || comment_at(line, byte);
}

std::size_t skip_spaces(std::string_view line, std::size_t byte) {
  while (byte < line.size() && line[byte] == ' ') ++byte;
  return byte;
}

TextEnd quoted_end(std::string_view line, std::size_t begin) {
  const char quote = line[begin];
  for (std::size_t i = begin + 1; i < line.size(); ++i) {
    if (line[i] == quote) {
      if (quote == '"' || i + 1 >= line.size() || line[i + 1] != '\'') return i + 1;
      ++i;  // '' within '…' is one '
    } else if (quote == '"' && line[i] == '\\') {
      const std::size_t length = escape_length(line, i);
      if (length == 0) return Trouble{i, say<messages::bad_escape>(), say<messages::escape_help>()};
      i += length - 1;
    }
  }
  return Trouble{begin, say<messages::unclosed_quote>(std::string(1, quote)),
                 say<messages::close_on_line>()};
}

TextEnd plain_end(std::string_view line, std::size_t begin) {
  if (auto trouble = plain_start_trouble(line, begin, false)) return *trouble;
  std::size_t end = begin;
  for (; end < line.size() && !comment_at(line, end); ++end) {
    if (is_separator(line, end, false))
      return Trouble{end, say<messages::colon_in_text>(), say<messages::quote_it>()};
  }
  return checked_end(line, begin, end);
}

TextEnd flow_plain_end(std::string_view line, std::size_t begin) {
  if (auto trouble = plain_start_trouble(line, begin, true)) return *trouble;
  std::size_t end = begin;
  while (end < line.size() && !comment_at(line, end) && !is_flow_sign(line[end]) &&
         !is_separator(line, end, true)) {
    ++end;
  }
  return checked_end(line, begin, end);
}

bool is_separator(std::string_view line, std::size_t byte, bool in_flow) {
  if (line[byte] != ':') return false;
  if (byte + 1 == line.size() || line[byte + 1] == ' ') return true;
  return in_flow && is_flow_sign(line[byte + 1]);
}

std::size_t key_length(std::string_view text) {
  const std::size_t end =
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
  return std::min(end, text.size());
}

std::optional<Trouble> key_trap(std::string_view text, std::size_t offset) {
  const std::size_t key_end = key_length(text);
  if (key_end == 0) return std::nullopt;
  const std::string_view rest = text.substr(key_end);
  const std::string key(text.substr(0, key_end));
  if (rest.starts_with(kFullWidthColon))
    return Trouble{offset + key_end, say<messages::full_width_colon>(key),
                   say<messages::write_colon_space>(key)};
  if (!rest.starts_with(':')) return std::nullopt;
  if (starts_with_one_of(rest.substr(1), kOddSpaces))
    return Trouble{offset + key_end + 1, say<messages::full_width_space>(),
                   say<messages::use_ascii_space>()};
  return Trouble{offset + key_end + 1, say<messages::space_after_colon>(key),
                 say<messages::write_colon_space>(key)};
}

}  // namespace opsctl
