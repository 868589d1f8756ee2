#include "base/json.h"

#include <algorithm>
#include <stdexcept>

namespace opsctl {
namespace {

bool has_fraction(const nlohmann::json& json) {
  if (json.is_number_float()) return true;
  if (!json.is_structured()) return false;
  return std::ranges::any_of(json, [](const nlohmann::json& part) { return has_fraction(part); });
}

}  // namespace

std::string to_text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string canonical(const nlohmann::json& json) {
  if (has_fraction(json)) throw std::invalid_argument("canonical JSON holds whole numbers only");
  try {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::strict);
  } catch (const nlohmann::json::exception& e) {
    throw std::invalid_argument(e.what());
  }
}

}  // namespace opsctl
