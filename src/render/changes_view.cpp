#include "render/changes_view.h"

#include "base/messages/views.h"
#include "render/document.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

std::string marker_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added:
      return "+";
    case ChangeKind::removed:
      return "-";
    case ChangeKind::changed:
      return "~";
    case ChangeKind::moved:
      break;
  }
  return ">";
}

void add_step(Document& document, const StepChange& change, const Look& look) {
  const int number = change.number_now != 0 ? change.number_now : change.number_before;
  const std::string& text =
      change.kind == ChangeKind::removed ? change.text_before : change.text_now;
  document.bullet(0, marker_of(change.kind), std::to_string(number) + ". " + text,
                  change.kind == ChangeKind::removed ? Style::faint : Style::attention);
  const bool reworded = change.kind == ChangeKind::changed && change.text_before != text;
  if (reworded) document.bullet(1, "", word<messages::change_was>(look, change.text_before));
  if (change.kind == ChangeKind::changed && !reworded)
    document.bullet(1, "", word<messages::change_terms>(look));
  if (change.kind == ChangeKind::moved)
    document.bullet(1, "", word<messages::change_number_was>(look, change.number_before));
}

}  // namespace

std::string changes(const RunbookChanges& changes, const Run& last, const Zone& zone,
                    const Look& look) {
  Document document;
  document.heading(word<messages::changes_title>(look, last.id,
                                                 to_text(last.events.front().performed_at, zone)));
  for (const StepChange& change : changes.steps) add_step(document, change, look);
  for (const FieldChange& change : changes.fields) {
    document.bullet(0, marker_of(change.kind),
                    word<messages::change_field>(look, change.label, change.key), Style::attention);
  }
  if (changes.empty()) document.paragraph(word<messages::changes_elsewhere>(look));
  return to_text(document, look);
}

}  // namespace opsctl::render
