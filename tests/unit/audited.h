// What the audit says of an office's run, as a journal would hold it.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "model/audit.h"
#include "office.h"

namespace opsctl::test {

/// The record that brings the roster; its people act from any account unless they have some.
inline Event roster_event(const Roster& roster, std::int64_t seq = 1) {
  Event event;
  event.seq = seq;
  event.body = RosterRecorded{roster};
  auto& seen = std::get<RosterRecorded>(event.body).roster;
  for (Person& person : seen.persons) person.any_account = person.accounts.empty();
  seen.shared_accounts_may_sign = true;
  event.actor = {seen.persons.front().id, "", "", "account"};
  return event;
}

/// "5: supervisor1 …", a line each, in the order of the records where they are of one kind.
inline std::string audit_of(const std::vector<Event>& events, const Run& run) {
  Audit audit;
  std::vector<AuditFinding> found;
  const auto add = [&](std::vector<AuditFinding> more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  for (const Event& event : events) add(audit.follow(event));
  for (const Event& event : run.events) add(audit.follow(event));
  add(audit.judge(run));
  std::string text;
  for (const AuditFinding& finding : found)
    text += fmt::format("{}: {}\n", finding.seq, to_text(finding.what, Language::en));
  return text;
}

/// The first run of its day, whatever the office calls it.
inline Run renamed(Run run) {
  run.id = "20261122-001";
  for (Event& event : run.events) event.run = run.id;
  return run;
}

inline std::string audit_of(const Office& office) {
  return audit_of({roster_event(office.catalog.roster)}, renamed(office.run));
}

/// Where anybody acted for anybody: the roster has each deputation that this takes.
inline std::string audit_with_deputies(Office office) {
  for (const Event& event : office.run.events) {
    const Date day(std::chrono::floor<std::chrono::days>(event.performed_at.time_since_epoch()));
    if (!event.actor.deputy_for.empty())
      office.catalog.roster.deputations.push_back(
          {event.actor.person, event.actor.deputy_for, day, day});
  }
  return audit_of(office);
}

}  // namespace opsctl::test
