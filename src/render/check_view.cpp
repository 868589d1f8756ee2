#include "render/check_view.h"

#include <algorithm>

#include <fmt/format.h>

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

struct Counts {
  std::ptrdiff_t overdue = 0;
  std::ptrdiff_t late = 0;
  std::ptrdiff_t due = 0;
  std::ptrdiff_t ok = 0;
};

Counts counts_of(std::span<const DueRow> rows) {
  const auto count = [&](ItemState state) {
    return std::ranges::count_if(rows,
                                 [&](const DueRow& row) { return row.standing.state == state; });
  };
  Counts counts{count(ItemState::overdue), count(ItemState::late), count(ItemState::due)};
  counts.ok = std::ssize(rows) - counts.overdue - counts.late - counts.due;
  return counts;
}

bool is_ok(const Standing& standing) {
  return !needs_doing(standing.state) && standing.warnings.empty();
}

/// What stands beside the state.
std::string item_line(const Catalog& catalog, const DueRow& row, Instant as_of, const Look& look) {
  const Standing& standing = row.standing;
  std::vector<std::string> facts;
  const std::string time = time_words(standing, as_of, look);
  if (!time.empty()) facts.push_back(time);
  if (standing.due)
    facts.push_back(word<MessageId::due_at>(look, to_text(*standing.due, catalog.zone)));
  const std::string reason = reason_word(standing.reason, look);
  if (!reason.empty()) facts.push_back(reason);
  for (const DueWarning warning : standing.warnings) facts.push_back(warning_word(warning, look));
  std::string line =
      item_name(catalog, row.book) + " " + row.book.title + ": " + listed(facts, look);
  for (auto bar = line.find('|'); bar != std::string::npos; bar = line.find('|', bar))
    line.replace(bar, 1, "｜");
  return line;
}

std::string text_of(const Catalog& catalog, std::span<const DueRow> rows, Instant as_of,
                    CheckState state, const Look& look) {
  const Counts counts = counts_of(rows);
  std::string out = fmt::format(
      "OPSCTL {} - {} overdue, {} late, {} due, {} ok | overdue={} late={} due={} ok={}\n",
      plugin_word(state), counts.overdue, counts.late, counts.due, counts.ok, counts.overdue,
      counts.late, counts.due, counts.ok);
  for (const DueRow* row : most_urgent_first(rows)) {
    if (is_ok(row->standing)) continue;
    out += hanging(state_word(row->standing.state, look) + " ",
                   item_line(catalog, *row, as_of, look), look, style_of(row->standing.state));
  }
  return out;
}

Json json_of(const Catalog& catalog, std::span<const DueRow> rows, Instant as_of,
             CheckState state) {
  const Counts counts = counts_of(rows);
  Json json = json_document("check");
  json["as_of"] = to_rfc3339(as_of, catalog.zone);
  json["exit"] = static_cast<int>(state);
  json["state"] = plugin_word(state);
  json["counts"] = {
      {"overdue", counts.overdue}, {"late", counts.late}, {"due", counts.due}, {"ok", counts.ok}};
  json["items"] = Json::array();
  for (const DueRow* row : most_urgent_first(rows))
    json["items"].push_back(standing_json(*row, catalog.zone));
  return json;
}

}  // namespace

std::string check(const Catalog& catalog, std::span<const DueRow> rows, Instant as_of,
                  CheckState state, Format format, const Look& look) {
  if (format == Format::json) return to_text(json_of(catalog, rows, as_of, state));
  return text_of(catalog, rows, as_of, state, look);
}

}  // namespace opsctl::render
