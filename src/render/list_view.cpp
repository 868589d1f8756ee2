#include "render/list_view.h"

#include "base/messages/words.h"
#include "base/text.h"
#include "render/table.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// "◎●運用作業、◎保守 ▲業務運用 △統括", in the order of the duties.
std::string short_duties(const Catalog& catalog, const Runbook& book, const Look& look) {
  std::vector<std::string> duties;
  for (const Duty duty : kAllDuties) {
    std::vector<std::string> names;
    for (const Party& party : catalog.parties) {
      if (duty_of(book, party.id) == duty)
        names.push_back(duty_symbols(book, party) + short_name(catalog.parties, party));
    }
    if (!names.empty()) duties.push_back(listed(names, look));
  }
  return join(duties, " ");
}

/// The four headings are for spreadsheets; on a screen the title says enough.
Table table_of(const Catalog& catalog, std::span<const Runbook* const> books, bool with_headings,
               const Look& look) {
  Table table;
  table.columns = {{word<messages::label_no>(look), Align::right},
                   {word<messages::label_id>(look)},
                   {word<messages::label_title>(look), Align::left, 16}};
  if (with_headings) {
    table.columns.push_back({word<messages::label_class>(look)});
    table.columns.push_back({word<messages::label_major>(look)});
    table.columns.push_back({word<messages::label_middle>(look)});
    table.columns.push_back({word<messages::label_minor>(look)});
  }
  table.columns.push_back({word<messages::label_cycle>(look)});
  table.columns.push_back({word<messages::label_methods>(look), Align::left, 8});
  table.columns.push_back({word<messages::label_duties>(look), Align::left, 16});
  for (const Runbook* book : books) {
    std::vector<Cell> row = {std::to_string(book->no), book->id, book->title};
    if (with_headings) {
      const Category& category = book->category;
      for (const auto& heading :
           {category.class_name, category.major, category.middle, category.minor})
        row.emplace_back(heading);
    }
    row.emplace_back(to_text(book->cycle()));
    row.emplace_back(method_words(book->methods, look));
    row.emplace_back(short_duties(catalog, *book, look));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Json item_json(const Runbook& book) {
  Json methods = Json::array();
  for (const Method method : book.methods) methods.push_back(name_of(method));
  Json duties = Json::object();
  for (const DutyCell& cell : book.duties) duties[cell.party] = symbol_of(cell.duty);
  return {{"id", book.id},
          {"no", book.no},
          {"title", book.title},
          {"category", json_of(book.category)},
          {"cycle", to_text(book.cycle())},
          {"methods", methods},
          {"duties", duties}};
}

}  // namespace

std::string list(const Catalog& catalog, std::span<const Runbook* const> books, Format format,
                 const Look& look) {
  if (format == Format::json) {
    Json json = json_document("list");
    json["items"] = Json::array();
    for (const Runbook* book : books) json["items"].push_back(item_json(*book));
    return to_text(json);
  }
  const bool spreadsheet = format == Format::csv || format == Format::tsv;
  return written(table_of(catalog, books, spreadsheet, look), format, look);
}

}  // namespace opsctl::render
