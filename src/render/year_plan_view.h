// `opsctl calendar`: the year plan, for the screen, the wall and calendar programs.
#pragma once

#include <string>

#include "model/year_plan.h"
#include "render/look.h"

namespace opsctl::render {

/// Any form of a table, HTML for A4 across, or iCalendar.
std::string year_plan(const YearPlan& plan, const Catalog& catalog, Format format,
                      const Look& look);

// --- the parts, a form each

std::string year_plan_text(const YearPlan& plan, const Catalog& catalog, const Look& look);
std::string year_plan_html(const YearPlan& plan, const Catalog& catalog, const Look& look);
std::string year_plan_ics(const YearPlan& plan, const Catalog& catalog, const Look& look);

/// "Year plan FY2026, 2026-04-01 to 2027-03-31".
std::string plan_title(const YearPlan& plan, const Look& look);

/// "Apr": of the month that a day lies in.
std::string month_word(Date day, const Look& look);

/// "30" for one occurrence, "15, 30" for up to `most`, else "x31"; with "!" where some of it was
/// missed or is overdue.
std::string month_words(const std::vector<PlannedOccurrence>& month, std::size_t most);

bool is_settled(OccurrenceResult result);

}  // namespace opsctl::render
