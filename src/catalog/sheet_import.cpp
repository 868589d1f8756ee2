#include "catalog/sheet_import.h"

#include <algorithm>
#include <map>

#include "base/byte_order_mark.h"
#include "base/formula.h"
#include "base/messages/base.h"
#include "base/messages/catalog.h"
#include "base/messages/sheet.h"
#include "base/text.h"
#include "catalog/sheet_cells.h"
#include "model/party_name.h"

namespace opsctl {
namespace {

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

/// The cell with the only text of a row; nothing where there are several, or none.
const TextCell* only_cell(const TextRow& row) {
  const TextCell* only = nullptr;
  for (const TextCell& cell : row) {
    if (one_line(cell.text).empty()) continue;
    if (only != nullptr) return nullptr;
    only = &cell;
  }
  return only;
}

/// The first line with a single text above the first head: 「別紙6-2 運用作業項目一覧」.
void read_title(const std::vector<TextRow>& rows, std::size_t first_head, const std::string& name,
                ImportedSheet& sheet, Diagnostics& problems) {
  for (std::size_t i = 0; i < first_head; ++i) {
    const TextCell* cell = only_cell(rows[i]);
    if (cell == nullptr) continue;
    const std::string text = one_line(cell->text);
    if (auto problem = unfit_text(say<messages::title_of_sheet>(), text, kLongestHeading))
      problems.push_back({Severity::error,
                          {name, cell->line, cell->column},
                          std::move(problem->what),
                          std::move(problem->hint)});
    const std::size_t space = text.find(' ');
    const bool has_annex = text.starts_with(kAnnex) && space != std::string::npos;
    sheet.annex = has_annex ? text.substr(0, space) : "";
    sheet.title = has_annex ? text.substr(space + 1) : text;
    return;
  }
}

std::string shown_name(const HeadParty& party) {
  return full_name({"", party.organisation, party.function});
}

/// Two columns of one name: nobody can tell which of them is whose.
void check_twins(const SheetHead& head, const std::string& name, Diagnostics& problems) {
  std::map<std::string, std::size_t> numbers;
  for (const HeadParty& party : head.parties) {
    const auto [first, is_new] = numbers.emplace(folded_word(shown_name(party)), party.number);
    if (is_new) continue;
    problems.push_back(
        {Severity::error,
         {name, party.line, party.column},
         say<messages::columns_alike>(first->second, party.number, shown_name(party)),
         say<messages::columns_alike_hint>()});
  }
}

/// The parties of the columns, named as the known ones where there are any.
std::vector<Party> parties_of(const SheetHead& head, const std::vector<Party>& known,
                              const std::string& name, Diagnostics& problems) {
  std::vector<Party> parties;
  std::vector<std::string> names;
  for (const Party& party : known) names.push_back(full_name(party));
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
  return parties;
}

/// A sentence that puts an organisation's work under its supervisor, and where it stands.
struct SupervisionRule {
  std::string organisation;
  const TextCell* sentence = nullptr;
};

/// Of organisations whose names begin alike the longest that fits is the one that is named.
std::string organisation_named(const std::string& sentence, const std::vector<Party>& parties) {
  std::string named;
  for (const Party& party : parties) {
    if (party.organisation.size() > named.size() &&
        folded_word(sentence).starts_with(folded_word(party.organisation)))
      named = party.organisation;
  }
  return named;
}

/// The first of each organisation: every page repeats it.
std::vector<SupervisionRule> rules_in(const std::vector<TextRow>& rows,
                                      const std::vector<Party>& parties) {
  std::vector<SupervisionRule> rules;
  for (const TextRow& row : rows) {
    const TextCell* sentence = only_cell(row);
    if (sentence == nullptr || sentence->text.find(kSupervisor) == std::string::npos ||
        sentence->text.find(kSupervisedSymbol) == std::string::npos)
      continue;
    const std::string organisation = organisation_named(sentence->text, parties);
    if (!organisation.empty() &&
        std::ranges::count(rules, organisation, &SupervisionRule::organisation) == 0)
      rules.push_back({organisation, sentence});
  }
  return rules;
}

bool performs(const std::string& organisation, const ImportedSheet& sheet) {
  return std::ranges::any_of(sheet.items, [&](const SheetItem& item) {
    return std::ranges::any_of(item.duties, [&](const DutyCell& cell) {
      const auto party = std::ranges::find(sheet.parties, cell.party, &Party::id);
      return cell.duty == Duty::perform && party->organisation == organisation;
    });
  });
}

/// A sentence puts all of an organisation's parties under its supervisor, where it performs at all:
/// elsewhere the rule has nothing to apply to.
void supervise_by_rule(const SupervisionRule& rule, const std::string& name, ImportedSheet& sheet,
                       Diagnostics& problems) {
  if (!performs(rule.organisation, sheet)) return;
  std::vector<std::string> ids;
  for (Party& party : sheet.parties) {
    if (party.organisation != rule.organisation) continue;
    party.supervised = true;
    ids.push_back(party.id);
  }
  problems.push_back({Severity::warning,
                      {name, rule.sentence->line, rule.sentence->column},
                      say<messages::supervised_by_rule>(rule.organisation, join(ids, ", ")),
                      say<messages::supervised_hint>()});
}

/// So does ● in a cell of one of them. Whoever has no ● of their own is told of.
void supervise_by_mark(const SupervisedMark& mark, const SheetItems& read, const std::string& name,
                       ImportedSheet& sheet, Diagnostics& problems) {
  const std::string organisation =
      std::ranges::find(sheet.parties, mark.party, &Party::id)->organisation;
  for (Party& party : sheet.parties) {
    if (party.organisation != organisation || party.supervised) continue;
    party.supervised = true;
    if (std::ranges::count(read.marks, party.id, &SupervisedMark::party) > 0) continue;
    problems.push_back({Severity::warning,
                        {name, mark.line, mark.column},
                        say<messages::supervised_by_mark>(party.id, mark.party, organisation),
                        say<messages::supervised_hint>()});
  }
}

/// ● in a cell of a party that the known ones do not put under a supervisor.
void compare_marks(const SheetItems& read, const ImportedSheet& sheet, const std::string& name,
                   Diagnostics& problems) {
  for (const SupervisedMark& mark : read.marks) {
    if (std::ranges::find(sheet.parties, mark.party, &Party::id)->supervised) continue;
    problems.push_back({Severity::warning,
                        {name, mark.line, mark.column},
                        say<messages::mark_against_parties>(mark.party),
                        say<messages::mark_against_parties_hint>()});
  }
}

/// Where some cells have ●, those of the same party that lack it were forgotten.
void check_marks(const SheetItems& read, const std::string& name, Diagnostics& problems) {
  for (const SheetItem& item : read.items) {
    for (const std::string& id : item.unmarked) {
      if (std::ranges::count(read.marks, id, &SupervisedMark::party) == 0) continue;
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
  read_title(text.rows, heads.front().first, name, sheet, problems);
  check_twins(head, name, problems);
  sheet.parties = parties_of(head, known, name, problems);
  // With columns that nobody can name, no row can be read right; and a title is no row, so nothing
  // could be written without it.
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
    for (const SupervisionRule& rule : rules_in(text.rows, sheet.parties))
      supervise_by_rule(rule, name, sheet, problems);
    for (const SupervisedMark& mark : read.marks)
      supervise_by_mark(mark, read, name, sheet, problems);
  } else {
    compare_marks(read, sheet, name, problems);
  }
  sort_by_position(problems);
  result.sheet = std::move(sheet);
  return result;
}

}  // namespace opsctl
