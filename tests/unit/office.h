// An office for tests of the rules: its people, a runbook, and one run that they work on. An act
// answers "" and is recorded, or answers the refusal as people would read it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/sign_off.h"
#include "model/workflow.h"

namespace opsctl::test {

inline const Zone& tokyo() {
  static const Zone zone = Zone::find("Asia/Tokyo").value();
  return zone;
}

inline std::string text_of(const Problem& problem, Language language = Language::en) {
  std::string text = to_text(problem.what, language);
  for (const Message& detail : problem.details) text += "\n- " + to_text(detail, language);
  if (problem.hint) text += "\nhint: " + to_text(*problem.hint, language);
  return text;
}

/// The refusal as text; "" where it was accepted.
template <class T>
std::string refusal_of(const std::variant<T, Refusal>& answer, Language language = Language::en) {
  const auto* refusal = std::get_if<Refusal>(&answer);
  return refusal == nullptr ? std::string{} : text_of(*refusal, language);
}

inline std::vector<Party> parties() {
  return {{"labor-insurance", "Ministry", "operations", false},
          {"controller", "Controller", "control", false},
          {"app-pm", "Builder", "projects", false},
          {"ops-helpdesk", "Contractor", "helpdesk", true},
          {"ops-work", "Contractor", "operation", true},
          {"hw-maintenance", "Vendor", "maintenance", false},
          {"payment-line", "Carrier", "lines", false}};
}

inline Roster people() {
  Roster roster;
  roster.persons = {{"operator1", "", {"ops-work"}, false, {}, false},
                    {"operator2", "", {"ops-work"}, false, {}, false},
                    {"engineer1", "", {"hw-maintenance"}, false, {}, false},
                    {"supervisor1", "", {"ops-helpdesk"}, true, {}, false},
                    {"approver1", "", {"labor-insurance"}, false, {}, false},
                    {"director1", "", {"controller"}, false, {}, false},
                    {"support1", "", {"app-pm"}, false, {}, false},
                    {"outsider", "", {"payment-line"}, false, {}, false}};
  return roster;
}

/// Sheet No. 49: two performing parties, one of them supervised.
inline Runbook daily_update() {
  Runbook book;
  book.id = "inc-49";
  book.no = 49;
  book.duties = {{"labor-insurance", Duty::approve},
                 {"controller", Duty::direct},
                 {"app-pm", Duty::support},
                 {"ops-work", Duty::perform},
                 {"hw-maintenance", Duty::perform}};
  book.timetable.versions = {{std::nullopt, {Cycle::Kind::frequency, 1, 1, Cycle::Unit::day}, {}}};
  book.steps = {{"download", "download it"}, {"apply", "apply it"}};
  book.steps[0].party = "ops-work";
  book.steps[1].party = "hw-maintenance";
  return book;
}

struct Office {
  Catalog catalog{tokyo()};
  Runbook book = daily_update();
  Run run{"20261122-003", {}};
  Instant now = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 22));
  std::chrono::seconds backdated{0};  // of the acts to come
  bool shared_account = false;
  Language language = Language::en;
  std::string party = {};  // --party of the acts to come

  explicit Office(Runbook the_book = daily_update()) : book(std::move(the_book)) {
    catalog.parties = parties();
    catalog.roster = people();
  }

  Person& person(std::string_view id) {
    for (Person& one : catalog.roster.persons) {
      if (one.id == id) return one;
    }
    throw std::out_of_range(std::string(id));
  }
  void hire(std::string id, std::vector<std::string> of, bool supervisor = false) {
    catalog.roster.persons.push_back({std::move(id), "", std::move(of), supervisor, {}, false});
  }
  Acting as(std::string_view id) { return {person(id), "account", shared_account, party, 1000}; }

  /// Writes the event as the journal would.
  std::string record(const Verdict& verdict) {
    const auto* accepted = std::get_if<Accepted>(&verdict);
    if (accepted == nullptr) return refusal_of(verdict, language);
    now += std::chrono::minutes(1);
    Event event;
    event.seq = static_cast<std::int64_t>(run.events.size()) + 2;
    event.run = run.id;
    event.item = book.id;
    event.body = accepted->body;
    event.actor = accepted->actor;
    event.performed_at = now - backdated;
    event.recorded_at = now;
    event.hash = sha256(run.id + std::to_string(event.seq));
    run.events.push_back(std::move(event));
    return {};
  }

  std::string start(std::string_view who, const StartRequest& request = {},
                    const std::vector<std::string>& open_runs = {}) {
    return record(start_run(catalog, book, as(who), request, open_runs));
  }
  std::string step(std::string_view who, const StepRequest& request) {
    return record(record_step(catalog, run, as(who), request));
  }
  std::string ok(std::string_view who, std::string number) {
    return step(who, {std::move(number), StepResult::ok});
  }
  std::string confirm(std::string_view who, std::string_view number) {
    return record(confirm_step(catalog, run, as(who), number));
  }
  std::string note(std::string_view who, std::string_view text) {
    return record(add_note(catalog, run, as(who), text));
  }
  std::string done(std::string_view who, const FinishRequest& request = {}) {
    return record(finish_run(catalog, run, as(who), request));
  }
  std::string all_ok(std::string_view who) {
    FinishRequest request;
    request.all_ok = true;
    return done(who, request);
  }
  std::string stop(std::string_view who, std::string_view reason) {
    return record(abort_run(catalog, run, as(who), reason));
  }
  std::string sign(std::string_view who, Decision decision, std::string comment = {}) {
    return record(
        sign_off(run, catalog.roster, as(who), {decision, std::move(comment), content_hash(run)}));
  }
  std::string approve(std::string_view who) { return sign(who, Decision::approve); }
  std::string send_back(std::string_view who) { return sign(who, Decision::return_run, "no log"); }

  /// Started by operator1 and finished.
  Office& finished() {
    if (run.events.empty()) start("operator1");
    all_ok("operator1");
    return *this;
  }
};

}  // namespace opsctl::test
