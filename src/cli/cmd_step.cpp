// opsctl step [RUN] N: records a step, or confirms it as the second person.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/outcome.h"
#include "cli/run_act.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::vector<std::string> words;  // [RUN] N: CLI11 has no optional word before a required one
  bool ok = false;
  bool ng = false;
  bool na = false;
  bool confirm = false;
  std::optional<std::string> note;
  std::optional<std::string> choice;
  std::vector<std::string> values;
  std::vector<std::string> evidence;
  std::optional<std::string> at;
  std::optional<std::string> reason;
  std::optional<std::string> party;
  std::optional<std::string> key;
};

StepResult result_of(const Options& options) {
  if (options.ng) return StepResult::ng;
  return options.na ? StepResult::na : StepResult::ok;
}

void require_one_result(const Options& options) {
  if (options.ok + options.ng + options.na + options.confirm == 1) return;
  throw Error(Exit::usage, say<messages::step_result_missing>(),
              say<messages::step_result_hint>(visible(join(options.words, " "))));
}

/// --confirm says that a colleague's record is right; it has nothing to add to it.
void refuse_additions_to_confirmation(const Options& options) {
  if (!options.confirm ||
      (!options.note && !options.choice && options.values.empty() && options.evidence.empty()))
    return;
  throw Error(Exit::usage, say<messages::confirm_stands_alone>(),
              say<messages::confirm_stands_alone_hint>());
}

Exit step(const Options& options, Session& session) {
  require_one_result(options);
  refuse_additions_to_confirmation(options);
  if (options.words.size() > 2) {
    throw Error(Exit::usage, say<messages::unexpected_argument>(visible(options.words[2])),
                say<messages::see_help_of>("opsctl step --help"));
  }
  const std::string number = options.words.back();
  refuse_reason_alone(options.at, options.reason);
  RunAct act{.command = "step",
             .party = options.party,
             .key = options.key,
             .late = late_entry(session, options.at, options.reason)};
  if (options.words.size() == 2) act.run = options.words.front();
  if (options.confirm) {
    act.rule = [&](Recording&, const Run& run, const Acting& me) {
      return confirm_step(session.catalog(), run, me, number);
    };
    act.happened = [&](const Journal&, const Run& run) {
      return say<messages::step_confirmed>(label_of_run(run), visible(number));
    };
    return perform(session, act);
  }
  const std::vector<ReadFile> files = read_evidence(options.evidence);
  const StepRequest request{.step = number,
                            .result = result_of(options),
                            .note = options.note.value_or(""),
                            .choice = options.choice.value_or(""),
                            .values = options.values,
                            .evidence = described(files),
                            .as = session.as_typed()};
  act.rule = [&](Recording& recording, const Run& run, const Acting& me) {
    keep(recording, files);
    return record_step(session.catalog(), run, me, request);
  };
  act.happened = [&](const Journal&, const Run& run) {
    return say<messages::step_recorded>(label_of_run(run), visible(number),
                                        name_of(request.result));
  };
  const Exit exit = perform(session, act);
  for (const ReadFile& file : files) {
    if (!file.evidence.kept) session.remark(say<messages::evidence_too_large>(file.evidence.name));
  }
  return exit;
}

}  // namespace

Command step_command() {
  auto options = std::make_shared<Options>();
  return {
      .summary = say<messages::about_step>(),
      .words = {{"[RUN] STEP",
                 {"RUN", Values::run_and_step},
                 &options->words,
                 say<messages::arg_run_and_step>(),
                 true}},
      .options =
          {{"--ok", "", &options->ok, say<messages::opt_ok>()},
           {"--ng", "", &options->ng, say<messages::opt_ng>()},
           {"--na", "", &options->na, say<messages::opt_na>()},
           {"--confirm", "", &options->confirm, say<messages::opt_confirm_step>()},
           {"--note", "TEXT", &options->note, say<messages::opt_note>()},
           {"--choice", {"TEXT", Values::choices}, &options->choice, say<messages::opt_choice>()},
           {"--value", "KEY=VALUE", &options->values, say<messages::opt_value>()},
           {"--evidence", "FILE", &options->evidence, say<messages::opt_evidence>()},
           {"--at", "TIME", &options->at, say<messages::opt_at>()},
           {"--reason", "TEXT", &options->reason, say<messages::opt_late_reason>()},
           {"--party", "PARTY", &options->party, say<messages::opt_party>()},
           {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
      .examples = {"opsctl step 1 --ok", "opsctl step 49 2 --na --note '新しい版なし'",
                   "opsctl step 13 4 --confirm", "opsctl step 24 7 --ok --evidence 処理結果.csv"},
      .action = [options](Session& session) { return step(*options, session); }};
}

}  // namespace opsctl::cli
