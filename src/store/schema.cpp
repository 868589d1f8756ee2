#include "store/schema.h"

#include <array>
#include <string>

#include "base/messages/store.h"
#include "store/connection.h"

namespace opsctl {
namespace {
#include "store/migrations.inc"
}  // namespace

int schema_version() { return static_cast<int>(kMigrations.size()); }

void create_schema(SQLite::Database& db) {
  for (const char* sql : kMigrations) db.exec(sql);
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.exec("PRAGMA user_version = " + std::to_string(schema_version()));
}

void require_schema(Connection& connection) {
  const auto number = [&](const char* pragma) {
    return connection.run([&](SQLite::Database& db) { return db.execAndGet(pragma).getInt(); });
  };
  const std::string path = connection.path().string();
  if (number("PRAGMA application_id") != kApplicationId)
    throw Error(Exit::journal, say<messages::journal_not_ours>(path));
  const int version = number("PRAGMA user_version");
  if (version > schema_version())
    throw Error(Exit::journal, say<messages::journal_newer>(path, version, schema_version()),
                say<messages::journal_newer_hint>());
  if (version < 1) throw Error(Exit::journal, say<messages::journal_not_ours>(path));
}

}  // namespace opsctl
