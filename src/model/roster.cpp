#include "model/roster.h"

#include <algorithm>

namespace opsctl {

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

bool belongs_to(const Person& person, std::string_view party) {
  return std::ranges::find(person.parties, party) != person.parties.end();
}

}  // namespace opsctl
