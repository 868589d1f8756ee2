#include "cli/run_act.h"

#include "base/messages/cli.h"
#include "cli/outcome.h"

namespace opsctl::cli {

std::optional<LateEntry> late_entry(Session& session, const std::optional<std::string>& at,
                                    const std::optional<std::string>& reason) {
  if (!at) return std::nullopt;
  if (!reason) {
    throw Error(Exit::usage, say<messages::late_without_reason>(),
                say<messages::late_without_reason_hint>());
  }
  return LateEntry{instant_typed(session, "--at", *at), *reason};
}

void refuse_reason_alone(const std::optional<std::string>& at,
                         const std::optional<std::string>& reason) {
  if (reason && !at) {
    throw Error(Exit::usage, say<messages::reason_without_at>(),
                say<messages::reason_without_at_hint>());
  }
}

Exit perform(Session& session, const RunAct& act) {
  const Acting me =
      acting(session, act.party, act.late ? std::optional(act.late->at) : std::nullopt);
  Recording recording(session, act.key);
  if (!recording.earlier().empty()) {
    return say_already_recorded(session, act.command, recording.earlier());
  }
  const Journal& journal = recording.journal();
  const Run before = find_run(session, journal, act.run, act.in_question);
  const Accepted what =
      accepted(entered_late(act.rule(recording, before, me), &before, act.late, recording.now()));
  const Event event = recording.append(before, what);
  const Run run = *journal.run(before.id);
  const std::string name = name_of_run(session, journal, run);
  const Message happened = act.happened(journal, run);
  recording.commit();

  say_recorded(session, act.command, {happened}, {event});
  say_next(session, run, name, event);
  return Exit::ok;
}

}  // namespace opsctl::cli
