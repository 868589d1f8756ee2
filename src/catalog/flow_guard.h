// The form of [lists] and {mappings} in one line or over several.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "catalog/yaml_scalar.h"

namespace opsctl {

/// Follows one flow collection from its opening bracket to its closing one. No text within it goes
/// on in the next line.
class FlowGuard {
 public:
  struct Progress {
    std::size_t byte = 0;  // where reading stopped in this line
    std::optional<Trouble> trouble = std::nullopt;
  };

  /// Reads on to the end of the line or of the collection.
  Progress read(std::string_view line, std::size_t byte);

  bool closed() const { return open_.empty(); }
  std::size_t deepest() const { return deepest_; }

 private:
  enum class Next { entry, colon, value, comma };
  struct Open {
    char bracket;
    Next next;
  };

  std::optional<Trouble> token(std::string_view line, std::size_t& at);
  std::optional<Trouble> open(std::string_view line, std::size_t& at);
  std::optional<Trouble> close(std::string_view line, std::size_t& at);
  std::optional<Trouble> comma(std::size_t& at);
  std::optional<Trouble> colon(std::string_view line, std::size_t& at);
  std::optional<Trouble> text(std::string_view line, std::size_t& at);
  std::optional<Trouble> expect_value(std::size_t at) const;
  void had_value();

  std::vector<Open> open_;
  std::size_t deepest_ = 0;
};

}  // namespace opsctl
