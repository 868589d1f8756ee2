#include "render/guide_view.h"

#include <vector>

#include "base/messages/views.h"
#include "base/width.h"
#include "render/document.h"
#include "render/item_view.h"
#include "render/lines.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// As many on a line as fit: a key stays with its word.
std::string in_lines(const std::vector<std::string>& keys, const Look& look) {
  std::string lines;
  std::string line;
  for (const std::string& key : keys) {
    const std::string longer = line.empty() ? key : line + "  " + key;
    const bool fits = display_width(longer, look.ambiguous) <= columns_of(look);
    if (!fits) lines += one_line(line, look, Style::faint);
    line = fits ? longer : key;
  }
  return lines + one_line(line, look, Style::faint);
}

/// A single key answers up to nine choices.
std::string choice_keys(std::size_t count) {
  return count == 1 ? "[1]" : "[1-" + std::to_string(count) + "]";
}

}  // namespace

std::string guide_opening(const Run& run, const Look& look) {
  Document document;
  document.title = run.id + " " + started(run).book.title;
  document.paragraph(word<messages::guide_welcome>(look), Style::faint);
  return to_text(document, look);
}

std::string guide_step(const Run& run, int number, const Catalog& catalog, const Look& look) {
  const std::vector<StepStatus> steps = steps_of(run);
  const StepStatus& status = steps.at(static_cast<std::size_t>(number - 1));
  Document document;
  document.heading(word<messages::guide_step>(look, number, steps.size()));
  document.bullet(0, box_of(status), status.step.text, Style::strong);
  if (!status.step.detail.empty()) document.bullet(1, "", status.step.detail);
  for (const std::string& content : status.step.contents) document.bullet(1, "-", content);
  int choice = 0;
  for (const std::string& text : status.step.choices)
    document.bullet(1, std::to_string(++choice) + ".", text);
  add_step_terms(document, status.step, started(run).parties, look);
  add_step_records(document, run, status, catalog, look);
  return "\n" + to_text(document, look);
}

std::string guide_keys(const Step& step, bool again, const Look& look) {
  std::vector<std::string> keys;
  if (step.choices.empty()) {
    keys.push_back(word<messages::guide_key_ok>(look));
  } else {
    keys.push_back(word<messages::guide_key_choice>(look, choice_keys(step.choices.size())));
  }
  if (step.evidence != EvidenceWish::none) keys.push_back(word<messages::guide_key_evidence>(look));
  keys.push_back(word<messages::guide_key_ng>(look));
  keys.push_back(word<messages::guide_key_na>(look));
  if (again) keys.push_back(word<messages::guide_key_keep>(look));
  if (!step.required && !again) keys.push_back(word<messages::guide_key_skip>(look));
  keys.push_back(word<messages::guide_key_note>(look));
  keys.push_back(word<messages::guide_key_back>(look));
  keys.push_back(word<messages::guide_key_leave>(look));
  return in_lines(keys, look);
}

std::string guide_field(const RecordField& field, const Look& look) {
  Document document;
  document.heading(word<messages::guide_field>(look, field_label(field, look)));
  int choice = 0;
  for (const std::string& text : field.choices)
    document.bullet(1, std::to_string(++choice) + ".", text);
  return "\n" + to_text(document, look);
}

}  // namespace opsctl::render
