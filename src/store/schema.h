// The journal's tables: made by the numbered files of schema/, recognised by application_id and
// user_version.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace SQLite {
class Database;
}

namespace opsctl {

class Connection;

inline constexpr std::int32_t kApplicationId = 0x4F505343;  // "OPSC"

/// SQL, one after another: each makes the next version out of the one before, the first out of
/// nothing. The version of a journal is the number of those it has been through.
using Migrations = std::span<const char* const>;

/// The files of schema/: those that this opsctl works with.
Migrations shipped_migrations();

/// The version this opsctl writes.
int schema_version();

/// In an empty database, inside a transaction.
void create_schema(SQLite::Database& db, Migrations migrations = shipped_migrations());

/// Inside a transaction, from the version that the journal has to the last. What is derived must be
/// made again afterwards.
void migrate(SQLite::Database& db, Migrations migrations);

/// Throws Error where this is no journal.
int version_of(Connection& connection);

/// Throws Error where this is no journal, an older one or a newer one.
void require_schema(Connection& connection, Migrations migrations = shipped_migrations());

/// SHA-256 over the definitions of all tables, indexes, triggers and views.
std::string schema_digest(SQLite::Database& db);

/// Throws Error where a table, index, trigger or view is not as the files of schema/ make it: it
/// would be obeyed, or believed, whatever it does.
void require_shipped_schema(Connection& connection);

}  // namespace opsctl
