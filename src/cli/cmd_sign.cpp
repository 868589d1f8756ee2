// opsctl approve, return, reject: a supervisor's or approver's decision on finished runs. What is
// signed is shown first, and the decision is bound to exactly that.

#include <algorithm>
#include <istream>
#include <memory>
#include <ostream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "cli/outcome.h"
#include "cli/recording.h"
#include "cli/waiting.h"
#include "model/sign_off.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::vector<std::string> runs;
  std::vector<std::string> confirmed;
  std::optional<std::string> comment;
  std::optional<std::string> party;
  std::optional<std::string> key;
};

SignOffRequest request_for(const Run& run, Decision decision, const Options& options) {
  return {
      .decision = decision, .comment = options.comment.value_or(""), .shown = content_hash(run)};
}

/// The runs as they are now. Several at once only where none has exceptions.
std::vector<Waiting> load(Session& session, const Options& options) {
  const std::optional<Journal> journal = session.read_journal();
  if (!journal) {
    throw Error(Exit::not_found, say<MessageId::no_journal_yet>(visible(session.journal_path())));
  }
  std::vector<Waiting> runs;
  for (const std::string& typed : options.runs) {
    runs.push_back(waiting(*journal, find_run(session, *journal, typed, awaits_sign_off)));
  }
  for (const auto& [run, usual, changed] : runs) {
    if (runs.size() > 1 && !exceptions_of(run).empty()) {
      throw Error(Exit::refused, say<MessageId::sign_alone>(run.id),
                  say<MessageId::sign_alone_hint>(run.id));
    }
  }
  return runs;
}

bool is_confirmed(const Run& run, const std::vector<std::string>& confirmed) {
  return std::ranges::any_of(confirmed, [&](const std::string& typed) {
    const std::string folded = fold_id(typed);
    return folded == run.id || (folded.starts_with("-") && run.id.ends_with(folded));
  });
}

/// The person types the id of the run, so that no decision falls on another by a slip.
void ask_for_confirmation(Session& session, const Run& run, const Options& options) {
  if (is_confirmed(run, options.confirmed)) return;
  if (!session.may_ask()) {
    throw Error(Exit::usage, say<MessageId::confirm_missing>(),
                say<MessageId::confirm_hint>(run.id, session.as_typed()));
  }
  const World& world = session.world();
  world.out << to_text(say<MessageId::confirm_question>(run.id), session.language()) << std::flush;
  std::string answer;
  std::getline(world.in, answer);
  if (is_confirmed(run, {answer})) return;
  throw Error(Exit::failure, say<MessageId::confirm_differs>(visible(answer), run.id));
}

Message happened(Decision decision, const Run& run) {
  switch (decision) {
    case Decision::approve:
      return say<MessageId::run_signed>(label_of_run(run));
    case Decision::return_run:
      return say<MessageId::run_returned>(label_of_run(run));
    case Decision::reject:
      break;
  }
  return say<MessageId::run_rejected>(label_of_run(run));
}

void show_and_confirm(Session& session, const std::vector<Waiting>& runs, const Options& options) {
  if (session.format() != render::Format::json) {
    session.print(
        render::pending(session.catalog(), rows_of(runs), session.format(), session.look()));
  }
  for (const Waiting& shown : runs) ask_for_confirmation(session, shown.run, options);
}

Exit decide(std::string_view command, Decision decision, const Options& options, Session& session) {
  const Acting me = acting(session, options.party);
  const Roster& roster = session.catalog().roster;
  const std::vector<Waiting> shown = load(session, options);
  const auto decided = [&](const Run& now, const Waiting& as_shown) {
    return accepted(sign_off(now, roster, me, request_for(as_shown.run, decision, options)));
  };
  for (const Waiting& waiting : shown) decided(waiting.run, waiting);
  if (decision == Decision::approve) show_and_confirm(session, shown, options);

  Recording recording(session, options.key);
  if (!recording.earlier().empty())
    return say_already_recorded(session, command, recording.earlier());
  std::vector<Event> events;
  std::vector<Run> after;
  for (const Waiting& waiting : shown) {
    // The run as it is now; the decision stands on what was shown.
    const Run now = *recording.journal().run(waiting.run.id);
    events.push_back(recording.append(now, decided(now, waiting)));
    after.push_back(*recording.journal().run(now.id));
  }
  recording.commit();

  std::vector<Message> what;
  for (const Run& run : after) what.push_back(happened(decision, run));
  say_recorded(session, command, what, events);
  for (std::size_t i = 0; i < after.size(); ++i)
    say_next(session, after[i], after[i].id, events[i]);
  return Exit::ok;
}

}  // namespace

Command approve_command() {
  auto options = std::make_shared<Options>();
  return {.name = "approve",
          .summary = say<MessageId::about_approve>(),
          .words = {{"RUN", "RUN", &options->runs, say<MessageId::arg_runs>(), true}},
          .options = {{"--confirm", "RUN", &options->confirmed, say<MessageId::opt_confirm_run>()},
                      {"--comment", "TEXT", &options->comment, say<MessageId::opt_comment>()},
                      {"--party", "PARTY", &options->party, say<MessageId::opt_party>()},
                      {"--idempotency-key", "KEY", &options->key, say<MessageId::opt_key>()}},
          .examples = {"opsctl approve 49", "opsctl approve 20261122-001 --confirm 20261122-001"},
          .action = [options](Session& session) {
            return decide("approve", Decision::approve, *options, session);
          }};
}

namespace {

/// return and reject: one run, with a reason.
Command refusal_command(const std::string& name, const Message& summary, Decision decision) {
  struct OneRun {
    std::optional<std::string> run;
    Options options;
  };
  auto typed = std::make_shared<OneRun>();
  Options& options = typed->options;
  const std::string example = "opsctl " + name + " 49 --reason '手順5の結果がない'";
  return {.name = name,
          .summary = summary,
          .words = {{"RUN", "RUN", &typed->run, say<MessageId::arg_run>(), true}},
          .options = {{"--reason", "TEXT", &options.comment, say<MessageId::opt_reason>(), true},
                      {"--party", "PARTY", &options.party, say<MessageId::opt_party>()},
                      {"--idempotency-key", "KEY", &options.key, say<MessageId::opt_key>()}},
          .examples = {example},
          .action = [typed, name, decision](Session& session) {
            typed->options.runs = {*typed->run};
            return decide(name, decision, typed->options, session);
          }};
}

}  // namespace

Command return_command() {
  return refusal_command("return", say<MessageId::about_return>(), Decision::return_run);
}

Command reject_command() {
  return refusal_command("reject", say<MessageId::about_reject>(), Decision::reject);
}

}  // namespace opsctl::cli
