// The journal's tables: made by the numbered files of schema/, recognised by application_id and
// user_version.
#pragma once

#include <cstdint>
#include <string>

namespace SQLite {
class Database;
}

namespace opsctl {

class Connection;

inline constexpr std::int32_t kApplicationId = 0x4F505343;  // "OPSC"

/// The version this opsctl writes: the number of files in schema/.
int schema_version();

/// In an empty database, inside a transaction.
void create_schema(SQLite::Database& db);

/// Throws Error where this is no journal, or a newer one.
void require_schema(Connection& connection);

/// SHA-256 over the definitions of all tables, indexes, triggers and views.
std::string schema_digest(SQLite::Database& db);

/// Throws Error where a table, index, trigger or view is not as the files of schema/ make it: it
/// would be obeyed, or believed, whatever it does.
void require_shipped_schema(Connection& connection);

}  // namespace opsctl
