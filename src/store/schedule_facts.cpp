// What the journal says to the schedule: executions, waivers, requests, watches.
#include <map>

#include "base/problem.h"
#include "store/columns.h"
#include "store/connection.h"
#include "store/journal.h"
#include "store/records.h"

namespace opsctl {
namespace {

using Histories = std::map<std::string, ItemHistory>;
using Confirmations = std::map<std::string, std::vector<Instant>>;  // by run

/// A text that is neither is none: it was checked when it was recorded.
std::optional<std::variant<Date, Instant>> expiry_of(const std::string& text, const Zone& zone) {
  if (const auto date = parse_date(text)) return *date;
  if (const auto instant = parse_instant(text, zone)) return *instant;
  return std::nullopt;
}

Confirmations confirmations(SQLite::Database& db) {
  SQLite::Statement query(
      db, "SELECT run, recorded_at FROM event_index WHERE kind = 'watch-confirmed' ORDER BY seq");
  Confirmations found;
  while (query.executeStep())
    found[query.getColumn(0).getString()].push_back(instant_of(query.getColumn(1)));
  return found;
}

/// A watch covers while it is open, and when it was finished as done; what was returned, rejected,
/// aborted or failed covers nothing (spec workflow.md, "Effect on the schedule").
void add_watch(const RunSummary& run, const Confirmations& confirmed, ItemHistory& history) {
  if (run.state != RunState::open && !run.satisfies) return;
  Watch watch{run.id, run.started_at, {}, run.planned_end};
  if (run.satisfies) watch.end = run.performed_at;
  if (const auto found = confirmed.find(run.id); found != confirmed.end())
    watch.confirmations = found->second;
  history.watches.push_back(std::move(watch));
}

void add_run(const RunSummary& run, const Zone& zone, const Confirmations& confirmed,
             ItemHistory& history) {
  if (run.cycle == kContinuousCycle) add_watch(run, confirmed, history);
  if (!run.satisfies || !run.performed_at) return;
  history.executions.push_back({.performed_at = *run.performed_at,
                                .seq = run.finish_seq,
                                .for_key = run.for_key,
                                .valid_until = expiry_of(run.valid_until, zone),
                                .request = run.request});
}

/// The runs as they were at `as_of`. Most have not changed since, and their row says it.
std::vector<RunSummary> runs_as_of(SQLite::Database& db, Instant as_of) {
  std::vector<RunSummary> runs = select_runs(db, {});
  SQLite::Statement query(db, "SELECT DISTINCT run FROM event_index WHERE recorded_at > ?");
  query.bind(1, seconds_of(as_of));
  std::map<std::string, bool> touched;
  while (query.executeStep()) touched[query.getColumn(0).getString()] = true;
  std::vector<RunSummary> then;
  for (RunSummary& run : runs) {
    if (!touched.contains(run.id)) {
      then.push_back(std::move(run));
      continue;
    }
    const Run before = opsctl::as_of(Run{run.id, events_of_run(db, run.id)}, as_of);
    if (!before.events.empty()) then.push_back(summarize(before));
  }
  return then;
}

Request request_of(SQLite::Statement& row) {
  return {.id = row.getColumn(0).getString(),
          .item = row.getColumn(1).getString(),
          .person = row.getColumn(2).getString(),
          .reason = row.getColumn(3).getString(),
          .ref = row.getColumn(4).getString(),
          .origin = row.getColumn(5).getString(),
          .requested_at = instant_of(row.getColumn(6)),
          .deadline = optional_instant(row.getColumn(7)),
          .withdrawn_at = optional_instant(row.getColumn(8)),
          .approved_at = optional_instant(row.getColumn(9))};
}

constexpr const char* kSelectRequests =
    "SELECT id, item, person, reason, ref, origin, requested_at, deadline, withdrawn_at, "
    "approved_at FROM request ";

/// Of all items where `item` is empty, as in the other queries here.
void add_requests(SQLite::Database& db, const std::string& item, Histories& histories) {
  SQLite::Statement query(
      db, std::string(kSelectRequests) + "WHERE ?1 = '' OR item = ?1 ORDER BY requested_at, id");
  query.bind(1, item);
  while (query.executeStep()) {
    Request request = request_of(query);
    histories[request.item].requests.push_back(std::move(request));
  }
}

void add_waivers(SQLite::Database& db, const std::string& item, Histories& histories) {
  SQLite::Statement query(db,
                          "SELECT item, key, until, waived_at, seq FROM waiver "
                          "WHERE ?1 = '' OR item = ?1 ORDER BY seq");
  query.bind(1, item);
  while (query.executeStep()) {
    histories[query.getColumn(0).getString()].executions.push_back(
        {.kind = Execution::Kind::waived,
         .performed_at = instant_of(query.getColumn(3)),
         .seq = query.getColumn(4).getInt64(),
         .for_key = query.getColumn(1).getString(),
         .until = parse_date(query.getColumn(2).getString())});
  }
}

Histories histories_of(SQLite::Database& db, const Zone& zone, const std::vector<RunSummary>& runs,
                       const std::string& item) {
  Histories histories;
  const Confirmations confirmed = confirmations(db);
  for (const RunSummary& run : runs) add_run(run, zone, confirmed, histories[run.item]);
  add_requests(db, item, histories);
  add_waivers(db, item, histories);
  return histories;
}

}  // namespace

std::map<std::string, ItemHistory> Journal::histories(const Zone& zone,
                                                      std::optional<Instant> as_of) const {
  return connection_->run([&](SQLite::Database& db) {
    if (!as_of) return histories_of(db, zone, select_runs(db, {}), "");
    Histories histories = histories_of(db, zone, runs_as_of(db, *as_of), "");
    for (auto& [item, history] : histories) history = known_at(*as_of, history);
    return histories;
  });
}

ItemHistory Journal::history(const std::string& item, const Zone& zone) const {
  return connection_->run([&](SQLite::Database& db) {
    return histories_of(db, zone, select_runs(db, {.item = item}), item)[item];
  });
}

std::optional<Request> Journal::request(const std::string& id) const {
  return connection_->run([&](SQLite::Database& db) -> std::optional<Request> {
    SQLite::Statement query(db, std::string(kSelectRequests) + "WHERE id = ?");
    query.bind(1, id);
    return query.executeStep() ? std::optional(request_of(query)) : std::nullopt;
  });
}

}  // namespace opsctl
