// One HTML file for a browser's printer: A4, no script, nothing from elsewhere.
#pragma once

#include <string>
#include <string_view>

#include "render/html.h"
#include "render/look.h"

namespace opsctl::render {

enum class Orientation { portrait, landscape };

struct HtmlPage {
  std::string title;
  std::string foot;  // at the left of every page's foot; the page's number is at the right
  Orientation orientation = Orientation::portrait;
  std::string_view style;  // CSS of this kind of page, our own
  Html body;
};

/// The whole file.
std::string to_html(const HtmlPage& page, const Look& look);

}  // namespace opsctl::render
