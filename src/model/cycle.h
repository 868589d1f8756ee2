// The sheet's 作業実施周期: 24H, 随時, and N/kU (spec schedule.md 3).
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/problem.h"

namespace opsctl {

/// The canonical text of the continuous cycle.
inline constexpr std::string_view kContinuousCycle = "24H";

/// N occurrences in every period of k units; or continuous (24H); or on demand (随時).
struct Cycle {
  enum class Kind { frequency, continuous, on_demand };
  enum class Unit { day, week, month, quarter, year };  // quarter and year are of the fiscal year

  Kind kind = Kind::on_demand;
  int count = 1;  // N, 1 to 999
  int every = 1;  // k, 1 to 99
  Unit unit = Unit::day;

  friend bool operator==(const Cycle&, const Cycle&) = default;
};

/// Folds full-width ASCII and trims before parsing. The refusal carries a suggestion as its hint
/// where there is one ("1/m": use 1/M for month).
std::variant<Cycle, Refusal> parse_cycle(std::string_view text);

/// The canonical text: k = 1 is left out, on demand is 随時.
std::string to_text(const Cycle& cycle);

char unit_letter(Cycle::Unit unit);  // 'D', 'W', 'M', 'Q', 'Y'

}  // namespace opsctl
