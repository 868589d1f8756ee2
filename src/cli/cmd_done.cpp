// opsctl done [RUN|ITEM]: finishes a run.

#include <memory>

#include "cli/command.h"
#include "cli/outcome.h"
#include "cli/run_act.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> run;
  bool all_ok = false;
  bool failed = false;
  std::optional<std::string> reason;
  std::vector<std::string> values;
  std::optional<std::string> valid_until;
  std::optional<std::string> party;
  std::optional<std::string> key;
};

Exit done(const Options& options, Session& session) {
  if (options.all_ok && options.failed) {
    throw Error(Exit::usage, say<MessageId::either_or>("--all-ok", "--failed"));
  }
  const FinishRequest request{.all_ok = options.all_ok,
                              .failed = options.failed,
                              .reason = options.reason.value_or(""),
                              .values = options.values,
                              .valid_until = options.valid_until.value_or("")};
  return perform(session,
                 {.command = "done",
                  .run = options.run,
                  .party = options.party,
                  .key = options.key,
                  .rule = [&](const Catalog& catalog, const Run& run,
                              const Acting& me) { return finish_run(catalog, run, me, request); },
                  .happened =
                      [&](const Run& run) {
                        return options.failed ? say<MessageId::run_failed>(label_of_run(run))
                                              : say<MessageId::run_finished>(label_of_run(run));
                      }});
}

}  // namespace

Command done_command() {
  auto options = std::make_shared<Options>();
  return {.name = "done",
          .summary = say<MessageId::about_done>(),
          .words = {{"RUN", "RUN", &options->run, say<MessageId::arg_run>()}},
          .options = {{"--all-ok", "", &options->all_ok, say<MessageId::opt_all_ok>()},
                      {"--value", "KEY=VALUE", &options->values, say<MessageId::opt_value>()},
                      {"--valid-until", "DATE", &options->valid_until,
                       say<MessageId::opt_valid_until>()},
                      {"--failed", "", &options->failed, say<MessageId::opt_failed>()},
                      {"--reason", "TEXT", &options->reason, say<MessageId::opt_reason>()},
                      {"--party", "PARTY", &options->party, say<MessageId::opt_party>()},
                      {"--idempotency-key", "KEY", &options->key, say<MessageId::opt_key>()}},
          .examples = {"opsctl done 49 --all-ok", "opsctl done --value signature_version=9021",
                       "opsctl done 47 --valid-until 2031-11-30"},
          .action = [options](Session& session) { return done(*options, session); }};
}

}  // namespace opsctl::cli
