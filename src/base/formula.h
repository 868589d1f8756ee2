// Texts that a spreadsheet would take for a formula, and the apostrophe that keeps it from that.
#pragma once

#include <string>
#include <string_view>

namespace opsctl {

/// The text, with an apostrophe before it where a spreadsheet that opens a CSV or TSV file would
/// calculate. A text that already looks so guarded gets one more, so that unguarded() is exact.
/// "-" alone (no duty) is no formula and stays as it is.
std::string guarded(std::string_view text);

/// What guarded() was given.
std::string unguarded(std::string_view text);

}  // namespace opsctl
