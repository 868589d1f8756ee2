#include "store/verify.h"

#include <sqlite3.h>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/connection.h"
#include "store/journal_rights.h"
#include "store/schema.h"
#include "store/verify_parts.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;

void check_file(Verification& verification) {
  Findings& findings = verification.findings;
  findings.look(Check::file, 1);
  SQLite::Statement query(verification.db, "PRAGMA integrity_check");
  while (query.executeStep()) {
    std::string line = query.getColumn(0).getString();
    if (line != "ok") findings.blame(Check::file, say<messages::verify_sqlite>(std::move(line)));
  }
}

struct SchemaObject {
  std::string type;
  std::string table;
  std::string sql;

  friend bool operator==(const SchemaObject&, const SchemaObject&) = default;
};

/// By name.
std::map<std::string, SchemaObject> schema_of(SQLite::Database& db) {
  std::map<std::string, SchemaObject> objects;
  SQLite::Statement query(db, "SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema");
  while (query.executeStep()) {
    objects[query.getColumn(0).getString()] = {query.getColumn(1).getString(),
                                               query.getColumn(2).getString(),
                                               query.getColumn(3).getString()};
  }
  return objects;
}

/// Against that of a new journal.
void check_schema(Verification& verification) {
  Findings& findings = verification.findings;
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  create_schema(fresh, verification.options.migrations);
  const auto shipped = schema_of(fresh);
  const auto found = schema_of(verification.db);
  for (const auto& [name, object] : shipped) {
    const auto there = found.find(name);
    if (there == found.end())
      findings.look(Check::schema, false, say<messages::verify_object_missing>(object.type, name));
    else
      findings.look(Check::schema, there->second == object,
                    say<messages::verify_object_other>(object.type, name));
  }
  for (const auto& [name, object] : found) {
    if (!shipped.contains(name))
      findings.look(Check::schema, false, say<messages::verify_object_extra>(object.type, name));
  }
}

}  // namespace

bool is_damage(const SQLite::Exception& exception) {
  switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_ERROR:  // a table or column that should be there is not
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE:
      return true;
    default:
      return false;
  }
}

void Findings::blame(Check check, Message what) {
  CheckResult& result = of(check);
  ++result.wrong;
  if (result.findings.size() < most_) result.findings.push_back(std::move(what));
}

bool Findings::look(Check check, bool is_right, const Message& otherwise) {
  look(check);
  if (!is_right) blame(check, otherwise);
  return is_right;
}

std::vector<CheckResult> Findings::take() {
  std::vector<CheckResult> all;
  for (auto& [check, result] : results_) all.push_back(std::move(result));
  results_.clear();
  return all;
}

CheckResult& Findings::of(Check check) {
  return results_.try_emplace(check, CheckResult{.check = check}).first->second;
}

/// The order is that of the cost of being misled: what comes later believes what came before.
void check_all(Verification& verification) {
  verification.attempt(Check::file, [&] { check_file(verification); });
  verification.attempt(Check::schema, [&] { check_schema(verification); });
  check_records(verification);
  verification.attempt(Check::runs, [&] { check_runs(verification); });
  if (verification.options.deep)
    verification.attempt(Check::derived, [&] { check_derived(verification); });
}

VerifyReport verify_journal(const fs::path& path, const VerifyOptions& options) {
  const auto own = options.own_copy ? std::make_optional<OwnRights>() : std::nullopt;
  const JournalRights rights;
  const fs::path place = resolved_place(path);
  VerifyReport report{.path = place.string(), .deep = options.deep};
  Findings findings(options.most_findings);
  try {
    // All checks are of one moment.
    const auto connection =
        connect(place, options.own_copy ? Access::copy : Access::read, options.wait);
    require_schema(*connection, options.migrations);
    connection->run([&](SQLite::Database& db) {
      Verification verification{db, options, findings};
      check_all(verification);
      report.head = verification.head;
      report.unchecked_signatures = verification.unchecked_signatures;
    });
  } catch (const Error& error) {
    // It does not even open: that is an answer, too.
    if (error.problem().what.text != &messages::journal_damaged) throw;
    findings.look(Check::file, false, error.problem().what);
  }
  report.checks = findings.take();
  return report;
}

}  // namespace opsctl
