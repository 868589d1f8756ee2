#include "model/explain.h"

#include "base/messages/base.h"
#include "base/messages/schedule.h"
#include "base/messages/words.h"
#include "model/explain_parts.h"
#include "model/owed.h"

namespace opsctl {
namespace {

const ScheduleVersion& version_of(const Inquiry& inquiry) {
  return inquiry.timetable.versions[inquiry.version];
}

ExplainedPart definition(const Inquiry& inquiry, Mode mode) {
  const ScheduleVersion& version = version_of(inquiry);
  const std::size_t count = inquiry.timetable.versions.size();
  Explained part("definition", say<messages::explain_definition>());
  part.add("cycle", say<messages::label_cycle>(), to_text(version.cycle));
  part.add("mode", say<messages::key_mode>(), std::string(name_of(mode)),
           version.schedule.mode ? say<messages::explain_as_written>()
                                 : say<messages::explain_mode_default>());
  part.add("timezone", say<messages::explain_timezone>(), inquiry.site.zone.name());
  part.add("effective_from", say<messages::key_effective_from>(),
           version_from(inquiry.timetable, inquiry.site, inquiry.version),
           say<messages::explain_version>(inquiry.version + 1, count));
  part.add("effective_until", say<messages::key_effective_until>(),
           version_until(inquiry.timetable, inquiry.site, inquiry.version));
  for (const Suspension& pause : inquiry.timetable.suspensions) {
    part.add("suspended", say<messages::key_suspend>(),
             to_text(pause.from) + " – " + to_text(pause.to), say<messages::plain>(pause.reason));
  }
  return part.take();
}

/// The number of the rule in section 8, where the mode has such rules.
std::optional<Message> rule_of(const Standing& standing) {
  if (standing.mode != Mode::calendar) return std::nullopt;
  switch (standing.state) {
    case ItemState::overdue:
      return say<messages::explain_rule_overdue>(standing.outstanding, standing.missed);
    case ItemState::late:
      return say<messages::explain_rule_late>();
    case ItemState::due:
      return say<messages::explain_rule_due>();
    case ItemState::done:
      return say<messages::explain_rule_done>();
    case ItemState::upcoming:
      return say<messages::explain_rule_upcoming>();
    default:
      return say<messages::explain_rule_ended>();
  }
}

ExplainedPart result(const Standing& standing) {
  Explained part("result", say<messages::explain_result>());
  part.add("last_done", say<messages::label_last_done>(), standing.last_done);
  part.add("state", say<messages::label_state>(), std::string(name_of(standing.state)),
           rule_of(standing));
  if (standing.reason != StateReason::none)
    part.add("reason", say<messages::label_reason>(), std::string(name_of(standing.reason)));
  if (!standing.key.empty()) part.add("key", say<messages::label_key>(), standing.key);
  for (const DueWarning warning : standing.warnings)
    part.add("warning", say<messages::explain_warning>(), std::string(name_of(warning)));
  return part.take();
}

std::vector<ExplainedPart> parts_of(const Inquiry& inquiry, const Standing& standing) {
  switch (standing.mode) {
    case Mode::calendar:
      return explain_calendar(inquiry, standing);
    case Mode::rolling:
      return explain_rolling(inquiry);
    case Mode::continuous:
      return explain_continuous(inquiry, standing);
    case Mode::on_demand:
      break;
  }
  return {};
}

}  // namespace

std::vector<ExplainedPart> explain(const Timetable& timetable, const SiteCalendar& site,
                                   const ItemHistory& history, Instant now) {
  const Standing standing = evaluate(timetable, site, history, now);
  const ItemHistory known = known_at(now, history);
  const Inquiry inquiry{timetable, site, known, now, version_at(timetable, site, now)};
  std::vector<ExplainedPart> parts = {definition(inquiry, standing.mode)};
  for (ExplainedPart& part : parts_of(inquiry, standing)) parts.push_back(std::move(part));
  for (ExplainedPart& part : explain_requests(inquiry)) parts.push_back(std::move(part));
  parts.push_back(result(standing));
  return parts;
}

}  // namespace opsctl
