// opsctl approve, return, reject: a supervisor's or approver's decision on finished runs. What is
// signed is shown first, and the decision is bound to exactly that.

#include <algorithm>
#include <istream>
#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "cli/outcome.h"
#include "cli/recording.h"
#include "cli/waiting.h"
#include "model/gate.h"
#include "model/sign_off.h"
#include "model/signature.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::vector<std::string> runs;
  std::vector<std::string> confirmed;
  std::optional<std::string> comment;
  std::optional<std::string> sign;  // the signer's key
  std::optional<std::string> party;
  std::optional<std::string> key;
};

/// What this very command recorded before. Asked first: a run that has been signed would refuse to
/// be signed again, and whoever repeats a command must hear that it is recorded.
std::vector<Event> recorded_before(const Session& session, const Options& options) {
  if (!options.key) return {};
  const std::optional<Journal> journal = session.read_journal();
  return journal ? journal->events_of_key(*options.key) : std::vector<Event>{};
}

SignOffRequest request_for(const Run& run, Decision decision, const Options& options) {
  return {
      .decision = decision, .comment = options.comment.value_or(""), .shown = content_hash(run)};
}

std::string uuid_of_journal(const Session& session) {
  return session.read_journal().value().uuid();
}

/// What the signer's key says to a decision; nothing without a key.
struct Signature {
  std::string text = {};
  std::optional<Instant> at = {};
};

/// Before the journal is locked: ssh-keygen may ask for a passphrase.
Signature signature_of(Session& session, const std::string& journal, const Run& run,
                       const Acting& me, Decision decision, const Options& options) {
  if (!options.sign) return {};
  SignOffRequest request = request_for(run, decision, options);
  request.signed_at = session.world().now();
  const Accepted what = accepted(unsigned_sign_off(run, session.catalog().roster, me, request));
  const auto& sign_off = std::get<SignedOff>(what.body);
  return {session.world().sign(*options.sign, signed_text(journal, run.id, sign_off, what.actor)),
          request.signed_at};
}

/// The runs as they are now. Several at once only where none has exceptions.
std::vector<Waiting> load(Session& session, const Options& options) {
  const std::optional<Journal> journal = session.read_journal();
  if (!journal) {
    throw Error(Exit::not_found, say<messages::no_journal_yet>(visible(session.journal_path())));
  }
  std::vector<Waiting> runs;
  for (const std::string& typed : options.runs) {
    runs.push_back(waiting(*journal, find_run(session, *journal, typed, awaits_sign_off)));
  }
  for (const auto& [run, usual, changed] : runs) {
    if (runs.size() > 1 && !exceptions_of(run).empty()) {
      throw Error(Exit::refused, say<messages::sign_alone>(run.id),
                  say<messages::sign_alone_hint>(run.id));
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
    throw Error(Exit::usage, say<messages::confirm_missing>(),
                say<messages::confirm_hint>(run.id, session.as_typed()));
  }
  const World& world = session.world();
  world.out << to_text(say<messages::confirm_question>(run.id), session.language()) << std::flush;
  std::string answer;
  std::getline(world.in, answer);
  if (is_confirmed(run, {answer})) return;
  throw Error(Exit::failure, say<messages::confirm_differs>(visible(answer), run.id));
}

Message happened(Decision decision, const Run& run) {
  switch (decision) {
    case Decision::approve:
      return say<messages::run_signed>(label_of_run(run));
    case Decision::return_run:
      return say<messages::run_returned>(label_of_run(run));
    case Decision::reject:
      break;
  }
  return say<messages::run_rejected>(label_of_run(run));
}

/// Where the site wants it, each decision goes to the system's log with the chain's hash: an anchor
/// that is kept outside the journal.
void announce(const Session& session, const std::string& journal,
              const std::vector<Event>& events) {
  if (!session.announces_decisions()) return;
  for (const Event& event : events) {
    const auto& signed_off = std::get<SignedOff>(event.body);
    session.world().system_log(fmt::format(
        "{} run={} duty={} decision={} person={}", to_text(Anchor{journal, event.seq, event.hash}),
        event.run, name_of(signed_off.duty), name_of(signed_off.decision), event.actor.person));
  }
}

void show_and_confirm(Session& session, const std::vector<Waiting>& runs, const Options& options) {
  if (session.format() != render::Format::json) {
    session.print(
        render::pending(session.catalog(), {rows_of(runs)}, session.format(), session.look()));
  }
  for (const Waiting& shown : runs) ask_for_confirmation(session, shown.run, options);
}

Exit decide(std::string_view command, Decision decision, const Options& options, Session& session) {
  const Acting me = acting(session, options.party);
  const Roster& roster = session.catalog().roster;
  const std::vector<Waiting> shown = load(session, options);
  for (const Waiting& waiting : shown) {
    const SignOffRequest request = request_for(waiting.run, decision, options);
    accepted(options.sign ? unsigned_sign_off(waiting.run, roster, me, request)
                          : sign_off(waiting.run, roster, me, request));
  }
  if (decision == Decision::approve) show_and_confirm(session, shown, options);
  std::vector<Signature> signatures;
  for (const Waiting& waiting : shown) {
    signatures.push_back(
        signature_of(session, uuid_of_journal(session), waiting.run, me, decision, options));
  }

  Recording recording(session, options.key);
  if (!recording.earlier().empty())
    return say_already_recorded(session, command, recording.earlier());
  std::vector<Event> events;
  std::vector<Run> after;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    // The run as it is now; the decision stands on what was shown.
    const Run now = *recording.journal().run(shown[i].run.id);
    SignOffRequest request = request_for(shown[i].run, decision, options);
    request.signature = signatures[i].text;
    request.signed_at = signatures[i].at;
    events.push_back(recording.append(now, accepted(sign_off(now, roster, me, request))));
    after.push_back(*recording.journal().run(now.id));
  }
  recording.commit();

  std::vector<Message> what;
  for (const Run& run : after) what.push_back(happened(decision, run));
  say_recorded(session, command, what, events);
  announce(session, recording.journal().uuid(), events);
  for (std::size_t i = 0; i < after.size(); ++i)
    say_next(session, after[i], after[i].id, events[i]);
  return Exit::ok;
}

