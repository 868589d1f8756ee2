// The year plan for the wall (HTML, A4 across) and for calendar programs (iCalendar).
#include <algorithm>

#include "base/messages/paper.h"
#include "base/messages/views.h"
#include "base/messages/words.h"
#include "render/checklist_steps_html.h"
#include "render/html_page.h"
#include "render/ical.h"
#include "render/ledger_view.h"
#include "render/words.h"
#include "render/year_plan_view.h"

namespace opsctl::render {
namespace {

constexpr std::string_view kStyle = R"css(
table { table-layout: fixed; font-size: 7.5pt; }
td p { margin: 0; white-space: nowrap; }
.bad { font-weight: bold; text-decoration: underline; }
)css";

/// More than these are not ticked one by one.
constexpr std::size_t kMostBoxes = 4;

Html day_words(const PlannedOccurrence& one) {
  const std::chrono::year_month_day civil{one.day};
  const bool missed = one.row.result == OccurrenceResult::missed;
  return element("p", missed ? "bad" : "plain",
                 tick_box(is_settled(one.row.result)) +
                     escaped(" " + std::to_string(static_cast<unsigned>(civil.day()))) +
                     escaped(missed ? "!" : ""));
}

Html month_cell(const PlanRow& row, const std::vector<PlannedOccurrence>& month, const Look& look) {
  if (row.continuous) return element("td", escaped(word<messages::plan_continuous>(look)));
  if (month.size() > kMostBoxes) {
    const auto done = std::ranges::count_if(
        month, [](const PlannedOccurrence& one) { return is_settled(one.row.result); });
    return element("td", escaped(word<messages::plan_times>(look, month.size(), done)));
  }
  Html days;
  for (const PlannedOccurrence& one : month) days += day_words(one);
  return element("td", days);
}

std::string performers_words(const Runbook& book, const Catalog& catalog, const Look& look) {
  std::vector<std::string> names = performers_of(book);
  for (std::string& name : names) name = full_name(catalog.parties, name);
  return listed(names, look);
}

/// What a rolling item's record says is over; its next due date is one event that moves.
bool is_event(const PlannedOccurrence& one) {
  return one.row.key != kRollingKey || !one.row.performed_at;
}

IcalEvent event_of(const Runbook& book, const PlannedOccurrence& one, const Catalog& catalog,
                   const Look& look) {
  const std::string name = item_name(catalog, book);
  const std::string key = one.row.key == kRollingKey ? "-" : one.row.key;
  return {.uid = book.id + "/" + one.row.key + "@opsctl",
          .summary = word<messages::event_summary>(look, name, book.title),
          .description = word<messages::event_description>(
              look, to_text(book.cycle()), key, to_text(*one.row.due, catalog.zone),
              result_words(one.row, look), performers_words(book, catalog, look), name),
          .day = one.day,
          .cancelled = one.row.result == OccurrenceResult::waived};
}

}  // namespace

std::string year_plan_html(const YearPlan& plan, const Catalog& catalog, const Look& look) {
  Html columns;
  for (const char* width : {"9mm", "auto", "12mm"})
    columns += element("col", {{"style", "width: " + std::string(width)}});
  for (int i = 0; i < 12; ++i) columns += element("col", {{"style", "width: 16mm"}});
  Html head = element("th", escaped(word<messages::label_no>(look))) +
              element("th", escaped(word<messages::label_title>(look))) +
              element("th", escaped(word<messages::label_cycle>(look)));
  for (std::size_t i = 0; i < 12; ++i)
    head += element("th", escaped(month_word(plan.year.months[i], look)));
  Html rows;
  for (const PlanRow& row : plan.rows) {
    Html cells = element("td", "right", escaped(item_name(catalog, *row.book))) +
                 element("td", escaped(row.book->title)) +
                 element("td", escaped(to_text(row.book->cycle())));
    for (const auto& month : row.months) cells += month_cell(row, month, look);
    rows += element("tr", cells);
  }
  HtmlPage page;
  page.title = plan_title(plan, look);
  page.foot = word<messages::report_foot>(look, catalog.title, to_text(plan.as_of, catalog.zone));
  page.orientation = Orientation::landscape;
  page.style = kStyle.substr(1);
  page.body = element("p", "small", escaped(catalog.title)) + element("h1", escaped(page.title)) +
              element("table", element("colgroup", columns) +
                                   element("thead", element("tr", head)) + element("tbody", rows));
  return to_html(page, look);
}

std::string year_plan_ics(const YearPlan& plan, const Catalog& catalog, const Look& look) {
  Ical calendar{.name = catalog.title + " " + plan.year.key, .as_of = plan.as_of};
  for (const PlanRow& row : plan.rows) {
    for (const auto& month : row.months) {
      for (const PlannedOccurrence& one : month) {
        if (is_event(one)) calendar.events.push_back(event_of(*row.book, one, catalog, look));
      }
    }
  }
  return to_ics(calendar);
}

}  // namespace opsctl::render
