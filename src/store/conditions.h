// The conditions of a query: only those that are asked, so that SQLite can go by an index where one
// of them has it. Column names are our own words, values are always bound.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/time.h"

namespace opsctl {

class Conditions {
 public:
  /// Without a value.
  void add(std::string sql);
  /// Those of an empty text or list, or of no instant, always hold.
  void equal(const std::string& column, const std::string& value);
  void one_of(const std::string& column, const std::vector<std::string>& values);
  void from(const std::string& column, const std::optional<Instant>& instant);
  void before(const std::string& column, const std::optional<Instant>& instant);
  void above(const std::string& column, std::int64_t value);
  void up_to(const std::string& column, std::int64_t value);
  /// `part` is not empty. An index has what begins alike together; what ends alike is looked for.
  void begins(const std::string& column, const std::string& part);
  void ends(const std::string& column, const std::string& part);

  /// "WHERE … AND …"; empty without any.
  std::string where() const;
  void bind_to(SQLite::Statement& statement) const;

 private:
  using Value = std::variant<std::int64_t, std::string>;
  void add(std::string sql, Value value);

  std::vector<std::string> sql_;
  std::vector<Value> values_;  // in the order of their question marks
};

}  // namespace opsctl
