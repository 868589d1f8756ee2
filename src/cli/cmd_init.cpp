// opsctl init: creates the journal; for a shared host also its folder, its group and the runbooks;
// brings a journal of an older opsctl up to date.

#include <memory>

#include "base/json.h"
#include "base/messages/care.h"
#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/session.h"
#include "cli/system_setup.h"
#include "store/upgrade.h"

namespace opsctl::cli {
namespace {

struct Options {
  bool system = false;
  bool upgrade = false;
};

Exit init_system(Session& session) {
  session.refuse_own_places();
  const std::vector<Message> done = set_up_system(session);
  if (session.format() == render::Format::json) {
    Json lines = Json::array();
    for (const Message& message : done)
      lines.push_back(
          {{"code", std::string(message.text->name)}, {"message", to_text(message, Language::en)}});
    session.print(to_text(Json{{"schema", "opsctl.init/1"}, {"done", lines}}));
    return Exit::ok;
  }
  for (const Message& message : done) session.print(to_text(message, session.language()) + "\n");
  if (done.empty())
    session.print(to_text(say<messages::system_was_ready>(), session.language()) + "\n");
  session.remark(session.catalog().roster.demonstration ? say<messages::system_next_roster>()
                                                        : say<messages::system_next>());
  return Exit::ok;
}

/// On a shared host root alone: nobody else could put the copy away again.
Exit upgrade(Session& session) {
  const World& world = session.world();
  if (world.is_setgid && world.uid != 0)
    throw Error(Exit::failure, say<messages::upgrade_needs_root>(),
                say<messages::upgrade_root_hint>());
  const std::string path = session.journal_path();
  const Upgrade done =
      upgrade_journal(path, {session.now(), world.origin.host, world.origin.version});
  if (session.format() == render::Format::json) {
    session.print(
        to_text(Json{{"schema", "opsctl.init/1"},
                     {"path", path},
                     {"from_version", done.from},
                     {"version", done.to},
                     {"copy", done.copy.empty() ? Json(nullptr) : Json(done.copy.string())}}));
    return Exit::ok;
  }
  const Message message = done.from == done.to
                              ? say<messages::upgrade_needless>(visible(path), done.to)
                              : say<messages::upgrade_done>(visible(path), done.from, done.to,
                                                            visible(done.copy.string()));
  session.print(to_text(message, session.language()) + "\n");
  return Exit::ok;
}

Exit init(const Options& options, Session& session) {
  if (options.system && options.upgrade)
    throw Error(Exit::usage, say<messages::upgrade_or_system>(),
                say<messages::upgrade_or_system_hint>());
  if (options.system) return init_system(session);
  if (options.upgrade) return upgrade(session);
  const Journal journal = session.create_journal();
  const std::string path = journal.path().string();
  if (session.format() == render::Format::json) {
    session.print(
        to_text(Json{{"schema", "opsctl.init/1"}, {"path", path}, {"journal", journal.uuid()}}));
  } else {
    session.print(
        to_text(say<messages::journal_created>(visible(path), journal.uuid()), session.language()) +
        "\n");
  }
  session.remark(say<messages::journal_created_next>());
  return Exit::ok;
}

}  // namespace

Command init_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_init>(),
          .words = {},
          .options = {{"--system", "", &options->system, say<messages::opt_system>()},
                      {"--upgrade", "", &options->upgrade, say<messages::opt_upgrade>()}},
          .examples = {"opsctl init", "sudo opsctl init --system", "opsctl init --upgrade"},
          .action = [options](Session& session) { return init(*options, session); }};
}

}  // namespace opsctl::cli
