#include "cli/globals.h"

#include "base/messages/cli.h"
#include "base/messages/help.h"

namespace opsctl::cli {

std::vector<Argument> global_options(Globals& globals) {
  return {
      {"--runbooks", "DIR", &globals.runbooks, say<messages::help_runbooks>()},
      {"--db", "FILE", &globals.db, say<messages::help_db>()},
      {"--as", {"PERSON", Values::own_persons}, &globals.as, say<messages::help_as>()},
      {"--deputy-for", "PERSON", &globals.deputy_for, say<messages::help_deputy_for>()},
      {"--format",
       {"text|json|csv|tsv|md|html|ics|xlsx|jsonl", Values::formats},
       &globals.format,
       say<messages::help_format>()},
      {"--lang", "ja|en", &globals.language, say<messages::help_lang>()},
      {"--color", "auto|always|never", &globals.colour, say<messages::help_color>()},
      {"--ambiwidth", "auto|1|2", &globals.ambiguous, say<messages::help_ambiwidth>()},
      {"--no-input", "", &globals.no_input, say<messages::help_no_input>()},
      {"--quiet", "", &globals.quiet, say<messages::help_quiet>()},
  };
}

}  // namespace opsctl::cli
