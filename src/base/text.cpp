#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <numeric>

#include <fmt/format.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/hidden.h"

namespace opsctl {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

/// Takes over a string that libunistring allocated.
std::string adopt(std::uint8_t* text, std::size_t length) {
  const std::unique_ptr<std::uint8_t, decltype(&std::free)> owner(text, &std::free);
  return text == nullptr ? std::string{} : std::string(reinterpret_cast<char*>(text), length);
}

/// More marks on one character than any script puts there bury the lines around it.
constexpr int kMostMarks = 8;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void append(std::string& out, char32_t c) {
  std::uint8_t buffer[6];
  const int length = u8_uctomb(buffer, static_cast<ucs4_t>(c), sizeof buffer);
  if (length > 0) {
    out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
  } else {
    out += "\xEF\xBF\xBD";
  }
}

void append_code(std::string& out, char32_t c) {
  out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
}

void append_visible(std::string& out, char32_t c) {
  if (c == '\t') {
    out += ' ';
  } else if (c < 0x20) {
    append(out, 0x2400 + c);  // the control pictures: ESC is shown as ␛
  } else if (c == 0x7F) {
    out += "␡";
  } else if ((c >= 0x80 && c < 0xA0) || is_hidden(c)) {
    append_code(out, c);
  } else {
    append(out, c);
  }
}

}  // namespace

bool is_utf8(std::string_view bytes) { return !first_invalid_utf8(bytes); }

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  const std::uint8_t* bad = u8_check(bytes_of(bytes), bytes.size());
  if (bad == nullptr) return std::nullopt;
  return static_cast<std::size_t>(bad - bytes_of(bytes));
}

std::u32string characters(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  while (!text.empty()) {
    ucs4_t c = 0;
    // u8_mbtouc answers U+FFFD for what is no UTF-8 and always moves on.
    const int length = u8_mbtouc(&c, bytes_of(text), text.size());
    out += static_cast<char32_t>(c);
    text.remove_prefix(static_cast<std::size_t>(std::max(length, 1)));
  }
  return out;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append(out, c);
  return out;
}

std::string first_characters(std::string_view text, int count) {
  const std::u32string all = characters(text);
  return utf8(std::u32string_view(all).substr(0, static_cast<std::size_t>(std::max(count, 0))));
}

std::string fold_width(std::string_view text) {
  std::u32string folded = characters(text);
  for (char32_t& c : folded) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == 0x3000) c = ' ';
  }
  return utf8(folded);
}

std::string fold_id(std::string_view text) {
  std::size_t length = 0;
  std::uint8_t* folded =
      u8_casefold(bytes_of(text), text.size(), nullptr, UNINORM_NFKC, nullptr, &length);
  return trim(adopt(folded, length));
}

bool contains_folded(std::string_view text, std::string_view wanted) {
  const std::string part = fold_id(wanted);
  return part.empty() || fold_id(text).find(part) != std::string::npos;
}

std::string trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

bool is_blank(std::string_view text) { return trim(fold_width(text)).empty(); }

std::string visible(std::string_view text) {
  std::string out;
  int marks = 0;
  for (const char32_t c : characters(text)) {
    if (is_plain(c)) {
      marks = 0;
      out += static_cast<char>(c);
      continue;
    }
    marks = is_combining(c) ? marks + 1 : 0;
    if (marks > kMostMarks) {
      append_code(out, c);
    } else {
      append_visible(out, c);
    }
  }
  return out;
}

int edit_distance(std::u32string_view a, std::u32string_view b) {
  // Optimal string alignment: a swap of two neighbours costs one, as a slip of the finger does.
  std::vector<int> before(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  std::iota(last.begin(), last.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::u32string wanted = characters(fold_id(word));
  const int limit = wanted.size() <= 4 ? 1 : wanted.size() <= 8 ? 2 : 3;
  std::optional<std::string> best;
  int best_distance = limit + 1;
  for (const std::string& candidate : candidates) {
    const std::u32string known = characters(fold_id(candidate));
    // Far too long a word is not compared letter by letter.
    if (wanted.size() > known.size() + static_cast<std::size_t>(limit)) continue;
    const int distance = edit_distance(wanted, known);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<int> parse_count(std::string_view text) {
  const bool digits =
      !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  int value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{}) return std::nullopt;
  return value;
}

}  // namespace opsctl
