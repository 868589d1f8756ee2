// The two ways opsctl writes JSON: ordered for scripts, canonical for what is hashed.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace opsctl {

/// Output for scripts: keys in the order written. Never throws on bad UTF-8.
using Json = nlohmann::ordered_json;
std::string to_text(const Json& json);
/// The same on one line.
std::string to_line(const Json& json);

/// A document whose last member is a list that comes in parts: the same bytes as to_text() of the
/// whole, with only a part in memory.
class JsonParts {
 public:
  /// `document` with the list, empty, as its last member.
  explicit JsonParts(const Json& document);

  std::string begin() const { return head_; }
  std::string add(const Json& element);
  std::string end() const;

 private:
  std::string head_;
  bool any_ = false;
};

/// The journal's canonical form (spec records.md): keys sorted, no spaces, UTF-8 as it is.
/// Throws std::invalid_argument where a value is a fraction or no valid UTF-8: such a record must
/// not be written.
std::string canonical(const nlohmann::json& json);

}  // namespace opsctl
