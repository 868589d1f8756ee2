// What a centre reports of a period: how the planned work was kept, how long sign-offs took, what
// was done on demand, what changed (sheet No. 3 and 40). Pure: the instant is a parameter, and the
// facts are those of the journal.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/ledger.h"
#include "model/run.h"
#include "model/runbook_changes.h"

namespace opsctl {

/// Whole days of the catalogue's zone, both included.
struct ReportPeriod {
  Date from{};
  Date to{};
};

/// What became of the occurrences of one item that belong to a period: those of the calendar by
/// their due date, rolling ones by their due date or an earlier execution, requests by when they
/// were made. So each belongs to one period, however late it is done.
struct ItemTally {
  std::string item;  // its id
  int in_time = 0;
  int late = 0;
  int missed = 0;  // can no longer be done
  int waived = 0;
  int overdue = 0;                        // not done at its due date, and can still be
  int open = 0;                           // not due yet
  int withdrawn = 0;                      // requests; they were planned by nobody in the end
  int extra = 0;                          // executions that nothing had planned
  std::optional<WatchLedger> watch = {};  // of a 24H item

  int planned() const { return in_time + late + missed + waived + overdue + open; }
  bool empty() const { return planned() + withdrawn + extra == 0 && !watch; }
};

ItemTally tally(const std::string& item, const Timetable& timetable, const SiteCalendar& site,
                const ItemHistory& history, const ReportPeriod& period, Instant now);

/// How long runs waited for one duty's sign-offs. They wait from the finish or correction that is
/// signed; for ▲, from the last ●.
struct SignOffTimes {
  int given = 0;  // runs whose sign-offs of this duty are complete
  std::chrono::seconds median{0};
  std::chrono::seconds longest{0};
  std::string longest_run = {};
  int open = 0;  // runs that wait for it now
  std::chrono::seconds longest_open{0};
  std::string longest_open_run = {};

  friend bool operator==(const SignOffTimes&, const SignOffTimes&) = default;
};

/// What had been recorded of a run at an instant, whenever it was performed: it is from the record
/// on that a sign-off is waited for. Without events where nothing had been.
Run as_recorded(const Run& run, Instant instant);

SignOffTimes sign_off_times(std::span<const Run> runs, SignOffDuty duty, Instant now);

/// Runs that belong together: by what they refer to, or by their category.
struct RunGroup {
  std::string name;
  std::vector<std::string> runs = {};   // ids, as they were started
  std::vector<std::string> items = {};  // ids, each once
  int exceptional = 0;                  // of the runs: with an exception
  int unfinished = 0;                   // of the runs: still worked on
  Instant first_started{};
  std::optional<Instant> last_performed = {};
};

/// The runs with a reference, by it.
std::vector<RunGroup> by_reference(std::span<const Run> runs);
/// The runs of work on demand, by "class > major heading", the most numerous first.
std::vector<RunGroup> by_category(std::span<const Run> runs);

/// A run was recorded by another runbook than the one before it.
struct RunbookChange {
  std::string item;
  std::string run;
  Instant at{};  // when its start was recorded, whenever the work was begun
  Hash before{};
  Hash now{};
  RunbookChanges changes = {};
};

/// Of starts of runs, in the order in which they were recorded: work that was entered late came by
/// the runbook of the day of its entry. `earlier`: of each item in `starts`, the last one before.
std::vector<RunbookChange> runbook_changes(std::span<const Event> earlier,
                                           std::span<const Event> starts);

/// How many runs of work on demand were started, day by day or in longer stretches.
struct StartedCount {
  ReportPeriod stretch;
  int runs = 0;
};

/// Stretches of a day up to 14 days, of a week up to 100, else of a calendar month.
std::vector<StartedCount> started_over_time(std::span<const Run> runs, const ReportPeriod& period,
                                            const Zone& zone);

/// What the journal says, as known at the instant of the report.
struct ReportFacts {
  std::map<std::string, ItemHistory> histories = {};  // by item
  std::vector<Run> started = {};                      // in the period, in the order of their start
  std::vector<Run> finished = {};   // as_recorded(), with the last finish in the period
  std::vector<Event> starts = {};   // RunStarted, recorded in the period
  std::vector<Event> earlier = {};  // see runbook_changes()
  std::vector<Event> rosters = {};  // RosterRecorded, in the period
};

/// A run of work on demand, as a list of incidents has it.
struct DemandRun {
  RunSummary run;
  int no = 0;         // of the item, as the run has kept it
  std::string title;  // the same
  bool exceptional = false;
};

struct Report {
  ReportPeriod period;
  Instant as_of{};
  std::vector<ItemTally> items =
      {};  // in the catalogue's order; those without anything are left out
  SignOffTimes supervisor = {};
  SignOffTimes approver = {};
  std::vector<DemandRun> on_demand = {};  // that were started in the period
  std::vector<RunGroup> references = {};
  std::vector<RunGroup> categories = {};
  std::vector<StartedCount> over_time = {};
  std::vector<RunbookChange> runbooks = {};
  std::vector<Event> rosters = {};
};

Report report(const Catalog& catalog, const SiteCalendar& site, const ReportFacts& facts,
              const ReportPeriod& period, Instant now);

}  // namespace opsctl
