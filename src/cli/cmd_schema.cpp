// opsctl schema: the JSON Schemas for editors, as they were when this opsctl was built.

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/session.h"

namespace opsctl::cli {
namespace {

struct Schema {
  std::string_view name;
  std::string_view text;
};

#include "cli/schemas.inc"

struct Options {
  std::optional<std::string> name;
};

Exit schema(const Options& options, Session& session) {
  const std::string name = options.name.value_or("runbook");
  const auto* const found = std::ranges::find(kSchemas, name, &Schema::name);
  if (found == kSchemas.end()) {
    std::vector<std::string> names;
    for (const Schema& known : kSchemas) names.emplace_back(known.name);
    throw Error(Exit::usage, say<messages::option_value_unknown>("schema", visible(name)),
                say<messages::try_one_of>(join(names, ", ")));
  }
  session.print(std::string(found->text));
  return Exit::ok;
}

}  // namespace

Command schema_command() {
  auto options = std::make_shared<Options>();
  return {.name = "schema",
          .summary = say<messages::about_schema>(),
          .words = {{"NAME", "runbook|catalog|sheet|roster|holidays", &options->name,
                     say<messages::arg_schema>()}},
          .options = {},
          .examples = {"opsctl schema > runbook.schema.json", "opsctl schema roster"},
          .is_listing = true,
          .only_reads = true,
          .action = [options](Session& session) { return schema(*options, session); }};
}

}  // namespace opsctl::cli
