// opsctl export: a table of the catalogue or the journal, for a spreadsheet or a program.

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <ostream>
#include <utility>

#include "base/messages/base.h"
#include "base/messages/cli.h"
#include "base/messages/sheet.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/event_parts.h"
#include "cli/loading.h"
#include "cli/lookup.h"
#include "cli/new_file.h"
#include "cli/standings.h"
#include "render/due_view.h"
#include "render/jsonl.h"
#include "render/raci.h"
#include "render/register_view.h"
#include "render/runs_view.h"
#include "render/sheet_view.h"

namespace opsctl::cli {
namespace {

using render::Format;

struct Options {
  std::optional<std::string> what;
  std::optional<std::string> name;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> file;
  bool overwrite = false;
};

constexpr std::array<Format, 5> kFormats = {Format::xlsx, Format::csv, Format::tsv, Format::json,
                                            Format::jsonl};

/// As --format says, else the ending of the file.
Format format_wanted(const Options& options, const Session& session) {
  if (session.format() != Format::text) return session.format();
  const std::string ending =
      options.file ? std::filesystem::path(*options.file).extension().string() : "";
  for (const Format format : kFormats) {
    if (ending == "." + std::string(render::name_of(format))) return format;
  }
  throw Error(Exit::usage, say<messages::export_format_missing>(),
              say<messages::export_format_missing_hint>(
                  join(names_of(Formats(kFormats.begin(), kFormats.end())), "|")));
}

/// Where the bytes go: a new file, or standard output.
class Sink {
 public:
  Sink(const Options& options, Session& session) : session_(session) {
    if (options.file) file_.emplace(*options.file, options.overwrite);
    if (options.file) name_ = *options.file;
  }

  /// False where nobody reads on.
  bool write(const std::string& bytes) {
    if (file_) {
      file_->write(bytes);
      return true;
    }
    session_.print(bytes);
    return session_.world().out.flush().good();
  }

  void finish() {
    if (!file_) return;
    file_->commit();
    session_.remark(say<messages::export_written>(visible(name_)));
  }

