// Pictures for HTML pages, drawn by html.h's writer.
#pragma once

#include "render/document.h"
#include "render/html.h"

namespace opsctl::render {

/// Label, bar and number, a line each; as wide as a page.
Html bar_chart(const Chart& chart);

}  // namespace opsctl::render
