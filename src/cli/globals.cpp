#include "cli/globals.h"

namespace opsctl::cli {

std::vector<Argument> global_options(Globals& globals) {
  return {
      {"--runbooks", "DIR", &globals.runbooks, say<MessageId::help_runbooks>()},
      {"--db", "FILE", &globals.db, say<MessageId::help_db>()},
      {"--as", "PERSON", &globals.as, say<MessageId::help_as>()},
      {"--deputy-for", "PERSON", &globals.deputy_for, say<MessageId::help_deputy_for>()},
      {"--format", "text|json|csv|tsv|md", &globals.format, say<MessageId::help_format>()},
      {"--lang", "ja|en", &globals.language, say<MessageId::help_lang>()},
      {"--color", "auto|always|never", &globals.colour, say<MessageId::help_color>()},
      {"--ambiwidth", "auto|1|2", &globals.ambiguous, say<MessageId::help_ambiwidth>()},
      {"--no-input", "", &globals.no_input, say<MessageId::help_no_input>()},
      {"--quiet", "", &globals.quiet, say<MessageId::help_quiet>()},
  };
}

}  // namespace opsctl::cli
