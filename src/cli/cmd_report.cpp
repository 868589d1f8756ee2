// opsctl report: a period in figures, for those who answer for it (sheet No. 3 and 40).

#include <memory>
#include <set>
#include <utility>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/messages/paper.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/loading.h"
#include "cli/lookup.h"
#include "cli/proof.h"
#include "cli/standings.h"
#include "model/report.h"
#include "render/report_view.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> month;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> as_of;
};

Date date_typed(const char* option, const std::string& typed) {
  if (const auto date = parse_date(fold_width(typed))) return *date;
  throw Error(Exit::usage, say<messages::option_value_unknown>(option, visible(typed)),
              say<messages::date_hint>());
}

ReportPeriod month_typed(const std::string& typed) {
  const auto first = parse_date(fold_width(typed) + "-01");
  if (!first) {
    throw Error(Exit::usage, say<messages::option_value_unknown>("--month", visible(typed)),
                say<messages::report_period_hint>());
  }
  const std::chrono::year_month_day day{*first};
  return {*first, Date(std::chrono::local_days(day.year() / day.month() / std::chrono::last))};
}

ReportPeriod period_typed(const Options& options, const Zone& zone, Instant now) {
  if (options.month) {
    if (options.from || options.to) throw Error(Exit::usage, say<messages::report_two_periods>());
    return month_typed(*options.month);
  }
  if (!options.from) {
    throw Error(Exit::usage, say<messages::report_needs_period>(),
                say<messages::report_period_hint>());
  }
  const ReportPeriod period{date_typed("--from", *options.from),
                            options.to ? date_typed("--to", *options.to) : zone.date_of(now)};
  if (period.to < period.from) {
    throw Error(Exit::usage,
                say<messages::report_ends_early>(to_text(period.to), to_text(period.from)),
                say<messages::report_period_hint>());
  }
  return period;
}

/// A period as the journal has it: first instant, and the first after it.
struct Bounds {
  Instant begin{};
  Instant end{};

  bool has(const std::optional<Instant>& at) const { return at && *at >= begin && *at < end; }
};

/// As things were at `as_of`. A run whose last finish is later may have had one in the period.
void add_runs(const Journal& journal, const Bounds& bounds, Instant as_of, ReportFacts& facts) {
  for (const RunSummary& summary : journal.runs()) {
    const bool in_period = bounds.has(summary.started_at);
    const bool may_have = summary.started_at < bounds.end && summary.finished_at &&
                          *summary.finished_at >= bounds.begin;
    if (!in_period && !may_have) continue;
    const Run all = *journal.run(summary.id);
    Run performed = opsctl::as_of(all, as_of);
    if (in_period && !performed.events.empty()) facts.started.push_back(std::move(performed));
    Run recorded = as_recorded(all, as_of);
    if (!recorded.events.empty() && bounds.has(summarize(recorded).finished_at))
      facts.finished.push_back(std::move(recorded));
  }
}

void add_starts(const Journal& journal, const EventFilter& in_period, ReportFacts& facts) {
  EventFilter filter = in_period;
  filter.kind = kind_of(RunStarted{});
  facts.starts = all_events(journal, filter);
  std::set<std::string> items;
  for (const Event& start : facts.starts) items.insert(start.item);
  filter.before = std::exchange(filter.from, std::nullopt);
  for (const std::string& item : items) {
    filter.item = item;
    for (Event& last : journal.last_events(filter, 1)) facts.earlier.push_back(std::move(last));
  }
}

ReportFacts facts_of(Session& session, const Journal& journal, const ReportPeriod& period,
                     Instant as_of) {
  const Zone& zone = session.catalog().zone;
  const Bounds bounds{zone.start_of(period.from), zone.end_of(period.to)};
  ReportFacts facts{.histories = histories(session, &journal, as_of)};
  add_runs(journal, bounds, as_of, facts);
  EventFilter in_period{.from = bounds.begin,
                        .before = std::min(bounds.end, as_of + std::chrono::seconds(1))};
  add_starts(journal, in_period, facts);
  in_period.kind = kind_of(RosterRecorded{});
  facts.rosters = all_events(journal, in_period);
  return facts;
}

Exit report(const Options& options, Session& session) {
  const Catalog& catalog = session.catalog();
  const Instant as_of = as_of_typed(session, options.as_of);
  const ReportPeriod period = period_typed(options, catalog.zone, as_of);
  std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  const SiteCalendar site = site_calendar(session, pointer_to(journal));
  ReportFacts facts;
  ReportProof proof;
  if (journal) {
    facts = facts_of(session, *journal, period, as_of);
    proof = proof_of(session, *journal, as_of);
  }
  journal.reset();  // a pager on our output must not hold up a writer
  session.print(render::report(opsctl::report(catalog, site, facts, period, as_of), catalog, proof,
                               session.format(), session.look()));
  return Exit::ok;
}

}  // namespace

Command report_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_report>(),
          .words = {},
          .options = {{"--month", "YYYY-MM", &options->month, say<messages::opt_month>()},
                      {"--from", "DATE", &options->from, say<messages::opt_first_day>()},
                      {"--to", "DATE", &options->to, say<messages::opt_last_day>()},
                      {"--as-of", "TIME", &options->as_of, say<messages::opt_as_of>()}},
          .examples = {"opsctl report --month 2026-11",
                       "opsctl report --from 2026-10-01 --to 2026-12-31 --format html > q3.html"},
          .formats = {render::Format::text, render::Format::json, render::Format::md,
                      render::Format::html},
          .is_listing = true,
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return report(*options, session); }};
}

}  // namespace opsctl::cli
