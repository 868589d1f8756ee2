#include "render/due_view.h"

#include <algorithm>

#include "base/messages/sheet.h"
#include "base/messages/views.h"
#include "base/messages/words.h"
#include "render/document.h"
#include "render/due_json.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// A rolling item's occurrences have no names; requests have lines of their own.
std::string shown_key(const Standing& standing) {
  const bool named = standing.key != kRollingKey && standing.mode != Mode::on_demand;
  return named ? standing.key : "";
}

std::string request_line(const RequestStanding& standing, bool needs_approval, Instant as_of,
                         const Zone& zone, const Look& look) {
  const Request& request = standing.request;
  std::vector<std::string> parts = {request.id + " " + request.reason};
  if (!request.ref.empty()) parts.push_back(request.ref);
  if (!request.origin.empty()) parts.push_back(word<messages::record_origin>(look, request.origin));
  if (needs_approval && !request.approved_at)
    parts.push_back(word<messages::due_to_approve>(look, request.id));
  parts.push_back(standing.due ? word<messages::due_at>(look, to_text(*standing.due, zone))
                               : word<messages::time_waiting>(
                                     look, span_words(as_of - request.requested_at, look)));
  return listed(parts, look);
}

/// "2 days 5 hours overdue, due …, for 2026-11-20, 3 outstanding".
std::string facts(const DueRow& row, Instant as_of, const Zone& zone, const Look& look) {
  const Standing& standing = row.standing;
  std::vector<std::string> parts;
  const auto add = [&](std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
  };
  add(time_words(standing, as_of, look));
  const bool uncovered = standing.uncovered_since.has_value();
  if (standing.due && !uncovered) add(word<messages::due_at>(look, to_text(*standing.due, zone)));
  const std::string key = shown_key(standing);
  if (!key.empty()) add(word<messages::due_key>(look, key));
  if (standing.outstanding > 1) add(word<messages::due_outstanding>(look, standing.outstanding));
  if (standing.missed > 0) add(word<messages::due_missed>(look, standing.missed));
  if (standing.covered_until)
    add(word<messages::due_covered_until>(look, to_text(*standing.covered_until, zone)));
  // That it was requested is told by the requests themselves.
  if (standing.reason != StateReason::requested) add(reason_word(standing.reason, look));
  for (const DueWarning warning : standing.warnings) add(warning_word(warning, look));
  if (!row.open_run.empty()) add(word<messages::due_in_progress>(look, row.open_run));
  return listed(parts, look);
}

void add_item(Document& document, const Catalog& catalog, const DueRow& row, Instant as_of,
              const Look& look) {
  const Standing& standing = row.standing;
  const std::string name = item_name(catalog, row.book);
  document.bullet(0, state_word(standing.state, look), name + " " + row.book.title,
                  style_of(standing.state));
  const std::string about = facts(row, as_of, catalog.zone, look);
  if (!about.empty()) document.bullet(1, "", about);
  for (const RequestStanding& request : standing.requests)
    document.bullet(
        1, "",
        request_line(request, row.book.gate == Gate::prior_approval, as_of, catalog.zone, look));
  if (!needs_doing(standing.state)) return;
  document.bullet(
      1, "",
      word<messages::due_performers>(look, performer_names(row.book, catalog.parties, look)));
  if (standing.reason == StateReason::no_baseline)
    document.bullet(1, "", word<messages::hint_no_baseline>(look, name));
  document.bullet(1, "->", next_command(catalog, row));
}

std::string summary(std::span<const DueRow> rows, const Look& look) {
  const auto count = [&](ItemState state) {
    return std::ranges::count_if(rows,
                                 [&](const DueRow& row) { return row.standing.state == state; });
  };
  return word<messages::due_summary>(look, count(ItemState::overdue), count(ItemState::late),
                                     count(ItemState::due));
}

std::string text_of(const Catalog& catalog, std::span<const DueRow> rows, Instant as_of,
                    const Look& look) {
  Document document;
  document.title = word<messages::due_title>(look, to_text(as_of, catalog.zone));
  for (const auto& group : grouped_by_cycle(rows)) {
    const Cycle& cycle = group.front()->book.cycle();
    document.heading(to_text(cycle) + " (" + cycle_words(cycle, look) + ")");
    for (const DueRow* row : group) add_item(document, catalog, *row, as_of, look);
  }
  document.paragraph(rows.empty() ? word<messages::due_nothing>(look) : summary(rows, look));
  return to_text(document, look);
}

Table table_of(const Catalog& catalog, std::span<const DueRow> rows, Instant as_of,
               const Look& look) {
  const auto text = [&](const std::optional<Instant>& instant) {
    return instant ? to_text(*instant, catalog.zone) : "";
  };
  Table table;
  for (const auto& title :
       {word<messages::label_cycle>(look), word<messages::label_no>(look),
        word<messages::label_id>(look), word<messages::label_title>(look),
        word<messages::label_state>(look), word<messages::label_reason>(look),
        word<messages::label_key>(look), word<messages::label_due>(look),
        word<messages::label_time>(look), word<messages::label_last_done>(look),
        word<messages::label_outstanding>(look), word<messages::label_performers>(look),
        word<messages::label_next>(look)})
    table.columns.push_back({title});
  table.columns[1].align = Align::right;
  for (const auto& group : grouped_by_cycle(rows)) {
    for (const DueRow* row : group) {
      const Standing& standing = row->standing;
      table.rows.push_back(
          {to_text(row->book.cycle()), std::to_string(row->book.no), row->book.id, row->book.title,
           state_word(standing.state, look), reason_word(standing.reason, look),
           shown_key(standing), text(standing.due), time_words(standing, as_of, look),
           text(standing.last_done), std::to_string(standing.outstanding),
           performer_names(row->book, catalog.parties, look), next_command(catalog, *row)});
    }
  }
  return table;
}

Json json_of(const Catalog& catalog, std::span<const DueRow> rows, Instant as_of) {
  Json json = json_document("due");
  json["as_of"] = to_rfc3339(as_of, catalog.zone);
  json["items"] = Json::array();
  for (const auto& group : grouped_by_cycle(rows)) {
    for (const DueRow* row : group) json["items"].push_back(standing_json(*row, catalog.zone));
  }
  return json;
}

}  // namespace

std::string due(const Catalog& catalog, std::span<const DueRow> rows, Instant as_of, Format format,
                const Look& look) {
  if (format == Format::json) return to_text(json_of(catalog, rows, as_of));
  if (format == Format::text) return text_of(catalog, rows, as_of, look);
  return written(
      Worksheet{
          word<messages::due_sheet_title>(look), "", {}, table_of(catalog, rows, as_of, look)},
      format, look);
}

}  // namespace opsctl::render
