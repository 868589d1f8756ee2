// The runs, one after another: never more than one in memory.
#include <algorithm>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/derived.h"
#include "store/payload.h"
#include "store/records.h"
#include "store/verify_parts.h"

namespace opsctl {
namespace {

/// Nothing where a record of the run cannot be read; what is wrong with it has been said.
std::optional<Run> run_of(SQLite::Database& db, const std::string& id) {
  SQLite::Statement query(db,
                          "SELECT e.seq, e.payload, e.hash FROM event_index AS i"
                          " JOIN event AS e ON e.seq = i.seq WHERE i.run = ? ORDER BY e.seq");
  query.bind(1, id);
  Run run{id, {}};
  while (query.executeStep()) {
    const StoredRecord record = record_of(query);
    try {
      run.events.push_back(from_payload(record.payload, record.seq).event);
    } catch (const Error&) {
      return std::nullopt;
    }
    run.events.back().seq = record.seq;
    run.events.back().hash = record.hash;
  }
  return run;
}

std::optional<Message> wrong_row(SQLite::Database& db, const Run& run) {
  const auto starts = [](const Event& event) {
    return std::holds_alternative<RunStarted>(event.body);
  };
  if (run.events.empty() || !starts(run.events.front()) ||
      std::ranges::count_if(run.events, starts) != 1)
    return say<messages::run_history_wrong>(run.id);
  try {
    const auto row = select_run(db, run.id);
    if (!row) return say<messages::verify_run_no_row>(run.id);
    if (*row != summarize(run)) return say<messages::verify_run_row>(run.id);
  } catch (const Error& error) {
    return error.problem().what;
  }
  return std::nullopt;
}

void look_at(Verification& verification, const std::string& id) {
  Findings& findings = verification.findings;
  findings.look(Check::runs);
  const std::optional<Run> run = run_of(verification.db, id);
  if (!run) return findings.blame(Check::runs, say<messages::verify_run_unreadable>(id));
  if (auto wrong = wrong_row(verification.db, *run)) findings.blame(Check::runs, std::move(*wrong));
  for (AuditFinding& finding : verification.audit.judge(*run))
    findings.blame(Check::rules,
                   say<messages::verify_of_record>(finding.seq, std::move(finding.what)));
}

/// Of all items whose runs were ever done.
void look_at_last_done(Verification& verification) {
  const std::string by_runs = std::string("SELECT * FROM (") + kLastDoneOf + ")";
  const std::string there = "SELECT * FROM last_done WHERE item = ?1";
  SQLite::Statement differ(verification.db, "SELECT EXISTS (" + there + " EXCEPT " + by_runs +
                                                ") OR EXISTS (" + by_runs + " EXCEPT " + there +
                                                ")");
  SQLite::Statement items(verification.db, "SELECT item FROM last_done UNION SELECT item FROM run");
  while (items.executeStep()) {
    const std::string item = items.getColumn(0).getString();
    differ.reset();
    differ.bind(1, item);
    if (differ.executeStep() && differ.getColumn(0).getInt() != 0)
      verification.findings.blame(Check::runs, say<messages::verify_last_done>(item));
  }
}

}  // namespace

void check_runs(Verification& verification) {
  SQLite::Statement ids(verification.db,
                        "SELECT DISTINCT run FROM event_index WHERE run <> '' ORDER BY run");
  while (ids.executeStep()) look_at(verification, ids.getColumn(0).getString());
  SQLite::Statement others(verification.db,
                           "SELECT id FROM run WHERE id NOT IN (SELECT run FROM event_index)");
  while (others.executeStep())
    verification.findings.look(
        Check::runs, false, say<messages::verify_run_no_records>(others.getColumn(0).getString()));
  look_at_last_done(verification);
}

}  // namespace opsctl
