// Characters that are not what they seem to be: those that nobody sees but a program obeys or
// reads, and those that look like others.
#pragma once

namespace opsctl {

/// A printable character of ASCII: it is what it seems to be, and one column wide.
constexpr bool is_plain(char32_t c) { return c >= ' ' && c <= '~'; }

/// What turns the direction of writing, zero-width spaces, line separators, a byte order mark,
/// fillers, tags, non-characters. Not what a script or a picture needs: joiners and the selectors
/// of variants (of kanji in a name, too).
bool is_hidden(char32_t c);

/// A mark that is written over the character before it.
bool is_combining(char32_t c);

/// Not ASCII, but easily taken for a letter, digit or hyphen of it: Cyrillic а, Greek ο, −.
bool resembles_ascii(char32_t c);

}  // namespace opsctl
