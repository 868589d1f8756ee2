// What step, note, done and abort have in common: find the run, ask the rules, record, say so.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/lookup.h"
#include "cli/recording.h"
#include "cli/session.h"
#include "model/workflow.h"

namespace opsctl::cli {

struct RunAct {
  std::string_view command;
  std::optional<std::string> run = {};  // as typed
  InQuestion in_question = [](const RunSummary& one) { return takes_work(one); };
  std::optional<std::string> party;
  std::optional<std::string> key;
  std::optional<LateEntry> late = {};
  /// The rule: called inside the transaction.
  std::function<Verdict(Recording&, const Run&, const Acting&)> rule = {};
  /// What to say of the run as it is afterwards.
  std::function<Message(const Journal&, const Run&)> happened = {};
};

/// --at and --reason as typed, which belong together. Throws Error(Exit::usage).
std::optional<LateEntry> late_entry(Session& session, const std::optional<std::string>& at,
                                    const std::optional<std::string>& reason);

/// Where --reason means nothing but that.
void refuse_reason_alone(const std::optional<std::string>& at,
                         const std::optional<std::string>& reason);

Exit perform(Session& session, const RunAct& act);

}  // namespace opsctl::cli
