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

/// "1/M", "1/M, 1/Q": of the versions in force in the year, each once.
std::vector<std::string> cycle_names(const PlanRow& row);

/// "30" for one occurrence, "15, (30)" for up to `most`, else "x31" of those that are not waived;
/// "24H" before them.
std::string month_words(const PlanMonth& month, std::size_t most, const Look& look);

/// "30", "(30)" where it is waived.
std::string day_words(const PlannedOccurrence& one);
/// "!" where some of it is past its due date and not done.
std::string warning_of(const PlanMonth& month);

std::size_t count_of(PlanMark mark, const PlanMonth& month);

/// What these marks mean; `days`: and what the numbers do.
std::string legend_words(bool days, const Look& look);

}  // namespace opsctl::render
