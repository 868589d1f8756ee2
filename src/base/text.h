// Unicode text: checking, folding, counting, making safe to show. Everything is UTF-8.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace opsctl {

bool is_utf8(std::string_view bytes);

/// The byte offset of the first invalid sequence, if there is one.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// The characters (code points) of valid UTF-8; an invalid byte counts as U+FFFD.
std::u32string characters(std::string_view text);
std::string utf8(std::u32string_view text);

/// The first `count` characters.
std::string first_characters(std::string_view text, int count);

/// Full-width ASCII (U+FF01 to U+FF5E) and U+3000 become their ASCII twins; nothing else changes
/// (spec schedule.md 3).
std::string fold_width(std::string_view text);

/// For typed ids: NFKC, lower case, trimmed.
std::string fold_id(std::string_view text);

/// For free-text search: as fold_id, over the whole text.
bool contains_folded(std::string_view text, std::string_view wanted);

std::string trim(std::string_view text);

/// Nothing but spaces, full-width ones among them.
bool is_blank(std::string_view text);

/// Safe for a terminal: control characters and bidi overrides are shown as ␛, <U+202E> and so on,
/// not sent; an invalid byte becomes U+FFFD. Line ends become ␊ and tabs become one space.
std::string visible(std::string_view text);

/// The candidate nearest to `word` by edit distance, if near enough to be a slip of the finger.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

int edit_distance(std::u32string_view a, std::u32string_view b);

std::string join(std::span<const std::string> parts, std::string_view separator);

/// Splits at every `separator`; an empty text has one empty part.
std::vector<std::string> split(std::string_view text, char separator);

/// A whole non-negative number in ASCII digits without sign, space or leading zero.
std::optional<int> parse_count(std::string_view text);

}  // namespace opsctl
