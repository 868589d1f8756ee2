// Random people do random things to a run. A judge that knows the journal's events and nothing of
// the rules' code looks at the history after every act.
#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "audited.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

constexpr int kSequences = 2000;
constexpr int kActs = 20;
constexpr unsigned kSeed = 20261122;

/// People with as many conflicts of duty as can be.
Office conflicted_office() {
  Office office;
  office.book.duties[1].duty = Duty::approve;  // two approving parties
  office.book.steps[0].party = {};
  office.book.steps[0].confirm_by = "controller";
  office.book.steps[1].party = {};
  office.hire("all", {"ops-work", "labor-insurance", "controller"}, true);
  office.hire("worker-chief", {"ops-work"}, true);
  office.hire("chief-approver", {"ops-helpdesk", "labor-insurance"}, true);
  office.hire("two-approver", {"labor-insurance", "controller"});
  office.hire("worker-approver", {"hw-maintenance", "controller"});
  return office;
}

/// The hashes of the events that a decision is about.
std::vector<Hash> content(const Run& run) {
  std::vector<Hash> hashes;
  std::size_t length = 0;
  for (const Event& event : run.events) {
    hashes.push_back(event.hash);
    if (!std::holds_alternative<SignedOff>(event.body)) length = hashes.size();
  }
  hashes.resize(length);
  return hashes;
}

/// Neither a note nor an abort is work on the run.
bool is_work(const Event& event) {
  return !std::holds_alternative<SignedOff>(event.body) &&
         !std::holds_alternative<NoteAdded>(event.body) &&
         !std::holds_alternative<RunAborted>(event.body);
}

bool is_contractors_work(const Event& event) {
  return is_work(event) && event.actor.party == "ops-work";
}

struct Duties {
  std::set<std::string> performers, supervisors, approvers;
};

Duties duties_in(const Run& run) {
  Duties duties;
  for (const Event& event : run.events) {
    const std::string& person = event.actor.person;
    if (const auto* signed_off = std::get_if<SignedOff>(&event.body)) {
      const bool supervises = signed_off->duty == SignOffDuty::supervisor;
      (supervises ? duties.supervisors : duties.approvers).insert(person);
    } else if (is_work(event)) {
      duties.performers.insert(person);
    }
  }
  return duties;
}

bool overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& person) { return b.contains(person); });
}

/// An approver's decision comes after the contractor's ● on the same finish, if its people worked.
bool supervisor_signed_first(const Run& run) {
  bool contractor_worked = false;
  bool supervised = false;
  for (const Event& event : run.events) {
    const auto* signed_off = std::get_if<SignedOff>(&event.body);
    if (signed_off == nullptr) {
      contractor_worked = contractor_worked || is_contractors_work(event);
      supervised = false;
    } else if (signed_off->duty == SignOffDuty::supervisor) {
      supervised = signed_off->decision == Decision::approve;
    } else if (contractor_worked && !supervised) {
      return false;
    }
  }
  return true;
}

/// Two ▲ by two persons, and a ● if one is owed, all after the last finish.
bool fully_signed(const Run& run) {
  std::set<std::string> parties, persons;
  bool supervised = false;
  bool contractor_worked = false;
  for (const Event& event : run.events) {
    const auto* signed_off = std::get_if<SignedOff>(&event.body);
    contractor_worked = contractor_worked || is_contractors_work(event);
    if (signed_off == nullptr || signed_off->decision != Decision::approve) {
      parties.clear();
      persons.clear();
      supervised = false;
    } else if (signed_off->duty == SignOffDuty::supervisor) {
      supervised = true;
    } else {
      parties.insert(event.actor.party);
      persons.insert(event.actor.person);
    }
  }
  return parties.size() == 2 && persons.size() == 2 && (supervised || !contractor_worked);
}

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  // Not std::uniform_int_distribution: its numbers differ between standard libraries.
  std::size_t below(std::size_t end) { return engine_() % end; }

 private:
  std::mt19937 engine_;
};

