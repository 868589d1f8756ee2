// Instants in columns: UTC seconds, NULL where there is none.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "base/time.h"
#include "store/instants.h"

namespace opsctl {

inline std::int64_t seconds_of(Instant instant) { return instant.time_since_epoch().count(); }

inline Instant instant_of(const SQLite::Column& column) {
  const Instant instant(std::chrono::seconds(column.getInt64()));
  if (!is_of_our_years(instant))
    throw SQLite::Exception("a time of a year that no journal holds", SQLITE_CORRUPT);
  return instant;
}

inline std::optional<Instant> optional_instant(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional(instant_of(column));
}

inline void bind(SQLite::Statement& statement, int index, const std::optional<Instant>& instant) {
  if (instant)
    statement.bind(index, seconds_of(*instant));
  else
    statement.bind(index);
}

}  // namespace opsctl
