// opsctl completion, man: what opsctl brings along for the shell.

#include <array>
#include <memory>

#include "base/messages/shell.h"
#include "cli/command.h"
#include "cli/embedded.h"
#include "cli/globals.h"
#include "cli/man_page.h"

namespace opsctl::cli {
namespace {

#include "cli/completions.inc"

struct Options {
  std::optional<std::string> shell;
};

Exit completion(const Options& options, Session& session) {
  return print_embedded(session, kCompletions, "completion", *options.shell);
}

Exit man(Session& session) {
  Globals unused;
  session.print(man_page(all_commands(), global_options(unused), session.language()));
  return Exit::ok;
}

}  // namespace

Command completion_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_completion>(),
          .words = {{"SHELL", "bash|zsh|fish", &options->shell, say<messages::arg_shell>(), true}},
          .options = {},
          .examples = {"source <(opsctl completion bash)",
                       "opsctl completion fish > ~/.config/fish/completions/opsctl.fish"},
          .formats = {render::Format::text},
          .action = [options](Session& session) { return completion(*options, session); }};
}

Command man_command() {
  return {.summary = say<messages::about_man>(),
          .words = {},
          .options = {},
          .examples = {"opsctl man | man -l -", "opsctl man --lang ja > opsctl.1"},
          .formats = {render::Format::text},
          .action = man};
}

}  // namespace opsctl::cli
