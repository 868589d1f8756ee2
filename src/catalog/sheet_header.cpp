#include "catalog/sheet_header.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "base/messages/sheet.h"
#include "base/text.h"
#include "base/width.h"
#include "catalog/sheet_cells.h"
#include "model/sheet_words.h"

namespace opsctl {
namespace {

/// How many rows a head may reach above and below the one with "No.".
constexpr std::size_t kReach = 3;

/// With more the table is something else, and the roster made of it would be too large a file.
constexpr std::size_t kMostParties = 100;

/// What an error calls a name by: enough of it to find it.
constexpr int kShownOfName = 40;

/// With fewer of the sheet's titles, "No." belongs to something else: a legend, a list of persons.
constexpr std::size_t kEnough = 3;

bool is_no_label(std::string_view text) {
  const std::string word = folded_word(text);
  return word == "no." || word == "no" || word == "項番" || word == "番号";
}

bool is_word(std::string_view text, std::string_view word) {
  return word == sheet_words::kNo ? is_no_label(text) : folded_word(text) == folded_word(word);
}

bool is_symbol(std::string_view text) { return duty_of_symbol(trim(text)).has_value(); }

std::size_t filled(const TextRow& row) {
  return static_cast<std::size_t>(
      std::ranges::count_if(row, [](const TextCell& cell) { return !trim(cell.text).empty(); }));
}

bool looks_like_item(const TextRow& row) {
  const auto first =
      std::ranges::find_if(row, [](const TextCell& cell) { return !trim(cell.text).empty(); });
  if (first != row.end() && item_no(first->text)) return true;
  return std::ranges::any_of(row, [](const TextCell& cell) { return is_symbol(cell.text); });
}

std::optional<std::size_t> column_in(const TextRow& row, std::string_view word) {
  const auto found =
      std::ranges::find_if(row, [&](const TextCell& cell) { return is_word(cell.text, word); });
  if (found == row.end()) return std::nullopt;
  return static_cast<std::size_t>(found - row.begin());
}

/// Where all functions belong to one organisation, its name stands alone in the row above, over the
/// first of them; elsewhere a lone text above the table is a title.
bool is_only_organisation(const TextRow& row, const TextRow& with_functions) {
  const auto cycle = column_in(with_functions, sheet_words::kFirstColumns.back());
  if (!cycle || filled(row) != 1) return false;
  const std::size_t first_party = *cycle + 1;
  return first_party < std::min(row.size(), with_functions.size()) &&
         !trim(row[first_party].text).empty() && !trim(with_functions[first_party].text).empty();
}

/// The rows around the one with "No." that belong to the same head.
std::pair<std::size_t, std::size_t> head_around(const std::vector<TextRow>& rows,
                                                std::size_t with_no) {
  const auto belongs = [&](std::size_t row, std::size_t least) {
    return filled(rows[row]) >= least && !looks_like_item(rows[row]);
  };
  std::size_t last = with_no;
  while (last + 1 < rows.size() && last - with_no < kReach && belongs(last + 1, 1)) ++last;
  const bool has_functions_below = last > with_no;
  const auto is_above = [&](std::size_t row) {
    return belongs(row, 2) ||
           (!has_functions_below && is_only_organisation(rows[row], rows[with_no]));
  };
  std::size_t first = with_no;
  while (first > 0 && with_no - first < kReach && is_above(first - 1)) --first;
  return {first, last};
}

class HeadReader {
 public:
  HeadReader(const std::vector<TextRow>& rows, std::size_t first, std::size_t last,
             std::string name, Diagnostics& problems)
      : rows_(rows), name_(std::move(name)), problems_(problems) {
    head_.first = first;
    head_.last = last;
    head_.line = rows[first].front().line;
  }

  std::optional<SheetHead> read() {
    if (!find_first_columns()) return std::nullopt;
    find_method();
    find_party_rows();
    if (party_rows_.empty() || party_rows_.size() > 2)
      return fail(say<messages::head_without_parties>(), say<messages::head_parties_hint>());
    head_.has_functions = party_rows_.size() == 2;
    return read_parties() ? std::optional(head_) : std::nullopt;
  }

 private:
  std::nullopt_t fail(const Message& what, const Message& hint) {
    problems_.push_back({Severity::error, {name_, head_.line, 1}, what, hint});
    return std::nullopt;
  }

  std::string text(std::size_t row, std::size_t column) const {
    return column < rows_[row].size() ? trim(rows_[row][column].text) : "";
  }

  std::size_t width() const {
    std::size_t width = 0;
    for (std::size_t row = head_.first; row <= head_.last; ++row)
      width = std::max(width, rows_[row].size());
    return width;
  }

