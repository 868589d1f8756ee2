#include "model/year_plan.h"

#include <algorithm>

#include "model/slot_key.h"

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

bool is_request(const ItemHistory& history, const LedgerRow& row) {
  return std::ranges::count(history.requests, row.key, &Request::id) > 0;
}

/// Nothing for what no plan has: extra executions and requests.
std::optional<Date> day_of(const LedgerRow& row, const ItemHistory& history, const Zone& zone) {
  if (row.result == OccurrenceResult::extra || is_request(history, row)) return std::nullopt;
  if (row.key == kRollingKey && row.performed_at) return zone.date_of(*row.performed_at);
  return zone.date_of(*row.due - std::chrono::seconds(1));
}

PlanRow plan_of(const Runbook& book, const SiteCalendar& site, const ItemHistory& history,
                const FiscalYear& year, Instant now) {
  PlanRow row{.book = &book};
  row.continuous = book.cycle().kind == Cycle::Kind::continuous;
  const Instant begin = site.zone.start_of(year.months.front());
  const Instant end = site.zone.start_of(year.months.back());
  for (LedgerRow& one : ledger(book.timetable, site, history, now, begin, end).rows) {
    const auto day = day_of(one, history, site.zone);
    if (!day || *day < year.months.front() || *day >= year.months.back()) continue;
    const auto next = std::ranges::upper_bound(year.months, *day);
    const auto month = static_cast<std::size_t>(next - year.months.begin() - 1);
    row.months.at(month).push_back({std::move(one), *day});
  }
  return row;
}

}  // namespace

std::optional<FiscalYear> fiscal_year(std::string_view key, const SiteCalendar& site) {
  const auto index = find_slot(grid_of(kYearly, site), key);
  return index ? std::optional(year_of(*index, site)) : std::nullopt;
}

FiscalYear fiscal_year_at(Instant at, const SiteCalendar& site) {
  return year_of(slot_at(grid_of(kYearly, site), at, site.zone), site);
}

YearPlan year_plan(const Catalog& catalog, const SiteCalendar& site,
                   const std::map<std::string, ItemHistory>& histories, const FiscalYear& year,
                   Instant now) {
  const ItemHistory none;
  YearPlan plan{.year = year, .as_of = now};
  for (const Runbook& book : catalog.runbooks) {
    if (book.cycle().kind == Cycle::Kind::on_demand) continue;
    const auto known = histories.find(book.id);
    plan.rows.push_back(
        plan_of(book, site, known == histories.end() ? none : known->second, year, now));
  }
  return plan;
}

}  // namespace opsctl
