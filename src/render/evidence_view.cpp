#include "render/evidence_view.h"

#include "base/messages/views.h"
#include "render/table.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// On a screen a hash is as long as people compare; the other forms have all of it.
Table table_of(std::span<const EvidenceRow> rows, const Catalog& catalog, bool whole_hash,
               const Look& look) {
  Table table;
  table.columns = {{word<messages::label_step>(look), Align::right},
                   {word<messages::label_file>(look)},
                   {word<messages::label_size>(look), Align::right},
                   {"SHA-256"},
                   {word<messages::label_kept>(look)},
                   {word<messages::label_person>(look)},
                   {word<messages::label_recorded>(look)}};
  for (const EvidenceRow& row : rows) {
    std::string kept = row.evidence.kept ? word<messages::evidence_is_kept>(look)
                                         : word<messages::evidence_is_elsewhere>(look);
    if (!row.saved_as.empty()) kept = "→ " + row.saved_as;
    table.rows.push_back(
        {std::to_string(row.step), row.evidence.name, std::to_string(row.evidence.size),
         whole_hash ? hex(row.evidence.hash) : short_hash(row.evidence.hash), kept,
         actor_name(catalog.roster, row.by, look), to_text(row.recorded_at, catalog.zone)});
  }
  return table;
}

Json json_of(const Run& run, std::span<const EvidenceRow> rows, const Zone& zone) {
  Json json = json_document("evidence");
  json["run"] = run.id;
  json["files"] = Json::array();
  for (const EvidenceRow& row : rows) {
    json["files"].push_back({{"step", row.step},
                             {"name", row.evidence.name},
                             {"size", row.evidence.size},
                             {"sha256", hex(row.evidence.hash)},
                             {"kept", row.evidence.kept},
                             {"person", row.by.person},
                             {"deputy_for", json_or_null(row.by.deputy_for)},
                             {"recorded_at", to_rfc3339(row.recorded_at, zone)},
                             {"saved_as", json_or_null(row.saved_as)}});
  }
  return json;
}

}  // namespace

std::string evidence(const Run& run, std::span<const EvidenceRow> rows, const Catalog& catalog,
                     Format format, const Look& look) {
  if (format == Format::json) return to_text(json_of(run, rows, catalog.zone));
  if (format != Format::text) return written(table_of(rows, catalog, true, look), format, look);
  if (rows.empty()) return word<messages::no_evidence>(look, run.id) + "\n";
  return to_text(table_of(rows, catalog, false, look), look);
}

}  // namespace opsctl::render
