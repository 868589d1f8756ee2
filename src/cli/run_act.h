// What step, note, done and abort have in common: find the run, ask the rules, record, say so.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/lookup.h"
#include "cli/session.h"
#include "model/workflow.h"

namespace opsctl::cli {

struct RunAct {
  std::string_view command;
  std::optional<std::string> run = {};  // as typed
  std::optional<std::string> party;
  std::optional<std::string> key;
  /// The rule: called inside the transaction.
  std::function<Verdict(const Catalog&, const Run&, const Acting&)> rule = {};
  /// What to say of the run as it is afterwards.
  std::function<Message(const Run&)> happened = {};
};

Exit perform(Session& session, const RunAct& act);

}  // namespace opsctl::cli
