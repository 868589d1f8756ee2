// opsctl init: creates the journal.

#include "base/json.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/session.h"

namespace opsctl::cli {
namespace {

Exit init(Session& session) {
  const Journal journal = session.create_journal();
  const std::string path = journal.path().string();
  if (session.format() == render::Format::json) {
    session.print(
        to_text(Json{{"schema", "opsctl.init/1"}, {"path", path}, {"journal", journal.uuid()}}));
  } else {
    session.print(to_text(say<MessageId::journal_created>(visible(path), journal.uuid()),
                          session.language()) +
                  "\n");
  }
  session.remark(say<MessageId::journal_created_next>());
  return Exit::ok;
}

}  // namespace

Command init_command() {
  return {.name = "init",
          .summary = say<MessageId::about_init>(),
          .words = {},
          .options = {},
          .examples = {"opsctl init", "opsctl init --db /var/lib/opsctl/journal.db"},
          .action = init};
}

}  // namespace opsctl::cli
