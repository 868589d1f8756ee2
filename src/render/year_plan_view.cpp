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
                               join(cycle_names(row), ", ")};
    for (const PlanMonth& month : row.months)
      cells.emplace_back(month_words(month, kMostDays, look));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Json occurrences_json(const PlanRow& row, const Zone& zone) {
  Json json = Json::array();
  for (const PlanMonth& month : row.months) {
    for (const PlannedOccurrence& one : month.occurrences) {
      json.push_back({{"key", json_or_null(one.row.key)},
                      {"day", to_text(one.day)},
                      {"due", json_of(one.row.due, zone)},
                      {"result", name_of(one.row.result)},
                      {"performed_at", json_of(one.row.performed_at, zone)}});
    }
  }
  return json;
}

Json versions_json(const PlanRow& row) {
  Json json = Json::array();
  for (const PlanVersion& version : row.versions) {
    json.push_back({{"from", to_text(version.from)},
                    {"cycle", to_text(version.cycle)},
                    {"mode", name_of(version.mode)}});
  }
  return json;
}

Json continuous_json(const PlanRow& row, const FiscalYear& year) {
  Json json = Json::array();
  for (std::size_t i = 0; i < row.months.size(); ++i) {
    if (row.months.at(i).continuous) json.push_back(to_text(year.months.at(i)).substr(0, 7));
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
    json["items"].push_back({{"id", row.book->id},
                             {"no", row.book->no},
                             {"title", row.book->title},
                             {"cycle", to_text(row.versions.back().cycle)},
                             {"mode", name_of(row.versions.back().mode)},
                             {"versions", versions_json(row)},
                             {"continuous", continuous_json(row, plan.year)},
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

std::vector<std::string> cycle_names(const PlanRow& row) {
  std::vector<std::string> names;
  for (const PlanVersion& version : row.versions) {
    std::string name = to_text(version.cycle);
    if (std::ranges::count(names, name) == 0) names.push_back(std::move(name));
  }
  return names;
}

std::string day_words(const PlannedOccurrence& one) {
  const std::chrono::year_month_day civil{one.day};
  const std::string day = std::to_string(static_cast<unsigned>(civil.day()));
  return mark_of(one.row.result) == PlanMark::waived ? "(" + day + ")" : day;
}

std::string warning_of(const PlanMonth& month) {
  return count_of(PlanMark::wrong, month) > 0 ? "!" : "";
}

std::string month_words(const PlanMonth& month, std::size_t most, const Look& look) {
  std::vector<std::string> parts;
  if (month.continuous) parts.push_back(word<messages::plan_continuous>(look));
  const std::size_t all = month.occurrences.size();
  if (all <= most) {
    for (const PlannedOccurrence& one : month.occurrences) parts.push_back(day_words(one));
  } else {
    const std::size_t waived = count_of(PlanMark::waived, month);
    parts.push_back(waived == all ? "(x" + std::to_string(all) + ")"
                                  : "x" + std::to_string(all - waived));
  }
  return join(parts, ", ") + warning_of(month);
}

std::size_t count_of(PlanMark mark, const PlanMonth& month) {
  return static_cast<std::size_t>(
      std::ranges::count(month.occurrences, mark,
                         [](const PlannedOccurrence& one) { return mark_of(one.row.result); }));
}

std::string legend_words(bool days, const Look& look) {
  std::vector<std::string> parts;
  if (days) {
    parts = {word<messages::plan_legend_day>(look), word<messages::plan_legend_times>(look)};
  }
  parts.insert(parts.end(),
               {word<messages::plan_legend_waived>(look), word<messages::plan_legend_wrong>(look),
                word<messages::plan_legend_rolling>(look)});
  return listed(parts, look);
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
