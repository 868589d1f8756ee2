// opsctl note [RUN] TEXT: adds a note to an open run.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/outcome.h"
#include "cli/run_act.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::vector<std::string> words;  // [RUN] TEXT
  std::optional<std::string> party;
  std::optional<std::string> key;
};

Exit note(const Options& options, Session& session) {
  if (options.words.size() > 2) {
    throw Error(Exit::usage, say<messages::unexpected_argument>(visible(options.words[2])),
                say<messages::note_quotes>());
  }
  const std::string text = options.words.back();
  // "note 24" names a run and says nothing of it.
  if (options.words.size() == 1 && (names_run(text) || parse_count(fold_width(text)))) {
    throw Error(Exit::usage, say<messages::argument_missing>("TEXT"),
                say<messages::note_text_hint>(visible(text)));
  }
  RunAct act{
      .command = "note",
      .party = options.party,
      .key = options.key,
      .rule = [&](Recording&, const Run& run,
                  const Acting& me) { return add_note(session.catalog(), run, me, text); },
      .happened = [](const Journal&,
                     const Run& run) { return say<messages::note_added>(label_of_run(run)); }};
  if (options.words.size() == 2) act.run = options.words.front();
  return perform(session, act);
}

}  // namespace

Command note_command() {
  auto options = std::make_shared<Options>();
  return {
      .summary = say<messages::about_note>(),
      .words = {{"[RUN] TEXT",
                 {"RUN", Values::open_runs},
                 &options->words,
                 say<messages::arg_note>(),
                 true}},
      .options = {{"--party", "PARTY", &options->party, say<messages::opt_party>()},
                  {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
      .examples = {"opsctl note '保守業者の到着を待っている'", "opsctl note 13 '媒体を交換した'"},
      .action = [options](Session& session) { return note(*options, session); }};
}

}  // namespace opsctl::cli
