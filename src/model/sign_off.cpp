// Who may decide on a run, and what a decision needs.
#include "model/sign_off.h"

#include <algorithm>
#include <optional>

#include "base/messages/model.h"
#include "base/text.h"
#include "model/record_value.h"
#include "model/supervisor.h"

namespace opsctl {
namespace {

/// "● 運用業者", "▲ 労災保険業務課 業務運用 (labor-insurance)".
std::string owed_label(const Scope& scope, const OwedSignOff& owed) {
  if (owed.duty == SignOffDuty::supervisor)
    return std::string(kSupervisedSymbol) + " " + owed.owed_by;
  const std::string parties[] = {owed.owed_by};
  return std::string(symbol_of(Duty::approve)) + " " + label_of(scope, parties);
}

std::string labels_of(const Scope& scope, const std::vector<OwedSignOff>& owed) {
  std::vector<std::string> labels;
  labels.reserve(owed.size());
  for (const OwedSignOff& one : owed) labels.push_back(owed_label(scope, one));
  return join(labels, ", ");
}

/// All that decides whether a person may sign.
struct Question {
  const Run& run;
  Scope scope;
  std::vector<OwedSignOff> missing;
  std::vector<SignOff> given;
  std::vector<std::string> workers;
  const Acting* acting = nullptr;

