// opsctl log: the journal's records, filtered.

#include <algorithm>
#include <memory>

#include "base/messages/base.h"
#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/event_parts.h"
#include "cli/lookup.h"
#include "cli/standings.h"
#include "model/ledger.h"
#include "render/ledger_view.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> what;
  std::optional<std::string> person;
  std::optional<std::string> kind;
  std::optional<std::string> ref;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> limit;
  bool occurrences = false;
};

/// A kind that no record has would answer with an empty table.
std::string kind_typed(const std::optional<std::string>& typed) {
  if (!typed) return "";
  const std::vector<std::string> kinds(event_kinds().begin(), event_kinds().end());
  if (std::ranges::count(kinds, *typed) > 0) return *typed;
  const auto near = nearest(*typed, kinds);
  throw Error(
      Exit::usage, say<messages::option_value_unknown>("--kind", visible(*typed)),
      near ? say<messages::did_you_mean>(*near) : say<messages::try_one_of>(join(kinds, ", ")));
}

EventFilter filter_of(const Options& options, Session& session,
                      const std::optional<Journal>& journal) {
  EventFilter filter;
  if (options.what && names_run(*options.what)) {
    if (journal) {
      filter.run =
          find_run(session, *journal, options.what, [](const RunSummary&) { return true; }).id;
    }
  } else if (options.what) {
    filter.item = find_item(session, *options.what).id;
  }
  if (options.person) filter.person = find_person_typed(session, *options.person).id;
  filter.kind = kind_typed(options.kind);
  filter.ref = options.ref.value_or("");
  if (options.from) filter.from = instant_typed(session, "--from", *options.from);
  if (options.to) filter.before = instant_typed(session, "--to", *options.to);
  return filter;
}

int limit_of(const Options& options) {
  if (!options.limit) return 0;
  if (const auto limit = parse_count(*options.limit)) return *limit;
  throw Error(Exit::usage, say<messages::option_value_unknown>("--limit", visible(*options.limit)),
              say<messages::count_hint>());
}

/// Without --from, from the beginning; without --to, what was open until now.
Exit log_occurrences(const Options& options, Session& session) {
  if (!options.what || names_run(*options.what)) {
    throw Error(Exit::usage, say<messages::occurrences_of_item>(),
                say<messages::see_help_of>("opsctl log --help"));
  }
  if (options.person || options.kind || options.limit) {
    throw Error(Exit::usage, say<messages::occurrences_filters>());
  }
  const Runbook& book = find_item(session, *options.what);
  const Instant now = session.now();
  std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  const SiteCalendar site = site_calendar(session, pointer_to(journal));
  const ItemHistory history = history_of(session, pointer_to(journal), book, now);
  journal.reset();
  const Instant from =
      options.from ? instant_typed(session, "--from", *options.from) : Instant::min();
  const Instant to = options.to ? instant_typed(session, "--to", *options.to) : now;
  session.print(render::occurrences(session.catalog(), book,
                                    ledger(book.timetable, site, history, now, from, to),
                                    session.format(), session.look()));
  return Exit::ok;
}

Exit log(const Options& options, Session& session) {
  if (options.occurrences) return log_occurrences(options, session);
  const int limit = limit_of(options);
  std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  EventFilter filter = filter_of(options, session, journal);
  const EventParts parts(session, std::move(journal), std::move(filter), limit);
  print_log(session, parts, session.format(), [&](const std::string& text) {
    session.print(text);
    return session.world().out.good();
  });
  return Exit::ok;
}

}  // namespace

Command log_command() {
  auto options = std::make_shared<Options>();
  return {
      .summary = say<messages::about_log>(),
      .words = {{"ITEM|RUN", "ITEM|RUN", &options->what, say<messages::arg_item_or_run>()}},
      .options = {{"--person", "PERSON", &options->person, say<messages::opt_log_person>()},
                  {"--ref", "TEXT", &options->ref, say<messages::opt_log_ref>()},
                  {"--kind", "KIND", &options->kind, say<messages::opt_log_kind>()},
                  {"--from", "TIME", &options->from, say<messages::opt_from>()},
                  {"--to", "TIME", &options->to, say<messages::opt_to>()},
                  {"--occurrences", "", &options->occurrences, say<messages::opt_occurrences>()},
                  {"--limit", "N", &options->limit, say<messages::opt_limit>()}},
      .examples = {"opsctl log --limit 20", "opsctl log 49 --from 2026-11-01",
                   "opsctl log 20261122-001 --format json",
                   "opsctl log 49 --occurrences --from 2026-11-01"},
      .formats = any_table(),
      .is_listing = true,
      .purpose = Purpose::overview,
      .action = [options](Session& session) { return log(*options, session); }};
}

}  // namespace opsctl::cli
