#include "store/schema.h"

#include <array>
#include <string>

#include "base/blake2b.h"
#include "base/messages/care.h"
#include "base/messages/hostile.h"
#include "base/messages/store.h"
#include "store/connection.h"

namespace opsctl {
namespace {
#include "store/migrations.inc"

/// schema_digest() of the tables as they are made.
constexpr std::string_view kShippedSchema =
    "6ea5713877132a075cbdd8ec02fde3dac0b25e7f20de47b2c6afcf9d3bd3160d";

}  // namespace

Migrations shipped_migrations() { return kMigrations; }

int schema_version() { return static_cast<int>(kMigrations.size()); }

void create_schema(SQLite::Database& db, Migrations migrations) {
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  migrate(db, migrations);
}

void migrate(SQLite::Database& db, Migrations migrations) {
  const int version = db.execAndGet("PRAGMA user_version").getInt();
  for (const char* sql : migrations.subspan(static_cast<std::size_t>(version))) db.exec(sql);
  db.exec("PRAGMA user_version = " + std::to_string(migrations.size()));
}

int version_of(Connection& connection) {
  const auto number = [&](const char* pragma) {
    return connection.run([&](SQLite::Database& db) { return db.execAndGet(pragma).getInt(); });
  };
  const int version = number("PRAGMA user_version");
  if (number("PRAGMA application_id") != kApplicationId || version < 1)
    throw Error(Exit::journal, say<messages::journal_not_ours>(connection.path().string()));
  return version;
}

void require_schema(Connection& connection, Migrations migrations) {
  const int version = version_of(connection);
  const int known = static_cast<int>(migrations.size());
  const std::string path = connection.path().string();
  if (version > known)
    throw Error(Exit::journal, say<messages::journal_newer>(path, version, known),
                say<messages::journal_newer_hint>());
  if (version < known)
    throw Error(Exit::journal, say<messages::journal_older>(path, version, known),
                say<messages::journal_older_hint>());
}

std::string schema_digest(SQLite::Database& db) {
  SQLite::Statement query(db,
                          "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema "
                          "ORDER BY name, type");
  std::string all;
  while (query.executeStep()) {
    for (int i = 0; i < 4; ++i) all += query.getColumn(i).getString() + '\0';
  }
  return hex(blake2b(all));
}

void require_shipped_schema(Connection& connection) {
  if (connection.run(schema_digest) == kShippedSchema) return;
  throw Error(Exit::journal, say<messages::schema_not_ours>(connection.path().string()),
              say<messages::schema_not_ours_hint>());
}

}  // namespace opsctl
