#include "model/attribution.h"

#include <algorithm>
#include <vector>

namespace opsctl {
namespace {

class Attributing {
 public:
  explicit Attributing(const OwedLine& line) : line_(line) {
    for (const OwedVersion& version : line.versions()) oldest_.push_back(version.first);
  }

  void add(const Execution& fact) {
    const auto position = fact.for_key.empty() ? payable(fact) : named(fact.for_key);
    if (position) settlement_[*position] = {fact.kind, fact.performed_at};
    places_.push_back(position);
  }

  Attribution take() { return {std::move(settlement_), std::move(places_)}; }

 private:
  /// A key that is unknown or satisfied already was refused when the fact was recorded.
  std::optional<Position> named(std::string_view key) const {
    for (const Position& position : line_.find(key)) {
      if (!settlement_.contains(position)) return position;
    }
    return std::nullopt;
  }

  std::optional<Position> payable(const Execution& fact) {
    if (fact.kind == Execution::Kind::waived) return std::nullopt;  // always names its key
    for (std::size_t v = 0; v < line_.versions().size(); ++v) {
      const auto found = line_.versions()[v].coalesces() ? among_recent(v, fact.performed_at)
                                                         : oldest_unpaid(v, fact.performed_at);
      if (found) return found;
    }
    return std::nullopt;
  }

  /// Backwards from what is not open yet to what can no longer be paid.
  std::optional<Position> among_recent(std::size_t v, Instant at) const {
    std::optional<Position> earliest;
    Position place = line_.beyond(v, at);
    const auto upcoming = line_.after({v, place.index - 1});
    Instant next_open = upcoming ? upcoming->occurrence.open : Instant::max();
    while (const auto it = line_.before(place)) {
      const Occurrence& occurrence = it->occurrence;
      if (it->at.version != v || at >= std::max(occurrence.overdue, next_open)) break;
      if (occurrence.open <= at && !settlement_.contains(it->at)) earliest = it->at;
      next_open = occurrence.open;
      place = it->at;
    }
    return earliest;
  }

  /// With `catch_up: each` everything stays payable. What was passed once is paid or not owed, for
  /// good: facts come in order.
  std::optional<Position> oldest_unpaid(std::size_t v, Instant at) {
    const std::int64_t end = line_.beyond(v, at).index;
    for (std::int64_t& i = oldest_[v]; i < end; ++i) {
      const Position position{v, i};
      const auto it = settlement_.contains(position) ? std::nullopt : line_.owed(position);
      if (it) return it->open <= at ? std::optional(position) : std::nullopt;
    }
    return std::nullopt;
  }

  const OwedLine& line_;
  Settlement settlement_;
  std::vector<std::optional<Position>> places_;
  std::vector<std::int64_t> oldest_;  // by version: where the search for the oldest unpaid begins
};

}  // namespace

Attribution attribute(const OwedLine& line, std::span<const Execution> facts) {
  Attributing attributing(line);
  for (const Execution& fact : facts) attributing.add(fact);
  return attributing.take();
}

}  // namespace opsctl
