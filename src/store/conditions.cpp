#include "store/conditions.h"

#include <utility>

#include "base/text.h"
#include "store/columns.h"

namespace opsctl {

void Conditions::add(std::string sql) { sql_.push_back(std::move(sql)); }

void Conditions::add(std::string sql, Value value) {
  sql_.push_back(std::move(sql));
  values_.push_back(std::move(value));
}

void Conditions::equal(const std::string& column, const std::string& value) {
  if (!value.empty()) add(column + " = ?", value);
}

void Conditions::one_of(const std::string& column, const std::vector<std::string>& values) {
  if (values.empty()) return;
  const std::vector<std::string> marks(values.size(), "?");
  sql_.push_back(column + " IN (" + join(marks, ", ") + ")");
  values_.insert(values_.end(), values.begin(), values.end());
}

void Conditions::from(const std::string& column, const std::optional<Instant>& instant) {
  if (instant) add(column + " >= ?", seconds_of(*instant));
}

void Conditions::before(const std::string& column, const std::optional<Instant>& instant) {
  if (instant) add(column + " < ?", seconds_of(*instant));
}

void Conditions::above(const std::string& column, std::int64_t value) {
  add(column + " > ?", value);
}

void Conditions::up_to(const std::string& column, std::int64_t value) {
  add(column + " <= ?", value);
}

void Conditions::begins(const std::string& column, const std::string& part) {
  std::string beyond = part;
  ++beyond.back();  // by bytes, as SQLite compares
  add(column + " >= ?", part);
  add(column + " < ?", beyond);
}

void Conditions::ends(const std::string& column, const std::string& part) {
  add("substr(" + column + ", -" + std::to_string(characters(part).size()) + ") = ?", part);
}

std::string Conditions::where() const { return sql_.empty() ? "" : "WHERE " + join(sql_, " AND "); }

void Conditions::bind_to(SQLite::Statement& statement) const {
  int index = 0;
  for (const Value& value : values_) {
    ++index;
    if (const auto* number = std::get_if<std::int64_t>(&value))
      statement.bind(index, *number);
    else
      statement.bind(index, std::get<std::string>(value));
  }
}

}  // namespace opsctl
