#include "model/year_plan.h"

#include <algorithm>

#include "model/owed.h"
#include "model/slot_key.h"
#include "model/standing.h"

namespace opsctl {
namespace {

constexpr Cycle kYearly{Cycle::Kind::frequency, 1, 1, Cycle::Unit::year};
constexpr Cycle kTwelfths{Cycle::Kind::frequency, 12, 1, Cycle::Unit::year};

SlotGrid grid_of(const Cycle& cycle, const SiteCalendar& site) {
  return slot_grid(cycle, {}, site.fiscal_year_start, site.week_start);
}

FiscalYear year_of(std::int64_t index, const SiteCalendar& site) {
  FiscalYear year{.key = slot_key(grid_of(kYearly, site), index)};
  const SlotGrid months = grid_of(kTwelfths, site);
  for (std::size_t i = 0; i < year.months.size(); ++i) {
    const LocalTime start = slot_start(months, index * 12 + static_cast<std::int64_t>(i));
    year.months[i] = std::chrono::floor<std::chrono::days>(start);
  }
  return year;
}

/// Nothing for what no plan has: extra executions, requests, and due dates that were put off.
std::optional<Date> day_of(const LedgerRow& row, const Zone& zone) {
  if (row.result == OccurrenceResult::extra || row.request || is_put_off(row)) return std::nullopt;
  if (row.key == kRollingKey && row.performed_at) return zone.date_of(*row.performed_at);
  return zone.date_of(*row.due - std::chrono::seconds(1));
}

/// Versions may share a key where one ends within a slot.
int earlier_of_key(const LedgerRow& row, const OwedLine& line) {
  const std::vector<Position> owed = line.find(row.key);
  return static_cast<int>(std::ranges::count_if(
      owed, [&](const Position& at) { return line.versions()[at.version].number < row.version; }));
}

class Planner {
 public:
  Planner(const SiteCalendar& site, const FiscalYear& year, Instant now)
      : site_(site), year_(year), now_(now) {}

  /// Nothing where the item is done on demand all the year.
  std::optional<PlanRow> row_of(const Runbook& book, const ItemHistory& history) const {
    PlanRow row{.book = &book, .versions = versions_of(book.timetable)};
    if (row.versions.empty()) return std::nullopt;
    for (std::size_t i = 0; i < row.months.size(); ++i)
      row.months.at(i).continuous = is_continuous(book.timetable, i);
    add_occurrences(book.timetable, history, row);
    return row;
  }

 private:
  Instant start_of(std::size_t month) const { return site_.zone.start_of(year_.months.at(month)); }

  std::vector<PlanVersion> versions_of(const Timetable& timetable) const {
    std::vector<PlanVersion> versions;
    const std::size_t last = version_at(timetable, site_, start_of(12) - std::chrono::seconds(1));
    for (std::size_t i = version_at(timetable, site_, start_of(0)); i <= last; ++i) {
      const ScheduleVersion& version = timetable.versions[i];
      const Mode mode = mode_of(version);
      if (mode == Mode::on_demand) continue;
      versions.push_back(
          {version.effective_from.value_or(site_.effective_from), version.cycle, mode});
    }
    return versions;
  }

  bool is_continuous(const Timetable& timetable, std::size_t month) const {
    return watch_ledger(timetable, site_, {}, start_of(month), start_of(month + 1))
               .required.count() > 0;
  }

  void add_occurrences(const Timetable& timetable, const ItemHistory& history, PlanRow& row) const {
    const OwedLine line(timetable, site_, now_);
    for (LedgerRow& one : ledger(timetable, site_, history, now_, start_of(0), start_of(12)).rows) {
      const auto day = day_of(one, site_.zone);
      if (!day || *day < year_.months.front() || *day >= year_.months.back()) continue;
      const auto next = std::ranges::upper_bound(year_.months, *day);
      const auto month = static_cast<std::size_t>(next - year_.months.begin() - 1);
      const int earlier = one.version == 0 ? 0 : earlier_of_key(one, line);
      row.months.at(month).occurrences.push_back({std::move(one), *day, earlier});
    }
  }

  const SiteCalendar& site_;
  const FiscalYear& year_;
  Instant now_;
};

}  // namespace

std::optional<FiscalYear> fiscal_year(std::string_view key, const SiteCalendar& site) {
  const auto index = find_slot(grid_of(kYearly, site), key);
  return index ? std::optional(year_of(*index, site)) : std::nullopt;
}

FiscalYear fiscal_year_at(Instant at, const SiteCalendar& site) {
  return year_of(slot_at(grid_of(kYearly, site), at, site.zone), site);
}

PlanMark mark_of(OccurrenceResult result) {
  switch (result) {
    case OccurrenceResult::done:
    case OccurrenceResult::done_late:
      return PlanMark::done;
    case OccurrenceResult::waived:
      return PlanMark::waived;
    case OccurrenceResult::missed:
    case OccurrenceResult::overdue:
    case OccurrenceResult::late:
      return PlanMark::wrong;
    case OccurrenceResult::due:
    case OccurrenceResult::open:
    case OccurrenceResult::future:
    case OccurrenceResult::extra:
    case OccurrenceResult::withdrawn:
      break;
  }
  return PlanMark::planned;
}

YearPlan year_plan(const Catalog& catalog, const SiteCalendar& site,
                   const std::map<std::string, ItemHistory>& histories, const FiscalYear& year,
                   Instant now) {
  const ItemHistory none;
  YearPlan plan{.year = year, .as_of = now};
  const Planner planner(site, plan.year, now);
  for (const Runbook& book : catalog.runbooks) {
    const auto known = histories.find(book.id);
    if (auto row = planner.row_of(book, known == histories.end() ? none : known->second))
      plan.rows.push_back(*std::move(row));
  }
  return plan;
}

}  // namespace opsctl
