#include "render/checklist.h"

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "render/checklist_html.h"
#include "render/checklist_paper.h"
#include "render/item_view.h"
#include "render/run_json.h"
#include "render/run_parts.h"
#include "render/signatures.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

constexpr int kPaperColumns = 80;
constexpr std::string_view kWriteHere = "____________________";

/// What is printed is laid out for paper where no terminal says otherwise.
Look for_paper(Look look) {
  if (look.width == 0) look.width = kPaperColumns;
  return look;
}

void add_title_block(Document& document, const Paper& paper, const Catalog& catalog,
                     const Look& look) {
  const Runbook& book = paper.book;
  const Run* run = paper.run;
  const std::string write_here(kWriteHere);
  document.title = word<messages::checklist_title>(look, book.no, book.title);
  add_item_facts(document, paper, look);
  document.field(word<messages::label_runbook>(look), short_hash(book.hash));
  document.field(word<messages::label_run>(look), run == nullptr ? write_here : run->id);
  if (run == nullptr) {
    document.field(word<messages::label_performed>(look), write_here);
    return;
  }
  document.field(word<messages::label_started>(look),
                 to_text(summarize(*run).started_at, catalog.zone));
  if (const auto at = performed_at(*run))
    document.field(word<messages::label_performed>(look), to_text(*at, catalog.zone));
  document.field(word<messages::label_reference>(look), reference_of(*run));
}

void add_step(Document& document, const Paper& paper, const StepStatus& status, int number,
              const Catalog& catalog, const Look& look) {
  const Step& step = status.step;
  const StepRecord* latest = status.latest();
  document.bullet(0, box_of(status) + " " + std::to_string(number) + ".", step.text);
  if (!step.detail.empty()) document.bullet(1, "", step.detail);
  for (const std::string& content : step.contents)
    document.bullet(1, latest == nullptr ? "[ ]" : "-", content);
  for (const std::string& choice : step.choices) {
    const bool chosen = latest != nullptr && latest->what.choice == choice;
    document.bullet(1, chosen ? "(x)" : "( )", choice);
  }
  add_step_terms(document, step, paper.parties, look);
  if (paper.run != nullptr) add_step_records(document, *paper.run, status, catalog, look);
  const bool skipped = latest != nullptr && latest->what.result == StepResult::na;
  if (!step.confirm_by.empty() && !status.confirmed && !skipped)
    document.bullet(1, "[ ]", word<messages::checklist_confirm>(look, kWriteHere));
}

void add_records(Document& document, const Paper& paper, const Look& look) {
  if (paper.book.records.empty()) return;
  document.heading(word<messages::label_records>(look));
  const auto values =
      paper.run == nullptr ? std::map<std::string, std::string>{} : values_of(*paper.run);
  for (const RecordField& field : paper.book.records) {
    const auto value = values.find(field.key);
    document.bullet(0, "-",
                    field_label(field, look) + ": " +
                        (value == values.end() ? std::string(kWriteHere) : value->second));
  }
}

Document document_of(const Paper& paper, const Catalog& catalog, const Look& look) {
  Document document;
  add_title_block(document, paper, catalog, look);
  if (paper.anchor)
    document.field(word<messages::label_anchor>(look), opsctl::to_text(*paper.anchor));
  document.heading(word<messages::label_duties>(look));
  add_duties(document, paper.book, paper.parties, look);
  document.heading(word<messages::label_steps>(look));
  int number = 0;
  for (const StepStatus& status : paper.steps)
    add_step(document, paper, status, ++number, catalog, look);
  add_records(document, paper, look);
  document.heading(word<messages::label_sign_offs>(look));
  document.table(table_of(paper.boxes, paper.parties, catalog, look));
  return document;
}

Json paper_json(const Paper& paper, std::string_view cycle, const Catalog& catalog) {
  Json json = json_document("checklist");
  json["item"] = item_json(paper.book, cycle, paper.parties);
  json["run"] = paper.run == nullptr ? Json(nullptr) : run_json(*paper.run, catalog.zone);
  json["signatures"] = json_of(paper.boxes, catalog.zone);
  json["anchor"] = json_of(paper.anchor);
  return json;
}

std::string in_format(const Paper& paper, const Catalog& catalog, Format format, const Look& look) {
  if (format == Format::html) return checklist_html(paper, catalog, look);
  const Document document = document_of(paper, catalog, look);
  return format == Format::md ? to_md(document) : to_text(document, look);
}

}  // namespace

std::string checklist(const Runbook& book, const Catalog& catalog,
                      const std::optional<Anchor>& anchor, Format format, const Look& look) {
  const Paper paper = paper_of(book, catalog, anchor, look);
  if (format == Format::json) return to_text(paper_json(paper, to_text(book.cycle()), catalog));
  return in_format(paper, catalog, format, for_paper(look));
}

std::string checklist(const Run& run, const Catalog& catalog, const std::optional<Anchor>& anchor,
                      Format format, const Look& look) {
  const Paper paper = paper_of(run, anchor);
  if (format == Format::json) return to_text(paper_json(paper, paper.cycle, catalog));
  return in_format(paper, catalog, format, for_paper(look));
}

}  // namespace opsctl::render
