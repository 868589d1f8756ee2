// How single texts are written in our YAML: quoted or plain, always on one line. Knows the known
// traps of each.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>

#include "base/message.h"

namespace opsctl {

/// What is wrong in a line, and at which byte.
struct Trouble {
  std::size_t byte = 0;
  Message what;
  std::optional<Message> hint = std::nullopt;
};

/// The byte behind a text.
using TextEnd = std::variant<std::size_t, Trouble>;

/// True where a comment begins or the line ends.
bool nothing_at(std::string_view line, std::size_t byte);

std::size_t skip_spaces(std::string_view line, std::size_t byte);

/// `begin` is at the opening quote; the text must close on its line.
TextEnd quoted_end(std::string_view line, std::size_t begin);

/// A plain text that ends with the line or at a comment.
TextEnd plain_end(std::string_view line, std::size_t begin);

/// A plain text within [ ] or { }: it also ends at ,[]{} and at a ':' that separates.
TextEnd flow_plain_end(std::string_view line, std::size_t begin);

/// True for the ':' that ends a key: a space, the end of the line or, in a flow, ,[]{} follows.
bool is_separator(std::string_view line, std::size_t byte, bool in_flow);

/// The length of what looks like a key at the beginning: letters, digits, _ and -.
std::size_t key_length(std::string_view text);

/// Why a text that should be "key: value" is none: a full-width ':' or a missing space, at the byte
/// where it stands.
std::optional<Trouble> key_trap(std::string_view text, std::size_t offset);

}  // namespace opsctl
