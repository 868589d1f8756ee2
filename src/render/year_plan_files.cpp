// The year plan for the wall (HTML, A4 across) and for calendar programs (iCalendar).
#include "base/messages/paper.h"
#include "base/messages/views.h"
#include "base/messages/words.h"
#include "base/text.h"
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
td p { margin: 0; }
.bad { font-weight: bold; text-decoration: underline; }
)css";

/// More than these are not ticked one by one.
constexpr std::size_t kMostBoxes = 4;

Html line(bool wrong, const Html& content) {
  return element("p", wrong ? "bad" : "plain", content + escaped(wrong ? "!" : ""));
}

/// What is waived has nothing to tick.
Html day_line(const PlannedOccurrence& one) {
  const PlanMark mark = mark_of(one.row.result);
  if (mark == PlanMark::waived) return line(false, escaped(day_words(one)));
  return line(mark == PlanMark::wrong,
              tick_box(mark == PlanMark::done) + escaped(" " + day_words(one)));
}

Html times_lines(const PlanMonth& month, const Look& look) {
  const std::size_t waived = count_of(PlanMark::waived, month);
  const std::size_t times = month.occurrences.size() - waived;
  Html lines;
  if (times > 0) {
    lines = line(!warning_of(month).empty(),
                 escaped(word<messages::plan_times>(look, times, count_of(PlanMark::done, month))));
  }
  if (waived > 0) lines += line(false, escaped(word<messages::plan_times_waived>(look, waived)));
  return lines;
}

Html month_cell(const PlanMonth& month, const Look& look) {
  Html lines;
  if (month.continuous) lines = line(false, escaped(word<messages::plan_continuous>(look)));
  if (month.occurrences.size() > kMostBoxes) {
    lines += times_lines(month, look);
  } else {
    for (const PlannedOccurrence& one : month.occurrences) lines += day_line(one);
  }
  return element("td", lines);
}

Html legend(const Look& look) {
  return element("p", "small",
                 tick_box(true) + escaped(" " + word<messages::plan_legend_done>(look) + "　") +
                     tick_box(false) +
                     escaped(" " + word<messages::plan_legend_to_do>(look) + "　") +
                     escaped(legend_words(false, look)));
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

/// The same from file to file, also where a later version takes the occurrence over; of every
/// catalogue its own, by its title, which the calendar's readers tell it by as well.
std::string uid_of(const Runbook& book, const PlannedOccurrence& one, const Catalog& catalog) {
  const std::string again = one.earlier == 0 ? "" : "+" + std::to_string(one.earlier);
  return book.id + "/" + one.row.key + again + "@" + short_hash(sha256(catalog.title)) + ".opsctl";
}

IcalEvent event_of(const Runbook& book, const PlannedOccurrence& one, const Catalog& catalog,
                   const Look& look) {
  const std::string name = item_name(catalog, book);
  const std::string key = one.row.key == kRollingKey ? "-" : one.row.key;
  return {.uid = uid_of(book, one, catalog),
          .summary = word<messages::event_summary>(look, name, book.title),
          .description = word<messages::event_description>(
              look, to_text(book.timetable.versions[one.row.version].cycle), key,
              to_text(*one.row.due, catalog.zone), result_words(one.row, look),
              performers_words(book, catalog, look), name),
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
                 element("td", escaped(join(cycle_names(row), "\n")));
    for (const PlanMonth& month : row.months) cells += month_cell(month, look);
    rows += element("tr", cells);
  }
  HtmlPage page;
  page.title = plan_title(plan, look);
  page.foot = word<messages::report_foot>(look, catalog.title, to_text(plan.as_of, catalog.zone));
  page.orientation = Orientation::landscape;
  page.style = kStyle.substr(1);
  page.body = element("p", "small", escaped(catalog.title)) + element("h1", escaped(page.title)) +
              element("table", element("colgroup", columns) +
                                   element("thead", element("tr", head)) + element("tbody", rows)) +
              legend(look);
  return to_html(page, look);
}

std::string year_plan_ics(const YearPlan& plan, const Catalog& catalog, const Look& look) {
  Ical calendar{.name = catalog.title + " " + plan.year.key, .as_of = plan.as_of};
  for (const PlanRow& row : plan.rows) {
    for (const PlanMonth& month : row.months) {
      for (const PlannedOccurrence& one : month.occurrences) {
        if (is_event(one)) calendar.events.push_back(event_of(*row.book, one, catalog, look));
      }
    }
  }
  return to_ics(calendar);
}

}  // namespace opsctl::render