  MessageArg signer() const { return label_of(*acting); }
  bool is_theirs(const OwedSignOff& owed) const {
    const Person& holder = acting->holder();
    return owed.duty == SignOffDuty::supervisor ? is_supervisor_of(scope, holder, owed.owed_by)
                                                : belongs_to(holder, owed.owed_by);
  }
  bool ever_signed_as(SignOffDuty duty) const {
    return std::ranges::any_of(given, [&](const SignOff& one) {
      return one.what.duty == duty && involves(*acting, one.by);
    });
  }
  bool has_signed() const {
    return std::ranges::any_of(
        given, [&](const SignOff& one) { return one.in_force && involves(*acting, one.by); });
  }
};

/// Not yet asked of anybody: the answers for many persons share what the history says.
Question question(const Run& run, const Roster& roster) {
  return {run, scope_of(run, roster), missing_sign_offs(run), sign_offs(run), performers(run)};
}

/// Those of the missing sign-offs of this duty that the person could give.
std::vector<OwedSignOff> theirs(const Question& asked, SignOffDuty duty) {
  std::vector<OwedSignOff> found;
  for (const OwedSignOff& owed : asked.missing) {
    if (owed.duty == duty && asked.is_theirs(owed)) found.push_back(owed);
  }
  return found;
}

std::vector<std::string> parties_for(const Question& asked, const std::vector<OwedSignOff>& owed) {
  std::vector<std::string> parties;
  for (const Party& party : asked.scope.parties) {
    const bool fits = std::ranges::any_of(owed, [&](const OwedSignOff& one) {
      return one.duty == SignOffDuty::supervisor
                 ? party.supervised && party.organisation == one.owed_by
                 : party.id == one.owed_by;
    });
    if (fits) parties.push_back(party.id);
  }
  return parties;
}

Message not_theirs(const Question& asked) {
  return say<messages::sign_not_theirs>(asked.signer(), asked.run.id,
                                        labels_of(asked.scope, asked.missing));
}

/// Somebody else has signed for the person's party or organisation already; or it is none of
/// theirs.
Message given_or_not_theirs(const Question& asked) {
  for (const SignOff& one : asked.given) {
    const OwedSignOff paid = paid_by(asked.run, one);
    if (one.in_force && asked.is_theirs(paid))
      return say<messages::sign_given>(owed_label(asked.scope, paid), one.by.person);
  }
  return not_theirs(asked);
}

std::variant<SignOffRole, Refusal> in_role(const Question& asked, SignOffDuty duty,
                                           const std::vector<OwedSignOff>& owed) {
  auto party =
      acting_party(asked.scope, *asked.acting, parties_for(asked, owed), not_theirs(asked));
  if (auto* refusal = std::get_if<Refusal>(&party)) return *refusal;
  return SignOffRole{duty, std::get<std::string>(party)};
}

std::variant<SignOffRole, Refusal> as_supervisor(const Question& asked) {
  const std::vector<OwedSignOff> mine = theirs(asked, SignOffDuty::supervisor);
  const std::vector<std::string> approving = parties_with(asked.scope.book, Duty::approve);
  const bool wants_to_approve = is_among(approving, fold_id(asked.acting->wanted_party));
  if (!theirs(asked, SignOffDuty::approver).empty() && (mine.empty() || wants_to_approve)) {
    return Refusal{{say<messages::sign_supervisor_first>(
        asked.run.id, owed_label(asked.scope, asked.missing.front()))}};
  }
  if (asked.has_signed()) return Refusal{{say<messages::sign_twice>(asked.signer(), asked.run.id)}};
  if (mine.empty()) return Refusal{{given_or_not_theirs(asked)}};
  if (asked.ever_signed_as(SignOffDuty::approver))
    return Refusal{{say<messages::sign_was_approver>(asked.signer(), asked.run.id)}};
  return in_role(asked, SignOffDuty::supervisor, mine);
}

std::variant<SignOffRole, Refusal> as_approver(const Question& asked) {
  const std::vector<OwedSignOff> mine = theirs(asked, SignOffDuty::approver);
  if (!mine.empty() && asked.ever_signed_as(SignOffDuty::supervisor))
    return Refusal{{say<messages::sign_was_supervisor>(asked.signer(), asked.run.id)}};
  if (asked.has_signed()) return Refusal{{say<messages::sign_twice>(asked.signer(), asked.run.id)}};
  if (mine.empty()) return Refusal{{given_or_not_theirs(asked)}};
  return in_role(asked, SignOffDuty::approver, mine);
}

std::variant<SignOffRole, Refusal> role_without_hint(Question& asked, const Acting& acting) {
  asked.acting = &acting;
  if (involves(acting, asked.workers))
    return Refusal{{say<messages::sign_performed>(label_of(acting), asked.run.id)}};
  const bool supervisor_first =
      !asked.missing.empty() && asked.missing.front().duty == SignOffDuty::supervisor;
  return supervisor_first ? as_supervisor(asked) : as_approver(asked);
}

Message who_signs_next(const Run& run, const Roster& roster, Decision decision) {
  const std::vector<std::string> persons = possible_signers(run, roster);
  if (!persons.empty()) return say<messages::sign_hint>(name_of(decision), run.id, persons.front());
  return say<messages::sign_nobody_hint>(
      owed_label(scope_of(run, roster), missing_sign_offs(run).front()));
}

/// Who has decided already, a line each.
std::vector<Message> decisions(const Run& run, const Scope& scope) {
  std::vector<Message> lines;
  for (const SignOff& one : sign_offs(run)) {
    if (one.in_force || one.what.decision == Decision::reject) {
      lines.push_back(
          say<messages::sign_given>(owed_label(scope, paid_by(run, one)), one.by.person));
    }
  }
  return lines;
}

std::optional<Refusal> not_to_be_signed(const Run& run, const Roster& roster) {
  const RunState state = state_of(run);
  if (takes_work(state)) {
    return Refusal{
        {say<messages::sign_not_finished>(run.id), {}, say<messages::sign_finish_hint>(run.id)}};
  }
  if (state == RunState::awaiting_supervisor || state == RunState::awaiting_approval)
    return std::nullopt;
  return Refusal{{say<messages::sign_decided>(run.id, describe(state)),
                  decisions(run, scope_of(run, roster)), say<messages::sign_show_hint>(run.id)}};
}

/// After a correction: what asks for a second person is approved only once that person has seen it.
std::optional<Refusal> awaits_second(const Run& run, Decision decision) {
  if (decision != Decision::approve) return std::nullopt;
  const std::vector<StepStatus> steps = steps_of(run);
  const auto waits = std::ranges::find_if(steps, awaits_second_person);
  if (waits == steps.end()) return std::nullopt;
  const int number = number_of(started(run).book, waits->step);
  return Refusal{{say<messages::sign_awaits_second>(run.id, number, waits->step.confirm_by),
                  {},
                  say<messages::step_second_hint>(run.id, number)}};
}

std::variant<std::string, Refusal> comment_of(const Run& run, const SignOffRequest& request) {
  if (request.decision != Decision::approve && trim(request.comment).empty()) {
    const std::string_view verb = name_of(request.decision);
    return Refusal{
        {say<messages::reason_missing>(verb), {}, say<messages::reason_hint>(verb, run.id)}};
  }
  return optional_text("--reason", request.comment);
}

std::variant<SignOffRole, Refusal> role_for(const Run& run, const Roster& roster,
                                            const Acting& acting, Decision decision) {
  Question asked = question(run, roster);
  auto role = role_without_hint(asked, acting);
  auto* refusal = std::get_if<Refusal>(&role);
  if (refusal == nullptr) return role;
  if (!refusal->hint) refusal->hint = who_signs_next(run, roster, decision);
  for (const std::string& id : acting.may_represent) {
    const Acting deputy{
        .person = acting.person, .account = {}, .deputy_for = find_person(roster, id)};
    if (acting.deputy_for == nullptr &&
        std::holds_alternative<SignOffRole>(role_without_hint(asked, deputy)))
      refusal->details.push_back(say<messages::deputy_could>(id));
  }
  return role;
}

}  // namespace

std::optional<Refusal> account_refused(const Roster& roster, const Acting& acting,
                                       Decision decision, std::string_view id) {
  if (!acting.account_is_shared || roster.shared_accounts_may_sign) return std::nullopt;
  return Refusal{{say<messages::sign_shared_account>(acting.account),
                  {},
                  say<messages::sign_shared_hint>(name_of(decision), id)}};
}

std::vector<std::string> possible_signers(const Run& run, const Roster& roster) {
  std::vector<std::string> persons;
  if (not_to_be_signed(run, roster)) return persons;
  Question asked = question(run, roster);
  for (const Person& person : roster.persons) {
    const Acting acting{person, {}};
    const auto role = role_without_hint(asked, acting);
    if (std::holds_alternative<SignOffRole>(role)) persons.push_back(person.id);
  }
  return persons;
}

std::variant<SignOffRole, Refusal> sign_off_role(const Run& run, const Roster& roster,
                                                 const Acting& acting) {
  if (std::optional<Refusal> refusal = not_to_be_signed(run, roster)) return *refusal;
  return role_for(run, roster, acting, Decision::approve);
}

Verdict sign_off(const Run& run, const Roster& roster, const Acting& acting,
                 const SignOffRequest& request) {
  Verdict verdict = unsigned_sign_off(run, roster, acting, request);
  if (std::holds_alternative<Refusal>(verdict)) return verdict;
  if (roster.signatures_required && request.signature.empty()) {
    return Refusal{{say<messages::sign_needs_key>(run.id),
                    {},
                    say<messages::sign_key_hint>(name_of(request.decision), run.id)}};
  }
  return verdict;
}

Verdict unsigned_sign_off(const Run& run, const Roster& roster, const Acting& acting,
                          const SignOffRequest& request) {
  if (auto refusal = not_to_be_signed(run, roster)) return *refusal;
  if (auto refusal = awaits_second(run, request.decision)) return *refusal;
  if (auto refusal = account_refused(roster, acting, request.decision, run.id)) return *refusal;
  auto role = role_for(run, roster, acting, request.decision);
  if (auto* refusal = std::get_if<Refusal>(&role)) return *refusal;
  if (request.shown != content_hash(run)) {
    return Refusal{
        {say<messages::sign_changed>(run.id), {}, say<messages::sign_changed_hint>(run.id)}};
  }
  auto comment = comment_of(run, request);
  if (auto* refusal = std::get_if<Refusal>(&comment)) return *refusal;
  const auto& [duty, party] = std::get<SignOffRole>(role);
  const std::string_view word =
      duty == SignOffDuty::supervisor ? "supervise" : name_of(Duty::approve);
  return Accepted{actor_for(acting, party, word),
                  SignedOff{duty, request.decision, std::get<std::string>(comment), request.shown,
                            request.signature, request.signed_at}};
}

}  // namespace opsctl
