// opsctl evidence RUN: the files that prove a run's steps, and how to get them out again.

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "base/messages/cli.h"
#include "base/messages/store.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "render/evidence_view.h"

namespace opsctl::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::optional<std::string> run;
  std::optional<std::string> folder;
};

/// Every record of a step may have files; the earlier ones stay.
std::vector<render::EvidenceRow> rows_of(const Run& run) {
  std::vector<render::EvidenceRow> rows;
  int number = 0;
  for (const StepStatus& status : steps_of(run)) {
    ++number;
    for (const StepRecord& record : status.records) {
      for (const Evidence& evidence : record.what.evidence)
        rows.push_back({number, evidence, record.by, record.recorded_at, {}});
    }
  }
  return rows;
}

/// A new file, never over another and never through a link.
void write_new(const fs::path& path, const std::string& content) {
  const auto fail = [&](int error) {
    throw Error(Exit::failure,
                say<messages::evidence_not_written>(visible(path.string()), std::strerror(error)));
  };
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640);
  if (fd < 0) fail(errno);
  std::size_t written = 0;
  while (written < content.size()) {
    const ssize_t now = ::write(fd, content.data() + written, content.size() - written);
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) {
      const int error = errno;
      ::close(fd);
      fail(error);
    }
    written += static_cast<std::size_t>(now);
  }
  if (::close(fd) != 0) fail(errno);
}

/// "03-1-screen.png": the step, which of its files, the name as it was kept.
std::string file_name(const render::EvidenceRow& row, int count) {
  std::string name = visible(row.evidence.name);
  for (char& c : name) {
    if (c == '/') c = '_';
  }
  return fmt::format("{:02}-{}-{}", row.step, count, name);
}

struct Loaded {
  Run run;
  std::vector<render::EvidenceRow> rows;
  std::vector<std::string> contents;  // one for each row; empty for what is not kept
};

std::string content_of(const Journal& journal, const Evidence& evidence) {
  if (!evidence.kept) return "";
  if (auto content = journal.blob(evidence.hash)) return *std::move(content);
  throw Error(Exit::journal, say<messages::evidence_lost>(evidence.name),
              say<messages::journal_damaged_hint>());
}

Loaded load(const Options& options, Session& session) {
  const std::optional<Journal> journal = session.read_journal();
  if (!journal) {
    throw Error(Exit::not_found, say<messages::no_journal_yet>(visible(session.journal_path())));
  }
  Loaded loaded;
  loaded.run = find_run(session, *journal, options.run, [](const RunSummary&) { return true; });
  loaded.rows = rows_of(loaded.run);
  if (!options.folder) return loaded;
  for (const render::EvidenceRow& row : loaded.rows)
    loaded.contents.push_back(content_of(*journal, row.evidence));
  return loaded;
}

/// With the rights of the user alone: the journal is closed by now.
void save(const std::string& folder, Loaded& loaded) {
  int step = 0;
  int count = 0;
  for (std::size_t i = 0; i < loaded.rows.size(); ++i) {
    render::EvidenceRow& row = loaded.rows[i];
    count = row.step == step ? count + 1 : 1;
    step = row.step;
    if (!row.evidence.kept) continue;
    row.saved_as = (fs::path(folder) / file_name(row, count)).string();
    write_new(row.saved_as, loaded.contents[i]);
  }
}

Exit evidence(const Options& options, Session& session) {
  Loaded loaded = load(options, session);
  if (options.folder) save(*options.folder, loaded);
  session.print(render::evidence(loaded.run, loaded.rows, session.catalog(), session.format(),
                                 session.look()));
  return Exit::ok;
}

}  // namespace

Command evidence_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_evidence>(),
          .words = {{"RUN", "RUN", &options->run, say<messages::arg_run_named>(), true}},
          .options = {{"--save", "DIR", &options->folder, say<messages::opt_save>()}},
          .examples = {"opsctl evidence 20261122-003", "opsctl evidence 24 --save /tmp"},
          .formats = any_table(),
          .is_listing = true,
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return evidence(*options, session); }};
}

}  // namespace opsctl::cli
