#include "catalog/sheet_rows.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/messages/sheet.h"
#include "base/text.h"
#include "catalog/sheet_cells.h"
#include "model/party_name.h"
#include "model/schedule_check.h"
#include "model/sheet_words.h"

namespace opsctl {
namespace {

constexpr int kLargestNo = 999;

/// In the order of sheet_words::kFirstColumns.
enum FirstColumn : std::size_t { no, class_name, major, middle, minor, summary, cycle };

/// Each heading of merged cells stands in the first of their rows only.
constexpr std::array kHeadings = {class_name, major, middle};

bool is_empty(const TextCell& cell) {
  return std::ranges::all_of(characters(cell.text), sheet_words::is_space);
}

class RowReader {
 public:
  RowReader(const SheetHead& head, const std::vector<Party>& parties, const std::string& name,
            Diagnostics& problems)
      : head_(head), parties_(parties), name_(name), problems_(problems) {}

  /// Nothing where the row has an error.
  std::optional<SheetItem> read(const TextRow& row);

  std::vector<SupervisedMark> marks;  // the first of each party

 private:
  const TextCell& cell(std::size_t column) const {
    static const TextCell kNothing;
    return column < row_->size() ? (*row_)[column] : kNothing;
  }
  const TextCell& first(FirstColumn column) const { return cell(head_.columns[column]); }

  void tell(Severity severity, const TextCell& at, const Message& what,
            std::optional<Message> hint = std::nullopt) {
    if (severity == Severity::error) failed_ = true;
    const TextCell& place = at.line > 0 ? at : row_->front();
    problems_.push_back({severity,
                         {name_, place.line, place.column},
                         say<messages::row_says>(no_text_, what),
                         std::move(hint)});
  }

  bool check_width();
  void read_no();
  std::string text_of(FirstColumn column);
  void read_headings();
  void read_cycle();
  void read_duties();
  void read_duty(std::size_t party);
  void put_in_performers();
  void read_methods();

  const SheetHead& head_;
  const std::vector<Party>& parties_;
  const std::string& name_;
  Diagnostics& problems_;

