// The facts of one item that its schedule is evaluated against (spec schedule.md 1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"

namespace opsctl {

/// A fact that may satisfy an occurrence. Failed work is not among them.
struct Execution {
  enum class Kind { done, waived };

  Kind kind = Kind::done;
  Instant performed_at{};
  std::int64_t seq = 0;      // decides between equal instants
  std::string for_key = {};  // the occurrence named explicitly; empty: by attribution
  std::optional<std::variant<Date, Instant>> valid_until = std::nullopt;  // rolling
  std::optional<Date> until = std::nullopt;  // rolling, waived: the due date is moved to here
  std::string request = {};                  // the one that it closes
};

/// An instruction to do an item (section 10).
struct Request {
  std::string id;  // "R20261122-001"
  std::string item;
  std::string person;  // who asked
  std::string reason;
  std::string ref = {};
  std::string origin = {};
  Instant requested_at{};
  std::optional<Instant> deadline = std::nullopt;
  std::optional<Instant> withdrawn_at = std::nullopt;
  std::optional<Instant> approved_at = std::nullopt;

  friend bool operator==(const Request&, const Request&) = default;
};

/// A run of a 24H item (section 9).
struct Watch {
  std::string run;
  Instant start{};
  std::optional<Instant> end = std::nullopt;
  std::optional<Instant> planned_end = std::nullopt;
  std::vector<Instant> confirmations = {};  // besides the start
};

/// All in any order.
struct ItemHistory {
  std::vector<Execution> executions = {};
  std::vector<Request> requests = {};
  std::vector<Watch> watches = {};
};

/// What is known at `now`, in order: later facts are left out, what ends later has not ended.
ItemHistory known_at(Instant now, const ItemHistory& history);

/// Some fact is later than `now`.
bool is_ahead_of(Instant now, const ItemHistory& history);

/// Neither withdrawn nor closed by a done execution, in the order in which they were made.
std::vector<Request> open_requests(const ItemHistory& known);

}  // namespace opsctl
