#include "store/derived.h"

#include <algorithm>
#include <set>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/columns.h"
#include "store/conditions.h"
#include "store/records.h"

namespace opsctl {
namespace {

/// The first value that the query has for the id; empty where there is none.
std::string text_of(SQLite::Database& db, const char* sql, const std::string& id) {
  SQLite::Statement query(db, sql);
  query.bind(1, id);
  return query.executeStep() ? query.getColumn(0).getString() : "";
}

/// What the event belongs to: the run's reference, or the request's.
std::string ref_of(SQLite::Database& db, const Event& event) {
  constexpr const char* kOfRequest = "SELECT ref FROM request WHERE id = ?";
  if (const auto* start = std::get_if<RunStarted>(&event.body)) return start->ref;
  if (const auto* made = std::get_if<RequestMade>(&event.body)) return made->ref;
  if (const auto* withdrawn = std::get_if<RequestWithdrawn>(&event.body))
    return text_of(db, kOfRequest, withdrawn->request);
  if (const auto* approved = std::get_if<RequestApproved>(&event.body))
    return text_of(db, kOfRequest, approved->request);
  if (event.run.empty()) return "";
  return text_of(db, "SELECT ref FROM event_index WHERE run = ? ORDER BY seq LIMIT 1", event.run);
}

void index_event(SQLite::Database& db, const Event& event) {
  SQLite::Statement insert(db,
                           "INSERT INTO event_index (seq, run, item, kind, person, recorded_at, "
                           "idempotency_key, ref) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, event.seq);
  insert.bind(2, event.run);
  insert.bind(3, event.item);
  insert.bind(4, std::string(kind_of(event.body)));
  insert.bind(5, event.actor.person);
  insert.bind(6, seconds_of(event.recorded_at));
  insert.bind(7, event.idempotency_key);
  insert.bind(8, ref_of(db, event));
  insert.exec();
}

void store_run(SQLite::Database& db, const RunSummary& run) {
  SQLite::Statement insert(db, std::string("INSERT OR REPLACE INTO run (") + kRunColumns +
                                   ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, run.id);
  insert.bind(2, run.item);
  insert.bind(3, std::string(name_of(run.state)));
  if (run.outcome)
    insert.bind(4, std::string(name_of(*run.outcome)));
  else
    insert.bind(4);
  insert.bind(5, seconds_of(run.started_at));
  bind(insert, 6, run.performed_at);
  bind(insert, 7, run.finished_at);
  insert.bind(8, run.last_seq);
  insert.bind(9, run.satisfies ? 1 : 0);
  insert.bind(10, run.valid_until);
  insert.bind(11, run.cycle);
  bind(insert, 12, run.planned_end);
  insert.bind(13, run.for_key);
  insert.bind(14, run.request);
  insert.bind(15, run.finish_seq);
  insert.bind(16, run.emergency ? 1 : 0);
  insert.bind(17, run.ref);
  insert.exec();
}

/// A request is closed by a run that was finished for it, as long as that counts.
void refresh_closing(SQLite::Database& db, const std::string& request) {
  if (request.empty()) return;
  SQLite::Statement update(db,
                           "UPDATE request SET closed = EXISTS (SELECT 1 FROM run WHERE request = "
                           "?1 AND request <> '' AND satisfies = 1) WHERE id = ?1");
  update.bind(1, request);
  update.exec();
}

void refresh_last_done(SQLite::Database& db, const std::string& item) {
  for (const std::string& sql : {std::string("DELETE FROM last_done WHERE item = ?1"),
                                 std::string("INSERT INTO last_done ") + kLastDoneOf}) {
    SQLite::Statement change(db, sql);
    change.bind(1, item);
    change.exec();
  }
}

bool starts(const Event& event) { return std::holds_alternative<RunStarted>(event.body); }

/// Everything about a run is asked of its history, by the model's one function.
RunSummary refresh_run(SQLite::Database& db, const std::string& id) {
  const Run run{id, events_of_run(db, id)};
  if (run.events.empty() || !starts(run.events.front()) ||
      std::ranges::count_if(run.events, starts) != 1)
    throw Error(Exit::journal, say<messages::run_history_wrong>(id));
  RunSummary now = summarize(run);
  const std::string before = text_of(db, "SELECT request FROM run WHERE id = ?", id);
  store_run(db, now);
  if (before != now.request) refresh_closing(db, before);
  refresh_closing(db, now.request);
  return now;
}

void store_request(SQLite::Database& db, const Event& event, const RequestMade& made) {
  SQLite::Statement insert(db,
                           "INSERT INTO request (id, item, person, reason, ref, origin, "
                           "requested_at, deadline) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, made.request);
  insert.bind(2, event.item);
  insert.bind(3, event.actor.person);
  insert.bind(4, made.reason);
  insert.bind(5, made.ref);
  insert.bind(6, made.origin);
  insert.bind(7, seconds_of(event.performed_at));
  bind(insert, 8, made.deadline);
  insert.exec();
}

void store_withdrawal(SQLite::Database& db, const Event& event, const RequestWithdrawn& withdrawn) {
  SQLite::Statement update(db, "UPDATE request SET withdrawn_at = ? WHERE id = ?");
  update.bind(1, seconds_of(event.performed_at));
  update.bind(2, withdrawn.request);
  update.exec();
}

void store_approval(SQLite::Database& db, const Event& event, const RequestApproved& approved) {
  SQLite::Statement update(db, "UPDATE request SET approved_at = ? WHERE id = ?");
  update.bind(1, seconds_of(event.performed_at));
  update.bind(2, approved.request);
  update.exec();
}

void store_waiver(SQLite::Database& db, const Event& event, const OccurrenceWaived& waived) {
  SQLite::Statement insert(
      db, "INSERT INTO waiver (seq, item, key, until, waived_at) VALUES (?, ?, ?, ?, ?)");
  insert.bind(1, event.seq);
  insert.bind(2, event.item);
  insert.bind(3, waived.key);
  insert.bind(4, waived.until ? to_text(*waived.until) : "");
  insert.bind(5, seconds_of(event.recorded_at));
  insert.exec();
}

/// What an event says that is about no run.
void follow_outside_runs(SQLite::Database& db, const Event& event) {
  index_event(db, event);
  if (const auto* made = std::get_if<RequestMade>(&event.body)) store_request(db, event, *made);
  if (const auto* withdrawn = std::get_if<RequestWithdrawn>(&event.body))
    store_withdrawal(db, event, *withdrawn);
  if (const auto* approved = std::get_if<RequestApproved>(&event.body))
    store_approval(db, event, *approved);
  if (const auto* waived = std::get_if<OccurrenceWaived>(&event.body))
    store_waiver(db, event, *waived);
}

std::string last_first(LastBy last) {
  switch (last) {
    case LastBy::end:
      return " ORDER BY performed_at DESC, finish_seq DESC";
    case LastBy::id:
      return " ORDER BY id DESC";
    case LastBy::start:
      break;
  }
  return " ORDER BY started_at DESC, id DESC";
}

}  // namespace

RunSummary summary_of(SQLite::Statement& row) {
  RunSummary run;
  run.id = row.getColumn(0).getString();
  run.item = row.getColumn(1).getString();
  const auto state = run_state_of_name(row.getColumn(2).getString());
  if (!state) throw Error(Exit::journal, say<messages::run_row_wrong>(run.id));
  run.state = *state;
  if (const SQLite::Column outcome = row.getColumn(3); !outcome.isNull()) {
    run.outcome = outcome_of_name(outcome.getString());
    if (!run.outcome) throw Error(Exit::journal, say<messages::run_row_wrong>(run.id));
  }
  run.started_at = instant_of(row.getColumn(4));
  run.performed_at = optional_instant(row.getColumn(5));
  run.finished_at = optional_instant(row.getColumn(6));
  run.last_seq = row.getColumn(7).getInt64();
  run.satisfies = row.getColumn(8).getInt() != 0;
  run.valid_until = row.getColumn(9).getString();
  run.cycle = row.getColumn(10).getString();
  run.planned_end = optional_instant(row.getColumn(11));
  run.for_key = row.getColumn(12).getString();
  run.request = row.getColumn(13).getString();
  run.finish_seq = row.getColumn(14).getInt64();
  run.emergency = row.getColumn(15).getInt() != 0;
  run.ref = row.getColumn(16).getString();
  return run;
}

void follow(SQLite::Database& db, const Event& event) {
  follow_outside_runs(db, event);
  if (event.run.empty()) return;
  const RunSummary run = refresh_run(db, event.run);
  // While it was never finished, it has never counted.
  if (run.finish_seq != 0) refresh_last_done(db, run.item);
}

void rebuild(SQLite::Database& db) {
  db.exec(
      "DELETE FROM last_done; DELETE FROM run; DELETE FROM request; DELETE FROM waiver;"
      "DELETE FROM event_index");
  std::set<std::string> runs;
  SQLite::Statement query(db,
                          "SELECT e.seq, e.payload, e.hash, p.hash FROM event AS e "
                          "LEFT JOIN event AS p ON p.seq = e.seq - 1 ORDER BY e.seq");
  while (const auto event = next_event(query)) {
    follow_outside_runs(db, *event);
    if (!event->run.empty()) runs.insert(event->run);
  }
  std::set<std::string> items;
  for (const std::string& run : runs) items.insert(refresh_run(db, run).item);
  for (const std::string& item : items) refresh_last_done(db, item);
}

std::vector<RunSummary> select_runs(SQLite::Database& db, const RunFilter& filter) {
  Conditions conditions;
  conditions.equal("item", filter.item);
  std::vector<std::string> states;
  for (const RunState state : filter.states) states.emplace_back(name_of(state));
  conditions.one_of("state", states);
  conditions.from("performed_at", filter.performed_from);
  conditions.before("performed_at", filter.performed_before);
  conditions.from("started_at", filter.started_from);
  conditions.before("started_at", filter.started_before);
  if (filter.satisfies) conditions.add("satisfies = 1");
  if (filter.emergency) conditions.add("emergency = 1");
  if (!filter.id_begin.empty()) conditions.begins("id", filter.id_begin);
  if (!filter.id_end.empty()) conditions.ends("id", filter.id_end);
  std::string sql = std::string("SELECT ") + kRunColumns + " FROM run " + conditions.where();
  if (filter.limit == 0)
    sql += " ORDER BY started_at, id";
  else
    sql += last_first(filter.last) + " LIMIT " + std::to_string(filter.limit);
  SQLite::Statement query(db, sql);
  conditions.bind_to(query);
  std::vector<RunSummary> runs;
  while (query.executeStep()) runs.push_back(summary_of(query));
  if (filter.limit != 0) std::ranges::reverse(runs);
  return runs;
}

std::map<RunState, std::int64_t> count_runs(SQLite::Database& db) {
  std::map<RunState, std::int64_t> counts;
  SQLite::Statement query(db, "SELECT state, count(*) FROM run GROUP BY state");
  while (query.executeStep()) {
    const std::string name = query.getColumn(0).getString();
    const auto state = run_state_of_name(name);
    if (!state)
      throw Error(Exit::journal, say<messages::run_row_wrong>(text_of(
                                     db, "SELECT id FROM run WHERE state = ? ORDER BY id", name)));
    counts[*state] = query.getColumn(1).getInt64();
  }
  return counts;
}

std::optional<RunSummary> select_run(SQLite::Database& db, const std::string& id) {
  SQLite::Statement query(db, std::string("SELECT ") + kRunColumns + " FROM run WHERE id = ?");
  query.bind(1, id);
  return query.executeStep() ? std::optional(summary_of(query)) : std::nullopt;
}

}  // namespace opsctl
