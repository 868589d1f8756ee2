// The grammar of a cycle, read strictly. What the author probably meant is in cycle_hint.cpp.
#include "model/cycle.h"

#include <fmt/format.h>

#include "base/messages/schedule.h"
#include "base/text.h"
#include "model/cycle_hint.h"

namespace opsctl {
namespace {

constexpr std::string_view kUnits = "DWMQY";  // in the order of Cycle::Unit

/// A number of 1 to `max` without sign or leading zero.
std::optional<int> number(std::string_view digits, int max) {
  const auto value = parse_count(digits);
  return value && *value >= 1 && *value <= max ? value : std::nullopt;
}

std::optional<Cycle> parse_frequency(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash + 1 >= text.size()) return std::nullopt;
  const std::string_view period = text.substr(slash + 1);
  const std::size_t unit = kUnits.find(period.back());
  const std::string_view k = period.substr(0, period.size() - 1);

  const auto count = number(text.substr(0, slash), 999);
  const auto every = k.empty() ? std::optional(1) : number(k, 99);
  if (!count || !every || unit == std::string_view::npos) return std::nullopt;
  return Cycle{Cycle::Kind::frequency, *count, *every, static_cast<Cycle::Unit>(unit)};
}

}  // namespace

std::optional<Cycle> parse_exact_cycle(std::string_view text) {
  if (text == "24H") return Cycle{.kind = Cycle::Kind::continuous};
  if (text == "随時" || text == "on-demand") return Cycle{.kind = Cycle::Kind::on_demand};
  return parse_frequency(text);
}

std::variant<Cycle, Refusal> parse_cycle(std::string_view text) {
  const std::string folded = trim(fold_width(text));
  if (const auto cycle = parse_exact_cycle(folded)) return *cycle;
  const Message what =
      folded.empty() ? say<messages::cycle_empty>() : say<messages::cycle_unreadable>(folded);
  return Refusal{{what, {}, hint_for_cycle(folded)}};
}

std::string to_text(const Cycle& cycle) {
  if (cycle.kind == Cycle::Kind::continuous) return "24H";
  if (cycle.kind == Cycle::Kind::on_demand) return "随時";
  const std::string every = cycle.every == 1 ? "" : fmt::format("{}", cycle.every);
  return fmt::format("{}/{}{}", cycle.count, every, unit_letter(cycle.unit));
}

char unit_letter(Cycle::Unit unit) { return kUnits[static_cast<std::size_t>(unit)]; }

}  // namespace opsctl
