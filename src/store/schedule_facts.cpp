// What the journal says to the schedule: executions, waivers, requests, watches.
#include <map>
#include <optional>

#include "base/problem.h"
#include "store/columns.h"
#include "store/conditions.h"
#include "store/connection.h"
#include "store/journal.h"
#include "store/records.h"

namespace opsctl {
namespace {

using Histories = std::map<std::string, ItemHistory>;

/// A text that is neither is none: it was checked when it was recorded.
std::optional<std::variant<Date, Instant>> expiry_of(const std::string& text, const Zone& zone) {
  if (const auto date = parse_date(text)) return *date;
  if (const auto instant = parse_instant(text, zone)) return *instant;
  return std::nullopt;
}

std::vector<Instant> confirmations(SQLite::Database& db, const std::string& run) {
  SQLite::Statement query(db,
                          "SELECT recorded_at FROM event_index WHERE run = ? AND kind = "
                          "'watch-confirmed' ORDER BY seq");
  query.bind(1, run);
  std::vector<Instant> found;
  while (query.executeStep()) found.push_back(instant_of(query.getColumn(0)));
  return found;
}

/// A watch covers while it is open, and when it was finished as done; what was returned, rejected,
/// aborted or failed covers nothing (spec workflow.md, "Effect on the schedule").
void add_watch(SQLite::Database& db, const RunSummary& run, ItemHistory& history) {
  if (run.state != RunState::open && !run.satisfies) return;
  Watch watch{run.id, run.started_at, {}, run.planned_end};
  if (run.satisfies) watch.end = run.performed_at;
  watch.confirmations = confirmations(db, run.id);
  history.watches.push_back(std::move(watch));
}

void add_execution(const RunSummary& run, const Zone& zone, ItemHistory& history) {
  if (!run.satisfies || !run.performed_at) return;
  history.executions.push_back({.performed_at = *run.performed_at,
                                .seq = run.finish_seq,
                                .for_key = run.for_key,
                                .valid_until = expiry_of(run.valid_until, zone),
                                .request = run.request});
}

void add_run(SQLite::Database& db, const RunSummary& run, const Zone& zone, ItemHistory& history) {
  if (run.cycle == kContinuousCycle) add_watch(db, run, history);
  add_execution(run, zone, history);
}

/// The runs as they were at `as_of`. Most have not changed since, and their row says it.
std::vector<RunSummary> runs_as_of(SQLite::Database& db, const std::string& item, Instant as_of) {
  std::vector<RunSummary> runs = select_runs(db, {.item = item});
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

std::vector<Request> select_requests(SQLite::Database& db, const Conditions& conditions) {
  SQLite::Statement query(db, kSelectRequests + conditions.where() + " ORDER BY requested_at, id");
  conditions.bind_to(query);
  std::vector<Request> requests;
  while (query.executeStep()) requests.push_back(request_of(query));
  return requests;
}

std::vector<Request> select_open_requests(SQLite::Database& db, const std::string& item) {
  Conditions conditions;
  conditions.add("withdrawn_at IS NULL AND closed = 0");
  conditions.equal("item", item);
  return select_requests(db, conditions);
}

/// Of all items where `item` is empty, as in the other queries here.
void add_requests(SQLite::Database& db, const std::string& item, Histories& histories) {
  Conditions conditions;
  conditions.equal("item", item);
  for (Request& request : select_requests(db, conditions))
    histories[request.item].requests.push_back(std::move(request));
}

void add_waivers(SQLite::Database& db, const std::string& item, Histories& histories) {
  Conditions conditions;
  conditions.equal("item", item);
  SQLite::Statement query(db, "SELECT item, key, until, waived_at, seq FROM waiver " +
                                  conditions.where() + " ORDER BY seq");
  conditions.bind_to(query);
  while (query.executeStep()) {
    histories[query.getColumn(0).getString()].executions.push_back(
        {.kind = Execution::Kind::waived,
         .performed_at = instant_of(query.getColumn(3)),
         .seq = query.getColumn(4).getInt64(),
         .for_key = query.getColumn(1).getString(),
         .until = parse_date(query.getColumn(2).getString())});
  }
}

Histories histories_of(SQLite::Database& db, const Zone& zone, const std::string& item,
                       const std::optional<Instant>& as_of) {
  Histories histories;
  for (const RunSummary& run :
       as_of ? runs_as_of(db, item, *as_of) : select_runs(db, {.item = item}))
    add_run(db, run, zone, histories[run.item]);
  add_requests(db, item, histories);
  add_waivers(db, item, histories);
  if (as_of) {
    for (auto& [one, history] : histories) history = known_at(*as_of, history);
  }
  return histories;
}

/// Of an execution, what tables `run` and `last_done` both have.
constexpr const char* kSelectDone =
    "SELECT performed_at, finish_seq, for_key, valid_until, request, cycle";

struct Done {
  Execution execution;
  bool is_watch = false;
};

Done done_of(SQLite::Statement& row, const Zone& zone) {
  return {.execution = {.performed_at = instant_of(row.getColumn(0)),
                        .seq = row.getColumn(1).getInt64(),
                        .for_key = row.getColumn(2).getString(),
                        .valid_until = expiry_of(row.getColumn(3).getString(), zone),
                        .request = row.getColumn(4).getString()},
          .is_watch = row.getColumn(5).getString() == kContinuousCycle};
}

/// The executions of one item after another; the query is made when the first one is asked for.
class DoneSince {
 public:
  DoneSince(SQLite::Database& db, const Zone& zone) : db_(db), zone_(zone) {}

  std::vector<Done> of(const std::string& item, Instant start) {
    if (!query_)
      query_.emplace(db_, std::string(kSelectDone) +
                              " FROM run WHERE item = ? AND satisfies = 1 AND performed_at >= ? "
                              "ORDER BY performed_at DESC, finish_seq DESC");
    query_->reset();
    query_->bind(1, item);
    query_->bind(2, seconds_of(start));
    std::vector<Done> found;
    while (query_->executeStep()) found.push_back(done_of(*query_, zone_));
    return found;
  }

 private:
  SQLite::Database& db_;
  const Zone& zone_;
  std::optional<SQLite::Statement> query_;
};

/// Enough to see since when nobody watches, unless the watches overlapped a lot.
constexpr int kWatchesLookedAt = 3;

void add_recent_watches(SQLite::Database& db, const std::string& item, ItemHistory& history) {
  for (const RunSummary& run : select_runs(
           db, {.item = item, .satisfies = true, .limit = kWatchesLookedAt, .last = LastBy::end})) {
    if (run.cycle == kContinuousCycle) add_watch(db, run, history);
  }
}

void add_named(SQLite::Database& db, const Zone& zone, Histories& histories) {
  SQLite::Statement query(
      db, std::string("SELECT ") + kRunColumns + " FROM run WHERE for_key <> '' AND satisfies = 1");
  while (query.executeStep()) {
    const RunSummary run = summary_of(query);
    add_execution(run, zone, histories[run.item]);
  }
}

/// Those that name their occurrence are there already.
void add_done(SQLite::Database& db, const std::string& item, std::vector<Done> found,
              ItemHistory& history) {
  bool is_watched = false;
  for (Done& one : found) {
    if (one.execution.for_key.empty()) history.executions.push_back(std::move(one.execution));
    is_watched = is_watched || one.is_watch;
  }
  if (is_watched) add_recent_watches(db, item, history);
}

/// Of the items from `first` to `last`, since when `from` asks for them.
void add_last_done(SQLite::Database& db, const Zone& zone, const std::string& first,
                   const std::string& last, const Journal::FactsFrom& from, Histories& histories) {
  SQLite::Statement query(
      db, std::string(kSelectDone) + ", item, before_at FROM last_done WHERE item BETWEEN ? AND ?");
  query.bind(1, first);
  query.bind(2, last);
  DoneSince done_since(db, zone);
  while (query.executeStep()) {
    Done done = done_of(query, zone);
    const std::string item = query.getColumn(6).getString();
    const auto before = optional_instant(query.getColumn(7));
    const auto start = from(item, done.execution.performed_at);
    if (!start) continue;
    const bool is_all = done.execution.performed_at >= *start && (!before || *before < *start);
    add_done(db, item, is_all ? std::vector{std::move(done)} : done_since.of(item, *start),
             histories[item]);
  }
}

}  // namespace

std::map<std::string, ItemHistory> Journal::histories(const Zone& zone,
                                                      std::optional<Instant> as_of) const {
  return connection_->run([&](SQLite::Database& db) { return histories_of(db, zone, "", as_of); });
}

ItemHistory Journal::history(const std::string& item, const Zone& zone,
                             std::optional<Instant> as_of) const {
  return connection_->run(
      [&](SQLite::Database& db) { return histories_of(db, zone, item, as_of)[item]; });
}

std::map<std::string, ItemHistory> Journal::recent_histories(
    const Zone& zone, const std::string& first, const std::string& last, const FactsFrom& from,
    std::span<const RunSummary> open) const {
  return connection_->run([&](SQLite::Database& db) {
    Histories histories;
    for (const RunSummary& run : open) {
      if (run.state == RunState::open && run.cycle == kContinuousCycle)
        add_watch(db, run, histories[run.item]);
    }
    for (Request& request : select_open_requests(db, ""))
      histories[request.item].requests.push_back(std::move(request));
    add_waivers(db, "", histories);
    add_named(db, zone, histories);
    add_last_done(db, zone, first, last, from, histories);
    return histories;
  });
}

bool Journal::is_all_before(Instant instant) const {
  return connection_->run([&](SQLite::Database& db) {
    SQLite::Statement query(db, "SELECT max(recorded_at) FROM event_index");
    return !query.executeStep() || query.getColumn(0).isNull() ||
           instant_of(query.getColumn(0)) <= instant;
  });
}

std::vector<Request> Journal::open_requests(const std::string& item) const {
  return connection_->run([&](SQLite::Database& db) { return select_open_requests(db, item); });
}

std::optional<Request> Journal::request(const std::string& id) const {
  return connection_->run([&](SQLite::Database& db) -> std::optional<Request> {
    SQLite::Statement query(db, std::string(kSelectRequests) + "WHERE id = ?");
    query.bind(1, id);
    return query.executeStep() ? std::optional(request_of(query)) : std::nullopt;
  });
}

}  // namespace opsctl
