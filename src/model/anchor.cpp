#include "model/anchor.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/text.h"

namespace opsctl {
namespace {

constexpr std::size_t kFewestDigits = 8;
constexpr std::size_t kMostDigits = 64;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '\t', ' ');
  std::vector<std::string> words = split(spaced, ' ');
  std::erase(words, "");
  return words;
}

bool is_uuid(std::string_view text) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  return std::ranges::equal(text, kForm,
                            [](char c, char form) { return form == 'x' ? is_hex(c) : c == form; });
}

std::optional<KeptAnchor> anchor_of(std::string journal, std::string_view seq, std::string digits) {
  KeptAnchor anchor{.journal = std::move(journal), .seq = 0, .digits = std::move(digits)};
  const auto [end, error] = std::from_chars(seq.data(), seq.data() + seq.size(), anchor.seq);
  const bool is_number = error == std::errc{} && end == seq.data() + seq.size() && anchor.seq > 0;
  const std::size_t count = anchor.digits.size();
  if (!is_number || count < kFewestDigits || count > kMostDigits ||
      !std::ranges::all_of(anchor.digits, is_hex))
    return std::nullopt;
  return anchor;
}

}  // namespace

std::optional<KeptAnchor> parse_anchor(std::string_view text) {
  const std::vector<std::string> words = words_of(trim(text));
  if (words.size() == 1) {
    const std::vector<std::string> parts = split(words.front(), ':');
    return parts.size() == 2 ? anchor_of("", parts[0], lower(parts[1])) : std::nullopt;
  }
  if (words.size() < 3 || !is_uuid(lower(words[0]))) return std::nullopt;
  return anchor_of(lower(words[0]), words[1], lower(words[2]));
}

bool is_blank_line(std::string_view line) {
  const std::string text = trim(line);
  return text.empty() || text.front() == '#';
}

}  // namespace opsctl
