// The matrix applied to persons.
#include "model/policy.h"

#include <algorithm>

#include "base/messages/model.h"
#include "base/text.h"
#include "base/time.h"
#include "model/party_name.h"

namespace opsctl {
namespace {

using Parties = std::vector<std::string>;

std::vector<std::string> members_of(const Roster& roster, std::span<const std::string> parties) {
  std::vector<std::string> persons;
  for (const Person& person : roster.persons) {
    if (std::ranges::any_of(parties, [&](const auto& party) { return belongs_to(person, party); }))
      persons.push_back(person.id);
  }
  return persons;
}

/// What the sheet has the party do for the item.
std::string duty_word(const Runbook& book, std::string_view party) {
  if (is_among(performers_of(book), party)) return std::string(name_of(Duty::perform));
  const std::optional<Duty> duty = duty_of(book, party);
  return duty ? std::string(name_of(*duty)) : "confirm";  // named by confirm_by and nowhere else
}

bool has_duty(const Runbook& book, std::string_view party) {
  return duty_of(book, party).has_value() || is_among(performers_of(book), party);
}

/// Where a deputation would help, the refusal says so.
Refusal with_deputy_hint(Refusal refusal, const Scope& scope, const Acting& acting,
                         std::span<const std::string> allowed) {
  if (acting.deputy_for != nullptr) return refusal;
  for (const std::string& id : acting.may_represent) {
    const Person* person = find_person(scope.roster, id);
    const auto has = [&](const std::string& party) { return belongs_to(*person, party); };
    if (person != nullptr && std::ranges::any_of(allowed, has))
      refusal.details.push_back(say<messages::deputy_could>(id));
  }
  return refusal;
}

Permission as_one_of(const Scope& scope, const Acting& acting, std::span<const std::string> allowed,
                     const Message& otherwise) {
  auto party = acting_party(scope, acting, allowed, otherwise);
  if (auto* refusal = std::get_if<Refusal>(&party))
    return with_deputy_hint(std::move(*refusal), scope, acting, allowed);
  const std::string& id = std::get<std::string>(party);
  return actor_for(acting, id, duty_word(scope.book, id));
}

/// Separation of duties, seen from the work: who has decided on a run does nothing more in it.
std::optional<Refusal> has_signed(const Run& run, const Acting& acting, const Roster& roster) {
  const auto has_decided = [&](const Acting& one) {
    return std::ranges::any_of(run.events, [&](const Event& event) {
      const bool decides = std::holds_alternative<EmergencyAccepted>(event.body) ||
                           std::holds_alternative<SignedOff>(event.body);
      return decides && involves(one, event.actor);
    });
  };
  if (!has_decided(acting)) return std::nullopt;
  const Scope scope = scope_of(run, roster);
  std::vector<std::string> others;
  for (const Person& other : roster.persons) {
    const bool performs = std::holds_alternative<Actor>(may_perform(scope, {other, {}}));
    if (performs && !has_decided({other, {}})) others.push_back(other.id);
  }
  return Refusal{
      {say<messages::signer_may_not_work>(label_of(acting), run.id), {}, ask_one_of(others)}};
}

}  // namespace

Scope scope_of(const Run& run, const Roster& roster) {
  const RunStarted& start = started(run);
  return {start.book, start.parties, roster};
}

bool is_among(std::span<const std::string> all, std::string_view one) {
  return std::ranges::find(all, one) != all.end();
}

Message ask_one_of(const std::vector<std::string>& persons) {
  if (persons.empty()) return say<messages::roster_offers_nobody>();
  return say<messages::ask_one_of>(join(persons, ", "));
}

std::variant<const Person*, Refusal> as_deputy(const Roster& roster, const Person& person,
                                               const Person& represented, Date day) {
  const std::vector<const Person*> in_force = represented_by(roster, person.id, day);
  if (std::ranges::count(in_force, &represented) > 0) return &represented;
  Refusal refusal{{say<messages::deputy_not_in_force>(person.id, represented.id, to_text(day)),
                   {},
                   say<messages::deputy_hint>()}};
  for (const Deputation& one : roster.deputations) {
    if (one.deputy == person.id && one.represented == represented.id)
      refusal.details.push_back(say<messages::deputy_from_until>(
          one.deputy, one.represented, to_text(one.from), to_text(one.until)));
  }
  return refusal;
}

MessageArg label_of(const Acting& acting) {
  if (acting.deputy_for == nullptr) return acting.person.id;
  return say<messages::as_deputy>(acting.person.id, acting.deputy_for->id);
}

bool involves(const Acting& acting, std::span<const std::string> persons) {
  return is_among(persons, acting.person.id) ||
         (acting.deputy_for != nullptr && is_among(persons, acting.deputy_for->id));
}

bool involves(const Acting& acting, const Actor& actor) {
  return involves(acting, persons_of(actor));
}

Actor actor_for(const Acting& acting, std::string_view party, std::string_view duty) {
  return {acting.person.id,  std::string(party),
          std::string(duty), acting.account,
          acting.uid,        acting.deputy_for == nullptr ? "" : acting.deputy_for->id};
}

std::string label_of(const Scope& scope, std::span<const std::string> parties) {
  std::vector<std::string> labels;
  for (const std::string& id : parties) {
    const auto party = std::ranges::find(scope.parties, id, &Party::id);
    labels.push_back(party == scope.parties.end() ? id : full_name(*party) + " (" + id + ")");
  }
  return join(labels, ", ");
}

std::variant<std::string, Refusal> acting_party(const Scope& scope, const Acting& acting,
                                                std::span<const std::string> allowed,
                                                const Message& otherwise) {
  const Person& person = acting.holder();
  const std::string wanted = fold_id(acting.wanted_party);
  if (!wanted.empty() && !belongs_to(person, wanted)) {
    return Refusal{{say<messages::party_not_theirs>(person.id, wanted),
                    {},
                    say<messages::party_theirs>(person.id, join(person.parties, ", "))}};
  }
  if (!wanted.empty() && !is_among(allowed, wanted)) {
    return Refusal{
        {say<messages::party_without_part>(wanted, scope.book.id, label_of(scope, allowed)),
         {},
         say<messages::party_leave_out>()}};
  }
  for (const Party& party : scope.parties) {
    const bool fits = wanted.empty() ? is_among(allowed, party.id) : party.id == wanted;
    if (fits && belongs_to(person, party.id)) return party.id;
  }
  return Refusal{{otherwise, {}, ask_one_of(members_of(scope.roster, allowed))}};
}

Permission may_perform(const Scope& scope, const Acting& acting) {
  const Parties allowed = performers_of(scope.book);
  return as_one_of(
      scope, acting, allowed,
      say<messages::not_a_performer>(label_of(acting), scope.book.id, label_of(scope, allowed)));
}

Permission may_record(const Scope& scope, const Acting& acting, const Step& step) {
  if (step.party.empty()) return may_perform(scope, acting);
  const int number = number_of(scope.book, step);
  if (!has_duty(scope.book, step.party)) {
    return Refusal{{say<messages::step_party_without_duty>(number, step.party, scope.book.id),
                    {},
                    say<messages::step_party_hint>(scope.book.id)}};
  }
  const Parties allowed = {step.party};
  return as_one_of(scope, acting, allowed,
                   say<messages::step_of_party>(number, label_of(scope, allowed)));
}

Permission may_confirm(const Scope& scope, const Acting& acting, const Step& step) {
  const Parties allowed = {step.confirm_by};
  return as_one_of(
      scope, acting, allowed,
      say<messages::confirm_of_party>(number_of(scope.book, step), label_of(scope, allowed)));
}

Permission may_note(const Scope& scope, const Acting& acting) {
  Parties allowed = performers_of(scope.book);
  for (const DutyCell& cell : scope.book.duties) allowed.push_back(cell.party);
  return as_one_of(scope, acting, allowed,
                   say<messages::not_involved>(label_of(acting), scope.book.id));
}

Permission may_request(const Scope& scope, const Acting& acting) {
  Parties allowed = parties_with(scope.book, Duty::direct);
  for (std::string& party : parties_with(scope.book, Duty::approve))
    allowed.push_back(std::move(party));
  for (const Party& party : scope.parties) {
    if (party.directs && duty_of(scope.book, party.id) == Duty::perform)
      allowed.push_back(party.id);
  }
  return as_one_of(
      scope, acting, allowed,
      say<messages::may_not_request>(label_of(acting), scope.book.id, label_of(scope, allowed)));
}

Permission may_decide(const Scope& scope, const Acting& acting) {
  const Parties allowed = parties_with(scope.book, Duty::approve);
  return as_one_of(
      scope, acting, allowed,
      say<messages::may_not_decide>(label_of(acting), scope.book.id, label_of(scope, allowed)));
}

Permission kept_apart(Permission permission, const Run& run, const Acting& acting,
                      const Roster& roster) {
  if (std::holds_alternative<Refusal>(permission)) return permission;
  if (std::optional<Refusal> refusal = has_signed(run, acting, roster)) return *refusal;
  return permission;
}

}  // namespace opsctl
