#include "catalog/sheet_import.h"

#include <algorithm>

#include "base/formula.h"
#include "base/messages/base.h"
#include "base/messages/catalog.h"
#include "base/messages/sheet.h"
#include "base/text.h"
#include "catalog/sheet_cells.h"

namespace opsctl {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kAnnex = "別紙";
constexpr std::string_view kSupervisor = "スーパーバイザ";

Diagnostic file_problem(const std::string& name, const Message& what, const Message& hint) {
  return {Severity::error, {name, 0, 0}, what, hint};
}

/// Bytes that are no UTF-8 text at all, by what they probably are.
std::optional<Diagnostic> encoding_problem(std::string_view bytes, const std::string& name) {
  if (bytes.size() > kMaxSheetSize)
    return file_problem(name, say<messages::sheet_too_large>(),
                        say<messages::sheet_too_large_hint>());
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
    return file_problem(name, say<messages::sheet_is_workbook>(),
                        say<messages::sheet_save_as_hint>());
  const bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (is_utf16 || bytes.find('\0') != std::string_view::npos)
    return file_problem(name, say<messages::sheet_is_utf16>(), say<messages::sheet_save_as_hint>());
  const auto bad = first_invalid_utf8(bytes);
  if (!bad) return std::nullopt;
  const int line = static_cast<int>(std::ranges::count(bytes.substr(0, *bad), '\n')) + 1;
  return Diagnostic{Severity::error,
                    {name, line, 1},
                    say<messages::sheet_not_utf8>(),
                    say<messages::sheet_not_utf8_hint>(visible(name))};
}

/// What keeps a spreadsheet from calculating is not part of the text.
void unguard(std::vector<TextRow>& rows) {
  for (TextRow& row : rows) {
    for (TextCell& cell : row) cell.text = unguarded(cell.text);
  }
}

/// Separated by tabs where a head is found that way, else by commas.
DelimitedText read_rows(std::string_view bytes, const std::string& name) {
  DelimitedText tabs = read_delimited(bytes, name, '\t');
  Diagnostics ignored;
  if (!find_heads(tabs.rows, name, ignored).empty()) return tabs;
  DelimitedText commas = read_delimited(bytes, name, ',');
  Diagnostics of_commas;
  const bool any = !find_heads(commas.rows, name, of_commas).empty() || !of_commas.empty();
  return any ? commas : tabs;
}

std::string only_text(const TextRow& row) {
  std::string text;
  for (const TextCell& cell : row) {
    const std::string part = one_line(cell.text);
    if (part.empty()) continue;
    if (!text.empty()) return "";
    text = part;
  }
  return text;
}

/// The first line with a single text above the first head: 「別紙6-2 運用作業項目一覧」.
void read_title(const std::vector<TextRow>& rows, std::size_t first_head, ImportedSheet& sheet) {
  for (std::size_t i = 0; i < first_head; ++i) {
    const std::string text = only_text(rows[i]);
    if (text.empty()) continue;
    const std::size_t space = text.find(' ');
    const bool has_annex = text.starts_with(kAnnex) && space != std::string::npos;
    sheet.annex = has_annex ? text.substr(0, space) : "";
    sheet.title = has_annex ? text.substr(space + 1) : text;
    return;
  }
}

std::string shown_name(const HeadParty& party) { return party.organisation + " " + party.function; }

/// The parties of the columns, named as the known ones where there are any.
std::vector<Party> parties_of(const SheetHead& head, const std::vector<Party>& known,
                              const std::string& name, Diagnostics& problems) {
  std::vector<Party> parties;
  std::vector<std::string> names;
  for (const Party& party : known) names.push_back(party.organisation + " " + party.function);
  for (const HeadParty& column : head.parties) {
    if (known.empty()) {
      const std::string id = "p" + std::to_string(parties.size() + 1);
      parties.push_back({id, column.organisation, column.function});
      continue;
    }
    const auto found = std::ranges::find_if(known, [&](const Party& party) {
      return folded_word(party.organisation) == folded_word(column.organisation) &&
             folded_word(party.function) == folded_word(column.function);
    });
    if (found != known.end()) {
      parties.push_back(*found);
      continue;
    }
    const auto near = nearest(shown_name(column), names);
    problems.push_back(
        {Severity::error,
         {name, head.line, 1},
         say<messages::column_of_no_party>(shown_name(column)),
         near ? say<messages::did_you_mean>(*near) : say<messages::column_of_no_party_hint>()});
  }
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const auto twin = std::ranges::find(parties.begin(), parties.begin() + static_cast<long>(i),
                                        parties[i].id, &Party::id);
    if (twin != parties.begin() + static_cast<long>(i))
      problems.push_back({Severity::error,
                          {name, head.line, 1},
                          say<messages::party_in_two_columns>(shown_name(head.parties[i])),
                          say<messages::column_of_no_party_hint>()});
  }
  return parties;
}

