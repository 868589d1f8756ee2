#include "render/register_view.h"

#include <algorithm>

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "model/workflow.h"
#include "render/document.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

struct Entry {
  std::string key;
  std::string label;
};

std::vector<Entry> fields_of(const Runbook& book, std::span<const Run> runs) {
  std::vector<Entry> fields;
  for (const RecordField& field : book.records) fields.push_back({field.key, field.label});
  for (const Run& run : runs) {
    for (const auto& [key, value] : values_of(run)) {
      if (std::ranges::find(fields, key, &Entry::key) == fields.end())
        fields.push_back({key, value_label(run, key)});
    }
  }
  return fields;
}

std::string value_in(const Run& run, const std::string& key) {
  const auto values = values_of(run);
  const auto found = values.find(key);
  return found == values.end() ? "" : found->second;
}

std::string performed_text(const Run& run, const Zone& zone) {
  const auto at = performed_at(run);
  return at ? to_text(*at, zone) : "";
}

Table table_of(const Catalog& catalog, const std::vector<Entry>& fields, std::span<const Run> runs,
               const Look& look) {
  Table table;
  for (const auto& title :
       {word<messages::label_run>(look), word<messages::label_performed>(look),
        word<messages::label_performers>(look), word<messages::label_state>(look)})
    table.columns.push_back({title});
  for (const Entry& field : fields) table.columns.push_back({field.label});
  for (const Run& run : runs) {
    std::vector<Cell> row = {run.id, performed_text(run, catalog.zone),
                             performed_by(run, catalog.roster, look),
                             to_text(describe(state_of(run)), look.language)};
    for (const Entry& field : fields) row.emplace_back(value_in(run, field.key));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// A block for each run: the fields of one item rarely fit side by side on a screen.
std::string text_of(const Catalog& catalog, const Runbook& book, const std::vector<Entry>& fields,
                    std::span<const Run> runs, const Look& look) {
  Document document;
  document.title = word<messages::register_title>(look, item_name(catalog, book), book.title);
  for (const Run& run : runs) {
    document.heading(run.id + " " + performed_text(run, catalog.zone));
    document.field(word<messages::label_performers>(look), performed_by(run, catalog.roster, look));
    document.field(word<messages::label_state>(look),
                   to_text(describe(state_of(run)), look.language));
    for (const Entry& field : fields) document.field(field.label, value_in(run, field.key));
  }
  if (runs.empty()) document.paragraph(word<messages::register_empty>(look));
  return to_text(document, look);
}

Json register_json(const Catalog& catalog, const Runbook& book, const std::vector<Entry>& fields,
                   std::span<const Run> runs) {
  Json json = json_document("register");
  json["id"] = book.id;
  json["no"] = book.no;
  json["title"] = book.title;
  json["fields"] = Json::array();
  for (const Entry& field : fields)
    json["fields"].push_back({{"key", field.key}, {"label", field.label}});
  json["runs"] = Json::array();
  for (const Run& run : runs) {
    json["runs"].push_back({{"run", run.id},
                            {"performed_at", json_of(performed_at(run), catalog.zone)},
                            {"performers", performers(run)},
                            {"state", name_of(state_of(run))},
                            {"values", values_of(run)}});
  }
  return json;
}

}  // namespace

std::string item_register(const Catalog& catalog, const Runbook& book, std::span<const Run> runs,
                          Format format, const Look& look) {
  const std::vector<Entry> fields = fields_of(book, runs);
  if (format == Format::json) return to_text(register_json(catalog, book, fields, runs));
  if (format != Format::text) {
    const std::string title =
        word<messages::register_title>(look, item_name(catalog, book), book.title);
    return written(Worksheet{title, "", {}, table_of(catalog, fields, runs, look)}, format, look);
  }
  return text_of(catalog, book, fields, runs, look);
}

}  // namespace opsctl::render
