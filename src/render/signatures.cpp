#include "render/signatures.h"

#include <algorithm>

#include "base/messages/views.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

using Role = SignatureBox::Role;

void add_once(std::vector<SignatureBox>& boxes, SignatureBox box) {
  const bool known = std::ranges::any_of(boxes, [&](const SignatureBox& other) {
    return other.role == box.role && other.owner == box.owner && other.person == box.person &&
           other.deputy_for == box.deputy_for;
  });
  if (!known) boxes.push_back(std::move(box));
}

std::string_view name_of(Role role) {
  switch (role) {
    case Role::perform:
      return "perform";
    case Role::supervise:
      return "supervise";
    case Role::approve:
      break;
  }
  return "approve";
}

std::string role_words(Role role, const Look& look) {
  switch (role) {
    case Role::perform:
      return word<messages::role_perform>(look);
    case Role::supervise:
      return word<messages::role_supervise>(look) + " " + std::string(kSupervisedSymbol);
    case Role::approve:
      break;
  }
  return word<messages::role_approve>(look) + " " + std::string(symbol_of(Duty::approve));
}

Role role_of(SignOffDuty duty) {
  return duty == SignOffDuty::supervisor ? Role::supervise : Role::approve;
}

/// ● is signed for an organisation, ▲ for a party.
std::string owner_of(const SignOff& sign_off, std::span<const Party> parties) {
  if (sign_off.what.duty == SignOffDuty::approver) return sign_off.by.party;
  const auto party = std::ranges::find(parties, sign_off.by.party, &Party::id);
  return party == parties.end() ? sign_off.by.party : party->organisation;
}

}  // namespace

std::vector<SignatureBox> signature_boxes(const Runbook& book, std::span<const Party> parties) {
  std::vector<SignatureBox> boxes;
  const std::vector<std::string> performing = performers_of(book);
  for (const std::string& id : performing) boxes.push_back({Role::perform, id, "", {}});
  for (const Party& party : parties) {
    if (party.supervised && std::ranges::find(performing, party.id) != performing.end())
      add_once(boxes, {Role::supervise, party.organisation, "", {}});
  }
  for (const std::string& id : parties_with(book, Duty::approve))
    boxes.push_back({Role::approve, id, "", {}});
  return boxes;
}

std::vector<SignatureBox> signature_boxes(const Run& run) {
  std::vector<SignatureBox> boxes;
  const std::vector<std::string> performing = performers(run);
  for (const Event& event : run.events) {
    const Actor& actor = event.actor;
    const bool worked = !std::holds_alternative<SignedOff>(event.body) &&
                        !std::holds_alternative<NoteAdded>(event.body) &&
                        std::ranges::find(performing, actor.person) != performing.end();
    if (worked)
      add_once(boxes,
               {Role::perform, actor.party, actor.person, performed_at(run), actor.deputy_for});
  }
  for (const SignOff& sign_off : sign_offs(run)) {
    if (!sign_off.in_force) continue;
    boxes.push_back({role_of(sign_off.what.duty), owner_of(sign_off, started(run).parties),
                     sign_off.by.person, sign_off.performed_at, sign_off.by.deputy_for});
  }
  for (const OwedSignOff& owed : missing_sign_offs(run))
    boxes.push_back({role_of(owed.duty), owed.owed_by, "", {}});
  return boxes;
}

Table table_of(const std::vector<SignatureBox>& boxes, std::span<const Party> parties,
               const Catalog& catalog, const Look& look) {
  Table table;
  table.boxed = true;
  table.columns = {{word<messages::label_role>(look), Align::left, 6},
                   {word<messages::label_party>(look), Align::left, 6},
                   {word<messages::label_name>(look), Align::left, 6, 20},
                   {word<messages::label_signed_at>(look), Align::left, 6, 16}};
  for (const SignatureBox& box : boxes) {
    table.rows.push_back({role_words(box.role, look), full_name(parties, box.owner),
                          actor_name(catalog.roster,
                                     {.person = box.person,
                                      .party = {},
                                      .duty = {},
                                      .account = {},
                                      .deputy_for = box.deputy_for},
                                     look),
                          box.at ? to_text(*box.at, catalog.zone) : ""});
  }
  return table;
}

Json json_of(const std::vector<SignatureBox>& boxes, const Zone& zone) {
  Json json = Json::array();
  for (const SignatureBox& box : boxes) {
    json.push_back({{"role", name_of(box.role)},
                    {"owner", box.owner},
                    {"person", json_or_null(box.person)},
                    {"deputy_for", json_or_null(box.deputy_for)},
                    {"at", json_of(box.at, zone)}});
  }
  return json;
}

}  // namespace opsctl::render
