// opsctl metrics: figures for Prometheus.

#include <memory>

#include "base/messages/shell.h"
#include "cli/command.h"
#include "cli/new_file.h"
#include "cli/standings.h"
#include "cli/waiting.h"
#include "render/metrics_view.h"

namespace opsctl::cli {
namespace {

/// node_exporter asks again soon; a writer takes milliseconds.
constexpr std::chrono::milliseconds kWait{5'000};
/// Whoever collects the figures is somebody else.
constexpr mode_t kMode = 0644;

struct Options {
  std::optional<std::string> output;
};

render::JournalFigures figures_of(const Journal& journal, const Catalog* catalog, Instant at) {
  render::JournalFigures figures{.records = journal.head().seq,
                                 .last_record = journal.last_recorded_at(),
                                 .runs = journal.run_counts()};
  if (catalog == nullptr) return figures;
  const WaitingRuns waiting = waiting_runs(journal);
  for (const std::vector<RunSummary>* runs : {&waiting.unsettled, &waiting.emergencies}) {
    for (const RunSummary& run : *runs) {
      const Runbook* book = find_runbook(*catalog, run.item);
      if (book != nullptr) ++figures.stale[staleness(run, book->limits, catalog->zone, at)];
    }
  }
  return figures;
}

/// What is broken is a figure, too; the first trouble is told at the end.
class Gatherer {
 public:
  explicit Gatherer(Session& session) : session_(session) { report_.at = session.now(); }

  render::MetricsReport gather() {
    attempt([&] { report_.catalog = &session_.catalog(); });
    report_.journal_readable = attempt([&] { read_journal(); });
    if (!report_.journal_readable) report_.rows.reset();
    return report_;
  }

  void throw_trouble() const {
    if (trouble_) throw *trouble_;
  }

 private:
  template <class Work>
  bool attempt(const Work& work) {
    try {
      work();
      return true;
    } catch (const Error& error) {
      if (!trouble_) trouble_ = error;
      return false;
    }
  }

  void read_journal() {
    const std::optional<Journal> journal = session_.read_journal(kWait);
    remark_on_missing(session_, journal);
    if (report_.catalog != nullptr)
      report_.rows = standings(session_, pointer_to(journal), report_.at);
    if (journal) report_.journal = figures_of(*journal, report_.catalog, report_.at);
  }

  Session& session_;
  render::MetricsReport report_;
  std::optional<Error> trouble_;
};

Exit metrics(const Options& options, Session& session) {
  Gatherer gatherer(session);
  const std::string text = render::metrics(gatherer.gather());
  if (options.output) {
    NewFile file(*options.output, true, kMode);
    file.write(text);
    file.commit();
  } else {
    session.print(text);
  }
  gatherer.throw_trouble();
  return Exit::ok;
}

}  // namespace

Command metrics_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_metrics>(),
          .words = {},
          .options = {{"--output", "FILE", &options->output, say<messages::opt_metrics_output>()}},
          .examples = {"opsctl metrics",
                       "opsctl metrics --output /var/lib/prometheus/node-exporter/opsctl.prom"},
          .formats = {render::Format::text},
          .purpose = Purpose::overview,
          .action = [options](Session& session) { return metrics(*options, session); }};
}

}  // namespace opsctl::cli
