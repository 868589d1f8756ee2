// Deciding on a finished run: ● before ▲, and nobody who worked on it or signed it in another duty.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/policy.h"
#include "model/run.h"
#include "model/workflow.h"

namespace opsctl {

/// As what a person signs.
struct SignOffRole {
  SignOffDuty duty{};
  std::string party;  // of the person

  friend bool operator==(const SignOffRole&, const SignOffRole&) = default;
};

/// What the person may sign now, or why nothing. Does not look at the account.
std::variant<SignOffRole, Refusal> sign_off_role(const Run& run, const Roster& roster,
                                                 const Acting& acting);

/// The persons who may sign now, in the roster's order.
std::vector<std::string> possible_signers(const Run& run, const Roster& roster);

struct SignOffRequest {
  Decision decision{};
  std::string comment = {};  // --reason of a return or rejection; may be left out of an approval
  Hash shown{};              // content_hash() of the run as the person saw it
  std::string signature = {};
  std::optional<Instant> signed_at = {};
};

/// A shared account proves nobody, so no decision comes from it unless the roster allows that
/// (records.md, "Who"). `id`: of what is decided on.
std::optional<Refusal> account_refused(const Roster& roster, const Acting& acting,
                                       Decision decision, std::string_view id);

/// Where the roster asks for signatures, a decision without one is refused.
Verdict sign_off(const Run& run, const Roster& roster, const Acting& acting,
                 const SignOffRequest& request);

/// The same before the signer's key has signed it: what will be signed.
Verdict unsigned_sign_off(const Run& run, const Roster& roster, const Acting& acting,
                          const SignOffRequest& request);

}  // namespace opsctl
