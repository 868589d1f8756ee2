// opsctl import: a work items' sheet, saved as text, becomes a catalogue with skeleton runbooks.

#include <filesystem>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <system_error>

#include <fmt/format.h>

#include "base/messages/catalog.h"
#include "base/messages/cli.h"
#include "base/messages/sheet.h"
#include "base/random.h"
#include "base/text.h"
#include "catalog/catalog_loader.h"
#include "catalog/catalog_yaml.h"
#include "catalog/folder.h"
#include "catalog/map_reader.h"
#include "catalog/sheet_cells.h"
#include "catalog/sheet_import.h"
#include "catalog/skeleton.h"
#include "cli/command.h"
#include "cli/findings.h"
#include "cli/new_file.h"
#include "cli/session.h"
#include "model/party_name.h"

namespace opsctl::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "item";
constexpr int kShownOfTitle = 40;  // of one that is refused, as it may be endless

struct Options {
  std::optional<std::string> sheet;
  std::optional<std::string> folder;
  std::optional<std::string> parties;
  std::optional<std::string> prefix;
  std::optional<std::string> title;
  bool partial = false;
};

std::string prefix_typed(const Options& options) {
  std::string prefix = options.prefix.value_or(std::string(kPrefix));
  if (is_slug(prefix, '\0', 12)) return prefix;
  throw Error(Exit::usage, say<messages::option_value_unknown>("--prefix", visible(prefix)),
              say<messages::import_prefix_hint>());
}

std::optional<std::string> title_typed(const Options& options) {
  if (!options.title) return std::nullopt;
  const std::string title = trim(*options.title);
  if (!title.empty() && is_utf8(title) && !unfit_text("--title", title, kLongestHeading))
    return one_line(title);
  const std::string shown = visible(first_characters(*options.title, kShownOfTitle));
  throw Error(Exit::usage, say<messages::option_value_unknown>("--title", shown),
              say<messages::import_title_hint>(kLongestHeading));
}

[[noreturn]] void refuse(Exit exit, Session& session, const Diagnostics& diagnostics,
                         const Message& what, const Message& hint) {
  if (session.format() != render::Format::json) {
    for (const Diagnostic& one : diagnostics)
      session.world().err << to_text(one, session.language(), session.look().ambiguous);
  }
  Problem problem{what, {}, hint};
  // A script gets the places in the one object that an error is.
  if (session.format() == render::Format::json) {
    for (const Diagnostic& one : diagnostics)
      problem.details.push_back(say<messages::place_and_message>(
          visible(one.pos.file), one.pos.line, one.pos.column, one.message));
  }
  throw Error(exit, std::move(problem));
}

/// `otherwise`: what cannot be done without the file, and what helps.
std::string bytes_or_refuse(Session& session, const std::string& file, std::size_t limit,
                            const Message& otherwise, const Message& hint) {
  Diagnostics diagnostics;
  if (auto bytes = bytes_of(file, diagnostics, limit)) return *std::move(bytes);
  refuse(Exit::failure, session, diagnostics, otherwise, hint);
}

std::vector<Party> known_parties(const Options& options, Session& session) {
  if (!options.parties) return {};
  const std::string bytes =
      bytes_or_refuse(session, *options.parties, kMaxFileSize,
                      say<messages::parties_file_unreadable>(visible(*options.parties)),
                      say<messages::parties_file_unreadable_hint>());
  auto head = read_catalog_head(bytes, *options.parties);
  if (head.value) return head.value->parties;
  refuse(Exit::invalid, session, head.diagnostics,
         say<messages::parties_file_invalid>(visible(*options.parties)),
         say<messages::catalog_invalid_hint>());
}

/// A folder that appears whole or not at all.
class NewFolder {
 public:
  explicit NewFolder(const fs::path& path) : path_(path.lexically_normal()) {
    if (!path_.has_filename()) path_ = path_.parent_path();
    std::error_code failed;
    if (fs::exists(fs::symlink_status(path_, failed))) refuse_existing();
    begun_ =
        path_.parent_path() / ("." + path_.filename().string() + "." + random_uuid().substr(0, 8));
    if (!fs::create_directory(begun_, failed)) fail(failed);
  }
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder() {
    std::error_code ignored;
    if (!begun_.empty()) fs::remove_all(begun_, ignored);
  }

  const fs::path& begun() const { return begun_; }

  void write(const std::string& name, const std::string& text) const {
    std::error_code failed;
    fs::create_directories((begun_ / name).parent_path(), failed);
    if (failed) fail(failed);
    NewFile file(begun_ / name, false, kUsualMode, path_ / name);
    file.write(text);
    file.commit();
  }

  /// An empty folder that has come there since is taken over; anything else is not.
  void commit() {
    std::error_code failed;
    fs::rename(begun_, path_, failed);
    if (failed == std::errc::directory_not_empty || failed == std::errc::file_exists ||
        failed == std::errc::not_a_directory)
      refuse_existing();
    if (failed) fail(failed);
    begun_.clear();
  }

 private:
  [[noreturn]] void refuse_existing() const {
    throw Error(Exit::failure, say<messages::folder_there_already>(visible(path_.string())),
                say<messages::folder_there_already_hint>());
  }
  [[noreturn]] void fail(std::error_code failed) const {
    throw Error(Exit::failure,
                say<messages::file_not_written>(visible(path_.string()), failed.message()),
                say<messages::file_not_written_hint>());
  }

  fs::path path_;
  fs::path begun_;  // empty once it is committed
};

