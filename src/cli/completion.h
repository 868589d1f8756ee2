// `opsctl __complete`: what the completion files of the shells (completions/) ask at every TAB.
#pragma once

#include <string_view>

#include "base/problem.h"
#include "cli/world.h"

namespace opsctl::cli {

/// The hidden word behind "opsctl". After it: "--columns N" where texts must fit a listing of that
/// width, "--", and the words of the line up to the cursor, the last one being the cursor's.
inline constexpr std::string_view kCompleteWord = "__complete";

/// Prints "files" or "folders", where the shell is to offer those itself, or "list" and a line for
/// each candidate: value, TAB, text. Whatever is wrong, nothing is said: a prompt is no place for
/// it. Never writes or asks.
Exit complete(int argc, const char* const* argv, const World& world);

}  // namespace opsctl::cli
