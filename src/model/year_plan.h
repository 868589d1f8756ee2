// The year plan: what the cyclic items owe over the months of a fiscal year, and what became of it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"
#include "model/ledger.h"

namespace opsctl {

struct FiscalYear {
  std::string key;                // "FY2026"
  std::array<Date, 13> months{};  // the first day of each, and of the next year
};

/// The year of that key ("FY2026"); nothing where it is none.
std::optional<FiscalYear> fiscal_year(std::string_view key, const SiteCalendar& site);
/// The one that an instant lies in.
FiscalYear fiscal_year_at(Instant at, const SiteCalendar& site);

/// What a plan says of an occurrence.
enum class PlanMark {
  planned,
  done,    // also after its due date
  waived,  // nobody has to do it
  wrong    // past its due date and not done
};
PlanMark mark_of(OccurrenceResult result);

struct PlannedOccurrence {
  LedgerRow row;
  Date day{};       // the last day on which it is in time; of a rolling one that is done, of that
  int earlier = 0;  // versions before its own that owe an occurrence of the same key
};

struct PlanMonth {
  bool continuous = false;  // 24H, at least for a part of it
  std::vector<PlannedOccurrence> occurrences = {};
};

/// A version of an item's schedule that is in force in the year.
struct PlanVersion {
  Date from{};
  Cycle cycle;
  Mode mode{};
};

struct PlanRow {
  const Runbook* book = nullptr;
  std::vector<PlanVersion> versions = {};  // the cyclic ones, at least one
  std::array<PlanMonth, 12> months = {};   // each by the version in force then
};

struct YearPlan {
  FiscalYear year;
  Instant as_of{};
  std::vector<PlanRow> rows = {};  // of every item that is cyclic then, in the catalogue's order
};

/// A rolling item's due date follows from its last execution: of what is to come, only the next is
/// known.
YearPlan year_plan(const Catalog& catalog, const SiteCalendar& site,
                   const std::map<std::string, ItemHistory>& histories, const FiscalYear& year,
                   Instant now);

}  // namespace opsctl
