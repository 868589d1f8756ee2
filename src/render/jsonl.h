// JSON lines: one object a line, for programs that take one after the other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/sha256.h"

namespace opsctl::render {

/// The list `key` of a JSON document that a view has written, an object a line: the same facts from
/// the same moment, so it is no way to read more than fits into memory. record_line() is.
std::string lines_of(const std::string& document, std::string_view key);

/// A record of the journal as it is stored: with the payload byte for byte, what the chain is made
/// of can be computed from the line and the one before. A payload that is no UTF-8 (in a damaged
/// journal) is given as hexadecimal digits instead.
std::string record_line(std::int64_t seq, const Hash& previous, const Hash& hash,
                        const std::string& payload);

}  // namespace opsctl::render
