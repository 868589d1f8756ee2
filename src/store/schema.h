// The journal's tables: made by the numbered files of schema/, recognised by application_id and
// user_version.
#pragma once

#include <cstdint>

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

}  // namespace opsctl
