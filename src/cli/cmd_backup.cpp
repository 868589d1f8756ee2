// opsctl backup FILE: a copy of the journal while others work; --check: the restore drill. Needs no
// runbooks: what is broken elsewhere must not keep copies from being taken.

#include <memory>

#include "base/messages/care.h"
#include "base/messages/cli.h"
#include "cli/command.h"
#include "cli/session.h"
#include "render/backup_view.h"
#include "store/backup.h"
#include "store/place.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> file;
  bool check = false;
};

/// A copy is proved by itself too, where it is unknown where the journal in use would be.
std::optional<std::filesystem::path> journal_in_use(Session& session) {
  try {
    std::filesystem::path journal = session.journal_path();
    if (Journal::is_there(journal)) return journal;
  } catch (const Error& error) {
    session.remark(say<messages::history_not_compared>(error.problem().what));
  }
  return std::nullopt;
}

Exit check_copy(const Options& options, Session& session) {
  const BackupCheck check = check_backup(*options.file, journal_in_use(session));
  session.print(render::backup_check(check, session.format(), session.look()));
  return can_be_restored(check) ? Exit::ok : Exit::failure;
}

Exit take_copy(const Options& options, Session& session) {
  const std::string journal = session.journal_path();
  if (!Journal::is_there(journal)) throw no_journal(journal);
  const World& world = session.world();
  const Manifest manifest =
      take_backup(journal, *options.file, {session.now(), world.origin.host, world.origin.version});
  session.print(render::backup(*options.file, manifest, session.format(), session.look()));
  session.remark(say<messages::backup_next>());
  return Exit::ok;
}

Exit backup(const Options& options, Session& session) {
  return options.check ? check_copy(options, session) : take_copy(options, session);
}

}  // namespace

Command backup_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_backup>(),
          .words = {{"FILE", "FILE", &options->file, say<messages::arg_backup>(), true}},
          .options = {{"--check", "", &options->check, say<messages::opt_check_backup>()}},
          .examples = {"opsctl backup /backup/journal-20261122.db",
                       "opsctl backup --check /backup/journal-20261122.db"},
          .action = [options](Session& session) { return backup(*options, session); }};
}

}  // namespace opsctl::cli
