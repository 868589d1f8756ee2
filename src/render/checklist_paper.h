// What a checklist is made of, empty or as the work was done; its written forms share it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/anchor.h"
#include "model/catalog.h"
#include "model/run.h"
#include "render/document.h"
#include "render/look.h"
#include "render/signatures.h"

namespace opsctl::render {

/// Refers to the runbook, the parties and the run that it was made of.
struct Paper {
  const Runbook& book;
  std::string cycle;  // in words too, where the runbook has it
  const std::vector<Party>& parties;
  const Run* run = nullptr;  // nullptr: empty
  std::optional<Anchor> anchor = {};
  std::vector<StepStatus> steps;
  std::vector<SignatureBox> boxes;
};

Paper paper_of(const Runbook& book, const Catalog& catalog, const std::optional<Anchor>& anchor,
               const Look& look);
Paper paper_of(const Run& run, const std::optional<Anchor>& anchor);

/// What the item is: id, category, cycle, method, gate; a field each.
void add_item_facts(Document& document, const Paper& paper, const Look& look);

}  // namespace opsctl::render
