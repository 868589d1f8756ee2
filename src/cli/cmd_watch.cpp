// opsctl confirm, handover: keeping a watch (24H), and passing any open run on to a colleague.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/outcome.h"
#include "cli/run_act.h"
#include "model/watch_rules.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> run;
  std::optional<std::string> to;
  std::optional<std::string> supervisor;
  std::optional<std::string> planned_end;
  bool all_ok = false;
  std::optional<std::string> party;
  std::optional<std::string> key;
};

Exit confirm(const Options& options, Session& session) {
  return perform(
      session, {.command = "confirm",
                .run = options.run,
                .party = options.party,
                .key = options.key,
                .rule = [&](Recording&, const Run& run,
                            const Acting& me) { return confirm_watch(session.catalog(), run, me); },
                .happened =
                    [](const Journal&, const Run& run) {
                      return say<messages::watch_confirmed>(label_of_run(run));
                    }});
}

/// Ends one watch and begins the next, in one transaction and at one instant.
std::vector<Event> pass_watch(Session& session, Recording& recording, const Run& before,
                              const Person& to, const Options& options, const Acting& me) {
  const Catalog& catalog = session.catalog();
  const Runbook& book = find_item(session, started(before).book.id);
  StartRequest request;
  if (options.supervisor) request.supervisor = find_person_typed(session, *options.supervisor).id;
  if (options.planned_end) {
    request.planned_end = instant_typed(session, "--planned-end", *options.planned_end);
  }
  const Accepted end = accepted(finish_run(catalog, before, me, {.all_ok = options.all_ok}));
  const Accepted start = accepted(start_next_watch(catalog, book, before, end.actor, to, request));
  const Event ended = recording.append(before, end);
  const std::string id = recording.journal().next_run_id(catalog.zone.date_of(recording.now()));
  return {ended, recording.append_start(id, book, start)};
}

Exit handover(const Options& options, Session& session) {
  const Acting me = acting(session, options.party);
  const Person& to = find_person_typed(session, *options.to);
  Recording recording(session, options.key);
  if (!recording.earlier().empty())
    return say_already_recorded(session, "handover", recording.earlier());
  const Journal& journal = recording.journal();
  const Run before = find_run(session, journal, options.run,
                              [](const RunSummary& run) { return takes_work(run); });
  // Whether the run may be handed to that person at all.
  const Accepted passing = accepted(hand_over(session.catalog(), before, me, to));
  std::vector<Event> events = is_watch(before)
                                  ? pass_watch(session, recording, before, to, options, me)
                                  : std::vector{recording.append(before, passing)};
  const Run after = *journal.run(events.back().run);
  const std::string name = name_of_run(session, journal, after);
  recording.commit();

  std::vector<Message> what;
  if (events.size() > 1) what.push_back(say<messages::run_finished>(label_of_run(before)));
  what.push_back(events.size() > 1 ? say<messages::watch_started>(label_of_run(after), to.id)
                                   : say<messages::run_handed_over>(label_of_run(after), to.id));
  say_recorded(session, "handover", what, events);
  say_next_of(session, after, name, to.id);
  return Exit::ok;
}

}  // namespace

Command confirm_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_confirm>(),
          .words = {{"RUN", {"RUN", Values::watches}, &options->run, say<messages::arg_run>()}},
          .options = {{"--party", "PARTY", &options->party, say<messages::opt_party>()},
                      {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
          .examples = {"opsctl confirm", "opsctl confirm 20261122-003"},
          .action = [options](Session& session) { return confirm(*options, session); }};
}

Command handover_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_handover>(),
          .words = {{"RUN", {"RUN", Values::open_runs}, &options->run, say<messages::arg_run>()}},
          .options = {{"--to", "PERSON", &options->to, say<messages::opt_to_person>(), true},
                      {"--all-ok", "", &options->all_ok, say<messages::opt_all_ok>()},
                      {"--supervisor",
                       {"PERSON", Values::supervisors},
                       &options->supervisor,
                       say<messages::opt_supervisor>()},
                      {"--planned-end", "TIME", &options->planned_end,
                       say<messages::opt_planned_end>()},
                      {"--party", "PARTY", &options->party, say<messages::opt_party>()},
                      {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
          .examples = {"opsctl handover --to operator2",
                       "opsctl handover 20261122-003 --to operator2 --planned-end 17:30"},
          .action = [options](Session& session) { return handover(*options, session); }};
}

}  // namespace opsctl::cli
