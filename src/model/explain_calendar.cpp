// The occurrences of a calendar item, value by value (spec schedule.md 4 to 7).
#include <algorithm>

#include "base/messages/schedule.h"
#include "base/messages/words.h"
#include "model/attribution.h"
#include "model/cycle_length.h"
#include "model/explain_parts.h"
#include "model/slot_key.h"

namespace opsctl {
namespace {

class Calendar {
 public:
  explicit Calendar(const Inquiry& inquiry)
      : inquiry_(inquiry),
        line_(inquiry.timetable, inquiry.site, inquiry.now),
        attribution_(attribute(line_, inquiry.known.executions)) {}

  ExplainedPart executions() const {
    Explained part("executions", say<messages::explain_executions>());
    const auto& facts = inquiry_.known.executions;
    const std::size_t first = facts.size() > kShown ? facts.size() - kShown : 0;
    for (std::size_t i = first; i < facts.size(); ++i) {
      const bool waived = facts[i].kind == Execution::Kind::waived;
      const auto& place = attribution_.places[i];
      const std::string name = waived ? "waived" : "done";
      part.add(name, waived ? say<messages::explain_waived>() : say<messages::explain_done>(),
               facts[i].performed_at,
               place ? say<messages::explain_satisfies>(key_of(*place))
                     : say<messages::explain_extra>());
    }
    return part.take();
  }

  /// The focus, the slot of now, the next; each once.
  std::vector<Position> places(const Standing& standing) const {
    std::vector<Position> found;
    const auto add = [&](const Position& at) {
      if (std::ranges::find(found, at) == found.end()) found.push_back(at);
    };
    for (const std::string& key : {standing.key, standing.next_key}) {
      for (const Position& at : line_.find(key)) add(at);
    }
    for (std::size_t v = 0; v < line_.versions().size(); ++v) {
      const OwedVersion& version = line_.versions()[v];
      if (version.number != inquiry_.version) continue;
      add({v, slot_at(version.rule.grid, inquiry_.now, inquiry_.site.zone)});
    }
    std::ranges::sort(found);
    return found;
  }

  ExplainedPart occurrence(Position at) const {
    const CalendarRule& rule = line_.versions()[at.version].rule;
    const Judged judged = line_.judge(at);
    Explained part("occurrence", say<messages::explain_occurrence>(key_of(at)));
    part.add("key", say<messages::label_key>(), key_of(at));
    part.add("slot_start", say<messages::explain_slot_start>(), slot_start(rule.grid, at.index),
             say<messages::explain_grid>(to_text(rule.grid.origin)));
    part.add("slot_end", say<messages::explain_slot_end>(), slot_start(rule.grid, at.index + 1));
    part.add("obligation", say<messages::explain_obligation>(),
             std::string(name_of(judged.obligation)));
    if (judged.occurrence) add_instants(rule, *judged.occurrence, part);
    if (judged.obligation == Obligation::owed) add_settlement({at, *judged.occurrence}, part);
    return part.take();
  }

 private:
  static constexpr std::size_t kShown = 5;  // executions; older ones decide nothing here

  std::string key_of(Position at) const {
    return slot_key(line_.versions()[at.version].rule.grid, at.index);
  }

  static Message why_due(const Schedule& schedule) {
    if (schedule.arrears) return say<messages::explain_due_arrears>(to_text(*schedule.arrears));
    if (schedule.due || !schedule.slots.empty()) return say<messages::explain_as_written>();
    return say<messages::explain_due_slot_end>();
  }

  static void add_instants(const CalendarRule& rule, const Occurrence& it, Explained& part) {
    const Schedule& schedule = rule.schedule;
    part.add("start", say<messages::explain_start>(), it.start,
             schedule.arrears ? say<messages::explain_start_arrears>()
                              : say<messages::explain_start_slot>());
    part.add("open", say<messages::explain_open>(), it.open,
             say<messages::explain_minus_early>(to_text(schedule.early)));
    part.add("unrolled_due", say<messages::explain_unrolled>(), it.unrolled_due, why_due(schedule));
    part.add("due", say<messages::label_due>(), it.due,
             it.due == it.unrolled_due ? say<messages::explain_not_rolled>()
                                       : say<messages::explain_rolled>());
    const auto lead = schedule.lead ? schedule.lead : default_lead(rule.grid.cycle);
    part.add("due_from", say<messages::explain_due_from>(), due_from(rule, it),
             lead ? say<messages::explain_minus_lead>(to_text(*lead))
                  : say<messages::explain_lead_whole_slot>());
    part.add("overdue_at", say<messages::explain_overdue_at>(), it.overdue,
             say<messages::explain_plus_grace>(to_text(schedule.grace)));
    if (it.provisional)
      part.add("provisional", say<messages::explain_warning>(),
               std::string(name_of(DueWarning::holidays_provisional)));
  }

  void add_settlement(const Owed& owed, Explained& part) const {
    const bool coalesces = line_.versions()[owed.at.version].coalesces();
    const auto next = line_.after(owed.at);
    if (coalesces && next)
      part.add("cutoff", say<messages::explain_cutoff>(),
               std::max(owed.occurrence.overdue, next->occurrence.open),
               say<messages::explain_cutoff_next>(key_of(next->at)));
    const auto settled = attribution_.settled.find(owed.at);
    if (settled == attribution_.settled.end()) {
      part.add("settled", say<messages::explain_settled>(), std::string("no"));
      return;
    }
    const bool waived = settled->second.by == Execution::Kind::waived;
    part.add("settled", say<messages::explain_settled>(), settled->second.performed_at,
             waived ? say<messages::explain_waived>() : say<messages::explain_done>());
  }

  const Inquiry& inquiry_;
  OwedLine line_;
  Attribution attribution_;
};

}  // namespace

std::vector<ExplainedPart> explain_calendar(const Inquiry& inquiry, const Standing& standing) {
  const Calendar calendar(inquiry);
  std::vector<ExplainedPart> parts;
  if (!inquiry.known.executions.empty()) parts.push_back(calendar.executions());
  for (const Position& at : calendar.places(standing)) parts.push_back(calendar.occurrence(at));
  return parts;
}

}  // namespace opsctl
