// Every act by every duty in every state, against a table written by hand; and random sequences of
// acts, which must never bring one person into two duties (spec workflow.md).
#include <functional>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "audited.h"
#include "model/correction.h"
#include "model/instruction.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

// Who: operator1 (◎, has worked), operator2 (◎), engineer1 (◎ of another party), supervisor1 (●),
// approver1 (▲), director1 (△), support1 (□), outsider (no duty).
constexpr std::array<std::string_view, 8> kPersons = {"operator1",   "operator2", "engineer1",
                                                      "supervisor1", "approver1", "director1",
                                                      "support1",    "outsider"};

using State = std::pair<std::string_view, std::function<void(Office&)>>;

const std::vector<State>& states() {
  static const std::vector<State> kStates = {
      {"none", [](Office&) {}},
      {"open", [](Office& office) { office.start("operator1"); }},
      {"to ●", [](Office& office) { office.finished(); }},
      {"to ▲", [](Office& office) { office.finished().approve("supervisor1"); }},
      {"returned", [](Office& office) { office.finished().send_back("supervisor1"); }},
      {"approved",
       [](Office& office) {
         office.finished().approve("supervisor1");
         office.approve("approver1");
       }},
      {"rejected",
       [](Office& office) { office.finished().sign("supervisor1", Decision::reject, "no"); }},
      {"aborted", [](Office& office) {
         office.start("operator1");
         office.stop("operator1", "no need");
       }}};
  return kStates;
}

/// Where there is no run there is nothing to do with it.
using Act = std::function<std::string(Office&, std::string_view)>;

Act with_run(Act act) {
  return [act](Office& office, std::string_view who) {
    return office.run.events.empty() ? "no run" : act(office, who);
  };
}

std::vector<std::string> open_runs(const Office& office) {
  const bool open = !office.run.events.empty() && takes_work(state_of(office.run));
  return open ? std::vector{office.run.id} : std::vector<std::string>{};
}

Runbook with_a_field() {
  Runbook book = daily_update();
  book.records = {{"version", "version"}};
  return book;
}

/// A row for each state: x where the person may, a dot where the rules refuse.
std::string table_of(const Act& act) {
  std::string table;
  for (const auto& [name, reach] : states()) {
    std::string row;
    for (const std::string_view person : kPersons) {
      Office office(with_a_field());
      reach(office);
      row += act(office, person).empty() ? 'x' : '.';
    }
    table += fmt::format("{:<9}{}\n", name, row);
  }
  return table;
}

std::string waived(Office& office, std::string_view who) {
  static const Holidays kNone;
  const SiteCalendar site{tokyo(), std::chrono::April / 1, std::chrono::Monday, kNone,
                          *parse_date("2026-11-20")};
  const ItemHistory history;
  return refusal_of(waive(office.catalog, office.book, office.as(who),
                          {.key = "2026-11-21", .reason = "closed"},
                          {office.book.timetable, site, history, office.now}));
}

}  // namespace

