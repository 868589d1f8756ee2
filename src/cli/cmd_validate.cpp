// opsctl validate: every problem of every file of a catalogue, in one run.

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/diagnostic.h"
#include "base/json.h"
#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/messages/schedule.h"
#include "base/text.h"
#include "catalog/catalog_loader.h"
#include "cli/catalog_history.h"
#include "cli/command.h"
#include "cli/findings.h"
#include "cli/session.h"

namespace opsctl::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> files;
  bool strict = false;
};

struct Findings {
  Diagnostics diagnostics;
  std::size_t runbooks = 0;
};

/// The catalogue that a file belongs to: the nearest folder above it with a catalog.yaml.
fs::path catalog_of(const fs::path& file) {
  std::error_code failed;
  for (fs::path folder = fs::absolute(file).parent_path();; folder = folder.parent_path()) {
    if (fs::exists(folder / "catalog.yaml", failed)) return folder;
    if (folder == folder.root_path()) break;
  }
  throw Error(Exit::failure, say<messages::file_without_catalog>(visible(file.string())),
              say<messages::file_without_catalog_hint>());
}

/// Runbooks can be checked where there is no journal, or one that cannot be read now.
std::optional<Journal> journal_to_compare(Session& session) {
  try {
    return session.read_journal();
  } catch (const Error& error) {
    session.remark(say<messages::history_not_compared>(error.problem().what));
    return std::nullopt;
  }
}

void add_folder(Session& session, const std::string& folder, Findings& findings) {
  LoadResult loaded = load_catalog(folder, session.now());
  const std::optional<Journal> journal =
      loaded.catalog ? journal_to_compare(session) : std::optional<Journal>();
  if (journal) compare_with_history(loaded, *journal);
  if (loaded.catalog) findings.runbooks += loaded.catalog->runbooks.size();
  findings.diagnostics.insert(findings.diagnostics.end(), loaded.diagnostics.begin(),
                              loaded.diagnostics.end());
}

/// A file is judged within its catalogue, as other files decide what it may refer to.
void add_file(Session& session, const fs::path& file, Findings& findings) {
  std::error_code failed;
  if (!fs::exists(file, failed)) {
    throw Error(Exit::failure, say<messages::no_such_file>(visible(file.string())));
  }
  LoadResult loaded = load_catalog(catalog_of(file), session.now());
  ++findings.runbooks;
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    if (fs::equivalent(diagnostic.pos.file, file, failed))
      findings.diagnostics.push_back(diagnostic);
  }
}

Json json_of(const Findings& findings, std::size_t errors) {
  return {{"schema", "opsctl.validate/1"},
          {"runbooks", findings.runbooks},
          {"errors", errors},
          {"warnings", findings.diagnostics.size() - errors},
          {"diagnostics", diagnostics_json(findings.diagnostics)}};
}

Exit validate(const Options& options, Session& session) {
  Findings findings;
  if (options.files.empty()) add_folder(session, session.catalog_folder(), findings);
  for (const std::string& file : options.files) {
    std::error_code failed;
    if (fs::is_directory(file, failed)) {
      add_folder(session, file, findings);
    } else {
      add_file(session, file, findings);
    }
  }
  sort_by_position(findings.diagnostics);
  const std::size_t errors = errors_in(findings.diagnostics);
  const std::size_t warnings = findings.diagnostics.size() - errors;

  if (session.format() == render::Format::json) {
    session.print(to_text(json_of(findings, errors)));
  } else {
    for (const Diagnostic& diagnostic : findings.diagnostics) {
      session.print(to_text(diagnostic, session.language(), session.look().ambiguous));
    }
    session.print(
        to_text(say<messages::validated>(findings.runbooks, errors, warnings), session.language()) +
        "\n");
  }
  if (errors > 0) return Exit::invalid;
  return options.strict && warnings > 0 ? Exit::failure : Exit::ok;
}

}  // namespace

Command validate_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_validate>(),
          .words = {{"FILE", "FILE", &options->files, say<messages::arg_files>()}},
          .options = {{"--strict", "", &options->strict, say<messages::opt_strict>()}},
          .examples = {"opsctl validate", "opsctl validate --strict runbooks"},
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return validate(*options, session); }};
}

}  // namespace opsctl::cli
