// opsctl raci: the matrix of who does what.

#include <memory>

#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "render/raci.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::vector<std::string> items;
  bool letters = false;
};

Exit raci(const Options& options, Session& session) {
  const std::vector<const Runbook*> books = find_items(session, options.items);
  session.print(
      render::raci(session.catalog(), books, options.letters, session.format(), session.look()));
  return Exit::ok;
}

}  // namespace

Command raci_command() {
  auto options = std::make_shared<Options>();
  Formats formats = any_table();
  formats.push_back(render::Format::html);
  return {.summary = say<messages::about_raci>(),
          .words = {{"ITEM", "ITEM", &options->items, say<messages::arg_items>()}},
          .options = {{"--letters", "", &options->letters, say<messages::opt_letters>()}},
          .examples = {"opsctl raci 13 49", "opsctl raci --format csv > raci.csv"},
          .formats = formats,
          .is_listing = true,
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return raci(*options, session); }};
}

}  // namespace opsctl::cli