TEST_CASE("who may do what, and when") {
  //                  12 ●▲△□-
  const std::string nobody =
      "none     ........\nopen     ........\nto ●     ........\nto ▲     ........\n"
      "returned ........\napproved ........\nrejected ........\naborted  ........\n";
  const std::string performers_while_open =
      "none     ........\nopen     xxx.....\nto ●     ........\nto ▲     ........\n"
      "returned xxx.....\napproved ........\nrejected ........\naborted  ........\n";
  const std::string deciders =
      "none     ........\nopen     ........\nto ●     ...x....\nto ▲     ....x...\n"
      "returned ........\napproved ........\nrejected ........\naborted  ........\n";

  CHECK(table_of([](Office& office, std::string_view who) {
          return refusal_of(
              start_run(office.catalog, office.book, office.as(who), {}, open_runs(office)));
        }) ==
        "none     xxx.....\nopen     ........\nto ●     xxx.....\nto ▲     xxx.....\n"
        "returned ........\napproved xxx.....\nrejected xxx.....\naborted  xxx.....\n");
  // Step 1 is the operators'.
  CHECK(table_of(
            with_run([](Office& office, std::string_view who) { return office.ok(who, "1"); })) ==
        "none     ........\nopen     xx......\nto ●     ........\nto ▲     ........\n"
        "returned xx......\napproved ........\nrejected ........\naborted  ........\n");
  // Everybody who has a part in the item may write something down while it is being done.
  CHECK(table_of(with_run(
            [](Office& office, std::string_view who) { return office.note(who, "seen"); })) ==
        "none     ........\nopen     xxx.xxx.\nto ●     ........\nto ▲     ........\n"
        "returned xxx.xxx.\napproved ........\nrejected ........\naborted  ........\n");
  CHECK(table_of(with_run([](Office& office, std::string_view who) {
          return office.all_ok(who);
        })) == performers_while_open);
  CHECK(table_of(with_run([](Office& office, std::string_view who) {
          return office.stop(who, "no need");
        })) == performers_while_open);
  CHECK(table_of(with_run([](Office& office, std::string_view who) {
          const std::vector<std::string> version = {"version=9"};
          return office.record(fill_in(office.catalog, office.run, office.as(who), version));
        })) == performers_while_open);
  // What is finished is corrected by those who perform; nobody who signed is among them.
  CHECK(table_of(with_run([](Office& office, std::string_view who) {
          return office.record(correct_run(office.catalog, office.run, office.as(who),
                                           {.reason = "slip", .values = {"version=8"}},
                                           office.now));
        })) ==
        "none     ........\nopen     ........\nto ●     xxx.....\nto ▲     xxx.....\n"
        "returned ........\napproved xxx.....\nrejected ........\naborted  ........\n");
  CHECK(table_of(with_run([](Office& office, std::string_view who) {
          return refusal_of(
              hand_over(office.catalog, office.run, office.as(who), office.person("operator2")));
        })) ==
        "none     ........\nopen     x.x.....\nto ●     ........\nto ▲     ........\n"
        "returned x.x.....\napproved ........\nrejected ........\naborted  ........\n");
  for (const Decision decision : {Decision::approve, Decision::return_run, Decision::reject}) {
    CHECK(table_of(with_run([decision](Office& office, std::string_view who) {
            return office.sign(who, decision, "why");
          })) == deciders);
  }
  // No step of the item asks for a second person.
  CHECK(table_of(with_run([](Office& office, std::string_view who) {
          return office.confirm(who, "1");
        })) == nobody);

  // About the item, whatever its runs.
  const auto in_every_state = [](std::string_view row) {
    std::string table;
    for (const auto& [name, reach] : states()) table += fmt::format("{:<9}{}\n", name, row);
    return table;
  };
  CHECK(table_of([](Office& office, std::string_view who) {
          return refusal_of(
              make_request(office.catalog, office.book, office.as(who), {"R1", "why"}, office.now));
        }) == in_every_state("....xx.."));
  CHECK(table_of(waived) == in_every_state("....x..."));
}

