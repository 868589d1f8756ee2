// opsctl schema: the JSON Schemas for editors, as they were when this opsctl was built.

#include <array>
#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/embedded.h"

namespace opsctl::cli {
namespace {

#include "cli/schemas.inc"

struct Options {
  std::optional<std::string> name;
};

Exit schema(const Options& options, Session& session) {
  return print_embedded(session, kSchemas, "schema", options.name.value_or("runbook"));
}

}  // namespace

Command schema_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_schema>(),
          .words = {{"NAME", "runbook|catalog|sheet|roster|holidays", &options->name,
                     say<messages::arg_schema>()}},
          .options = {},
          .examples = {"opsctl schema > runbook.schema.json", "opsctl schema roster"},
          .is_listing = true,
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return schema(*options, session); }};
}

}  // namespace opsctl::cli
