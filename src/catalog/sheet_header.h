// The head of a sheet's table: which column is what, and whose the columns of the parties are. A
// page repeats it, and not always whole.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "catalog/delimited_text.h"

namespace opsctl {

/// More than this is another kind of file: reading on would only tell more of the same.
inline constexpr std::size_t kMostProblems = 1000;

/// For comparing words of the head: width, case and all spaces do not matter, as a line end within
/// a narrow cell becomes a space when it is copied.
std::string folded_word(std::string_view text);

/// A name of the head as it was meant: without the spaces between Japanese characters.
std::string joined_name(std::string_view text);

bool is_blank(const TextRow& row);

/// No. of an item: "13", 「１３」; nothing for any other text.
std::optional<int> item_no(std::string_view text);

/// An organisation's function as the head has it; "" where it does not say.
struct HeadParty {
  std::string organisation;
  std::string function;
  std::size_t number = 0;  // of its column in the head, from 1
  int line = 0;            // where its name stands
  int column = 0;
};

/// One head: the rows `first` to `last`.
struct SheetHead {
  std::size_t first = 0;
  std::size_t last = 0;
  int line = 0;
  std::vector<std::size_t> columns;  // of sheet_words::kFirstColumns
  std::vector<HeadParty> parties;    // in the columns from `first_party` on
  bool has_functions = false;
  std::size_t first_party = 0;
  std::vector<std::string> extra;  // titles of the columns behind the method, which are not read

  std::size_t method_column() const { return first_party + parties.size(); }
  std::size_t width() const { return method_column() + 1 + extra.size(); }
};

/// All heads in their order. What is wrong with one is a problem at its line.
std::vector<SheetHead> find_heads(const std::vector<TextRow>& rows, const std::string& name,
                                  Diagnostics& problems);

/// The most complete of them, for all pages. Pages whose head lacks a part are told of; heads that
/// contradict it are errors.
SheetHead agreed_head(const std::vector<SheetHead>& heads, const std::string& name,
                      Diagnostics& problems);

}  // namespace opsctl
