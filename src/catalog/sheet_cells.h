// Single cells of a sheet's row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/problem.h"
#include "model/runbook.h"

namespace opsctl {

/// On one line: line ends, tabs, runs of spaces and no-break spaces become one space, as a
/// runbook's texts are one line each.
std::string one_line(std::string_view text);

/// In characters. More is no heading, name or title but a slip with the cells, and what a runbook
/// is made of must fit into its file (kMaxFileSize).
inline constexpr std::size_t kLongestHeading = 400;
inline constexpr std::size_t kLongestSummary = 100'000;

/// Why a text cannot stand in a catalogue: a character that nobody sees or that steers a terminal,
/// or more than `longest` characters. Nothing where it can. `what`: whose text it is.
std::optional<Problem> unfit_text(const MessageArg& what, std::string_view text,
                                  std::size_t longest);

/// What a duty cell says.
struct DutyMark {
  std::optional<Duty> duty;          // nothing for "-" and for an empty cell
  bool supervised = false;           // ● stands beside ◎
  std::optional<Message> wrong;      // why it cannot be read
  std::optional<Message> hint;       // what is probably meant
  std::optional<Message> irregular;  // how it was read, where that is not obvious
};
DutyMark read_duty_mark(std::string_view text);

struct MethodMark {
  std::vector<Method> methods;
  bool irregular = false;  // 「ツール作業」 and the like: read, but not in the sheet's usual words
};
/// Nothing where a word is no method.
std::optional<MethodMark> read_method_mark(std::string_view text);

}  // namespace opsctl
