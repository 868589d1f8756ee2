#include "catalog/roster_yaml.h"

#include <algorithm>
#include <vector>

#include "base/messages/base.h"
#include "base/messages/catalog.h"
#include "base/text.h"
#include "catalog/map_reader.h"
#include "catalog/references.h"

namespace opsctl {
namespace {

bool is_supervised(std::span<const Party> parties, const std::string& id) {
  const auto found = std::ranges::find(parties, id, &Party::id);
  return found != parties.end() && found->supervised;
}

std::optional<std::string> parse_account(std::string_view text) {
  const bool fits = text.size() <= 64 && text.find_first_of(" :,/") == std::string_view::npos;
  return fits ? std::optional(std::string(text)) : std::nullopt;
}

void read_accounts(MapReader& map, bool demonstration, Person& person) {
  const auto found = std::ranges::find_if(
      map.node().entries, [](const YamlEntry& entry) { return entry.key.text == "accounts"; });
  if (found == map.node().entries.end()) return;
  if (found->value.kind == YamlNode::Kind::text) {
    const auto any = [](std::string_view text) {
      return text == "any" ? std::optional(true) : std::nullopt;
    };
    person.any_account =
        map.parsed("accounts", any, say<messages::accounts_or_any>()).value_or(false);
    // Anybody could act as this person: that is for trying out, and the roster must say so.
    if (person.any_account && !demonstration)
      map.error("accounts", say<messages::any_without_demonstration>(),
                say<messages::list_accounts>());
    return;
  }
  const auto accounts = map.texts("accounts");
  expect_unique(map, accounts);
  for (const TextValue& value : accounts) {
    if (auto account = map.parsed_text(value, parse_account, say<messages::an_account>()))
      person.accounts.push_back(*account);
  }
  map.expect_entries("accounts", 1);
}

Person read_person(MapReader& map, bool demonstration, std::span<const Party> parties) {
  map.expect_keys({"id", "name", "parties", "accounts"}, {"supervisor"});
  const auto id = [](std::string_view text) {
    return is_slug(text, '-', kLongestId) ? std::optional(std::string(text)) : std::nullopt;
  };
  Person person;
  person.id = map.parsed("id", id, say<messages::an_id>()).value_or("");
  person.name = map.text("name");
  const auto ids = map.texts("parties");
  expect_unique(map, ids);
  for (const TextValue& value : ids) {
    expect_party(map, value, parties);
    person.parties.push_back(value.text);
  }
  person.supervisor = map.flag("supervisor", false);
  const auto supervised = [&](const std::string& party) { return is_supervised(parties, party); };
  if (person.supervisor && !parties.empty() && std::ranges::none_of(person.parties, supervised))
    map.error("supervisor", say<messages::supervises_nobody>());
  read_accounts(map, demonstration, person);
  return person;
}

/// The id of one of the persons of this roster.
std::string person_named(MapReader& map, const char* key, const std::vector<std::string>& ids) {
  const auto typed = map.text_value(key);
  if (!typed) return "";
  if (std::ranges::count(ids, typed->text) == 0) {
    const auto near = nearest(typed->text, ids);
    map.error(key, say<messages::person_not_in_roster>(typed->text),
              near ? std::optional(say<messages::did_you_mean>(*near)) : std::nullopt);
  }
  return typed->text;
}

Deputation read_deputation(MapReader& map, const std::vector<std::string>& ids) {
  map.expect_keys({"deputy", "for", "from", "until"});
  Deputation deputation{person_named(map, "deputy", ids), person_named(map, "for", ids)};
  const auto from = map.parsed("from", parse_date, say<messages::a_date>());
  const auto until = map.parsed("until", parse_date, say<messages::a_date>());
  deputation.from = from.value_or(Date{});
  deputation.until = until.value_or(Date{});
  if (from && until && *until < *from) map.error("until", say<messages::deputation_ends_early>());
  if (!deputation.deputy.empty() && deputation.deputy == deputation.represented)
    map.error("for", say<messages::deputy_of_self>());
  return deputation;
}

}  // namespace

ReadResult<Roster> read_roster(std::string_view text, const std::string& name,
                               std::span<const Party> parties) {
  Reading reading(text, name);
  const auto root = reading.tree();
  if (!root) return reading.nothing<Roster>();
  MapReader map(*root, reading);
  map.expect_keys({"persons"},
                  {"demonstration", "shared_accounts_may_sign", "signatures_required", "deputies"});
  Roster roster;
  roster.demonstration = map.flag("demonstration", false);
  roster.shared_accounts_may_sign = map.flag("shared_accounts_may_sign", false);
  roster.signatures_required = map.flag("signatures_required", false);
  std::vector<TextValue> ids;
  for (MapReader& entry : map.maps("persons")) {
    roster.persons.push_back(read_person(entry, roster.demonstration, parties));
    if (const auto id = entry.text_value("id")) ids.push_back(*id);
  }
  expect_unique(map, ids);
  std::vector<std::string> known;
  for (const Person& person : roster.persons) known.push_back(person.id);
  for (MapReader& entry : map.maps("deputies"))
    roster.deputations.push_back(read_deputation(entry, known));
  roster.text = text;
  roster.hash = sha256(text);
  return reading.result(std::move(roster), *root);
}

}  // namespace opsctl
