#include "cli/run_act.h"

#include "cli/outcome.h"
#include "cli/recording.h"

namespace opsctl::cli {

Exit perform(Session& session, const RunAct& act) {
  const Acting me = acting(session, act.party);
  Recording recording(session, act.key);
  if (!recording.earlier().empty()) {
    return say_already_recorded(session, act.command, recording.earlier());
  }
  const Journal& journal = recording.journal();
  const Run before =
      find_run(session, journal, act.run, [](const RunSummary& run) { return takes_work(run); });
  const Accepted what = accepted(act.rule(session.catalog(), before, me));
  const Event event = recording.append(before, what);
  const Run run = *journal.run(before.id);
  const std::string name = name_of_run(session, journal, run);
  recording.commit();

  say_recorded(session, act.command, {act.happened(run)}, {event});
  say_next(session, run, name, event);
  return Exit::ok;
}

}  // namespace opsctl::cli
