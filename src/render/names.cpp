// Names of parties and items, duty symbols, and the small pieces of JSON that all views share.
#include <algorithm>

#include "base/messages/views.h"
#include "base/sha256.h"
#include "render/words.h"

namespace opsctl::render {

std::string full_name(std::span<const Party> parties, std::string_view id) {
  const auto found = std::ranges::find(parties, id, &Party::id);
  return found == parties.end() ? std::string(id) : full_name(*found);
}

std::string short_name(std::span<const Party> parties, const Party& party) {
  const bool unique = std::ranges::count(parties, party.function, &Party::function) == 1;
  return unique && !party.function.empty() ? party.function : party.organisation;
}

std::string supervised_organisations(std::span<const Party> parties, const Look& look) {
  std::vector<std::string> names;
  for (const Party& party : parties) {
    const bool known = std::ranges::count(names, party.organisation) > 0;
    if (party.supervised && !known) names.push_back(party.organisation);
  }
  return listed(names, look);
}

std::string actor_name(const Roster& roster, const Actor& actor, const Look& look) {
  std::string name = person_name(roster, actor.person);
  if (actor.deputy_for.empty()) return name;
  return word<messages::name_of_deputy>(look, name, person_name(roster, actor.deputy_for));
}

std::string person_name(const Roster& roster, std::string_view id) {
  const Person* person = find_person(roster, id);
  return person == nullptr ? std::string(id) : person->name + " (" + person->id + ")";
}

std::string item_name(const Catalog& catalog, const Runbook& book) {
  // Where another has the same No., as in a second sheet, it is found soon.
  const bool unique = std::ranges::none_of(catalog.runbooks, [&](const Runbook& other) {
    return other.no == book.no && other.id != book.id;
  });
  return unique && book.no > 0 ? std::to_string(book.no) : book.id;
}

bool is_supervised(const Runbook& book, const Party& party) {
  return party.supervised && duty_of(book, party.id) == Duty::perform;
}

std::string duty_symbols(const Runbook& book, const Party& party) {
  const std::optional<Duty> duty = duty_of(book, party.id);
  if (!duty) return "-";
  std::string out(symbol_of(*duty));
  if (is_supervised(book, party)) out += kSupervisedSymbol;
  return out;
}

std::string_view symbol_of(SignOffDuty duty) {
  return duty == SignOffDuty::supervisor ? kSupervisedSymbol : symbol_of(Duty::approve);
}

std::string short_hash(const Hash& hash) { return hex(hash).substr(0, 12); }

Json json_document(std::string_view command) {
  Json json;
  json["schema"] = "opsctl." + std::string(command) + "/1";
  return json;
}

Json json_of(const std::optional<Instant>& instant, const Zone& zone) {
  return instant ? Json(to_rfc3339(*instant, zone)) : Json(nullptr);
}

Json json_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json json_of(const Category& category) {
  return {{"class", category.class_name},
          {"major", category.major},
          {"middle", category.middle},
          {"minor", category.minor}};
}

Json json_of(const std::optional<Anchor>& anchor) {
  if (!anchor) return nullptr;
  return {{"journal", anchor->journal}, {"seq", anchor->seq}, {"hash", hex(anchor->hash)}};
}

}  // namespace opsctl::render
