#include "cli/candidate_lists.h"

#include <set>

#include "base/text.h"
#include "render/words.h"

namespace opsctl::cli {

Candidates alternatives_of(const Kind& kind) {
  Candidates found;
  for (std::string& word : split(kind.shown, '|')) found.push_back({std::move(word)});
  return found;
}

Candidates formats_of(const Spot& spot) {
  if (spot.command == nullptr) return alternatives_of(spot.argument->kind);
  Candidates found;
  for (std::string& name : names_of(spot.command->formats)) found.push_back({std::move(name)});
  return found;
}

Candidates event_kinds_known() {
  Candidates found;
  for (const std::string_view kind : event_kinds()) found.push_back({std::string(kind)});
  return found;
}

namespace {

Candidates described(const Session& session, const std::vector<const Person*>& all,
                     const Catalog& catalog) {
  Candidates found;
  for (const Person* person : all) {
    std::vector<std::string> about;
    for (const std::string& party : person->parties)
      about.push_back(render::full_name(catalog.parties, party));
    found.push_back({person->id, person->name + ": " + render::listed(about, session.look())});
  }
  return found;
}

}  // namespace

Candidates persons(Session& session) {
  std::vector<const Person*> all;
  for (const Person& person : session.catalog().roster.persons) all.push_back(&person);
  return described(session, all, session.catalog());
}

Candidates supervisors(Session& session) {
  std::vector<const Person*> all;
  for (const Person& person : session.catalog().roster.persons) {
    if (person.supervisor) all.push_back(&person);
  }
  return described(session, all, session.catalog());
}

Candidates own_persons(Session& session) {
  const Catalog& catalog = session.catalog();
  return described(session, persons_of_account(catalog.roster, session.account()), catalog);
}

Candidates parties(Session& session) {
  Candidates found;
  for (const Party& party : session.catalog().parties)
    found.push_back({party.id, render::full_name(party)});
  return found;
}

Candidates cycles(Session& session) {
  Candidates found;
  std::set<std::string> seen;
  for (const Runbook& book : session.catalog().runbooks) {
    const std::string cycle = to_text(book.cycle());
    if (seen.insert(cycle).second)
      found.push_back({cycle, render::cycle_words(book.cycle(), session.look())});
  }
  return found;
}

}  // namespace opsctl::cli
