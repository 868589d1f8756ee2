#include "render/run_view.h"

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "model/workflow.h"
#include "render/document.h"
#include "render/run_history.h"
#include "render/run_json.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

void add_steps(Document& document, const Run& run, const Catalog& catalog, const Look& look) {
  document.heading(word<messages::label_steps>(look));
  int number = 0;
  for (const StepStatus& status : steps_of(run)) {
    document.bullet(0, box_of(status) + " " + std::to_string(++number) + ".", status.step.text);
    add_step_records(document, run, status, catalog, look);
  }
}

void add_values(Document& document, const Run& run, const Look& look) {
  const auto values = values_of(run);
  if (!values.empty()) document.heading(word<messages::label_records>(look));
  for (const auto& [key, value] : values)
    document.bullet(0, "-", value_label(run, key) + ": " + value);
}

Document document_of(const Run& run, const Catalog& catalog, const Look& look) {
  Document document;
  document.title = run.id + " " + started(run).book.title;
  document.field(word<messages::label_id>(look), summarize(run).item);
  add_run_facts(document, run, catalog, look);
  add_exceptions(document, run, look);
  add_steps(document, run, catalog, look);
  add_values(document, run, look);
  add_history(document, run, catalog, look);
  const std::string command = next_work_command(run) + sign_command(run);  // at most one of them
  if (command.empty()) return document;
  document.heading(word<messages::label_next>(look));
  document.bullet(0, "->", command);
  return document;
}

}  // namespace

std::string show_run(const Run& run, const Catalog& catalog, Format format, const Look& look) {
  if (format == Format::json) {
    Json json = json_document("show");
    json["run"] = run_json(run, catalog.zone);
    return to_text(json);
  }
  const Document document = document_of(run, catalog, look);
  return format == Format::md ? to_md(document) : to_text(document, look);
}

}  // namespace opsctl::render
