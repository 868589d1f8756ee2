// opsctl verify: whether the journal is whole. Needs no runbooks: the journal has all that it
// takes.

#include <fstream>
#include <memory>

#include "base/messages/cli.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/session.h"
#include "render/verify_view.h"
#include "store/journal_rights.h"
#include "store/verify.h"

namespace opsctl::cli {
namespace {

struct Options {
  bool deep = false;
  std::vector<std::string> anchors;
  std::optional<std::string> file;
  std::optional<std::string> signers;
};

void add_typed(const std::vector<std::string>& typed, std::vector<KeptAnchor>& anchors) {
  for (const std::string& word : typed) {
    const auto anchor = parse_anchor(word);
    if (!anchor)
      throw Error(Exit::usage, say<messages::option_value_unknown>("--anchor", visible(word)),
                  say<messages::anchor_hint>());
    anchors.push_back(*anchor);
  }
}

/// What cannot be read cannot be compared: that is no whole journal, and no broken one.
void add_from_file(const std::string& name, std::vector<KeptAnchor>& anchors) {
  std::ifstream in(name);
  std::string line;
  int number = 0;
  while (std::getline(in, line)) {
    ++number;
    if (is_blank_line(line)) continue;
    const auto anchor = parse_anchor(line);
    if (!anchor)
      throw Error(Exit::journal, say<messages::anchor_line_wrong>(visible(name), number),
                  say<messages::anchor_hint>());
    anchors.push_back(*anchor);
  }
  if (!in.eof() || in.bad())
    throw Error(Exit::journal, say<messages::anchors_unreadable>(visible(name)),
                say<messages::anchors_hint>());
}

/// Asks ssh-keygen about a signature; where that fails, nothing is known of the journal.
bool is_signed(const World& world, const std::string& signers, const std::string& person,
               const std::string& text, const std::string& signature, Instant at) {
  try {
    return world.verifies(signers, person, text, signature, at);
  } catch (const Error& error) {
    throw Error(Exit::journal, error.problem());
  }
}

Exit verify(const Options& options, Session& session) {
  VerifyOptions wanted{.deep = options.deep};
  add_typed(options.anchors, wanted.anchors);
  if (options.file) add_from_file(*options.file, wanted.anchors);
  if (options.signers) {
    wanted.verifies = [&](const std::string& person, const std::string& text,
                          const std::string& signature, Instant at) {
      return is_signed(session.world(), *options.signers, person, text, signature, at);
    };
  }
  // On a shared host that is a file of the user's, a copy for example.
  std::optional<OwnRights> own;
  if (session.world().is_setgid && session.journal_is_typed()) own.emplace();
  const VerifyReport report = verify_journal(session.journal_path(), wanted);
  session.print(render::verify(report, session.format(), session.look()));
  return is_whole(report) ? Exit::ok : Exit::failure;
}

}  // namespace

Command verify_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_verify>(),
          .words = {},
          .options = {{"--deep", "", &options->deep, say<messages::opt_deep>()},
                      {"--anchor", "SEQ:HASH", &options->anchors, say<messages::opt_anchor>()},
                      {"--anchors", "FILE", &options->file, say<messages::opt_anchors>()},
                      {"--allowed-signers", "FILE", &options->signers,
                       say<messages::opt_allowed_signers>()}},
          .examples = {"opsctl verify", "opsctl verify --deep --anchors anchors.txt",
                       "opsctl verify --anchor 1204:9f31c2d0",
                       "opsctl verify --db /backup/journal-20261122.db"},
          .purpose = Purpose::reading,
          .takes_any_journal = true,
          .action = [options](Session& session) { return verify(*options, session); }};
}

}  // namespace opsctl::cli
