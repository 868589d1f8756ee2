// Who may: the sheet's matrix, applied to persons. What is allowed next in a run is in workflow.h,
// who may sign it off in sign_off.h.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.h"
#include "model/event.h"
#include "model/roster.h"
#include "model/run.h"
#include "model/runbook.h"

namespace opsctl {

/// Who wants to do something, and from where.
struct Acting {
  const Person& person;
  std::string account;
  bool account_is_shared = false;
  std::string wanted_party = {};  // --party; empty: the first that has the duty
  std::uint32_t uid = 0;
  const Person* deputy_for = nullptr;           // 代行: with whose duties the person acts
  std::vector<std::string> may_represent = {};  // whose deputy the person could be: for hints

  /// Whose parties and duties count.
  const Person& holder() const { return deputy_for != nullptr ? *deputy_for : person; }
};

/// 代行: the one whose duties `person` has on that day; or what the roster says of deputies.
std::variant<const Person*, Refusal> as_deputy(const Roster& roster, const Person& person,
                                               const Person& represented, Date day);

/// "operator2", or "operator2 as deputy of approver1": for refusals.
MessageArg label_of(const Acting& acting);

/// Somebody of those who act is among `persons`: separation of duties counts the deputy and whom
/// the deputy represents.
bool involves(const Acting& acting, std::span<const std::string> persons);
bool involves(const Acting& acting, const Actor& actor);

/// Where the rules look people and parties up: the runbook and the parties of the run (before its
/// start, of the catalogue), the roster as it is now.
struct Scope {
  const Runbook& book;
  const std::vector<Party>& parties;
  const Roster& roster;
};
Scope scope_of(const Run& run, const Roster& roster);

/// The actor as it is recorded, with the party and the duty that the person acts for.
using Permission = std::variant<Actor, Refusal>;

/// To start, finish or abort, and to record a step that names no party: ◎.
Permission may_perform(const Scope& scope, const Acting& acting);
Permission may_record(const Scope& scope, const Acting& acting, const Step& step);
Permission may_confirm(const Scope& scope, const Acting& acting, const Step& step);

/// To add a note: every party that has a duty for the item.
Permission may_note(const Scope& scope, const Acting& acting);

/// To ask for an item or to withdraw that: △, ▲, or ◎ by a party that directs.
Permission may_request(const Scope& scope, const Acting& acting);

/// To excuse an occurrence, to approve a request: ▲.
Permission may_decide(const Scope& scope, const Acting& acting);

/// Separation of duties, seen from the work: the permission, unless the person has decided on the
/// run. (sign_off.h has the other side.)
Permission kept_apart(Permission permission, const Run& run, const Acting& acting,
                      const Roster& roster);

bool is_among(std::span<const std::string> all, std::string_view one);

/// "one of these may: …", or that the roster has nobody.
Message ask_one_of(const std::vector<std::string>& persons);

/// "運用業者 運用作業 (ops-work)"; several are joined with commas.
std::string label_of(const Scope& scope, std::span<const std::string> parties);

/// The actor of the person for this party and duty.
Actor actor_for(const Acting& acting, std::string_view party, std::string_view duty);

/// The first of the person's parties among `allowed`, in the sheet's order. A wanted party must be
/// the person's and among them. `otherwise` is said where the person has none of them.
std::variant<std::string, Refusal> acting_party(const Scope& scope, const Acting& acting,
                                                std::span<const std::string> allowed,
                                                const Message& otherwise);

}  // namespace opsctl
