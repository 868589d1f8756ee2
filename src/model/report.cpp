#include "model/report.h"

#include <algorithm>

#include "model/standing.h"

namespace opsctl {
namespace {

struct Bounds {
  Instant begin{};
  Instant end{};  // the first instant after the period

  bool has_due(Instant due) const { return due > begin && due <= end; }
  bool has(Instant at) const { return at >= begin && at < end; }
};

Bounds bounds_of(const ReportPeriod& period, const Zone& zone) {
  return {zone.start_of(period.from), zone.end_of(period.to)};
}

/// A rolling occurrence is met by the execution that it waits for, be that before or after its due
/// date: the earlier of the two says where it belongs.
bool rolling_belongs(const LedgerRow& row, const Bounds& bounds) {
  const bool by_execution = row.performed_at && (!row.due || *row.performed_at < *row.due);
  return by_execution ? bounds.has(*row.performed_at) : row.due && bounds.has_due(*row.due);
}

/// A request is planned work where the item was done on demand then; elsewhere it is but a gate.
bool belongs(const LedgerRow& row, const Timetable& timetable, const Bounds& bounds) {
  if (row.result == OccurrenceResult::extra) return bounds.has(*row.performed_at);
  if (row.request)
    return mode_of(timetable.versions[row.version]) == Mode::on_demand && bounds.has(*row.open);
  if (is_put_off(row)) return false;
  if (row.key == kRollingKey) return rolling_belongs(row, bounds);
  return bounds.has_due(*row.due);
}

void count(const LedgerRow& row, ItemTally& tally) {
  switch (row.result) {
    case OccurrenceResult::done:
      ++tally.in_time;
      break;
    case OccurrenceResult::done_late:
      ++tally.late;
      break;
    case OccurrenceResult::waived:
      ++tally.waived;
      break;
    case OccurrenceResult::missed:
      ++tally.missed;
      break;
    case OccurrenceResult::overdue:
    case OccurrenceResult::late:
      ++tally.overdue;
      break;
    case OccurrenceResult::due:
    case OccurrenceResult::open:
    case OccurrenceResult::future:
      ++tally.open;
      break;
    case OccurrenceResult::extra:
      ++tally.extra;
      break;
    case OccurrenceResult::withdrawn:
      ++tally.withdrawn;
      break;
  }
}

bool is_on_demand(const Run& run) {
  const auto cycle = parse_cycle(started(run).cycle);
  const auto* parsed = std::get_if<Cycle>(&cycle);
  return parsed != nullptr && parsed->kind == Cycle::Kind::on_demand;
}

/// Groups keep the order in which they began.
RunGroup& group_named(std::vector<RunGroup>& groups, const std::string& name) {
  const auto found = std::ranges::find(groups, name, &RunGroup::name);
  return found != groups.end() ? *found : groups.emplace_back(RunGroup{name});
}

void add(const Run& run, RunGroup& group) {
  const RunSummary summary = summarize(run);
  if (group.runs.empty()) group.first_started = summary.started_at;
  group.runs.push_back(run.id);
  if (std::ranges::count(group.items, summary.item) == 0) group.items.push_back(summary.item);
  if (!exceptions_of(run).empty()) ++group.exceptional;
  if (takes_work(summary.state)) ++group.unfinished;
  if (summary.performed_at)
    group.last_performed =
        std::max(group.last_performed.value_or(Instant::min()), *summary.performed_at);
}

/// The last day of the stretch that begins with `day`.
Date stretch_end(Date day, const ReportPeriod& period) {
  constexpr std::chrono::days kByDay{14};
  constexpr std::chrono::days kByWeek{100};
  const std::chrono::days length = period.to - period.from + std::chrono::days(1);
  if (length <= kByDay) return day;
  if (length <= kByWeek) return std::min(day + std::chrono::days(6), period.to);
  const std::chrono::year_month_day civil{day};
  const Date month_end{std::chrono::local_days(civil.year() / civil.month() / std::chrono::last)};
  return std::min(month_end, period.to);
}

}  // namespace

ItemTally tally(const std::string& item, const Timetable& timetable, const SiteCalendar& site,
                const ItemHistory& history, const ReportPeriod& period, Instant now) {
  const Bounds bounds = bounds_of(period, site.zone);
  Ledger own = ledger(timetable, site, history, now, bounds.begin, bounds.end);
  // What was due in the period may have been done after it.
  if (has_mode(timetable, Mode::rolling) && now > bounds.end)
    own.rows = ledger(timetable, site, history, now, bounds.begin, now).rows;
  ItemTally tally{.item = item};
  for (const LedgerRow& row : own.rows) {
    if (belongs(row, timetable, bounds)) count(row, tally);
  }
  if (own.watch && own.watch->required.count() > 0) tally.watch = std::move(own.watch);
  return tally;
}

std::vector<RunGroup> by_reference(std::span<const Run> runs) {
  std::vector<RunGroup> groups;
  for (const Run& run : runs) {
    if (!started(run).ref.empty()) add(run, group_named(groups, started(run).ref));
  }
  return groups;
}

std::vector<RunGroup> by_category(std::span<const Run> runs) {
  std::vector<RunGroup> groups;
  for (const Run& run : runs) {
    const Category& category = started(run).book.category;
    if (is_on_demand(run))
      add(run, group_named(groups, category.class_name + " > " + category.major));
  }
  std::ranges::stable_sort(groups, std::ranges::greater{},
                           [](const RunGroup& group) { return group.runs.size(); });
  return groups;
}

std::vector<RunbookChange> runbook_changes(std::span<const Event> earlier,
                                           std::span<const Event> starts) {
  std::map<std::string, const Runbook*> known;
  for (const Event& start : earlier) known[start.item] = &std::get<RunStarted>(start.body).book;
  std::vector<RunbookChange> changes;
  for (const Event& start : starts) {
    const Runbook& book = std::get<RunStarted>(start.body).book;
    const Runbook*& before = known[start.item];
    if (before != nullptr && before->hash != book.hash) {
      changes.push_back({start.item, start.run, start.recorded_at, before->hash, book.hash,
                         changes_between(*before, book)});
    }
    before = &book;
  }
  return changes;
}

std::vector<StartedCount> started_over_time(std::span<const Run> runs, const ReportPeriod& period,
                                            const Zone& zone) {
  std::vector<StartedCount> counts;
  for (Date day = period.from; day <= period.to;) {
    const Date end = stretch_end(day, period);
    counts.push_back({{day, end}});
    day = end + std::chrono::days(1);
  }
  for (const Run& run : runs) {
    if (!is_on_demand(run)) continue;
    const Date day = zone.date_of(summarize(run).started_at);
    const auto stretch = std::ranges::find_if(counts, [day](const StartedCount& one) {
      return day >= one.stretch.from && day <= one.stretch.to;
    });
    if (stretch != counts.end()) ++stretch->runs;
  }
  return counts;
}

Report report(const Catalog& catalog, const SiteCalendar& site, const ReportFacts& facts,
              const ReportPeriod& period, Instant now) {
  const ItemHistory none;
  Report report{.period = period, .as_of = now};
  for (const Runbook& book : catalog.runbooks) {
    const auto known = facts.histories.find(book.id);
    const ItemHistory& history = known == facts.histories.end() ? none : known->second;
    ItemTally own = tally(book.id, book.timetable, site, history, period, now);
    if (!own.empty()) report.items.push_back(std::move(own));
  }
  report.supervisor = sign_off_times(facts.finished, SignOffDuty::supervisor, now);
  report.approver = sign_off_times(facts.finished, SignOffDuty::approver, now);
  for (const Run& run : facts.started) {
    const Runbook& book = started(run).book;
    if (is_on_demand(run))
      report.on_demand.push_back(
          {summarize(run), book.no, book.title, !exceptions_of(run).empty()});
  }
  report.references = by_reference(facts.started);
  report.categories = by_category(facts.started);
  report.over_time = started_over_time(facts.started, period, catalog.zone);
  report.runbooks = runbook_changes(facts.earlier, facts.starts);
  report.rosters = facts.rosters;
  return report;
}

}  // namespace opsctl
