// A checklist on paper, as a centre files it: a whole HTML file for A4.
#pragma once

#include <string>

#include "render/checklist_paper.h"

namespace opsctl::render {

std::string checklist_html(const Paper& paper, const Catalog& catalog, const Look& look);

}  // namespace opsctl::render