  std::optional<std::size_t> column_of(std::string_view word) const {
    for (std::size_t row = head_.first; row <= head_.last; ++row) {
      for (std::size_t column = 0; column < rows_[row].size(); ++column) {
        if (is_word(text(row, column), word)) return column;
      }
    }
    return std::nullopt;
  }

  /// Which of the titles that stand once is in a cell; "" where it is none of them.
  std::string_view title_in(std::size_t row, std::size_t column) const {
    const std::string typed = text(row, column);
    if (typed.empty()) return "";
    if (is_no_label(typed)) return sheet_words::kNo;
    const std::string word = folded_word(typed);
    if (word == sheet_words::kMethod) return sheet_words::kMethod;
    const auto found = std::ranges::find(sheet_words::kFirstColumns, word);
    return found == sheet_words::kFirstColumns.end() ? "" : *found;
  }

  /// With two columns of one title nobody can tell which of them is meant. What stands behind the
  /// method is not read, whatever its title.
  bool has_twins() {
    const std::size_t before = problems_.size();
    const std::size_t method = column_of(sheet_words::kMethod).value_or(width());
    std::map<std::string_view, std::size_t> columns;
    for (std::size_t row = head_.first; row <= head_.last; ++row) {
      for (std::size_t column = 0; column < rows_[row].size(); ++column) {
        const std::string_view title = title_in(row, column);
        if (title.empty() || (column > method && title != sheet_words::kMethod)) continue;
        const auto [first, is_new] = columns.emplace(title, column);
        if (is_new || first->second == column) continue;
        const TextCell& cell = rows_[row][column];
        problems_.push_back({Severity::error,
                             {name_, cell.line, cell.column},
                             say<messages::columns_alike>(first->second + 1, column + 1, title),
                             say<messages::columns_alike_hint>()});
      }
    }
    return problems_.size() > before;
  }

  bool find_first_columns() {
    std::vector<std::string_view> missing;
    for (const std::string_view word : sheet_words::kFirstColumns) {
      const auto column = column_of(word);
      if (column) head_.columns.push_back(*column);
      if (!column) missing.push_back(word);
    }
    if (head_.columns.size() < kEnough) return false;
    if (has_twins()) return false;
    if (!missing.empty()) {
      fail(say<messages::head_lacks_column>(missing.front()), say<messages::head_columns_hint>());
      return false;
    }
    if (!std::ranges::is_sorted(head_.columns, std::less_equal())) {
      fail(say<messages::head_out_of_order>(), say<messages::head_columns_hint>());
      return false;
    }
    head_.first_party = head_.columns.back() + 1;
    return true;
  }

  /// What stands to the right of the method's title in its own row is no party.
  void find_method() {
    for (std::size_t row = head_.first; row <= head_.last; ++row) {
      for (std::size_t column = head_.first_party; column < rows_[row].size(); ++column) {
        if (!is_word(text(row, column), sheet_words::kMethod)) continue;
        method_ = {row, column};
        for (std::size_t behind = column + 1; behind < rows_[row].size(); ++behind) {
          if (const std::string title = text(row, behind); !title.empty())
            head_.extra.push_back(title);
        }
      }
    }
  }

  bool is_of_party(std::size_t row, std::size_t column) const {
    if (column < head_.first_party || text(row, column).empty()) return false;
    if (method_ && method_->first == row && column >= method_->second) return false;
    return !is_word(text(row, column), sheet_words::kParties);
  }

  void find_party_rows() {
    for (std::size_t row = head_.first; row <= head_.last; ++row) {
      for (std::size_t column = head_.first_party; column < rows_[row].size(); ++column) {
        if (!is_of_party(row, column)) continue;
        party_rows_.push_back(row);
        break;
      }
    }
  }

  /// An organisation stands above the first of its functions only; a column with neither is left
  /// over from merged cells.
  bool read_parties() {
    for (std::size_t column = head_.first_party; column < width(); ++column) {
      HeadParty party;
      party.number = column + 1;
      const auto part = [&](std::size_t row) {
        if (!is_of_party(row, column)) return std::string();
        const TextCell& cell = rows_[row][column];
        party.line = cell.line;
        party.column = cell.column;
        return name_in(cell);
      };
      party.organisation = part(party_rows_.front());
      if (head_.has_functions) party.function = part(party_rows_.back());
      if (party.organisation.empty() && party.function.empty()) continue;
      if (party.organisation.empty() && head_.parties.empty()) {
        fail(say<messages::head_function_alone>(party.function),
             say<messages::head_parties_hint>());
        return false;
      }
      if (party.organisation.empty()) party.organisation = head_.parties.back().organisation;
      head_.parties.push_back(std::move(party));
    }
    if (head_.parties.size() <= kMostParties) return true;
    fail(say<messages::head_too_many_parties>(head_.parties.size(), kMostParties),
         say<messages::head_parties_hint>());
    return false;
  }