/// What is written must be a catalogue: a mistake in it would be ours.
void check_catalogue(const fs::path& folder, Instant now) {
  for (const Diagnostic& one : load_catalog(folder, now).diagnostics) {
    if (one.severity == Severity::error)
      throw std::logic_error("the imported catalogue is invalid: " + to_text(one, Language::en, 1));
  }
}

void write_catalogue(const ImportedSheet& sheet, const std::string& prefix,
                     const std::string& folder, Session& session) {
  NewFolder made(folder);
  for (const auto& [name, text] : skeleton_files(sheet, prefix)) made.write(name, text);
  check_catalogue(made.begun(), session.now());
  made.commit();
}

std::string lines_skipped(const ImportedSheet& sheet) {
  std::vector<std::string> ranges;
  for (const auto& [from, to] : sheet.skipped)
    ranges.push_back(from == to ? std::to_string(from) : fmt::format("{}-{}", from, to));
  return join(ranges, ", ");
}

struct Report {
  const ImportedSheet& sheet;
  const Diagnostics& diagnostics;
  std::string folder;
  std::string prefix;
};

void print_json(const Report& report, Session& session) {
  const std::size_t errors = errors_in(report.diagnostics);
  Json parties = Json::array();
  for (const Party& party : report.sheet.parties) {
    parties.push_back({{"id", party.id},
                       {"organisation", party.organisation},
                       {"function", party.function},
                       {"supervised", party.supervised}});
  }
  Json skipped = Json::array();
  for (const auto& [from, to] : report.sheet.skipped)
    skipped.push_back({{"from", from}, {"to", to}});
  const Json json = {{"schema", "opsctl.import/1"},
                     {"folder", report.folder},
                     {"title", report.sheet.title},
                     {"annex", report.sheet.annex},
                     {"prefix", report.prefix},
                     {"parties", parties},
                     {"items", report.sheet.items.size()},
                     {"skipped", skipped},
                     {"errors", errors},
                     {"warnings", report.diagnostics.size() - errors},
                     {"diagnostics", diagnostics_json(report.diagnostics)}};
  session.print(to_text(json));
}

void print_text(const Report& report, Session& session) {
  const auto line = [&](const Message& message) {
    session.print(to_text(message, session.language()) + "\n");
  };
  for (const Diagnostic& one : report.diagnostics)
    session.print(to_text(one, session.language(), session.look().ambiguous));
  for (const Party& party : report.sheet.parties) {
    const std::string name = full_name(party);
    line(party.supervised ? say<messages::import_party_supervised>(party.id, name)
                          : say<messages::import_party>(party.id, name));
  }
  if (!report.sheet.skipped.empty())
    line(say<messages::import_skipped>(lines_skipped(report.sheet)));
  const std::size_t errors = errors_in(report.diagnostics);
  line(say<messages::import_summary>(report.sheet.items.size(), errors,
                                     report.diagnostics.size() - errors));
}

Exit import_sheet_file(const Options& options, Session& session) {
  const std::string prefix = prefix_typed(options);
  const std::optional<std::string> title = title_typed(options);
  const std::vector<Party> known = known_parties(options, session);
  const std::string bytes =
      bytes_or_refuse(session, *options.sheet, kMaxSheetSize, say<messages::import_unreadable>(),
                      say<messages::import_unreadable_hint>());
  ImportResult read = import_sheet(bytes, *options.sheet, known);
  if (!read.sheet)
    refuse(Exit::failure, session, read.diagnostics, say<messages::import_unreadable>(),
           say<messages::import_unreadable_hint>());
  ImportedSheet& sheet = *read.sheet;
  if (title) sheet.title = *title;
  if (sheet.title.empty())
    throw Error(Exit::usage, say<messages::import_without_title>(),
                say<messages::import_without_title_hint>());
  if (has_errors(read.diagnostics) && !options.partial)
    refuse(Exit::failure, session, read.diagnostics, say<messages::import_refused>(),
           say<messages::import_refused_hint>(sheet.items.size()));
  if (sheet.items.empty())
    refuse(Exit::failure, session, read.diagnostics, say<messages::import_empty>(),
           say<messages::import_unreadable_hint>());
  write_catalogue(sheet, prefix, *options.folder, session);
  const Report report{sheet, read.diagnostics, *options.folder, prefix};
  if (session.format() == render::Format::json) {
    print_json(report, session);
  } else {
    print_text(report, session);
  }
  // Not on standard output: where that is lost, it must be known all the same what is there now.
  session.remark(say<messages::import_written>(visible(*options.folder), sheet.items.size()));
  session.remark(
      say<messages::import_next>(kSkeletonZone, kSkeletonFiscalYear, visible(*options.folder)));
  return Exit::ok;
}

}  // namespace

Command import_command() {
  auto options = std::make_shared<Options>();
  return {
      .summary = say<messages::about_import>(),
      .words = {{"SHEET", "FILE", &options->sheet, say<messages::arg_sheet_file>(), true}},
      .options = {{"--output", "DIR", &options->folder, say<messages::opt_import_folder>(), true},
                  {"--parties", "FILE", &options->parties, say<messages::opt_parties>()},
                  {"--prefix", "PREFIX", &options->prefix, say<messages::opt_prefix>()},
                  {"--title", "TEXT", &options->title, say<messages::opt_sheet_title>()},
                  {"--partial", "", &options->partial, say<messages::opt_partial>()}},
      .examples = {"opsctl import sheet.tsv -o runbooks",
                   "opsctl import sheet.csv -o runbooks --parties catalog.yaml"},
      .action = [options](Session& session) { return import_sheet_file(*options, session); }};
}

}  // namespace opsctl::cli
