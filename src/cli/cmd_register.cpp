// opsctl register ITEM: the record fields of all its runs.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/loading.h"
#include "cli/lookup.h"
#include "render/register_view.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> item;
  std::optional<std::string> from;
  std::optional<std::string> to;
};

Exit register_of(const Options& options, Session& session) {
  const Runbook& book = find_item(session, *options.item);
  const std::vector<Run> runs =
      registered_runs(session, book, performed_between(session, options.from, options.to));
  session.print(
      render::item_register(session.catalog(), book, runs, session.format(), session.look()));
  return Exit::ok;
}

}  // namespace

Command register_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_register>(),
          .words = {{"ITEM", "ITEM", &options->item, say<messages::arg_item>(), true}},
          .options = {{"--from", "TIME", &options->from, say<messages::opt_from>()},
                      {"--to", "TIME", &options->to, say<messages::opt_to>()}},
          .examples = {"opsctl register 23", "opsctl register 48 --format csv > certificates.csv"},
          .formats = any_table(),
          .is_listing = true,
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return register_of(*options, session); }};
}

}  // namespace opsctl::cli
