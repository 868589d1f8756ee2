#include "render/item_view.h"

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "base/text.h"
#include "render/schedule_words.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

void add_keys(Document& document, const std::vector<ScheduleKey>& keys, int level,
              const Look& look) {
  for (const ScheduleKey& key : keys) {
    document.bullet(level, "-",
                    to_text(key.meaning, look.language) + " (" + key.key + "): " + key.value);
  }
}

/// Nothing where no key is set: the cycle says it all.
void add_schedule(Document& document, const Timetable& timetable, const Look& look) {
  const bool several = timetable.versions.size() > 1;
  Document part;
  for (const ScheduleVersion& version : timetable.versions) {
    if (several) part.bullet(0, "-", word<messages::version_cycle>(look, to_text(version.cycle)));
    add_keys(part, keys_of(version), several ? 1 : 0, look);
  }
  add_keys(part, keys_of(timetable), 0, look);
  if (part.blocks.empty()) return;
  document.heading(word<messages::label_schedule>(look));
  document.blocks.insert(document.blocks.end(), part.blocks.begin(), part.blocks.end());
}

void add_steps(Document& document, const Runbook& book, std::span<const Party> parties,
               const Look& look) {
  document.heading(book.order == StepOrder::free ? word<messages::label_steps_free>(look)
                                                 : word<messages::label_steps>(look));
  int number = 0;
  for (const Step& step : book.steps) {
    document.bullet(0, std::to_string(++number) + ".", step.text);
    if (!step.detail.empty()) document.bullet(1, "", step.detail);
    for (const std::string& content : step.contents) document.bullet(1, "-", content);
    if (!step.choices.empty())
      document.bullet(1, "", word<messages::step_choose_one>(look, listed(step.choices, look)));
    add_step_terms(document, step, parties, look);
  }
}

Document document_of(const Runbook& book, std::span<const Party> parties, const Look& look) {
  Document document;
  document.title = std::to_string(book.no) + " " + book.title;
  document.field(word<messages::label_id>(look), book.id);
  document.field(word<messages::label_category>(look), category_path(book.category));
  document.field(word<messages::label_summary>(look), book.summary);
  document.field(word<messages::label_cycle>(look),
                 to_text(book.cycle()) + " (" + cycle_words(book.cycle(), look) + ")");
  document.field(word<messages::label_methods>(look), method_words(book.methods, look));
  document.field(word<messages::label_gate>(look), gate_words(book.gate, look));
  document.field(word<messages::label_runbook>(look), short_hash(book.hash));
  document.heading(word<messages::label_duties>(look));
  add_duties(document, book, parties, look);
  add_schedule(document, book.timetable, look);
  add_steps(document, book, parties, look);
  if (!book.records.empty()) document.heading(word<messages::label_records>(look));
  for (const RecordField& field : book.records)
    document.bullet(0, "-", field.key + ": " + field_label(field, look));
  if (!book.notes.empty()) document.heading(word<messages::label_notes>(look));
  for (const Note& note : book.notes) document.bullet(0, "-", note.field + ": " + note.text);
  return document;
}

}  // namespace

std::string category_path(const Category& category) {
  const std::vector<std::string> headings = {category.class_name, category.major, category.middle,
                                             category.minor};
  return join(headings, " > ");
}

void add_duties(Document& document, const Runbook& book, std::span<const Party> parties,
                const Look& look) {
  for (const Duty duty : kAllDuties) {
    for (const Party& party : parties) {
      if (duty_of(book, party.id) == duty)
        document.bullet(0, duty_symbols(book, party), full_name(party));
    }
  }
  if (!parties_with(book, Duty::perform).empty()) return;
  for (const std::string& id : performers_of(book))
    document.bullet(0, "!", word<messages::performs_by_note>(look, full_name(parties, id)));
}

void add_step_terms(Document& document, const Step& step, std::span<const Party> parties,
                    const Look& look) {
  if (!step.required) document.bullet(1, "", word<messages::step_optional>(look));
  if (!step.party.empty())
    document.bullet(1, "", word<messages::step_party>(look, full_name(parties, step.party)));
  if (!step.confirm_by.empty()) {
    document.bullet(1, "", word<messages::step_confirm>(look, full_name(parties, step.confirm_by)));
  }
  if (step.evidence == EvidenceWish::required)
    document.bullet(1, "", word<messages::step_evidence>(look));
  if (step.evidence == EvidenceWish::optional)
    document.bullet(1, "", word<messages::step_evidence_welcome>(look));
}

std::string field_label(const RecordField& field, const Look& look) {
  std::vector<std::string> terms = {type_word(field.type, look)};
  if (!field.choices.empty()) terms.push_back(join(field.choices, " / "));
  if (field.required) terms.push_back(word<messages::field_required>(look));
  return field.label + " (" + listed(terms, look) + ")";
}

std::string show_item(const Runbook& book, std::span<const Party> parties, Format format,
                      const Look& look) {
  if (format == Format::json) {
    Json json = json_document("show");
    json["item"] = item_json(book, to_text(book.cycle()), parties);
    return to_text(json);
  }
  const Document document = document_of(book, parties, look);
  return format == Format::md ? to_md(document) : to_text(document, look);
}

}  // namespace opsctl::render
