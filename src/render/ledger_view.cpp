#include "render/ledger_view.h"

#include <fmt/format.h>

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "render/lines.h"
#include "render/table.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

Table table_of(const Catalog& catalog, const Ledger& ledger, const Look& look) {
  const auto text = [&](const std::optional<Instant>& instant) {
    return instant ? to_text(*instant, catalog.zone) : "";
  };
  Table table;
  for (const auto& title :
       {word<messages::label_key>(look), word<messages::label_due>(look),
        word<messages::ledger_result>(look), word<messages::label_performed>(look)})
    table.columns.push_back({title});
  for (const LedgerRow& row : ledger.rows) {
    table.rows.push_back({row.key == kRollingKey ? "" : row.key, text(row.due),
                          result_words(row, look), text(row.performed_at)});
  }
  return table;
}

std::string watch_text(const Catalog& catalog, const WatchLedger& watch, const Look& look) {
  std::string out;
  for (const Stretch& gap : watch.gaps) {
    out += hanging("",
                   word<messages::ledger_gap>(look, to_text(gap.from, catalog.zone),
                                              to_text(gap.to, catalog.zone),
                                              span_words(gap.to - gap.from, look)),
                   look, Style::bad);
  }
  return out + hanging("",
                       word<messages::ledger_coverage>(look, coverage_ratio(watch),
                                                       span_words(watch.uncovered, look)),
                       look);
}

Json ledger_json(const Catalog& catalog, const Runbook& book, const Ledger& ledger) {
  Json json = json_document("occurrences");
  json["id"] = book.id;
  json["no"] = book.no;
  json["title"] = book.title;
  json["occurrences"] = Json::array();
  for (const LedgerRow& row : ledger.rows) {
    json["occurrences"].push_back({{"key", json_or_null(row.key)},
                                   {"open", json_of(row.open, catalog.zone)},
                                   {"due", json_of(row.due, catalog.zone)},
                                   {"result", name_of(row.result)},
                                   {"performed_at", json_of(row.performed_at, catalog.zone)},
                                   {"late_by_seconds", row.late_by.count()}});
  }
  if (ledger.watch) json["coverage"] = coverage_json(*ledger.watch, catalog.zone);
  return json;
}

}  // namespace

std::string result_words(const LedgerRow& row, const Look& look) {
  switch (row.result) {
    case OccurrenceResult::done:
      return word<messages::ledger_done>(look);
    case OccurrenceResult::done_late:
      return word<messages::ledger_done_late>(look, span_words(row.late_by, look));
    case OccurrenceResult::waived:
      return word<messages::ledger_waived>(look);
    case OccurrenceResult::missed:
      return word<messages::ledger_missed>(look);
    case OccurrenceResult::overdue:
      return word<messages::state_overdue>(look);
    case OccurrenceResult::late:
      return word<messages::state_late>(look);
    case OccurrenceResult::due:
      return word<messages::state_due>(look);
    case OccurrenceResult::open:
      return word<messages::ledger_open>(look);
    case OccurrenceResult::future:
      return word<messages::state_upcoming>(look);
    case OccurrenceResult::extra:
      return word<messages::ledger_extra>(look);
    case OccurrenceResult::withdrawn:
      break;
  }
  return word<messages::ledger_withdrawn>(look);
}

std::string coverage_ratio(const WatchLedger& watch) {
  // In thousandths, rounded down: what is not whole is never called whole.
  if (watch.required.count() == 0) return "-";
  const auto covered = watch.required - watch.uncovered;
  const auto permille = covered.count() * 1000 / watch.required.count();
  return fmt::format("{}.{}%", permille / 10, permille % 10);
}

Json coverage_json(const WatchLedger& watch, const Zone& zone) {
  Json gaps = Json::array();
  for (const Stretch& gap : watch.gaps)
    gaps.push_back({{"from", to_rfc3339(gap.from, zone)}, {"to", to_rfc3339(gap.to, zone)}});
  return {{"ratio", coverage_ratio(watch)},
          {"required_seconds", watch.required.count()},
          {"uncovered_seconds", watch.uncovered.count()},
          {"gaps", gaps}};
}

std::string occurrences(const Catalog& catalog, const Runbook& book, const Ledger& ledger,
                        Format format, const Look& look) {
  if (format == Format::json) return to_text(ledger_json(catalog, book, ledger));
  if (format != Format::text) return written(table_of(catalog, ledger, look), format, look);
  std::string out = one_line(item_name(catalog, book) + " " + book.title, look, Style::strong);
  if (!ledger.watch || !ledger.rows.empty()) out += to_text(table_of(catalog, ledger, look), look);
  if (ledger.watch) out += watch_text(catalog, *ledger.watch, look);
  return out;
}

}  // namespace opsctl::render
