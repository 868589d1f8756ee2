// The year plan on a screen: a line an item, a column a month.
#include <algorithm>
#include <array>

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
constexpr int kNarrowestTitle = 10;

struct Widths {
  int no = 3;
  int title = 0;
  int cycle = 5;
  std::array<int, 12> months{};
};

std::vector<std::string> cells_of(const PlanRow& row, const Look& look) {
  std::vector<std::string> cells;
  for (const PlanMonth& month : row.months) cells.push_back(month_words(month, 1, look));
  return cells;
}

std::vector<std::string> month_headings(const YearPlan& plan, const Look& look) {
  std::vector<std::string> months;
  for (std::size_t i = 0; i < 12; ++i) months.push_back(month_word(plan.year.months[i], look));
  return months;
}

void fit(const std::vector<std::string>& months, const Look& look, Widths& widths) {
  for (std::size_t i = 0; i < months.size(); ++i)
    widths.months.at(i) = std::max(widths.months.at(i), display_width(months[i], look.ambiguous));
}

/// The title has what is left.
Widths widths_of(const YearPlan& plan, const Catalog& catalog, const Look& look) {
  Widths widths;
  fit(month_headings(plan, look), look, widths);
  for (const PlanRow& row : plan.rows) {
    widths.no = std::max(widths.no, display_width(item_name(catalog, *row.book), look.ambiguous));
    for (const std::string& cycle : cycle_names(row))
      widths.cycle = std::max(widths.cycle, display_width(cycle, look.ambiguous));
    fit(cells_of(row, look), look, widths);
  }
  widths.title = look.width == 0 ? kColumns : std::min(columns_of(look), kColumns);
  widths.title -= widths.no + 1 + 1 + widths.cycle;
  for (const int month : widths.months) widths.title -= 1 + month;
  return widths;
}

std::string line_of(const Widths& widths, const Look& look, const std::string& no,
                    const std::string& title, const std::string& cycle,
                    const std::vector<std::string>& months) {
  std::string line = pad(no, widths.no, look.ambiguous, Align::right) + " " +
                     pad(title, widths.title, look.ambiguous) + " " +
                     pad(cycle, widths.cycle, look.ambiguous);
  for (std::size_t i = 0; i < months.size(); ++i)
    line += " " + pad(months[i], widths.months.at(i), look.ambiguous, Align::right);
  return without_trailing_spaces(line) + "\n";
}

std::string lines_of(const PlanRow& row, const Widths& widths, const Catalog& catalog,
                     const Look& look) {
  const std::vector<std::string> title =
      wrap(visible(row.book->title), widths.title, look.ambiguous);
  const std::vector<std::string> cycles = cycle_names(row);
  std::string out;
  for (std::size_t i = 0; i < std::max(title.size(), cycles.size()); ++i) {
    const bool first = i == 0;
    out += line_of(widths, look, first ? item_name(catalog, *row.book) : "",
                   i < title.size() ? title[i] : "", i < cycles.size() ? cycles[i] : "",
                   first ? cells_of(row, look) : std::vector<std::string>{});
  }
  return out;
}

/// For terminals too narrow for twelve columns: the months in words.
std::string stacked(const PlanRow& row, const YearPlan& plan, const Catalog& catalog,
                    const Look& look) {
  const std::vector<std::string> headings = month_headings(plan, look);
  const std::vector<std::string> cells = cells_of(row, look);
  std::vector<std::string> months;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].empty()) months.push_back(headings[i] + " " + cells[i]);
  }
  return hanging("",
                 item_name(catalog, *row.book) + " " + row.book->title + " (" +
                     join(cycle_names(row), ", ") + ")",
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
    out += line_of(widths, look, word<messages::label_no>(look), word<messages::label_title>(look),
                   word<messages::label_cycle>(look), month_headings(plan, look));
  }
  for (const PlanRow& row : plan.rows)
    out += wide ? lines_of(row, widths, catalog, look) : stacked(row, plan, catalog, look);
  return out + "\n" + hanging("", legend_words(true, look), paper);
}

}  // namespace opsctl::render
