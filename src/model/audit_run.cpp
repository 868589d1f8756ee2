#include "model/audit_run.h"

#include <algorithm>
#include <variant>

#include "base/messages/model.h"
#include "base/messages/store.h"
#include "model/audit_record.h"
#include "model/gate.h"
#include "model/sign_off.h"
#include "model/supervisor.h"
#include "model/watch_rules.h"
#include "model/workflow.h"

namespace opsctl {
namespace {

const Step* step_of_id(const Runbook& book, const std::string& id) {
  const auto found = std::ranges::find(book.steps, id, &Step::id);
  return found == book.steps.end() ? nullptr : &*found;
}

Permission actor_of(Verdict verdict) {
  if (auto* refusal = std::get_if<Refusal>(&verdict)) return *refusal;
  return std::get<Accepted>(std::move(verdict)).actor;
}

/// The answer of the rules to each kind of act.
struct Rules {
  const Run& before;
  const Catalog& then;
  const Acting& acting;
  Scope scope = scope_of(before, then.roster);

  Permission work() const { return may_work(then, before, acting); }
  Permission unknown_step(const std::string& step) const {
    return Refusal{{say<messages::step_unknown>(scope.book.id, step)}};
  }

  Permission operator()(const StepRecorded& body) const {
    if (auto refusal = takes_no_work(before)) return *refusal;
    return record(body.step);
  }
  Permission operator()(const StepConfirmed& body) const {
    const Step* step = step_of_id(scope.book, body.step);
    if (step == nullptr) return unknown_step(body.step);
    const std::string number = std::to_string(number_of(scope.book, *step));
    return actor_of(confirm_step(then, before, acting, number));
  }
  Permission operator()(const NoteAdded&) const {
    if (auto refusal = takes_no_work(before)) return *refusal;
    return may_note(scope, acting);
  }
  Permission operator()(const ValuesRecorded&) const { return work(); }
  Permission operator()(const RunFinished&) const { return work(); }
  Permission operator()(const RunAborted&) const { return work(); }
  Permission operator()(const WatchConfirmed&) const {
    return actor_of(confirm_watch(then, before, acting));
  }
  Permission operator()(const RunHandedOver& body) const {
    const Person* to = find_person(then.roster, body.to);
    if (to == nullptr) return Refusal{{say<messages::audit_unknown_person>(body.to)}};
    return actor_of(hand_over(then, before, acting, *to));
  }
  Permission operator()(const RunCorrected& body) const {
    const RunState state = state_of(before);
    if (takes_work(state)) return Refusal{{say<messages::correct_while_open>(before.id)}};
    if (state == RunState::rejected || state == RunState::aborted)
      return Refusal{{say<messages::correct_of_nothing>(before.id, describe(state))}};
    if (!body.steps.empty()) return record(body.steps.front().step);
    return kept_apart(may_perform(scope, acting), before, acting, then.roster);
  }
  Permission operator()(const SignedOff& body) const {
    const Verdict verdict =
        sign_off(before, then.roster, acting,
                 {body.decision, body.comment, body.content, body.signature, body.signed_at});
    const auto* accepted = std::get_if<Accepted>(&verdict);
    if (accepted != nullptr && std::get<SignedOff>(accepted->body).duty != body.duty)
      return Refusal{{say<messages::audit_other_sign_off>(name_of(body.duty))}};
    return actor_of(verdict);
  }
  Permission operator()(const EmergencyAccepted& body) const {
    return actor_of(accept_emergency(then, before, acting, body.content));
  }
  Permission operator()(const auto&) const {
    return Refusal{{say<messages::run_history_wrong>(before.id)}};
  }

 private:
  Permission record(const std::string& id) const {
    const Step* step = step_of_id(scope.book, id);
    if (step == nullptr) return unknown_step(id);
    return kept_apart(may_record(scope, acting, *step), before, acting, then.roster);
  }
};

/// With the party on record, else as somebody who names none: then the rules choose it, or have the
/// better words.
template <class Ask>
std::optional<Message> wrong_either_way(const Event& event, const Catalog& then, const Ask& ask) {
  Acting acting = acting_in(then.roster, event);
  if (!differs(ask(acting), event.actor)) return std::nullopt;
  acting.wanted_party.clear();
  return differs(ask(acting), event.actor);
}

/// Done means that nothing was left open.
std::optional<Message> unfinished(const Run& before, const Event& event) {
  const auto* finish = std::get_if<RunFinished>(&event.body);
  if (finish == nullptr || finish->outcome != Outcome::done) return std::nullopt;
  Run after = before;
  after.events.push_back(event);
  const std::size_t open = open_points(after).size();
  if (open == 0) return std::nullopt;
  return say<messages::audit_incomplete>(before.id, open);
}

std::optional<Message> wrong_supervisor(const Scope& scope, const Actor& starter,
                                        const std::string& recorded) {
  const auto owed = supervisor_on_duty(scope, starter, recorded);
  if (const auto* refusal = std::get_if<Refusal>(&owed)) return refusal->what;
  if (std::get<std::string>(owed) == recorded) return std::nullopt;
  return say<messages::audit_no_supervisor>();
}

std::optional<Message> wrong_keeper(const Scope& scope, const RunStarted& start,
                                    const Acting& acting) {
  const Person* keeper = find_person(scope.roster, start.keeper);
  if (keeper == nullptr) return say<messages::audit_unknown_person>(start.keeper);
  // Whoever passed the watch on did so with a part of the watch before.
  if (!belongs_to(acting.holder(), acting.wanted_party))
    return say<messages::party_not_theirs>(acting.holder().id, acting.wanted_party);
  const Permission permission = may_perform(scope, {*keeper, ""});
  if (const auto* refusal = std::get_if<Refusal>(&permission)) return refusal->what;
  return wrong_supervisor(scope, std::get<Actor>(permission), start.supervisor);
}

Scope scope_of_start(const RunStarted& start, const Catalog& then) {
  return {start.book, start.parties, then.roster};
}

}  // namespace

std::optional<Message> wrong_start(const Event& event, const Catalog& then) {
  const auto& start = std::get<RunStarted>(event.body);
  const Scope scope = scope_of_start(start, then);
  if (!start.keeper.empty()) return wrong_keeper(scope, start, acting_in(then.roster, event));
  const auto perform = [&](const Acting& one) { return may_perform(scope, one); };
  if (auto wrong = wrong_either_way(event, then, perform)) return wrong;
  return wrong_supervisor(scope, event.actor, start.supervisor);
}

bool is_instructed(const Event& event, const Catalog& then) {
  const auto& start = std::get<RunStarted>(event.body);
  const Scope scope = scope_of_start(start, then);
  const auto may = [&](const Person& person) {
    return std::holds_alternative<Actor>(may_request(scope, {person, ""}));
  };
  const Person* named = find_person(then.roster, start.instructed_by);
  return (named != nullptr && may(*named)) || may(acting_in(then.roster, event).holder());
}

std::optional<Message> wrong_act(const Run& before, const Event& event, const Catalog& then) {
  const auto wrong = wrong_either_way(event, then, [&](const Acting& acting) {
    return std::visit(Rules{before, then, acting}, event.body);
  });
  return wrong ? wrong : unfinished(before, event);
}

}  // namespace opsctl
