#include "render/checklist_paper.h"

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "render/item_view.h"
#include "render/words.h"

namespace opsctl::render {

Paper paper_of(const Runbook& book, const Catalog& catalog, const std::optional<Anchor>& anchor,
               const Look& look) {
  Paper paper{book,
              to_text(book.cycle()) + " (" + cycle_words(book.cycle(), look) + ")",
              catalog.parties,
              nullptr,
              anchor,
              {},
              signature_boxes(book, catalog.parties)};
  for (const Step& step : book.steps) paper.steps.push_back({step, {}, {}});
  return paper;
}

Paper paper_of(const Run& run, const std::optional<Anchor>& anchor) {
  const RunStarted& start = started(run);
  return {start.book, start.cycle,   start.parties,       &run,
          anchor,     steps_of(run), signature_boxes(run)};
}

void add_item_facts(Document& document, const Paper& paper, const Look& look) {
  document.field(word<messages::label_id>(look), paper.book.id);
  document.field(word<messages::label_category>(look), category_path(paper.book.category));
  document.field(word<messages::label_cycle>(look), paper.cycle);
  document.field(word<messages::label_methods>(look), method_words(paper.book.methods, look));
  document.field(word<messages::label_gate>(look), gate_words(paper.book.gate, look));
}

}  // namespace opsctl::render
