#include "render/due_json.h"

#include "render/words.h"

namespace opsctl::render {

Json standing_json(const DueRow& row, const Zone& zone) {
  const Standing& standing = row.standing;
  Json warnings = Json::array();
  Json requests = Json::array();
  for (const RequestStanding& one : standing.requests) {
    requests.push_back({{"id", one.request.id},
                        {"person", one.request.person},
                        {"reason", one.request.reason},
                        {"ref", json_or_null(one.request.ref)},
                        {"origin", json_or_null(one.request.origin)},
                        {"approved_at", json_of(one.request.approved_at, zone)},
                        {"requested_at", to_rfc3339(one.request.requested_at, zone)},
                        {"state", name_of(one.state)},
                        {"due", json_of(one.due, zone)},
                        {"overdue_at", json_of(one.overdue_at, zone)}});
  }
  for (const DueWarning warning : standing.warnings) warnings.push_back(name_of(warning));
  return {{"id", row.book.id},
          {"no", row.book.no},
          {"title", row.book.title},
          {"cycle", to_text(row.book.cycle())},
          {"mode", name_of(standing.mode)},
          {"state", name_of(standing.state)},
          {"reason", json_or_null(name_of(standing.reason))},
          {"key", json_or_null(standing.key)},
          {"open", json_of(standing.open, zone)},
          {"due_from", json_of(standing.due_from, zone)},
          {"due", json_of(standing.due, zone)},
          {"overdue_at", json_of(standing.overdue_at, zone)},
          {"last_done", json_of(standing.last_done, zone)},
          {"next_key", json_or_null(standing.next_key)},
          {"next_due", json_of(standing.next_due, zone)},
          {"outstanding", standing.outstanding},
          {"missed", standing.missed},
          {"uncovered_since", json_of(standing.uncovered_since, zone)},
          {"covered_until", json_of(standing.covered_until, zone)},
          {"open_run", json_or_null(row.open_run)},
          {"requests", requests},
          {"warnings", warnings}};
}

}  // namespace opsctl::render
