// opsctl abort [RUN] --reason TEXT: breaks off a run that will not be finished.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/outcome.h"
#include "cli/run_act.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> run;
  std::optional<std::string> reason;
  std::optional<std::string> party;
  std::optional<std::string> key;
};

Exit abort_run_of(const Options& options, Session& session) {
  return perform(session, {.command = "abort",
                           .run = options.run,
                           .party = options.party,
                           .key = options.key,
                           .rule =
                               [&](Recording&, const Run& run, const Acting& me) {
                                 return abort_run(session.catalog(), run, me, *options.reason);
                               },
                           .happened =
                               [](const Journal&, const Run& run) {
                                 return say<messages::run_aborted>(label_of_run(run));
                               }});
}

}  // namespace

Command abort_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_abort>(),
          .words = {{"RUN", {"RUN", Values::open_runs}, &options->run, say<messages::arg_run>()}},
          .options = {{"--reason", "TEXT", &options->reason, say<messages::opt_reason>(), true},
                      {"--party", "PARTY", &options->party, say<messages::opt_party>()},
                      {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
          .examples = {"opsctl abort 49 --reason '回線工事のため延期'"},
          .action = [options](Session& session) { return abort_run_of(*options, session); }};
}

}  // namespace opsctl::cli
