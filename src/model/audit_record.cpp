#include "model/audit_record.h"

#include "base/messages/model.h"

#include <chrono>

namespace opsctl {
namespace {

/// As late_entry.cpp has it: clocks of two machines may differ.
constexpr std::chrono::minutes kAhead{5};

Date local_day(Instant instant, const Event& event) {
  const auto local = instant.time_since_epoch() + std::chrono::seconds(event.utc_offset_seconds);
  return std::chrono::floor<std::chrono::days>(LocalTime(local));
}

std::optional<Message> wrong_deputy(const Roster& roster, const Person& person,
                                    const Event& event) {
  const std::string& id = event.actor.deputy_for;
  if (id.empty()) return std::nullopt;
  const Person* represented = find_person(roster, id);
  if (represented == nullptr) return say<messages::audit_unknown_person>(id);
  const auto found = as_deputy(roster, person, *represented, local_day(event.performed_at, event));
  if (const auto* refusal = std::get_if<Refusal>(&found)) return refusal->what;
  return std::nullopt;
}

}  // namespace

Date day_recorded(const Event& event) { return local_day(event.recorded_at, event); }

std::optional<Message> wrong_identity(const Roster& roster, const Event& event) {
  const Actor& actor = event.actor;
  const Person* person = find_person(roster, actor.person);
  if (person == nullptr) return say<messages::audit_unknown_person>(actor.person);
  if (!person->any_account && !is_among(person->accounts, actor.account))
    return say<messages::audit_account>(actor.account, person->id);
  return wrong_deputy(roster, *person, event);
}

std::optional<Message> wrong_instant(const Event& event) {
  if (event.performed_at > event.recorded_at + kAhead) return say<messages::audit_future>();
  if (event.performed_at != event.recorded_at && event.late_reason.empty())
    return say<messages::audit_late>();
  return std::nullopt;
}

Acting acting_in(const Roster& roster, const Event& event) {
  const Actor& actor = event.actor;
  return {.person = *find_person(roster, actor.person),
          .account = actor.account,
          .account_is_shared = is_shared(roster, actor.account),
          .wanted_party = actor.party,
          .uid = actor.uid,
          .deputy_for = find_person(roster, actor.deputy_for)};
}

std::optional<Message> differs(const Permission& permission, const Actor& recorded) {
  if (const auto* refusal = std::get_if<Refusal>(&permission)) return refusal->what;
  const auto& actor = std::get<Actor>(permission);
  if (actor.party == recorded.party && actor.duty == recorded.duty) return std::nullopt;
  return say<messages::audit_other_duty>(recorded.duty, recorded.party, actor.duty, actor.party);
}

}  // namespace opsctl