namespace {

/// An office where people belong to several parties: the rules have to keep them apart.
Office crowded_office() {
  Office office(with_a_field());
  office.hire("jack", {"ops-work", "labor-insurance"}, true);
  office.hire("jill", {"ops-helpdesk", "labor-insurance"}, true);
  office.hire("judy", {"ops-work", "hw-maintenance"}, true);
  office.hire("joan", {"labor-insurance", "controller"});
  return office;
}

struct Duties {
  std::set<std::string> performers;
  std::set<std::string> supervisors;
  std::set<std::string> approvers;
};

Duties duties_of(const Run& run) {
  Duties duties;
  for (const std::string& person : performers(run)) duties.performers.insert(person);
  for (const SignOff& one : sign_offs(run)) {
    auto& signers =
        one.what.duty == SignOffDuty::supervisor ? duties.supervisors : duties.approvers;
    for (const std::string& person : persons_of(one.by)) signers.insert(person);
  }
  return duties;
}

bool overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

/// What is wrong with the run, or nothing.
std::string wrong_with(const Run& run) {
  const Duties duties = duties_of(run);
  if (overlap(duties.performers, duties.supervisors)) return "a performer signed as supervisor";
  if (overlap(duties.performers, duties.approvers)) return "a performer approved";
  if (overlap(duties.supervisors, duties.approvers)) return "a supervisor approved";
  bool supervised = false;
  for (const SignOff& one : sign_offs(run)) {
    if (!one.in_force) continue;
    if (one.what.duty == SignOffDuty::supervisor) supervised = true;
    const bool owes_supervisor = run.events.front().actor.party == "ops-work";
    if (one.what.duty == SignOffDuty::approver && owes_supervisor && !supervised)
      return "approved before the supervisor";
    if (one.what.content != content_hash(run)) return "a sign-off of other content is in force";
  }
  return "";
}

}  // namespace

TEST_CASE("ten thousand random sequences of acts keep the duties apart") {
  std::mt19937 engine(4);
  const auto below = [&](std::size_t count) { return engine() % count; };
  int approved = 0;
  for (int i = 0; i < 10'000; ++i) {
    Office office = crowded_office();
    if (below(4) == 0) office.book.steps[1].confirm_by = "controller";
    const auto anybody = [&]() -> std::string {
      return office.catalog.roster.persons[below(office.catalog.roster.persons.size())].id;
    };
    Hash seen{};  // what a signer looked at, some acts ago
    std::string story;
    for (int acts = 10 + static_cast<int>(below(40)); acts > 0; --acts) {
      const std::string who = anybody();
      const std::string represented = below(4) == 0 ? anybody() : who;
      const auto actor = [&] {
        Acting acting = office.as(who);
        if (represented != who) acting.deputy_for = &office.person(represented);
        return acting;
      };
      const std::size_t act = office.run.events.empty() ? 0 : 1 + below(11);
      std::string refused;
      switch (act) {
        case 0:
          refused = office.start(who, {.supervisor = anybody()});
          break;
        case 1:
          refused = office.record(record_step(office.catalog, office.run, actor(),
                                              {.step = std::to_string(1 + below(2))}));
          break;
        case 2:
          refused = office.confirm(who, std::to_string(1 + below(2)));
          break;
        case 3:
        case 4:
          refused = office.all_ok(who);
          break;
        case 5:
          seen = content_hash(office.run);
          refused = "looked";
          break;
        case 6:
          refused = office.record(
              sign_off(office.run, office.catalog.roster, actor(), {Decision::approve, "", seen}));
          break;
        case 10:
          refused = office.record(sign_off(office.run, office.catalog.roster, actor(),
                                           {Decision::approve, "", content_hash(office.run)}));
          break;
        case 11:
          refused =
              office.record(correct_run(office.catalog, office.run, actor(),
                                        {.reason = "slip", .values = {"version=8"}}, office.now));
          break;
        case 7:
          refused = office.sign(who, static_cast<Decision>(below(10) < 8 ? 0 : 1), "why");
          break;
        case 8:
          refused = office.note(who, "n");
          break;
        default:
          refused = office.record(
              hand_over(office.catalog, office.run, office.as(who), office.person(anybody())));
      }
      story += fmt::format("{} for {} {} {}\n", who, represented, act,
                           refused.substr(0, refused.find('\n')));
      if (office.run.events.empty()) continue;
      INFO("sequence " << i << "\n" << story);
      REQUIRE(wrong_with(office.run) == "");
    }
    if (office.run.events.empty()) continue;
    if (state_of(office.run) == RunState::approved) ++approved;
    if (i % 10 != 0) continue;  // the audit asks every rule about every event
    INFO("sequence " << i << "\n" << story);
    REQUIRE(audit_with_deputies(office) == "");
  }
  CHECK(approved > 100);  // or the sequences would prove nothing
}
