// Single cells of a sheet's row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "model/runbook.h"

namespace opsctl {

/// On one line: line ends, tabs, runs of spaces and no-break spaces become one space, as a
/// runbook's texts are one line each.
std::string one_line(std::string_view text);

/// The first character that nobody sees or that steers a terminal, as "U+200B"; empty without.
std::string hidden_character(std::string_view text);

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
