#include "render/year_plan_view.h"

#include <algorithm>

#include "base/messages/paper.h"
#include "base/messages/words.h"
#include "base/text.h"
#include "render/table.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// In a table of a spreadsheet's kind; more than these are a number.
constexpr std::size_t kMostDays = 5;

bool went_wrong(OccurrenceResult result) {
  return result == OccurrenceResult::missed || result == OccurrenceResult::overdue ||
         result == OccurrenceResult::late;
}

Table table_of(const YearPlan& plan, const Catalog& catalog, const Look& look) {
  Table table;
  table.columns = {{word<messages::label_no>(look), Align::right},
                   {word<messages::label_id>(look)},
                   {word<messages::label_title>(look)},
                   {word<messages::label_cycle>(look)}};
  for (std::size_t i = 0; i < 12; ++i)
    table.columns.push_back({to_text(plan.year.months[i]).substr(0, 7)});
  for (const PlanRow& row : plan.rows) {
    std::vector<Cell> cells = {item_name(catalog, *row.book), row.book->id, row.book->title,
                               to_text(row.book->cycle())};
    for (const auto& month : row.months) {
      cells.emplace_back(row.continuous ? word<messages::plan_continuous>(look)
                                        : month_words(month, kMostDays));
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Json occurrences_json(const PlanRow& row, const Zone& zone) {
  Json json = Json::array();
  for (const auto& month : row.months) {
    for (const PlannedOccurrence& one : month) {
      json.push_back({{"key", json_or_null(one.row.key)},
                      {"day", to_text(one.day)},
                      {"due", json_of(one.row.due, zone)},
                      {"result", name_of(one.row.result)},
                      {"performed_at", json_of(one.row.performed_at, zone)}});
    }
  }
  return json;
}

Json plan_json(const YearPlan& plan, const Catalog& catalog) {
  Json json = json_document("calendar");
  json["year"] = plan.year.key;
  json["from"] = to_text(plan.year.months.front());
  json["to"] = to_text(plan.year.months.back() - std::chrono::days(1));
  json["as_of"] = to_rfc3339(plan.as_of, catalog.zone);
  json["items"] = Json::array();
  for (const PlanRow& row : plan.rows) {
    const ScheduleVersion& version = row.book->timetable.versions.back();
    json["items"].push_back({{"id", row.book->id},
                             {"no", row.book->no},
                             {"title", row.book->title},
                             {"cycle", to_text(version.cycle)},
                             {"mode", name_of(mode_of(version.cycle, version.schedule))},
                             {"occurrences", occurrences_json(row, catalog.zone)}});
  }
  return json;
}

}  // namespace

std::string plan_title(const YearPlan& plan, const Look& look) {
  return word<messages::plan_title>(look, plan.year.key, to_text(plan.year.months.front()),
                                    to_text(plan.year.months.back() - std::chrono::days(1)));
}

std::string month_word(Date day, const Look& look) {
  static const std::array<Message, 12> kMonths = {
      say<messages::month_1>(),  say<messages::month_2>(),  say<messages::month_3>(),
      say<messages::month_4>(),  say<messages::month_5>(),  say<messages::month_6>(),
      say<messages::month_7>(),  say<messages::month_8>(),  say<messages::month_9>(),
      say<messages::month_10>(), say<messages::month_11>(), say<messages::month_12>()};
  const std::chrono::year_month_day civil{day};
  return to_text(kMonths.at(static_cast<unsigned>(civil.month()) - 1), look.language);
}

std::string month_words(const std::vector<PlannedOccurrence>& month, std::size_t most) {
  if (month.empty()) return "";
  std::vector<std::string> days;
  for (const PlannedOccurrence& one : month) {
    const std::chrono::year_month_day civil{one.day};
    days.push_back(std::to_string(static_cast<unsigned>(civil.day())));
  }
  const bool wrong = std::ranges::any_of(
      month, [](const PlannedOccurrence& one) { return went_wrong(one.row.result); });
  const std::string words =
      days.size() <= most ? join(days, ", ") : "x" + std::to_string(days.size());
  return words + (wrong ? "!" : "");
}

bool is_settled(OccurrenceResult result) {
  return result == OccurrenceResult::done || result == OccurrenceResult::done_late ||
         result == OccurrenceResult::waived;
}

std::string year_plan(const YearPlan& plan, const Catalog& catalog, Format format,
                      const Look& look) {
  switch (format) {
    case Format::text:
      return year_plan_text(plan, catalog, look);
    case Format::json:
      return to_text(plan_json(plan, catalog));
    case Format::html:
      return year_plan_html(plan, catalog, look);
    case Format::ics:
      return year_plan_ics(plan, catalog, look);
    default:
      return written(table_of(plan, catalog, look), format, look);
  }
}

}  // namespace opsctl::render
