#include "render/raci.h"

#include "base/messages/sheet.h"
#include "base/messages/words.h"
#include "base/text.h"
#include "render/document_html.h"
#include "render/html_page.h"
#include "render/matrix.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

constexpr std::string_view kSupervisedLetter = "V";
constexpr std::string_view kNoteOfSupervised = "※1";  // the sheet's notes
constexpr std::string_view kNoteOfSupport = "※2";
constexpr int kNarrowTitle = 8;

std::string_view sign_of(Duty duty, bool letters) {
  return letters ? letter_of(duty) : symbol_of(duty);
}

std::string cell_of(const Runbook& book, const Party& party, bool letters) {
  const std::optional<Duty> duty = duty_of(book, party.id);
  if (!duty || !letters) return duty_symbols(book, party);
  std::string out(letter_of(*duty));
  if (is_supervised(book, party)) out += kSupervisedLetter;
  return out;
}

/// What the marks mean, and who performs where only a note says so.
Document legend(const Catalog& catalog, std::span<const Runbook* const> books, bool letters,
                const Look& look) {
  Document document;
  document.heading(word<messages::legend>(look));
  const std::string supervised = supervised_organisations(catalog.parties, look);
  std::vector<std::string> notes = {std::string(kNoteOfSupport)};
  if (!supervised.empty()) notes.insert(notes.begin(), std::string(kNoteOfSupervised));
  for (const Duty duty : kAllDuties) {
    std::string words = duty_words(duty, look);
    if (duty == Duty::support)
      words = word<messages::legend_noted>(look, words, listed(notes, look));
    document.bullet(0, std::string(sign_of(duty, letters)), words);
  }
  const std::string_view performs = sign_of(Duty::perform, letters);
  const std::string_view supports = sign_of(Duty::support, letters);
  if (!supervised.empty()) {
    document.bullet(0, std::string(letters ? kSupervisedLetter : kSupervisedSymbol),
                    word<messages::legend_supervised>(look, supervised, performs));
    document.bullet(0, std::string(kNoteOfSupervised),
                    word<messages::legend_note_1>(look, supervised, supports));
  }
  document.bullet(0, std::string(kNoteOfSupport), word<messages::legend_note_2>(look, supports));
  for (const Runbook* book : books) {
    if (!parties_with(*book, Duty::perform).empty()) continue;
    std::vector<std::string> performers = performers_of(*book);
    if (performers.empty()) continue;
    for (std::string& id : performers) id = full_name(catalog.parties, id);
    document.bullet(0, "!",
                    word<messages::legend_correction>(look, item_name(catalog, *book),
                                                      listed(performers, look)));
  }
  return document;
}

std::string text_of(const Catalog& catalog, std::span<const Runbook* const> books, bool letters,
                    const Look& look) {
  Matrix matrix;
  matrix.name_heading = word<messages::label_no>(look);
  matrix.title_heading = word<messages::label_title>(look);
  for (const Party& party : catalog.parties)
    matrix.columns.push_back({party.organisation, party.function});
  for (const Runbook* book : books) {
    MatrixRow row{item_name(catalog, *book), book->title, {}};
    for (const Party& party : catalog.parties) row.cells.push_back(cell_of(*book, party, letters));
    matrix.rows.push_back(std::move(row));
  }
  return to_text(matrix, look) + "\n" + to_text(legend(catalog, books, letters, look), look);
}

Table table_of(const Catalog& catalog, std::span<const Runbook* const> books, bool letters,
               const Look& look) {
  Table table;
  table.columns = {{word<messages::label_no>(look), Align::right},
                   {word<messages::label_id>(look)},
                   {word<messages::label_title>(look), Align::left, kNarrowTitle}};
  for (const Party& party : catalog.parties) table.columns.push_back({full_name(party)});
  for (const Runbook* book : books) {
    std::vector<Cell> row = {std::to_string(book->no), book->id, book->title};
    for (const Party& party : catalog.parties) row.emplace_back(cell_of(*book, party, letters));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Json row_json(const Catalog& catalog, const Runbook& book) {
  Json cells = Json::object();
  Json supervised = Json::array();
  for (const Party& party : catalog.parties) {
    const std::optional<Duty> duty = duty_of(book, party.id);
    cells[party.id] = duty ? symbol_of(*duty) : "-";
    if (is_supervised(book, party)) supervised.push_back(party.id);
  }
  return {{"id", book.id},
          {"no", book.no},
          {"title", book.title},
          {"cells", cells},
          {"supervised", supervised}};
}

Json json_of(const Catalog& catalog, std::span<const Runbook* const> books) {
  Json json = json_document("raci");
  json["parties"] = Json::array();
  for (const Party& party : catalog.parties) {
    json["parties"].push_back(
        {{"id", party.id}, {"organisation", party.organisation}, {"function", party.function}});
  }
  json["rows"] = Json::array();
  for (const Runbook* book : books) json["rows"].push_back(row_json(catalog, *book));
  return json;
}

/// A4 across.
std::string html_of(const Catalog& catalog, std::span<const Runbook* const> books, bool letters,
                    const Look& look) {
  HtmlPage page;
  page.title = catalog.title;
  page.foot = catalog.title;
  page.orientation = Orientation::landscape;
  page.style = "table { font-size: 7pt; }\n";
  page.body = element("h1", escaped(page.title)) +
              to_html(table_of(catalog, books, letters, look)) +
              to_html(legend(catalog, books, letters, look));
  return to_html(page, look);
}

}  // namespace

std::string raci(const Catalog& catalog, std::span<const Runbook* const> books, bool letters,
                 Format format, const Look& look) {
  if (format == Format::json) return to_text(json_of(catalog, books));
  if (format == Format::text) return text_of(catalog, books, letters, look);
  if (format == Format::html) return html_of(catalog, books, letters, look);
  const Table table = table_of(catalog, books, letters, look);
  if (format != Format::md)
    return written(Worksheet{word<messages::raci_sheet_title>(look), "", {}, table}, format, look);
  return to_md(table) + "\n" + to_md(legend(catalog, books, letters, look));
}

}  // namespace opsctl::render
