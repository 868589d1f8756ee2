// `opsctl show ITEM`: an item in full.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/json.h"
#include "model/runbook.h"
#include "render/document.h"
#include "render/look.h"

namespace opsctl::render {

/// Text, Markdown or JSON.
std::string show_item(const Runbook& book, std::span<const Party> parties, Format format,
                      const Look& look);

// --- parts that other views of an item share

/// Symbol and party, a bullet each; who performs by a note is said with "!".
void add_duties(Document& document, const Runbook& book, std::span<const Party> parties,
                const Look& look);

/// "performed by …", "confirmed by …", "optional": what is said below a step.
void add_step_terms(Document& document, const Step& step, std::span<const Party> parties,
                    const Look& look);

/// "number of pages (whole number, required)".
std::string field_label(const RecordField& field, const Look& look);

std::string category_path(const Category& category);

/// The item as JSON. The cycle is apart, as the runbook that a run keeps has no timetable.
Json item_json(const Runbook& book, std::string_view cycle, std::span<const Party> parties);

}  // namespace opsctl::render
