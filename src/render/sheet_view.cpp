#include "render/sheet_view.h"

#include "base/text.h"
#include "model/sheet_words.h"
#include "render/table.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

std::vector<const Runbook*> books_of(const Catalog& catalog, const Sheet& sheet) {
  std::vector<const Runbook*> books;
  for (const Runbook& book : catalog.runbooks) {
    if (book.sheet == sheet.prefix) books.push_back(&book);
  }
  return books;
}

std::string methods_of(const Runbook& book) {
  std::vector<std::string> words;
  for (const Method method : book.methods) words.emplace_back(sheet_words::word_of(method));
  return join(words, " ");
}

/// Neighbouring parties of one organisation share its name.
std::vector<Group> organisations(const Catalog& catalog) {
  std::vector<Group> groups(sheet_words::kFirstColumns.size());
  const std::string* last = nullptr;
  for (const Party& party : catalog.parties) {
    if (last != nullptr && *last == party.organisation) {
      ++groups.back().columns;
    } else {
      groups.push_back({party.organisation});
    }
    last = &party.organisation;
  }
  groups.push_back({});
  return groups;
}

std::vector<Group> kinds_of_columns(const Catalog& catalog) {
  return {{},
          {std::string(sheet_words::kItem), 5},
          {},
          {std::string(sheet_words::kParties), static_cast<int>(catalog.parties.size())},
          {}};
}

Table table_of(const Catalog& catalog, const Sheet& sheet) {
  Table table;
  for (const std::string_view title : sheet_words::kFirstColumns)
    table.columns.push_back({std::string(title)});
  table.columns.front().align = Align::right;
  for (const Party& party : catalog.parties) table.columns.push_back({party.function});
  table.columns.push_back({std::string(sheet_words::kMethod)});
  for (const Runbook* book : books_of(catalog, sheet)) {
    const Category& category = book->category;
    std::vector<Cell> row = {std::to_string(book->no), category.class_name, category.major,
                             category.middle,          category.minor,      book->summary,
                             to_text(book->cycle())};
    for (const Party& party : catalog.parties) row.emplace_back(duty_symbols(*book, party));
    row.emplace_back(methods_of(*book));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Json item_json(const Catalog& catalog, const Runbook& book) {
  Json methods = Json::array();
  for (const Method method : book.methods) methods.push_back(name_of(method));
  Json duties = Json::object();
  Json supervised = Json::array();
  for (const Party& party : catalog.parties) {
    if (const auto duty = duty_of(book, party.id)) duties[party.id] = symbol_of(*duty);
    if (is_supervised(book, party)) supervised.push_back(party.id);
  }
  return {{"id", book.id},           {"no", book.no},
          {"title", book.title},     {"category", json_of(book.category)},
          {"summary", book.summary}, {"cycle", to_text(book.cycle())},
          {"duties", duties},        {"supervised", supervised},
          {"methods", methods}};
}

Json sheet_json(const Catalog& catalog, const Sheet& sheet) {
  Json json = json_document("sheet");
  json["prefix"] = sheet.prefix;
  json["title"] = sheet.title;
  json["annex"] = json_or_null(sheet.annex);
  json["parties"] = Json::array();
  for (const Party& party : catalog.parties) {
    json["parties"].push_back({{"id", party.id},
                               {"organisation", party.organisation},
                               {"function", party.function},
                               {"supervised", party.supervised}});
  }
  json["items"] = Json::array();
  for (const Runbook* book : books_of(catalog, sheet))
    json["items"].push_back(item_json(catalog, *book));
  return json;
}

}  // namespace

std::string sheet(const Catalog& catalog, const Sheet& sheet, Format format, const Look& look) {
  if (format == Format::json) return to_text(sheet_json(catalog, sheet));
  const Worksheet worksheet{sheet.title,
                            trim(sheet.annex + " " + sheet.title),
                            {kinds_of_columns(catalog), organisations(catalog)},
                            table_of(catalog, sheet)};
  return written(worksheet, format, look);
}

}  // namespace opsctl::render