 private:
  Session& session_;
  std::optional<NewFile> file_;
  std::string name_;
};

const Sheet& sheet_named(const Options& options, Session& session) {
  const std::vector<Sheet>& sheets = session.catalog().sheets;
  std::vector<std::string> prefixes;
  for (const Sheet& sheet : sheets) prefixes.push_back(sheet.prefix);
  const Message choices = say<messages::try_one_of>(join(prefixes, ", "));
  if (!options.name) {
    if (sheets.size() == 1) return sheets.front();
    throw Error(Exit::usage, say<messages::sheet_not_said>(), choices);
  }
  const auto found = std::ranges::find(sheets, fold_id(*options.name), &Sheet::prefix);
  if (found != sheets.end()) return *found;
  throw Error(Exit::not_found, say<messages::sheet_unknown>(visible(*options.name)), choices);
}

/// What the view prints as JSON, or as a table. `list`: what JSON lines are made of.
template <class View>
std::string as(Format format, std::string_view list, View view) {
  if (format != Format::jsonl) return view(format);
  return render::lines_of(view(Format::json), list);
}

std::string sheet_text(const Options& options, Session& session, Format format) {
  const Sheet& sheet = sheet_named(options, session);
  return as(format, "items", [&](Format one) {
    return render::sheet(session.catalog(), sheet, one, session.look());
  });
}

std::string runs_text(const Options& options, Session& session, Format format) {
  RunFilter filter = performed_between(session, options.from, options.to);
  if (options.name) filter.item = find_item(session, *options.name).id;
  return as(format, "runs", [&](Format one) {
    render::RunsView view(session.catalog(), one, session.look());
    const std::optional<Journal> journal = session.read_journal();
    remark_on_missing(session, journal);
    if (!journal) return view.text();
    for (const RunSummary& run : journal->runs(filter)) view.add(*journal->run(run.id));
    return view.text();
  });
}

std::string due_text(Session& session, Format format) {
  const Instant now = session.now();
  std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  const std::vector<render::DueRow> rows = standings(session, pointer_to(journal), now);
  journal.reset();
  return as(format, "items", [&](Format one) {
    return render::due(session.catalog(), rows, now, one, session.look());
  });
}

std::string raci_text(Session& session, Format format) {
  return as(format, "rows", [&](Format one) {
    return render::raci(session.catalog(), find_items(session, {}), false, one, session.look());
  });
}

std::string register_text(const Options& options, Session& session, Format format) {
  if (!options.name)
    throw Error(Exit::usage, say<messages::export_name_missing>(),
                say<messages::export_name_missing_hint>());
  const Runbook& book = find_item(session, *options.name);
  const std::vector<Run> runs =
      registered_runs(session, book, performed_between(session, options.from, options.to));
  return as(format, "runs", [&](Format one) {
    return render::item_register(session.catalog(), book, runs, one, session.look());
  });
}

void write_log(Session& session, Format format, Sink& sink) {
  std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  const EventParts parts(session, std::move(journal), {}, 0);
  print_log(session, parts, format, [&](const std::string& text) { return sink.write(text); });
}

/// The records as stored, up to the head that the export began with. The journal is let go while
/// they are written, so that a slow reader holds up nobody, and only some are in memory at once.
void write_records(Session& session, Sink& sink) {
  std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  if (!journal) return;
  const Anchor head = journal->head();
  journal.reset();
  Page page{.up_to = head.seq};
  Hash previous{};
  for (;;) {
    const std::vector<StoredRecord> records = same_journal(session, head.journal).records(page);
    if (records.empty()) return;
    std::string lines;
    for (const StoredRecord& record : records) {
      lines += render::record_line(record.seq, previous, record.hash, record.payload);
      previous = record.hash;
    }
    page.after = records.back().seq;
    if (!sink.write(lines)) return;
  }
}

/// A table of the export: how it is made, and whether it can be narrowed down.
struct Table {
  std::string_view name;
  bool takes_name = false;
  bool takes_times = false;
};

constexpr std::array<Table, 6> kTables = {{{"sheet", true, false},
                                           {"runs", true, true},
                                           {"due", false, false},
                                           {"raci", false, false},
                                           {"register", true, true},
                                           {"log", false, false}}};

const Table& table_named(const std::string& typed) {
  const auto found = std::ranges::find(kTables, typed, &Table::name);
  if (found != kTables.end()) return *found;
  std::vector<std::string> names;
  for (const Table& table : kTables) names.emplace_back(table.name);
  const auto near = nearest(typed, names);
  throw Error(
      Exit::usage, say<messages::export_what_unknown>(visible(typed)),
      near ? say<messages::did_you_mean>(*near) : say<messages::try_one_of>(join(names, ", ")));
}

/// An option that would be ignored is refused: the table would not be what was asked for.
void refuse_what_does_not_belong(const Table& table, const Options& options) {
  const auto refuse = [&](const std::string& what) {
    throw Error(Exit::usage, say<messages::export_option_elsewhere>(visible(what), table.name),
                say<messages::see_help_of>("opsctl export --help"));
  };
  if (options.name && !table.takes_name) refuse(*options.name);
  if (options.from && !table.takes_times) refuse("--from");
  if (options.to && !table.takes_times) refuse("--to");
  if (options.overwrite && !options.file) refuse("--overwrite");
}

std::string content_of(std::string_view table, const Options& options, Session& session,
                       Format format) {
  if (table == "sheet") return sheet_text(options, session, format);
  if (table == "runs") return runs_text(options, session, format);
  if (table == "due") return due_text(session, format);
  if (table == "raci") return raci_text(session, format);
  return register_text(options, session, format);
}

Exit export_table(const Options& options, Session& session) {
  const Table& table = table_named(*options.what);
  refuse_what_does_not_belong(table, options);
  const Format format = format_wanted(options, session);
  if (format == Format::xlsx && !options.file && session.world().output_is_terminal)
    throw Error(Exit::usage, say<messages::export_to_terminal>(),
                say<messages::export_to_terminal_hint>(table.name));
  Sink sink(options, session);
  if (table.name != "log")
    sink.write(content_of(table.name, options, session, format));
  else if (format == Format::jsonl)
    write_records(session, sink);
  else
    write_log(session, format, sink);
  sink.finish();
  return Exit::ok;
}

}  // namespace

Command export_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_export>(),
          .words = {{"TABLE", "sheet|runs|due|raci|register|log", &options->what,
                     say<messages::arg_export_what>(), true},
                    {"NAME", "ITEM", &options->name, say<messages::arg_export_name>()}},
          .options = {{"--output", "FILE", &options->file, say<messages::opt_output>()},
                      {"--overwrite", "", &options->overwrite, say<messages::opt_overwrite>()},
                      {"--from", "TIME", &options->from, say<messages::opt_export_from>()},
                      {"--to", "TIME", &options->to, say<messages::opt_export_to>()}},
          .examples = {"opsctl export sheet -o sheet.xlsx",
                       "opsctl export register 48 -o certificates.xlsx",
                       "opsctl export log --format jsonl > journal.jsonl"},
          .formats = Formats(kFormats.begin(), kFormats.end()),
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return export_table(*options, session); }};
}

}  // namespace opsctl::cli