  std::string name_in(const TextCell& cell) {
    std::string name = joined_name(cell.text);
    const std::string shown = visible(first_characters(name, kShownOfName));
    if (auto problem = unfit_text(shown, name, kLongestHeading))
      problems_.push_back({Severity::error,
                           {name_, cell.line, cell.column},
                           std::move(problem->what),
                           std::move(problem->hint)});
    return name;
  }

  const std::vector<TextRow>& rows_;
  std::string name_;
  Diagnostics& problems_;
  SheetHead head_;
  std::optional<std::pair<std::size_t, std::size_t>> method_;  // row and column of its title
  std::vector<std::size_t> party_rows_;
};

bool same_word(const std::string& a, const std::string& b) {
  return folded_word(a) == folded_word(b);
}

std::size_t functions_in(const SheetHead& head) {
  return static_cast<std::size_t>(std::ranges::count_if(
      head.parties, [](const HeadParty& party) { return !party.function.empty(); }));
}

/// Each organisation once, in order: all that is left of a head without its row of functions.
std::vector<std::string> organisations_in(const SheetHead& head) {
  std::vector<std::string> names;
  for (const HeadParty& party : head.parties) {
    if (names.empty() || !same_word(names.back(), party.organisation))
      names.push_back(party.organisation);
  }
  return names;
}

/// Nothing in `head` speaks against `agreed`.
bool agrees(const SheetHead& head, const SheetHead& agreed) {
  if (head.columns != agreed.columns || head.extra != agreed.extra) return false;
  if (!head.has_functions && agreed.has_functions)
    return std::ranges::equal(organisations_in(head), organisations_in(agreed), same_word);
  return std::ranges::equal(head.parties, agreed.parties,
                            [](const HeadParty& a, const HeadParty& b) {
                              return same_word(a.organisation, b.organisation) &&
                                     (a.function.empty() || same_word(a.function, b.function));
                            });
}

}  // namespace

std::string folded_word(std::string_view text) {
  std::string out;
  for (const char c : fold_id(text)) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

std::string joined_name(std::string_view text) {
  std::u32string out;
  bool space = false;
  const auto is_wide = [](char32_t c) { return display_width(utf8(std::u32string(1, c)), 2) == 2; };
  for (const char32_t c : characters(trim(text))) {
    if (sheet_words::is_space(c)) {
      space = true;
      continue;
    }
    if (space && !out.empty() && !(is_wide(out.back()) && is_wide(c))) out += U' ';
    space = false;
    out += c;
  }
  return utf8(out);
}

bool is_blank(const TextRow& row) { return filled(row) == 0; }

std::optional<int> item_no(std::string_view text) {
  std::string digits = trim(fold_width(text));
  if (digits.ends_with('.')) digits.pop_back();
  return parse_count(digits);
}

std::vector<SheetHead> find_heads(const std::vector<TextRow>& rows, const std::string& name,
                                  Diagnostics& problems) {
  std::vector<SheetHead> heads;
  for (std::size_t row = 0; row < rows.size() && problems.size() < kMostProblems; ++row) {
    const bool has_no =
        std::ranges::any_of(rows[row], [](const TextCell& cell) { return is_no_label(cell.text); });
    if (!has_no || filled(rows[row]) < 2) continue;
    const auto [first, last] = head_around(rows, row);
    if (auto head = HeadReader(rows, first, last, name, problems).read())
      heads.push_back(std::move(*head));
    row = last;
  }
  return heads;
}

SheetHead agreed_head(const std::vector<SheetHead>& heads, const std::string& name,
                      Diagnostics& problems) {
  SheetHead agreed = *std::ranges::max_element(heads, {}, [](const SheetHead& head) {
    return std::pair(functions_in(head), head.parties.size());
  });
  for (const SheetHead& head : heads) {
    if (!agrees(head, agreed)) {
      problems.push_back({Severity::error,
                          {name, head.line, 1},
                          say<messages::head_contradicts>(agreed.line),
                          say<messages::head_contradicts_hint>()});
    } else if (functions_in(head) < functions_in(agreed)) {
      problems.push_back(
          {Severity::warning, {name, head.line, 1}, say<messages::head_incomplete>(agreed.line)});
    }
  }
  for (HeadParty& party : agreed.parties) {
    if (!party.function.empty()) continue;
    problems.push_back({Severity::warning,
                        {name, agreed.line, 1},
                        say<messages::party_without_function>(party.organisation)});
    party.function = party.organisation;
  }
  return agreed;
}

}  // namespace opsctl
