// What is wrong with a schedule that was read without a mistake (spec schedule.md 13, 17): for the
// reader of runbooks, which knows the places in the file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/schedule.h"

namespace opsctl {

struct ScheduleProblem {
  std::string key;  // as under `schedule:`, or "cycle", "versions", "effective_until", "suspend"
  Severity severity = Severity::error;
  Message message;
  std::optional<Message> hint = std::nullopt;
};

/// Whether a key of `schedule:` means something for this cycle in this mode. False for unknown keys
/// too.
bool key_applies(std::string_view key, const Cycle& cycle, Mode mode);

/// All but what check_baseline says. `written` are the keys in the file: without them a key that
/// does not apply is noticed only where its value is not the default.
std::vector<ScheduleProblem> check_schedule(const Cycle& cycle, const Schedule& schedule,
                                            std::span<const std::string> written = {},
                                            MonthDay fiscal_year_start = std::chrono::April / 1);

/// Warns of a rolling interval of a year or longer that begins without last_done. Apart, because
/// a recorded `valid_until` may be baseline enough.
std::optional<ScheduleProblem> check_baseline(const Cycle& cycle, const Schedule& schedule);

/// Of the versions as a whole; `version` is the index of the one to blame.
struct TimetableProblem {
  std::size_t version = 0;
  ScheduleProblem problem;
};

/// Versions ascending, the end after the last of them, suspensions not empty. `site_from` is the
/// catalogue's effective_from, where it is known.
std::vector<TimetableProblem> check_timetable(const Timetable& timetable,
                                              std::optional<Date> site_from);

}  // namespace opsctl
