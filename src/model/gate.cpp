#include "model/gate.h"

#include <algorithm>

#include "base/messages/model.h"
#include "base/text.h"
#include "model/record_value.h"
#include "model/sign_off.h"

namespace opsctl {
namespace {

Scope scope_in(const Catalog& catalog, const Runbook& book) {
  return {book, catalog.parties, catalog.roster};
}

bool may_instruct(const Scope& scope, const Person& person) {
  return std::holds_alternative<Actor>(may_request(scope, {person, ""}));
}

std::vector<std::string> instructors(const Scope& scope) {
  std::vector<std::string> persons;
  for (const Person& person : scope.roster.persons) {
    if (may_instruct(scope, person)) persons.push_back(person.id);
  }
  return persons;
}

/// "--instructed-by" is checked also where nothing asks for it: it is recorded.
std::variant<std::string, Refusal> instructor(const Scope& scope, std::string_view named) {
  const std::string id = fold_id(named);
  if (id.empty()) return id;
  const Person* person = find_person(scope.roster, id);
  if (person != nullptr && may_instruct(scope, *person)) return id;
  return Refusal{
      {say<messages::gate_not_instructor>(id, scope.book.id), {}, ask_one_of(instructors(scope))}};
}

bool is_open(const Runbook& book, const RunStarted& start, std::span<const Request> open,
             bool instructs_himself) {
  const auto served = std::ranges::find(open, start.request, &Request::id);
  if (book.gate == Gate::prior_approval) return served != open.end() && served->approved_at;
  const bool instructed = served != open.end() || !start.instructed_by.empty() || instructs_himself;
  return book.gate == Gate::none || instructed;
}

Refusal closed(const Scope& scope, const RunStarted& start) {
  const std::string item = std::to_string(scope.book.no);
  const std::string who = join(instructors(scope), ", ");
  if (scope.book.gate == Gate::instruction) {
    return {{say<messages::gate_no_instruction>(scope.book.id, who),
             {say<messages::gate_request_line>(item), say<messages::gate_instructed_line>(item)},
             say<messages::gate_emergency_hint>(item)}};
  }
  const Message how = start.request.empty() ? say<messages::gate_request_line>(item)
                                            : say<messages::gate_approve_line>(start.request);
  return {{start.request.empty() ? say<messages::gate_nothing_approved>(scope.book.id)
                                 : say<messages::gate_not_approved>(scope.book.id, start.request),
           {how},
           say<messages::gate_emergency_hint>(item)}};
}

}  // namespace

Verdict through_gate(Verdict start, const Catalog& catalog, const Runbook& book,
                     const Acting& acting, std::span<const Request> open,
                     const GateRequest& request) {
  auto* accepted = std::get_if<Accepted>(&start);
  if (accepted == nullptr) return start;
  const Scope scope = scope_in(catalog, book);
  auto& started = std::get<RunStarted>(accepted->body);
  auto named = instructor(scope, request.instructed_by);
  if (auto* refusal = std::get_if<Refusal>(&named)) return *refusal;
  started.instructed_by = std::get<std::string>(named);
  const bool passes = is_open(book, started, open, may_instruct(scope, acting.holder()));
  if (!request.emergency) {
    if (passes) return start;
    return closed(scope, started);
  }
  if (passes)
    return Refusal{
        {say<messages::gate_no_emergency>(book.id), {}, say<messages::gate_leave_out>()}};
  auto reason = checked_text("--reason", request.reason);
  if (auto* refusal = std::get_if<Refusal>(&reason)) return *refusal;
  started.emergency = std::get<std::string>(reason);
  return start;
}

Verdict approve_request(const Catalog& catalog, const Runbook& book, const Acting& acting,
                        const Request& request, std::span<const Request> open) {
  if (auto refusal = account_refused(catalog.roster, acting, Decision::approve, request.id))
    return *refusal;
  Permission permission = may_decide(scope_in(catalog, book), acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  if (std::ranges::find(open, request.id, &Request::id) == open.end()) {
    return Refusal{{say<messages::request_not_open>(request.id, book.id),
                    {},
                    say<messages::request_log_hint>(book.no)}};
  }
  if (request.approved_at) {
    return Refusal{{say<messages::request_approved_already>(request.id),
                    {},
                    say<messages::request_log_hint>(book.no)}};
  }
  return Accepted{std::get<Actor>(permission), RequestApproved{request.id}};
}

Verdict accept_emergency(const Catalog& catalog, const Run& run, const Acting& acting,
                         const Hash& shown) {
  if (auto refusal = takes_no_work(run)) return *refusal;
  if (auto refusal = account_refused(catalog.roster, acting, Decision::approve, run.id))
    return *refusal;
  for (const Event& event : run.events) {
    // Two at once: one wins, the other is told.
    if (std::holds_alternative<EmergencyAccepted>(event.body))
      return Refusal{{say<messages::sign_given>(run.id, event.actor.person)}};
  }
  const Scope scope = scope_of(run, catalog.roster);
  Permission permission = scope.book.gate == Gate::prior_approval ? may_decide(scope, acting)
                                                                  : may_request(scope, acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  if (involves(acting, performers(run)))
    return Refusal{{say<messages::sign_performed>(label_of(acting), run.id)}};
  if (shown != content_hash(run)) {
    return Refusal{
        {say<messages::sign_changed>(run.id), {}, say<messages::sign_changed_hint>(run.id)}};
  }
  return Accepted{std::get<Actor>(permission), EmergencyAccepted{shown}};
}

}  // namespace opsctl
