// The year plan on a screen: a line an item, a column of four a month.
#include <algorithm>

#include "base/messages/paper.h"
#include "base/messages/words.h"
#include "base/text.h"
#include "base/width.h"
#include "render/lines.h"
#include "render/words.h"
#include "render/year_plan_view.h"

namespace opsctl::render {
namespace {

constexpr int kColumns = 80;
constexpr int kMonthColumns = 4;
constexpr int kCycleColumns = 5;
constexpr int kNarrowestTitle = 10;

struct Widths {
  int no = 3;
  int title = 0;
};

Widths widths_of(const YearPlan& plan, const Catalog& catalog, const Look& look) {
  Widths widths;
  for (const PlanRow& row : plan.rows)
    widths.no = std::max(widths.no, display_width(item_name(catalog, *row.book), look.ambiguous));
  const int columns = look.width == 0 ? kColumns : std::min(columns_of(look), kColumns);
  widths.title = columns - widths.no - kCycleColumns - 2 - 12 * kMonthColumns;
  return widths;
}

std::string cell_of(const PlanRow& row, std::size_t month, const Look& look) {
  if (row.continuous) return word<messages::plan_continuous>(look);
  return month_words(row.months.at(month), 1);
}

std::string line_of(const Widths& widths, const Look& look, const std::string& no,
                    const std::string& title, const std::string& cycle,
                    const std::vector<std::string>& months) {
  std::string line = pad(no, widths.no, look.ambiguous, Align::right) + " " +
                     pad(title, widths.title, look.ambiguous) + " " +
                     pad(cycle, kCycleColumns, look.ambiguous);
  for (const std::string& month : months)
    line += pad(month, kMonthColumns, look.ambiguous, Align::right);
  return without_trailing_spaces(line) + "\n";
}

std::vector<std::string> cells_of(const PlanRow& row, const Look& look) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < 12; ++i) cells.push_back(cell_of(row, i, look));
  return cells;
}

std::string lines_of(const PlanRow& row, const Widths& widths, const Catalog& catalog,
                     const Look& look) {
  const std::vector<std::string> title =
      wrap(visible(row.book->title), widths.title, look.ambiguous);
  std::string out;
  for (std::size_t i = 0; i < std::max<std::size_t>(title.size(), 1); ++i) {
    const bool first = i == 0;
    out += line_of(widths, look, first ? item_name(catalog, *row.book) : "",
                   i < title.size() ? title[i] : "", first ? to_text(row.book->cycle()) : "",
                   first ? cells_of(row, look) : std::vector<std::string>{});
  }
  return out;
}

/// For terminals too narrow for twelve columns: the months in words.
std::string stacked(const PlanRow& row, const YearPlan& plan, const Catalog& catalog,
                    const Look& look) {
  std::vector<std::string> months;
  for (std::size_t i = 0; i < 12; ++i) {
    const std::string cell = cell_of(row, i, look);
    if (!cell.empty()) months.push_back(month_word(plan.year.months[i], look) + " " + cell);
  }
  return hanging("",
                 item_name(catalog, *row.book) + " " + row.book->title + " (" +
                     to_text(row.book->cycle()) + ")",
                 look) +
         (months.empty() ? "" : hanging("    ", listed(months, look), look));
}

}  // namespace

std::string year_plan_text(const YearPlan& plan, const Catalog& catalog, const Look& look) {
  Look paper = look;
  if (paper.width == 0) paper.width = kColumns;
  std::string out = hanging("", plan_title(plan, look), paper, Style::strong) + "\n";
  if (plan.rows.empty()) return out + word<messages::plan_nothing>(look) + "\n";
  const Widths widths = widths_of(plan, catalog, look);
  const bool wide = widths.title >= kNarrowestTitle;
  if (wide) {
    std::vector<std::string> months;
    for (std::size_t i = 0; i < 12; ++i) months.push_back(month_word(plan.year.months[i], look));
    out += line_of(widths, look, word<messages::label_no>(look), word<messages::label_title>(look),
                   word<messages::label_cycle>(look), months);
  }
  for (const PlanRow& row : plan.rows)
    out += wide ? lines_of(row, widths, catalog, look) : stacked(row, plan, catalog, look);
  return out + "\n" + hanging("", word<messages::plan_legend>(look), paper);
}

}  // namespace opsctl::render
