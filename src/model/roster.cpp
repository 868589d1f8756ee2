#include "model/roster.h"

#include <algorithm>
#include <array>
#include <utility>

namespace opsctl {
namespace {

using enum RosterChange::Kind;
using NamedChange = std::pair<RosterChange::Kind, std::string_view>;
constexpr auto kChanges =
    std::to_array<NamedChange>({{added, "added"}, {removed, "removed"}, {changed, "changed"}});

std::vector<Deputation> deputations_of(const Roster& roster, std::string_view person) {
  std::vector<Deputation> found;
  for (const Deputation& one : roster.deputations) {
    if (one.deputy == person) found.push_back(one);
  }
  return found;
}

}  // namespace

std::string_view name_of(RosterChange::Kind kind) {
  return std::ranges::find(kChanges, kind, &NamedChange::first)->second;
}

std::optional<RosterChange::Kind> roster_change_of_name(std::string_view name) {
  const auto* found = std::ranges::find(kChanges, name, &NamedChange::second);
  return found == kChanges.end() ? std::nullopt : std::optional(found->first);
}

std::vector<RosterChange> changes_between(const Roster& before, const Roster& now) {
  std::vector<RosterChange> changes;
  for (const Person& person : now.persons) {
    const Person* then = find_person(before, person.id);
    if (then == nullptr) {
      changes.push_back({added, person.id});
    } else if (*then != person ||
               deputations_of(before, person.id) != deputations_of(now, person.id)) {
      changes.push_back({changed, person.id});
    }
  }
  for (const Person& person : before.persons) {
    if (find_person(now, person.id) == nullptr) changes.push_back({removed, person.id});
  }
  return changes;
}

const Person* find_person(const Roster& roster, std::string_view id) {
  const auto found = std::ranges::find(roster.persons, id, &Person::id);
  return found == roster.persons.end() ? nullptr : &*found;
}

std::vector<const Person*> persons_of_account(const Roster& roster, std::string_view account) {
  std::vector<const Person*> found;
  for (const Person& person : roster.persons) {
    if (person.any_account ||
        std::ranges::find(person.accounts, account) != person.accounts.end()) {
      found.push_back(&person);
    }
  }
  return found;
}

bool is_shared(const Roster& roster, std::string_view account) {
  return persons_of_account(roster, account).size() > 1;
}

std::vector<const Person*> represented_by(const Roster& roster, std::string_view deputy, Date day) {
  std::vector<const Person*> found;
  for (const Person& person : roster.persons) {
    const bool in_force = std::ranges::any_of(roster.deputations, [&](const Deputation& one) {
      return one.deputy == deputy && one.represented == person.id && one.from <= day &&
             day <= one.until;
    });
    if (in_force) found.push_back(&person);
  }
  return found;
}

bool belongs_to(const Person& person, std::string_view party) {
  return std::ranges::find(person.parties, party) != person.parties.end();
}

}  // namespace opsctl
