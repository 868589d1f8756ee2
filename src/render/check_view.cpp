#include "render/check_view.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/messages/views.h"
#include "render/due_json.h"
#include "render/lines.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

std::string_view plugin_word(CheckState state) {
  switch (state) {
    case CheckState::ok:
      return "OK";
    case CheckState::warning:
      return "WARNING";
    case CheckState::critical:
      return "CRITICAL";
    case CheckState::unknown:
      break;
  }
  return "UNKNOWN";
}

/// A bar would be taken for the beginning of the performance data.
std::string without_bars(std::string line) {
  for (auto bar = line.find('|'); bar != std::string::npos; bar = line.find('|', bar))
    line.replace(bar, 1, "｜");
  return line;
}

/// What stands beside the state.
std::string item_line(const Catalog& catalog, const DueRow& row, Instant as_of, const Look& look) {
  const Standing& standing = row.standing;
  std::vector<std::string> facts;
  const std::string time = time_words(standing, as_of, look);
  if (!time.empty()) facts.push_back(time);
  if (standing.due && !standing.uncovered_since)
    facts.push_back(word<messages::due_at>(look, to_text(*standing.due, catalog.zone)));
  const std::string reason = reason_word(standing.reason, look);
  if (!reason.empty()) facts.push_back(reason);
  for (const DueWarning warning : standing.warnings) facts.push_back(warning_word(warning, look));
  return without_bars(item_name(catalog, row.book) + " " + row.book.title + ": " +
                      listed(facts, look));
}

std::string stale_line(const Catalog& catalog, const StaleRun& stale, Instant as_of,
                       const Look& look) {
  const std::string name = without_bars(stale.run.id + " " + item_name(catalog, *stale.book) + " " +
                                        stale.book->title + ": ");
  if (stale.staleness == Staleness::unaccepted_emergency)
    return name + word<messages::stale_emergency>(look, stale.run.id);
  const bool open = stale.staleness == Staleness::open_too_long;
  const Instant since = open ? stale.run.started_at : stale.run.finished_at.value_or(as_of);
  const std::string span = span_words(as_of - since, look);
  return name + (open ? word<messages::stale_open>(look, span)
                      : word<messages::stale_unsigned>(look, span));
}

std::ptrdiff_t count_of(const CheckReport& report, Staleness staleness) {
  return std::ranges::count(report.stale, staleness, &StaleRun::staleness);
}

std::string first_line(const CheckReport& report) {
  const CheckCounts& counts = report.counts;
  const auto stale = count_of(report, Staleness::open_too_long);
  const auto unsigned_runs = count_of(report, Staleness::unsigned_too_long);
  const auto emergencies = count_of(report, Staleness::unaccepted_emergency);
  std::string words = fmt::format("{} overdue, {} late, {} due, {} ok", counts.overdue, counts.late,
                                  counts.due, counts.ok());
  if (emergencies > 0) words += fmt::format(", {} emergency starts to accept", emergencies);
  if (stale > 0) words += fmt::format(", {} open too long", stale);
  if (unsigned_runs > 0) words += fmt::format(", {} unsigned too long", unsigned_runs);
  if (report.last_record) words += ", the clock went back";
  return fmt::format(
      "OPSCTL {} - {} | overdue={} late={} due={} ok={} open_too_long={} unsigned_too_long={} "
      "emergencies={}\n",
      plugin_word(report.state), words, counts.overdue, counts.late, counts.due, counts.ok(), stale,
      unsigned_runs, emergencies);
}

std::string text_of(const Catalog& catalog, const CheckReport& report, const Look& look) {
  std::string out = first_line(report);
  for (const DueRow* row : most_urgent_first(report.rows)) {
    out +=
        hanging(state_word(row->standing.state, look) + " ",
                item_line(catalog, *row, report.as_of, look), look, style_of(row->standing.state));
  }
  for (const StaleRun& stale : report.stale)
    out += hanging("", stale_line(catalog, stale, report.as_of, look), look, Style::attention);
  if (report.last_record) {
    out += hanging(
        "", word<messages::clock_went_back>(look, to_text(*report.last_record, catalog.zone)), look,
        Style::attention);
  }
  return out;
}

Json report_json(const Catalog& catalog, const CheckReport& report) {
  const CheckCounts& counts = report.counts;
  Json json = json_document("check");
  json["as_of"] = to_rfc3339(report.as_of, catalog.zone);
  json["exit"] = static_cast<int>(report.state);
  json["state"] = plugin_word(report.state);
  json["counts"] = {{"overdue", counts.overdue},
                    {"late", counts.late},
                    {"due", counts.due},
                    {"ok", counts.ok()},
                    {"open_too_long", count_of(report, Staleness::open_too_long)},
                    {"unsigned_too_long", count_of(report, Staleness::unsigned_too_long)},
                    {"emergencies", count_of(report, Staleness::unaccepted_emergency)}};
  json["clock_went_back"] = report.last_record.has_value();
  json["items"] = Json::array();
  for (const DueRow* row : most_urgent_first(report.rows))
    json["items"].push_back(standing_json(*row, catalog.zone));
  json["runs"] = Json::array();
  for (const StaleRun& stale : report.stale) {
    json["runs"].push_back({{"id", stale.run.id},
                            {"item", stale.run.item},
                            {"state", name_of(stale.run.state)},
                            {"problem", name_of(stale.staleness)},
                            {"started_at", to_rfc3339(stale.run.started_at, catalog.zone)},
                            {"finished_at", json_of(stale.run.finished_at, catalog.zone)}});
  }
  return json;
}

}  // namespace

void CheckCounts::add(ItemState state) {
  ++all;
  if (state == ItemState::overdue) ++overdue;
  if (state == ItemState::late) ++late;
  if (state == ItemState::due) ++due;
}

bool check_tells(const Standing& standing, Format format) {
  return format == Format::json || needs_doing(standing.state) || !standing.warnings.empty();
}

std::string check(const Catalog& catalog, const CheckReport& report, Format format,
                  const Look& look) {
  if (format == Format::json) return to_text(report_json(catalog, report));
  return text_of(catalog, report, look);
}

}  // namespace opsctl::render