/// One run, from nothing to wherever chance leads.
struct Sequence {
  Chance& chance;
  Office office = conflicted_office();
  std::map<std::string, std::vector<Hash>> seen = {};  // by person: the content as shown to them
  std::map<std::string, Hash> shown = {};

  void look(const std::string& who) {
    seen[who] = content(office.run);
    shown[who] = content_hash(office.run);
  }

  std::string decide(const std::string& who) {
    const std::size_t dice = chance.below(20);
    const Decision decision = dice < 17   ? Decision::approve
                              : dice < 19 ? Decision::return_run
                                          : Decision::reject;
    if (!shown.contains(who) || chance.below(2) == 0) look(who);
    return office.record(sign_off(office.run, office.catalog.roster, office.as(who),
                                  {decision, "reason", shown[who]}));
  }

  /// What would bring the work on.
  std::string go_on(const std::string& who) {
    const StepStatus first = steps_of(office.run).front();
    if (first.latest() == nullptr) return office.step(who, {"1", StepResult::ok});
    return first.confirmed ? office.all_ok(who) : office.confirm(who, "1");
  }

  std::string act(const std::string& who) {
    if (!takes_work(state_of(office.run)) && chance.below(8) != 0) return decide(who);
    switch (chance.below(12)) {
      case 0:
        return office.step(who, {std::to_string(1 + chance.below(2)), StepResult::ok});
      case 1:
        return office.note(who, "note");
      case 2:
        return chance.below(5) == 0 ? office.stop(who, "reason") : decide(who);
      case 3:
        look(who);
        return "looked";
      default:
        return go_on(who);
    }
  }

  /// Often somebody who gets on with it, else anybody.
  std::string somebody() {
    const std::array<std::string, 5> busy = {"operator1", "director1", "supervisor1", "approver1",
                                             "worker-approver"};
    if (chance.below(2) == 0) return busy[chance.below(busy.size())];
    const std::vector<Person>& persons = office.catalog.roster.persons;
    return persons[chance.below(persons.size())].id;
  }
};

/// After an act of `who` that was accepted.
void judge(const Sequence& sequence, const std::string& who) {
  const Run& run = sequence.office.run;
  const Duties duties = duties_in(run);
  const bool apart = !overlap(duties.performers, duties.supervisors) &&
                     !overlap(duties.performers, duties.approvers) &&
                     !overlap(duties.supervisors, duties.approvers);
  REQUIRE(apart);
  REQUIRE(supervisor_signed_first(run));
  if (std::holds_alternative<SignedOff>(run.events.back().body))
    REQUIRE(sequence.seen.at(who) == content(run));
  if (state_of(run) == RunState::approved) REQUIRE(fully_signed(run));
}

}  // namespace

TEST_CASE("no sequence of acts puts a person in two duties, ▲ before ●, or a name to the unseen") {
  Chance chance(kSeed);
  std::map<RunState, int> ends;
  std::map<std::string, int> refusals;
  for (int i = 0; i < kSequences; ++i) {
    Sequence sequence{chance};
    while (sequence.office.run.events.empty())
      sequence.office.start(sequence.somebody(), {"supervisor1", false});
    for (int step = 0; step < kActs; ++step) {
      const std::string who = sequence.somebody();
      const std::string answer = sequence.act(who);
      if (answer.empty()) judge(sequence, who);
      for (const char* words : {"took part", "may not decide as ▲", "may not sign as its",
                                "has changed since", "may not do its work", "not yet signed"})
        if (answer.find(words) != std::string::npos) ++refusals[words];
    }
    ++ends[state_of(sequence.office.run)];
    if (i % 5 == 0) REQUIRE(audit_of(sequence.office) == "");
  }
  CHECK(ends.size() == 7);  // chance led everywhere …
  CHECK(ends[RunState::approved] > kSequences / 50);
  CHECK(refusals.size() == 6);  // … and tried everything that is forbidden
}