  const TextRow* row_ = nullptr;
  std::string no_text_;
  bool failed_ = false;
  SheetItem item_;
  Category above_;  // the headings of the last row that was read
};

std::optional<SheetItem> RowReader::read(const TextRow& row) {
  row_ = &row;
  failed_ = false;
  item_ = SheetItem{};
  item_.line = row.front().line;
  no_text_ = visible(one_line(first(no).text));
  if (no_text_.empty()) no_text_ = "?";
  read_no();
  if (!check_width()) return std::nullopt;
  read_headings();
  item_.summary = text_of(summary);
  read_cycle();
  read_duties();
  read_methods();
  if (failed_) return std::nullopt;
  return item_;
}

/// A row with another number of cells has lost or gained one somewhere: which one, nobody can tell.
bool RowReader::check_width() {
  std::size_t width = row_->size();
  while (width > head_.width() && trim((*row_)[width - 1].text).empty()) --width;
  if (width > head_.method_column() && width <= head_.width()) return true;
  tell(Severity::error, row_->front(), say<messages::row_width>(width, head_.method_column() + 1),
       say<messages::row_width_hint>());
  return false;
}

void RowReader::read_no() {
  const auto number = item_no(first(no).text);
  if (number && *number >= 1 && *number <= kLargestNo) {
    item_.no = *number;
    return;
  }
  tell(Severity::error, first(no), say<messages::row_no>(), say<messages::row_no_hint>(kLargestNo));
}

std::string RowReader::text_of(FirstColumn column) {
  const std::string_view title = sheet_words::kFirstColumns[column];
  std::string text = one_line(first(column).text);
  if (sheet_words::means_none(text)) return std::string(sheet_words::kNone);
  if (is_empty(first(column)))
    tell(Severity::error, first(column), say<messages::cell_empty>(title),
         say<messages::cell_empty_hint>());
  const std::size_t longest = column == summary ? kLongestSummary : kLongestHeading;
  if (auto problem = unfit_text(title, text, longest))
    tell(Severity::error, first(column), problem->what, std::move(problem->hint));
  return text;
}

/// Empty headings are those of the row above, as merged cells leave them. Below a new heading an
/// empty one is a mistake: it would have another one's name.
void RowReader::read_headings() {
  Category& category = item_.category;
  const std::array<std::string*, 3> here = {&category.class_name, &category.major,
                                            &category.middle};
  const std::array<const std::string*, 3> above = {&above_.class_name, &above_.major,
                                                   &above_.middle};
  bool changed = false;
  for (std::size_t i = 0; i < kHeadings.size(); ++i) {
    const FirstColumn column = kHeadings[i];
    if (!is_empty(first(column)) || changed || above[i]->empty()) {
      *here[i] = text_of(column);
      changed = changed || *here[i] != *above[i];
      continue;
    }
    *here[i] = *above[i];
    tell(Severity::warning, first(column),
         say<messages::heading_from_above>(sheet_words::kFirstColumns[column], *here[i]));
  }
  category.minor = text_of(minor);
  if (!failed_) above_ = category;
  if (item_.title() == sheet_words::kNone)
    tell(Severity::error, first(minor), say<messages::item_without_title>(),
         say<messages::item_without_title_hint>());
}

void RowReader::read_cycle() {
  const auto parsed = parse_cycle(one_line(first(cycle).text));
  if (const auto* refusal = std::get_if<Refusal>(&parsed)) {
    tell(Severity::error, first(cycle), refusal->what,
         refusal->hint ? refusal->hint : std::optional(say<messages::cycle_words_hint>()));
    return;
  }
  item_.cycle = std::get<Cycle>(parsed);
  const auto found = check_schedule(item_.cycle, {}, {}, std::chrono::April / 1);
  if (std::ranges::find(found, Severity::error, &ScheduleProblem::severity) != found.end())
    tell(Severity::error, first(cycle), say<messages::cycle_without_anchor>(to_text(item_.cycle)),
         say<messages::cycle_words_hint>());
}

void RowReader::read_duties() {
  for (std::size_t party = 0; party < parties_.size(); ++party) read_duty(party);
  if (failed_) return;
  if (item_.duties.empty()) {
    tell(Severity::error, cell(head_.first_party), say<messages::row_without_duties>(),
         say<messages::duty_hint>());
  } else if (std::ranges::find(item_.duties, Duty::perform, &DutyCell::duty) ==
             item_.duties.end()) {
    put_in_performers();
  }
}

void RowReader::read_duty(std::size_t party) {
  const TextCell& at = cell(head_.first_party + party);
  const Party& whose = parties_[party];
  const std::string title = full_name(whose);
  const DutyMark mark = read_duty_mark(at.text);
  if (mark.wrong) {
    tell(Severity::error, at, say<messages::cell_says>(title, *mark.wrong), mark.hint);
    return;
  }
  if (mark.irregular) tell(Severity::warning, at, say<messages::cell_says>(title, *mark.irregular));
  if (mark.supervised && std::ranges::count(marks, whose.id, &SupervisedMark::party) == 0)
    marks.push_back({whose.id, at.line, at.column});
  if (mark.duty == Duty::perform && !mark.supervised) item_.unmarked.push_back(whose.id);
  if (mark.duty) item_.duties.push_back({whose.id, *mark.duty});
}

/// A runbook must say who performs. Whoever stands in is told of here and in the runbook's note.
void RowReader::put_in_performers() {
  for (const Duty duty : {Duty::support, Duty::direct}) {
    for (const DutyCell& cell : item_.duties) {
      if (cell.duty == duty) item_.performers.push_back(cell.party);
    }
    if (!item_.performers.empty()) break;
  }
  if (item_.performers.empty()) {
    tell(Severity::error, cell(head_.first_party), say<messages::row_only_approved>(),
         say<messages::row_only_approved_hint>());
  } else {
    tell(Severity::warning, cell(head_.first_party),
         say<messages::row_without_performer>(join(item_.performers, ", ")),
         say<messages::row_without_performer_hint>());
  }
}

void RowReader::read_methods() {
  const TextCell& at = cell(head_.method_column());
  const auto mark = read_method_mark(at.text);
  const std::string shown = visible(one_line(at.text));
  if (!mark) {
    tell(Severity::error, at, say<messages::method_unreadable>(shown),
         say<messages::method_hint>());
    return;
  }
  item_.methods = mark->methods;
  if (!mark->irregular) return;
  std::vector<std::string> words;
  for (const Method method : mark->methods) words.emplace_back(sheet_words::word_of(method));
  tell(Severity::warning, at, say<messages::method_irregular>(shown, join(words, " ")));
}

/// Titles, legends and notes have few cells, and none begins with a number.
bool is_item(const TextRow& row, const SheetHead& head) {
  const auto filled =
      std::ranges::count_if(row, [](const TextCell& cell) { return !trim(cell.text).empty(); });
  const std::size_t column = head.columns.front();
  if (column < row.size() && item_no(row[column].text)) return true;
  return static_cast<std::size_t>(filled) * 2 > head.width();
}

void add_skipped(std::vector<std::pair<int, int>>& skipped, const TextRow& row) {
  const int line = row.front().line;
  const int last = row.back().line;
  if (!skipped.empty() && skipped.back().second + 1 == line) {
    skipped.back().second = last;
  } else {
    skipped.emplace_back(line, last);
  }
}

/// A second row of a No. is an error; a No. that is missing may be a row that was lost.
void check_numbers(std::vector<SheetItem>& items, const std::string& name, Diagnostics& problems) {
  std::ranges::stable_sort(items, {}, &SheetItem::no);
  std::vector<SheetItem> kept;
  for (SheetItem& item : items) {
    if (!kept.empty() && kept.back().no == item.no) {
      problems.push_back({Severity::error,
                          {name, item.line, 1},
                          say<messages::no_twice>(item.no, kept.back().line),
                          say<messages::no_twice_hint>()});
      continue;
    }
    if (!kept.empty() && kept.back().no + 1 != item.no)
      problems.push_back({Severity::warning,
                          {name, item.line, 1},
                          say<messages::no_gap>(kept.back().no, item.no)});
    kept.push_back(std::move(item));
  }
  items = std::move(kept);
}

}  // namespace

const std::string& SheetItem::title() const {
  for (const std::string* heading : {&category.minor, &category.middle}) {
    if (*heading != sheet_words::kNone) return *heading;
  }
  return category.major;
}

SheetItems read_items(const std::vector<TextRow>& rows, const std::vector<SheetHead>& heads,
                      const SheetHead& head, const std::vector<Party>& parties,
                      const std::string& name, Diagnostics& problems) {
  SheetItems read;
  RowReader reader(head, parties, name, problems);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool of_head = std::ranges::any_of(
        heads, [&](const SheetHead& one) { return one.first <= i && i <= one.last; });
    if (of_head || is_blank(rows[i])) continue;
    if (problems.size() >= kMostProblems) {
      problems.push_back({Severity::error,
                          {name, rows[i].front().line, 1},
                          say<messages::too_many_problems>(kMostProblems),
                          say<messages::too_many_problems_hint>()});
      break;
    }
    if (i < heads.front().first || !is_item(rows[i], head)) {
      add_skipped(read.skipped, rows[i]);
    } else if (auto item = reader.read(rows[i])) {
      read.items.push_back(std::move(*item));
    }
  }
  check_numbers(read.items, name, problems);
  read.marks = std::move(reader.marks);
  return read;
}

}  // namespace opsctl
