// Rolling items, watches and requests, value by value (spec schedule.md 9 to 11).
#include <algorithm>

#include <fmt/format.h>

#include "base/messages/schedule.h"
#include "base/messages/words.h"
#include "model/explain_parts.h"
#include "model/rolling.h"
#include "model/watching.h"

namespace opsctl {
namespace {

const Schedule& schedule_of(const Inquiry& inquiry) {
  return inquiry.timetable.versions[inquiry.version].schedule;
}

std::string text_of(const Interval& interval) {
  return interval.months != 0 ? fmt::format("{}mo", interval.months)
                              : fmt::format("{}d", interval.days);
}

}  // namespace

std::vector<ExplainedPart> explain_rolling(const Inquiry& inquiry) {
  const RollingSteps steps = rolling_steps(inquiry);
  const Schedule& schedule = schedule_of(inquiry);
  Explained part("rolling", say<messages::explain_rolling>());
  part.add("interval", say<messages::explain_interval>(), text_of(steps.interval));
  const bool done = std::ranges::any_of(inquiry.known.executions, [](const Execution& fact) {
    return fact.kind == Execution::Kind::done;
  });
  part.add("base", say<messages::explain_base>(), steps.base,
           done ? say<messages::explain_base_execution>() : say<messages::explain_base_seed>());
  if (steps.base) part.add("count", say<messages::explain_count>(), std::to_string(steps.count));
  part.add("unrolled", say<messages::explain_unrolled_date>(), steps.unrolled);
  part.add("by_cycle", say<messages::explain_by_cycle>(), steps.by_cycle);
  part.add("valid_until", say<messages::explain_valid_until>(), steps.valid_until);
  part.add("by_expiry", say<messages::explain_by_expiry>(), steps.by_expiry,
           say<messages::explain_minus_margin>(to_text(schedule.margin)));
  part.add("moved_to", say<messages::explain_moved_to>(), steps.moved_to);
  if (!steps.base)
    part.add("no_baseline", say<messages::explain_no_baseline>(), steps.before_suspension);
  part.add("earliest", say<messages::explain_earliest>(), steps.earliest);
  part.add("due", say<messages::label_due>(), steps.due,
           steps.due == steps.before_suspension
               ? std::nullopt
               : std::optional(say<messages::explain_postponed>()));
  part.add("due_from", say<messages::explain_due_from>(), steps.due_from,
           steps.base ? say<messages::explain_minus_lead_only>(to_text(steps.lead))
                      : say<messages::explain_from_the_start>());
  part.add("overdue_at", say<messages::explain_overdue_at>(), steps.overdue_at,
           say<messages::explain_plus_grace>(to_text(schedule.grace)));
  return {part.take()};
}

std::vector<ExplainedPart> explain_continuous(const Inquiry& inquiry, const Standing& standing) {
  const Schedule& schedule = schedule_of(inquiry);
  Explained part("watch", say<messages::explain_watch>());
  part.add("max_shift", say<messages::key_max_shift>(),
           schedule.max_shift ? to_text(*schedule.max_shift) : "-");
  for (const Stretch& one : covered(inquiry.known.watches, schedule.max_shift)) {
    part.add("covered_from", say<messages::explain_covered_from>(), one.from);
    if (one.to != Instant::max())
      part.add("covered_to", say<messages::explain_covered_to>(), one.to);
  }
  part.add("uncovered_since", say<messages::explain_uncovered>(), standing.uncovered_since);
  part.add("due", say<messages::label_due>(), standing.due);
  part.add("overdue_at", say<messages::explain_overdue_at>(), standing.overdue_at,
           say<messages::explain_plus_grace>(to_text(schedule.grace)));
  return {part.take()};
}

std::vector<ExplainedPart> explain_requests(const Inquiry& inquiry) {
  std::vector<ExplainedPart> parts;
  for (const RequestStanding& standing : request_standings(inquiry)) {
    Explained part("request", say<messages::explain_request>(standing.request.id));
    part.add("id", say<messages::label_id>(), standing.request.id);
    part.add("requested_at", say<messages::explain_requested>(), standing.request.requested_at);
    std::optional<Message> why;
    if (standing.request.deadline) {
      why = say<messages::explain_deadline>();
    } else if (const auto& within = schedule_of(inquiry).within) {
      why = say<messages::explain_within>(to_text(*within));
    }
    part.add("due", say<messages::label_due>(), standing.due, why);
    part.add("overdue_at", say<messages::explain_overdue_at>(), standing.overdue_at,
             say<messages::explain_plus_grace>(to_text(schedule_of(inquiry).grace)));
    part.add("state", say<messages::label_state>(), std::string(name_of(standing.state)));
    parts.push_back(part.take());
  }
  return parts;
}

}  // namespace opsctl
