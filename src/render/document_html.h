// A document as HTML, for pages that are made of more than one.
#pragma once

#include <vector>

#include "render/document.h"
#include "render/html.h"

namespace opsctl::render {

/// Headings, paragraphs, fields, bullets and tables as they come; the title as <h1>.
Html to_html(const Document& document);

Html to_html(const Table& table);

/// Two fields a row; one whose value is long has a row of its own.
Html field_table(const Document& document);

}  // namespace opsctl::render
