// opsctl fill [RUN] KEY=VALUE…: fills in record fields while the work goes on.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/outcome.h"
#include "cli/run_act.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::vector<std::string> words;  // [RUN] KEY=VALUE…
  std::optional<std::string> party;
  std::optional<std::string> key;
};

bool is_assignment(const std::string& word) { return word.find('=') != std::string::npos; }

Exit fill(const Options& options, Session& session) {
  std::vector<std::string> assignments = options.words;
  RunAct act{.command = "fill", .party = options.party, .key = options.key};
  if (!is_assignment(assignments.front())) {
    act.run = assignments.front();
    assignments.erase(assignments.begin());
  }
  if (assignments.empty()) {
    throw Error(Exit::usage, say<messages::argument_missing>("KEY=VALUE"),
                say<messages::see_help_of>("opsctl fill --help"));
  }
  act.rule = [&](Recording&, const Run& run, const Acting& me) {
    return fill_in(session.catalog(), run, me, assignments);
  };
  act.happened = [](const Journal&, const Run& run) {
    return say<messages::values_filled>(label_of_run(run));
  };
  return perform(session, act);
}

}  // namespace

Command fill_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_fill>(),
          .words = {{"[RUN] KEY=VALUE",
                     {"RUN", Values::run_and_field},
                     &options->words,
                     say<messages::arg_fill>(),
                     true}},
          .options = {{"--party", "PARTY", &options->party, say<messages::opt_party>()},
                      {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
          .examples = {"opsctl fill signature_version=9021",
                       "opsctl fill 13 cause='ディスク障害' restored_at='2026-11-22 03:10'"},
          .action = [options](Session& session) { return fill(*options, session); }};
}

}  // namespace opsctl::cli
