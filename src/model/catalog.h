// A whole loaded catalogue. Built by catalog/, read by everything.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/holidays.h"
#include "model/roster.h"
#include "model/runbook.h"

namespace opsctl {

struct Catalog {
  std::string title;
  Zone zone;
  std::optional<Date> effective_from;  // nothing: `journal`, the day on which the journal began
  std::chrono::month_day fiscal_year_start{std::chrono::April, std::chrono::day(1)};
  std::chrono::weekday week_start = std::chrono::Monday;
  std::vector<Party> parties;  // in the order of the sheet's columns
  Holidays holidays;
  Roster roster;
  std::vector<Sheet> sheets;
  std::vector<Runbook> runbooks;  // by sheet, then No.

  explicit Catalog(Zone its_zone) : zone(std::move(its_zone)) {}
};

const Party* find_party(const Catalog& catalog, std::string_view id);
const Runbook* find_runbook(const Catalog& catalog, std::string_view id);

}  // namespace opsctl
