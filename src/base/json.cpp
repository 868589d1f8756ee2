#include "base/json.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace opsctl {
namespace {

bool has_fraction(const nlohmann::json& json) {
  if (json.is_number_float()) return true;
  if (!json.is_structured()) return false;
  return std::ranges::any_of(json, [](const nlohmann::json& part) { return has_fraction(part); });
}

/// \uXXXX, above U+FFFF as a surrogate pair.
std::string escaped(char32_t c) {
  const auto code = static_cast<std::uint32_t>(c);
  if (code < 0x10000) return fmt::format("\\u{:04x}", code);
  const std::uint32_t beyond = code - 0x10000;
  return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (beyond >> 10), 0xDC00 + (beyond & 0x3FF));
}

/// JSON allows bidi overrides and C1 controls as they are; a terminal should not get them. Escaped
/// they mean the same, and only strings can hold them.
std::string without_raw_controls(std::string_view text) {
  std::string out;
  for (const char32_t c : characters(text)) {
    const std::string bytes = utf8(std::u32string(1, c));
    const bool shown = c < 0x7F || visible(bytes) == bytes;
    out += shown ? bytes : escaped(c);
  }
  return out;
}

}  // namespace

std::string to_text(const Json& json) {
  return without_raw_controls(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::string to_line(const Json& json) {
  return without_raw_controls(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

JsonParts::JsonParts(const Json& document) : head_(to_text(document)) {
  head_.resize(head_.rfind("]\n}"));
}

std::string JsonParts::add(const Json& element) {
  std::string text = std::exchange(any_, true) ? "," : "";
  std::string lines = to_text(element);
  lines.pop_back();
  for (const std::string& line : split(lines, '\n')) text += "\n    " + line;
  return text;
}

std::string JsonParts::end() const { return any_ ? "\n  ]\n}\n" : "]\n}\n"; }

std::string canonical(const nlohmann::json& json) {
  if (has_fraction(json)) throw std::invalid_argument("canonical JSON holds whole numbers only");
  try {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::strict);
  } catch (const nlohmann::json::exception& e) {
    throw std::invalid_argument(e.what());
  }
}

}  // namespace opsctl