/// "R20261122-001": work that waits for approval before it may begin.
bool names_request(const std::string& typed) {
  const std::string id = request_typed(typed);
  return id.starts_with("R") && names_run(id.substr(1));
}

Exit approve_one_request(const std::string& typed, const Options& options, Session& session) {
  const Acting me = acting(session, options.party);
  Recording recording(session, options.key);
  if (!recording.earlier().empty())
    return say_already_recorded(session, "approve", recording.earlier());
  const Catalog& catalog = session.catalog();
  const auto found = recording.journal().request(request_typed(typed));
  if (!found) {
    throw Error(Exit::not_found, say<messages::unknown_request>(visible(typed)),
                say<messages::unknown_request_hint>());
  }
  const Runbook& book = find_item(session, found->item);
  const auto open = recording.journal().open_requests(book.id);
  const Event event =
      recording.append(book, accepted(approve_request(catalog, book, me, *found, open)));
  recording.commit();
  say_recorded(
      session, "approve",
      {say<messages::request_approved>(found->id, visible(book.title), visible(found->reason))},
      {event});
  session.remark(say<messages::next_start_request>(book.no, found->id));
  return Exit::ok;
}

/// 事後承認 of a run that is still being worked on; what is accepted is shown first.
Exit accept_one_emergency(const Run& run, const Options& options, Session& session) {
  const Acting me = acting(session, options.party);
  std::vector<Waiting> shown;
  shown.push_back({run, std::nullopt, false});
  const Hash seen = content_hash(run);
  accepted(accept_emergency(session.catalog(), run, me, seen));
  show_and_confirm(session, shown, options);
  Recording recording(session, options.key);
  if (!recording.earlier().empty())
    return say_already_recorded(session, "approve", recording.earlier());
  const Run now = *recording.journal().run(run.id);
  const Event event =
      recording.append(now, accepted(accept_emergency(session.catalog(), now, me, seen)));
  recording.commit();
  say_recorded(session, "approve", {say<messages::emergency_accepted>(label_of_run(run))}, {event});
  return Exit::ok;
}

/// The run that is named, where it is being worked on without what its gate asks for.
std::optional<Run> emergency_named(Session& session, const Options& options) {
  const std::optional<Journal> journal = session.read_journal();
  if (!journal || options.runs.size() != 1) return std::nullopt;
  Run run = find_run(session, *journal, options.runs.front(), [](const RunSummary& one) {
    return awaits_sign_off(one) || (takes_work(one) && one.emergency);
  });
  if (takes_work(state_of(run)) && awaits_acceptance(run)) return run;
  return std::nullopt;
}

Exit approve(const Options& options, Session& session) {
  const std::vector<Event> earlier = recorded_before(session, options);
  if (!earlier.empty()) return say_already_recorded(session, "approve", earlier);
  if (options.runs.size() == 1 && names_request(options.runs.front()))
    return approve_one_request(options.runs.front(), options, session);
  if (const auto run = emergency_named(session, options))
    return accept_one_emergency(*run, options, session);
  return decide("approve", Decision::approve, options, session);
}

}  // namespace

Command approve_command() {
  auto options = std::make_shared<Options>();
  return {
      .summary = say<messages::about_approve>(),
      .words = {{"RUN|REQUEST", "RUN|REQUEST", &options->runs, say<messages::arg_runs>(), true}},
      .options = {{"--confirm",
                   {"RUN", Values::awaiting_runs},
                   &options->confirmed,
                   say<messages::opt_confirm_run>()},
                  {"--comment", "TEXT", &options->comment, say<messages::opt_comment>()},
                  {"--sign", {"KEY", Values::files}, &options->sign, say<messages::opt_sign>()},
                  {"--party", "PARTY", &options->party, say<messages::opt_party>()},
                  {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
      .examples = {"opsctl approve 49", "opsctl approve 20261122-001 --confirm 20261122-001",
                   "opsctl approve 49 --sign ~/.ssh/id_ed25519", "opsctl approve R20261122-001"},
      .action = [options](Session& session) { return approve(*options, session); }};
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
  return {.summary = summary,
          .words = {{"RUN",
                     {"RUN", Values::awaiting_runs},
                     &typed->run,
                     say<messages::arg_run_named>(),
                     true}},
          .options = {{"--reason", "TEXT", &options.comment, say<messages::opt_reason>(), true},
                      {"--sign", {"KEY", Values::files}, &options.sign, say<messages::opt_sign>()},
                      {"--party", "PARTY", &options.party, say<messages::opt_party>()},
                      {"--idempotency-key", "KEY", &options.key, say<messages::opt_key>()}},
          .examples = {example},
          .action = [typed, name, decision](Session& session) {
            typed->options.runs = {*typed->run};
            const std::vector<Event> earlier = recorded_before(session, typed->options);
            if (!earlier.empty()) return say_already_recorded(session, name, earlier);
            return decide(name, decision, typed->options, session);
          }};
}

}  // namespace

Command return_command() {
  return refusal_command("return", say<messages::about_return>(), Decision::return_run);
}

Command reject_command() {
  return refusal_command("reject", say<messages::about_reject>(), Decision::reject);
}

}  // namespace opsctl::cli
