#include "cli/kind.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace opsctl::cli {
namespace {

constexpr std::array<std::pair<std::string_view, Values>, 13> kUsual = {
    {{"ITEM", Values::items},
     {"RUN", Values::runs},
     {"ITEM|RUN", Values::items_or_runs},
     {"RUN|REQUEST", Values::to_be_signed},
     {"REQUEST", Values::requests},
     {"STEP", Values::steps},
     {"KEY=VALUE", Values::fields},
     {"PERSON", Values::persons},
     {"PARTY", Values::parties},
     {"CYCLE", Values::cycles},
     {"KIND", Values::event_kinds},
     {"FILE", Values::files},
     {"DIR", Values::folders}}};

Values usual(std::string_view shown) {
  if (!shown.empty() && shown.front() >= 'a' && shown.front() <= 'z') return Values::alternatives;
  const auto* const found =
      std::ranges::find(kUsual, shown, [](const auto& one) { return one.first; });
  return found == kUsual.end() ? Values::nothing : found->second;
}

}  // namespace

Kind::Kind(const char* its_shown) : shown(its_shown), values(usual(its_shown)) {}

}  // namespace opsctl::cli
