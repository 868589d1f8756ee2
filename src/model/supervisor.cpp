// Finding the supervisor on duty.
#include "model/supervisor.h"

#include <algorithm>

#include "base/messages/base.h"
#include "base/messages/model.h"
#include "base/text.h"

namespace opsctl {
namespace {

using Parties = std::vector<std::string>;

/// The organisations whose ● the run needs: the starter's own, else every performing one.
Parties supervised_organisations(const Scope& scope, std::string_view starter_party) {
  Parties all;
  for (const Party& party : scope.parties) {
    if (!party.supervised || !is_among(performers_of(scope.book), party.id)) continue;
    if (party.id == starter_party) return {party.organisation};
    if (!is_among(all, party.organisation)) all.push_back(party.organisation);
  }
  return all;
}

std::vector<std::string> supervisors_of(const Scope& scope, const Parties& organisations,
                                        std::string_view but_not) {
  std::vector<std::string> persons;
  for (const Person& person : scope.roster.persons) {
    const bool eligible = std::ranges::any_of(organisations, [&](const std::string& one) {
      return is_supervisor_of(scope, person, one);
    });
    if (eligible && person.id != but_not) persons.push_back(person.id);
  }
  return persons;
}

Refusal none_or_several(const Scope& scope, const std::string& organisations,
                        const std::vector<std::string>& eligible) {
  const std::string& item = scope.book.id;
  if (eligible.empty()) {
    return {{say<messages::supervisor_nobody>(item, organisations),
             {},
             say<messages::supervisor_nobody_hint>(organisations)}};
  }
  Refusal refusal{{say<messages::supervisor_several>(item)}};
  for (const std::string& person : eligible)
    refusal.details.push_back(say<messages::supervisor_name_one>(person));
  return refusal;
}

std::variant<std::string, Refusal> named_supervisor(const Scope& scope, const Actor& starter,
                                                    std::string_view named,
                                                    const std::string& organisations,
                                                    const std::vector<std::string>& eligible) {
  const std::string id = fold_id(named);
  if (is_among(eligible, id)) return id;
  if (id == starter.person)
    return Refusal{{say<messages::supervisor_starts>(id), {}, ask_one_of(eligible)}};
  if (find_person(scope.roster, id) != nullptr) {
    return Refusal{
        {say<messages::supervisor_not_one>(id, organisations), {}, ask_one_of(eligible)}};
  }
  const std::optional<std::string> near = nearest(id, eligible);
  return Refusal{{say<messages::supervisor_unknown>(named),
                  {},
                  near ? say<messages::did_you_mean>(*near) : ask_one_of(eligible)}};
}

}  // namespace

bool is_supervisor_of(const Scope& scope, const Person& person, std::string_view organisation) {
  return person.supervisor && std::ranges::any_of(scope.parties, [&](const Party& party) {
           return party.supervised && party.organisation == organisation &&
                  belongs_to(person, party.id);
         });
}

std::variant<std::string, Refusal> supervisor_on_duty(const Scope& scope, const Actor& starter,
                                                      std::string_view named) {
  const Parties organisations = supervised_organisations(scope, starter.party);
  if (organisations.empty()) {
    if (named.empty()) return std::string{};
    return Refusal{{say<messages::supervisor_not_owed>(scope.book.id),
                    {},
                    say<messages::supervisor_leave_out>()}};
  }
  const std::vector<std::string> eligible = supervisors_of(scope, organisations, starter.person);
  const std::string label = join(organisations, ", ");
  if (!named.empty()) return named_supervisor(scope, starter, named, label, eligible);
  if (eligible.size() == 1) return eligible.front();
  return none_or_several(scope, label, eligible);
}

}  // namespace opsctl
