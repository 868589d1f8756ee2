// The sign-offs of a run: which are in force, which are missing.
#include "model/run.h"

#include <algorithm>
#include <set>
#include <utility>

namespace opsctl {
namespace {

std::string organisation_of(const RunStarted& start, std::string_view party) {
  const auto found = std::ranges::find(start.parties, party, &Party::id);
  return found == start.parties.end() ? std::string{} : found->organisation;
}

/// The supervised organisations whose people performed, in the sheet's order.
std::vector<std::string> supervised_organisations(const Run& run) {
  std::set<std::string, std::less<>> acting;
  for (const Event& event : run.events) {
    if (is_performance(event)) acting.insert(event.actor.party);
  }
  std::vector<std::string> found;
  for (const Party& party : started(run).parties) {
    if (party.supervised && acting.contains(party.id) &&
        std::ranges::find(found, party.organisation) == found.end()) {
      found.push_back(party.organisation);
    }
  }
  return found;
}

}  // namespace

std::vector<SignOff> sign_offs(const Run& run) {
  const Hash content = content_hash(run);
  std::vector<SignOff> all;
  for (const Event& event : run.events) {
    const auto* signed_off = std::get_if<SignedOff>(&event.body);
    if (signed_off == nullptr) continue;
    const bool approves = signed_off->decision == Decision::approve;
    if (!approves) {
      for (SignOff& earlier : all) earlier.in_force = false;
    }
    all.push_back(
        {*signed_off, event.actor, event.performed_at, approves && signed_off->content == content});
  }
  return all;
}

std::vector<OwedSignOff> missing_sign_offs(const Run& run) {
  const RunStarted& start = started(run);
  std::vector<OwedSignOff> owed;
  for (std::string& organisation : supervised_organisations(run))
    owed.push_back({SignOffDuty::supervisor, std::move(organisation)});
  for (const std::string& party : parties_with(start.book, Duty::approve))
    owed.push_back({SignOffDuty::approver, party});
  for (const SignOff& sign_off : sign_offs(run)) {
    if (sign_off.in_force) std::erase(owed, paid_by(run, sign_off));
  }
  return owed;
}

Hash content_hash(const Run& run) {
  const auto last = std::find_if(run.events.rbegin(), run.events.rend(), [](const Event& event) {
    return std::get_if<SignedOff>(&event.body) == nullptr;
  });
  std::string hashes;
  for (auto event = run.events.begin(); event != last.base(); ++event)
    hashes.append(event->hash.begin(), event->hash.end());
  return sha256(hashes);
}

OwedSignOff paid_by(const Run& run, const SignOff& sign_off) {
  const SignOffDuty duty = sign_off.what.duty;
  return {duty, duty == SignOffDuty::supervisor ? organisation_of(started(run), sign_off.by.party)
                                                : sign_off.by.party};
}

}  // namespace opsctl
