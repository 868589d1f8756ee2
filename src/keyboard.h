// A terminal's keys, one at a time.
#pragma once

#include <string>

namespace opsctl {

/// Waits for one key: a character, or its control byte ("\x03" for Ctrl-C, which interrupts nothing
/// here). An arrow or function key answers "\x1b". Empty at the end of the input. Between keys the
/// terminal is as it was, so that whatever ends the program leaves it usable.
std::string read_key(int terminal);

}  // namespace opsctl
