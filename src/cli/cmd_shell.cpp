// opsctl completion, man: what opsctl brings along for the shell.

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "base/messages/cli.h"
#include "base/messages/shell.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/globals.h"
#include "cli/man_page.h"
#include "cli/session.h"

namespace opsctl::cli {
namespace {

struct CompletionFile {
  std::string_view shell;
  std::string_view text;
};

#include "cli/completions.inc"

struct Options {
  std::optional<std::string> shell;
};

Exit completion(const Options& options, Session& session) {
  const auto* const found = std::ranges::find(kCompletions, *options.shell, &CompletionFile::shell);
  if (found == kCompletions.end()) {
    std::vector<std::string> shells;
    for (const CompletionFile& file : kCompletions) shells.emplace_back(file.shell);
    throw Error(Exit::usage,
                say<messages::option_value_unknown>("completion", visible(*options.shell)),
                say<messages::try_one_of>(join(shells, ", ")));
  }
  session.print(std::string(found->text));
  return Exit::ok;
}

Exit man(Session& session) {
  Globals unused;
  session.print(man_page(all_commands(), global_options(unused), session.language()));
  return Exit::ok;
}

}  // namespace

Command completion_command() {
  auto options = std::make_shared<Options>();
  return {.name = "completion",
          .summary = say<messages::about_completion>(),
          .words = {{"SHELL", "bash|zsh|fish", &options->shell, say<messages::arg_shell>(), true}},
          .options = {},
          .examples = {"source <(opsctl completion bash)",
                       "opsctl completion fish > ~/.config/fish/completions/opsctl.fish"},
          .formats = {render::Format::text},
          .action = [options](Session& session) { return completion(*options, session); }};
}

Command man_command() {
  return {.name = "man",
          .summary = say<messages::about_man>(),
          .words = {},
          .options = {},
          .examples = {"opsctl man | man -l -", "opsctl man --lang ja > opsctl.1"},
          .formats = {render::Format::text},
          .action = man};
}

}  // namespace opsctl::cli
