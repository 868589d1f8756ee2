// What is to be said of a run beside its steps and record fields; several views share it.
#pragma once

#include "model/catalog.h"
#include "model/run.h"
#include "render/document.h"
#include "render/look.h"

namespace opsctl::render {

/// State, times, persons, references: a field each.
void add_run_facts(Document& document, const Run& run, const Catalog& catalog, const Look& look);

/// A heading and a bullet each; nothing where there are none.
void add_exceptions(Document& document, const Run& run, const Look& look);

/// The notes, the corrections, and the sign-offs given, void and still owed, each under a heading.
void add_history(Document& document, const Run& run, const Catalog& catalog, const Look& look);

}  // namespace opsctl::render
