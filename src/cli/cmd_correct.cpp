// opsctl correct RUN: what was recorded of a finished run was wrong.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/lookup.h"
#include "cli/outcome.h"
#include "cli/run_act.h"
#include "model/correction.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> run;
  std::optional<std::string> reason;
  std::optional<std::string> step;
  bool ok = false;
  bool ng = false;
  bool na = false;
  std::optional<std::string> note;
  std::optional<std::string> choice;
  std::vector<std::string> evidence;
  std::vector<std::string> values;
  std::optional<std::string> performed_at;
  std::optional<std::string> party;
  std::optional<std::string> key;
};

/// What belongs to a step is said of one, and with its result.
void require_consistent(const Options& options) {
  const int results = options.ok + options.ng + options.na;
  const bool of_step = results > 0 || options.note || options.choice || !options.evidence.empty();
  if (options.step ? results != 1 : of_step) {
    throw Error(Exit::usage, say<messages::correct_step_incomplete>(),
                say<messages::correct_step_hint>());
  }
  if (options.step || !options.values.empty() || options.performed_at) return;
  throw Error(Exit::usage, say<messages::correct_nothing>(),
              say<messages::see_help_of>("opsctl correct --help"));
}

StepResult result_of(const Options& options) {
  if (options.ng) return StepResult::ng;
  return options.na ? StepResult::na : StepResult::ok;
}

Exit correct(const Options& options, Session& session) {
  require_consistent(options);
  const std::vector<ReadFile> files = read_evidence(options.evidence);
  CorrectionRequest request{.reason = *options.reason, .values = options.values};
  if (options.step) {
    request.step = StepRequest{.step = *options.step,
                               .result = result_of(options),
                               .note = options.note.value_or(""),
                               .choice = options.choice.value_or(""),
                               .evidence = described(files)};
  }
  if (options.performed_at)
    request.performed_at = instant_typed(session, "--performed-at", *options.performed_at);
  return perform(
      session,
      {.command = "correct",
       .run = options.run,
       .in_question = [](const RunSummary& run) { return awaits_sign_off(run); },
       .party = options.party,
       .key = options.key,
       .rule =
           [&](Recording& recording, const Run& run, const Acting& me) {
             keep(recording, files);
             return correct_run(session.catalog(), run, me, request, recording.now());
           },
       .happened = [](const Journal&,
                      const Run& run) { return say<messages::run_corrected>(label_of_run(run)); }});
}

}  // namespace

Command correct_command() {
  auto options = std::make_shared<Options>();
  return {
      .summary = say<messages::about_correct>(),
      .words = {{"RUN",
                 {"RUN", Values::finished_runs},
                 &options->run,
                 say<messages::arg_run_named>(),
                 true}},
      .options =
          {{"--reason", "TEXT", &options->reason, say<messages::opt_reason>(), true},
           {"--step", "STEP", &options->step, say<messages::opt_correct_step>()},
           {"--ok", "", &options->ok, say<messages::opt_ok>()},
           {"--ng", "", &options->ng, say<messages::opt_ng>()},
           {"--na", "", &options->na, say<messages::opt_na>()},
           {"--note", "TEXT", &options->note, say<messages::opt_note>()},
           {"--choice", {"TEXT", Values::choices}, &options->choice, say<messages::opt_choice>()},
           {"--evidence", "FILE", &options->evidence, say<messages::opt_evidence>()},
           {"--value", "KEY=VALUE", &options->values, say<messages::opt_value>()},
           {"--performed-at", "TIME", &options->performed_at, say<messages::opt_performed_at>()},
           {"--party", "PARTY", &options->party, say<messages::opt_party>()},
           {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
      .examples = {"opsctl correct 49 --value signature_version=9021 --reason '版の書き誤り'",
                   "opsctl correct 20261122-003 --step 4 --ng --note '未確認' --reason '確認漏れ'"},
      .action = [options](Session& session) { return correct(*options, session); }};
}

}  // namespace opsctl::cli
