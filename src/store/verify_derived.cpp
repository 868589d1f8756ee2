// --deep: everything that follows from the events is made again, by the code that made it first,
// and compared row by row.
#include <array>
#include <string>
#include <vector>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/derived.h"
#include "store/schema.h"
#include "store/verify_parts.h"

namespace opsctl {
namespace {

struct DerivedTable {
  const char* name;
  const char* key;
};

constexpr std::array<DerivedTable, 5> kTables = {{{"event_index", "seq"},
                                                  {"run", "id"},
                                                  {"request", "id"},
                                                  {"waiver", "seq"},
                                                  {"last_done", "item"}}};

/// "" lets SQLite spill to a temporary file of its own, which nobody else sees.
class Rebuilt {
 public:
  Rebuilt(SQLite::Database& journal, Migrations migrations)
      : db_("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    db_.exec("BEGIN");
    create_schema(db_, migrations);
    SQLite::Statement from(journal, "SELECT seq, payload, hash FROM event ORDER BY seq");
    SQLite::Statement insert(db_, "INSERT INTO event (seq, payload, hash) VALUES (?, ?, ?)");
    while (from.executeStep()) {
      const SQLite::Column hash = from.getColumn(2);
      insert.reset();
      insert.bind(1, from.getColumn(0).getInt64());
      insert.bind(2, from.getColumn(1).getString());
      insert.bind(3, hash.getBlob(), hash.getBytes());
      insert.exec();
    }
    rebuild(db_);
  }

  SQLite::Database& db() { return db_; }

 private:
  SQLite::Database db_;
};

/// The values with their types, as they stand.
std::vector<std::string> values_of(SQLite::Statement& row) {
  std::vector<std::string> values;
  for (int i = 0; i < row.getColumnCount(); ++i) {
    const SQLite::Column column = row.getColumn(i);
    values.push_back(std::to_string(column.getType()) + column.getString());
  }
  return values;
}

/// The row with the key that `like` stands on; nothing where there is none.
std::optional<std::vector<std::string>> same_row(SQLite::Statement& query,
                                                 const SQLite::Column& key) {
  query.reset();
  if (key.isInteger())
    query.bind(1, key.getInt64());
  else
    query.bind(1, key.getString());
  return query.executeStep() ? std::optional(values_of(query)) : std::nullopt;
}

std::string sql_of(const DerivedTable& table, const char* rest) {
  return std::string("SELECT ") + table.key + ", * FROM " + table.name + " " + rest;
}

std::string by_key(const DerivedTable& table) {
  return sql_of(table, "WHERE ") + table.key + " = ?";
}

void compare(Findings& findings, SQLite::Database& journal, SQLite::Database& rebuilt,
             const DerivedTable& table) {
  SQLite::Statement wanted(rebuilt, sql_of(table, ""));
  SQLite::Statement there(journal, by_key(table));
  while (wanted.executeStep()) {
    const SQLite::Column key = wanted.getColumn(0);
    const auto row = same_row(there, key);
    findings.look(Check::derived, row && *row == values_of(wanted),
                  row ? say<messages::verify_derived_row>(table.name, key.getString())
                      : say<messages::verify_derived_missing>(table.name, key.getString()));
  }
  SQLite::Statement found(journal, sql_of(table, ""));
  SQLite::Statement rightful(rebuilt, by_key(table));
  while (found.executeStep()) {
    const SQLite::Column key = found.getColumn(0);
    if (!same_row(rightful, key))
      findings.look(Check::derived, false,
                    say<messages::verify_derived_extra>(table.name, key.getString()));
  }
}

}  // namespace

void check_derived(Verification& verification) {
  Findings& findings = verification.findings;
  findings.look(Check::derived, 0);
  try {
    Rebuilt rebuilt(verification.db, verification.options.migrations);
    for (const DerivedTable& table : kTables) {
      verification.attempt(Check::derived,
                           [&] { compare(findings, verification.db, rebuilt.db(), table); });
    }
  } catch (const Error& error) {
    findings.blame(Check::derived, say<messages::verify_not_rebuilt>(error.problem().what));
  }
}

}  // namespace opsctl