/// The sentence above the table that puts an organisation's work under its supervisor.
bool is_supervision_rule(const std::string& text) {
  return text.find(kSupervisor) != std::string::npos &&
         text.find(kSupervisedSymbol) != std::string::npos;
}

/// ● in cells or in that sentence, for all of an organisation's parties, where it performs at all:
/// elsewhere the rule has nothing to apply to.
void mark_supervised(const std::vector<TextRow>& rows, const SheetItems& read,
                     const std::string& name, ImportedSheet& sheet, Diagnostics& problems) {
  const TextRow* rule = nullptr;
  std::string rule_text;
  for (const TextRow& row : rows) {
    rule_text = only_text(row);
    rule = is_supervision_rule(rule_text) ? &row : nullptr;
    if (rule != nullptr) break;
  }
  const auto performs = [&](const std::string& organisation) {
    return std::ranges::any_of(sheet.items, [&](const SheetItem& item) {
      return std::ranges::any_of(item.duties, [&](const DutyCell& cell) {
        const auto party = std::ranges::find(sheet.parties, cell.party, &Party::id);
        return cell.duty == Duty::perform && party->organisation == organisation;
      });
    });
  };
  for (Party& party : sheet.parties) {
    const bool marked = std::ranges::any_of(sheet.parties, [&](const Party& other) {
      return other.organisation == party.organisation &&
             std::ranges::count(read.marked_supervised, other.id) > 0;
    });
    const bool ruled =
        rule != nullptr && folded_word(rule_text).starts_with(folded_word(party.organisation));
    if (marked || (ruled && performs(party.organisation))) party.supervised = true;
  }
  std::string last;
  for (const Party& party : sheet.parties) {
    if (!party.supervised || rule == nullptr || party.organisation == last) continue;
    last = party.organisation;
    problems.push_back({Severity::warning,
                        {name, rule->front().line, 1},
                        say<messages::supervised_by_rule>(party.organisation)});
  }
}

/// ● in a cell of a party that the known ones do not put under a supervisor.
void compare_marks(const SheetItems& read, const ImportedSheet& sheet, const SheetHead& head,
                   const std::string& name, Diagnostics& problems) {
  for (const Party& party : sheet.parties) {
    if (party.supervised || std::ranges::count(read.marked_supervised, party.id) == 0) continue;
    problems.push_back({Severity::warning,
                        {name, head.line, 1},
                        say<messages::mark_against_parties>(party.id),
                        say<messages::mark_against_parties_hint>()});
  }
}

/// Where some cells have ●, those of the same party that lack it were forgotten.
void check_marks(const SheetItems& read, const std::string& name, Diagnostics& problems) {
  for (const SheetItem& item : read.items) {
    for (const std::string& id : item.unmarked) {
      if (std::ranges::count(read.marked_supervised, id) == 0) continue;
      problems.push_back({Severity::warning,
                          {name, item.line, 1},
                          say<messages::row_says>(item.no, say<messages::mark_missing>(id))});
    }
  }
}

}  // namespace

ImportResult import_sheet(std::string_view bytes, const std::string& name,
                          const std::vector<Party>& known) {
  ImportResult result;
  Diagnostics& problems = result.diagnostics;
  if (auto problem = encoding_problem(bytes, name)) {
    problems.push_back(std::move(*problem));
    return result;
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  DelimitedText text = read_rows(bytes, name);
  unguard(text.rows);
  const std::vector<SheetHead> heads = find_heads(text.rows, name, problems);
  if (heads.empty() && problems.empty())
    problems.push_back(file_problem(name, say<messages::sheet_without_head>(),
                                    say<messages::head_columns_hint>()));
  if (heads.empty()) return result;
  const SheetHead head = agreed_head(heads, name, problems);
  ImportedSheet sheet;
  read_title(text.rows, heads.front().first, sheet);
  sheet.parties = parties_of(head, known, name, problems);
  // With columns that nobody can name, no row can be read right.
  if (has_errors(problems)) {
    sort_by_position(problems);
    return result;
  }
  for (const std::string& extra : head.extra)
    problems.push_back({Severity::warning,
                        {name, head.line, 1},
                        say<messages::column_not_read>(visible(one_line(extra)))});
  problems.insert(problems.end(), text.problems.begin(), text.problems.end());
  SheetItems read = read_items(text.rows, heads, head, sheet.parties, name, problems);
  check_marks(read, name, problems);
  sheet.items = read.items;
  sheet.skipped = read.skipped;
  if (known.empty()) {
    mark_supervised(text.rows, read, name, sheet, problems);
  } else {
    compare_marks(read, sheet, head, name, problems);
  }
  sort_by_position(problems);
  result.sheet = std::move(sheet);
  return result;
}

}  // namespace opsctl
