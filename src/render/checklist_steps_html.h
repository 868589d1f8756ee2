// The parts of a printed checklist in which the work is written down.
#pragma once

#include "render/checklist_paper.h"
#include "render/html.h"

namespace opsctl::render {

/// A box to tick, or ticked. `one_of`: of several exactly one is meant.
Html tick_box(bool ticked, bool one_of = false);

/// Lines to write on.
Html writing_lines(int count);

/// The table of steps: a row each, with boxes, who and when; as recorded where there is a run.
Html steps_html(const Paper& paper, const Catalog& catalog, const Look& look);

/// The table of record fields; nothing where the runbook has none.
Html records_html(const Paper& paper, const Look& look);

}  // namespace opsctl::render
