// How the due date of an item comes about: every value on the way, named (spec schedule.md 5 to 8).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/message.h"
#include "model/due.h"

namespace opsctl {

struct ExplainedValue {
  std::string name;  // for JSON
  Message label;
  std::variant<std::string, Instant, Date, LocalTime> value;
  std::optional<Message> because = std::nullopt;
};

struct ExplainedPart {
  std::string name;  // for JSON
  Message title;
  std::vector<ExplainedValue> values;
};

/// In the order in which one follows from the other; the last part is the result.
std::vector<ExplainedPart> explain(const Timetable& timetable, const SiteCalendar& site,
                                   const ItemHistory& history, Instant now);

}  // namespace opsctl
