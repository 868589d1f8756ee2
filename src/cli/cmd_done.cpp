// opsctl done [RUN|ITEM]: finishes a run.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "cli/command.h"
#include "cli/finish.h"
#include "cli/outcome.h"
#include "cli/run_act.h"
#include "cli/standings.h"
#include "model/instruction.h"
#include "model/ledger.h"
#include "model/typed.h"

namespace opsctl::cli {
namespace {

/// The finish as it meets the schedule of today's catalogue, where that still has the item.
Verdict on_schedule(Session& session, Recording& recording, const Run& run, Verdict finish,
                    const FinishOptions& options, const std::optional<LateEntry>& late) {
  const Catalog& catalog = session.catalog();
  const Runbook* book = find_runbook(catalog, started(run).book.id);
  if (book == nullptr) return finish;
  book = &session.as_written(*book);
  const Journal& journal = recording.journal();
  const SiteCalendar site = site_calendar(session, &journal);
  // Late entry and a named occurrence reach back as far as they like.
  const ItemHistory history = late || options.for_key
                                  ? journal.history(book->id, catalog.zone)
                                  : deciding_history(journal, site, *book, recording.now());
  return finish_on(std::move(finish), run, *book,
                   {book->timetable, site, history, late ? late->at : recording.now()},
                   {.for_key = options.for_key.value_or(""),
                    .request = request_typed(options.request),
                    .leave_uncovered = options.leave_uncovered});
}

/// What the finish did to the schedule belongs to what happened.
Message happened(Session& session, const Journal& journal, const Run& run) {
  const std::string label = label_of_run(run);
  if (outcome_of(run) == Outcome::failed) return say<messages::run_failed>(label);
  const std::string& request = std::get<RunFinished>(run.events.back().body).request;
  if (!request.empty()) return say<messages::run_finished_for>(label, request);
  const Runbook* book = find_runbook(session.catalog(), started(run).book.id);
  if (book == nullptr) return say<messages::run_finished>(label);
  const SiteCalendar site = site_calendar(session, &journal);
  const Event& finish = run.events.back();
  // Of a run that was sent back the work is as old as its first finish.
  const ItemHistory history = performed_at(run) == finish.recorded_at
                                  ? deciding_history(journal, site, *book, finish.recorded_at)
                                  : journal.history(book->id, session.catalog().zone);
  const auto key = key_settled_by(book->timetable, site, history, finish.recorded_at, finish.seq);
  if (!key) return say<messages::run_finished>(label);
  return key->empty() ? say<messages::run_finished_extra>(label)
                      : say<messages::run_finished_for>(label, *key);
}

/// What the hint of a refusal must not lose: the time of the work, above all.
std::string as_typed(const FinishOptions& options) {
  std::string typed;
  const std::pair<const char*, const std::optional<std::string>*> others[] = {
      {"--at", &options.at},
      {"--reason", &options.reason},
      {"--for", &options.for_key},
      {"--request", &options.request},
      {"--party", &options.party}};
  for (const auto& [name, value] : others) {
    if (*value) typed += typed_option(name, **value);
  }
  return typed + (options.leave_uncovered ? " --leave-uncovered" : "");
}

}  // namespace

Exit finish(const FinishOptions& options, Session& session) {
  if (options.all_ok && options.failed) {
    throw Error(Exit::usage, say<messages::either_or>("--all-ok", "--failed"));
  }
  if (!options.failed) refuse_reason_alone(options.at, options.reason);
  const FinishRequest request{.all_ok = options.all_ok,
                              .failed = options.failed,
                              .reason = options.failed ? options.reason.value_or("") : "",
                              .values = options.values,
                              .valid_until = options.valid_until.value_or(""),
                              .as_typed = as_typed(options),
                              .as = session.as_typed()};
  const auto late = late_entry(session, options.at, options.reason);
  return perform(session,
                 {.command = "done",
                  .run = options.run,
                  .party = options.party,
                  .key = options.key,
                  .late = late,
                  .rule =
                      [&](Recording& recording, const Run& run, const Acting& me) {
                        const Verdict verdict = finish_run(session.catalog(), run, me, request);
                        return on_schedule(session, recording, run, verdict, options, late);
                      },
                  .happened = [&](const Journal& journal,
                                  const Run& run) { return happened(session, journal, run); }});
}

Command done_command() {
  auto options = std::make_shared<FinishOptions>();
  return {.summary = say<messages::about_done>(),
          .words = {{"RUN", {"RUN", Values::open_runs}, &options->run, say<messages::arg_run>()}},
          .options =
              {{"--all-ok", "", &options->all_ok, say<messages::opt_all_ok>()},
               {"--value", "KEY=VALUE", &options->values, say<messages::opt_value>()},
               {"--valid-until", "DATE", &options->valid_until, say<messages::opt_valid_until>()},
               {"--failed", "", &options->failed, say<messages::opt_failed>()},
               {"--reason", "TEXT", &options->reason, say<messages::opt_done_reason>()},
               {"--for", {"KEY", Values::occurrences}, &options->for_key, say<messages::opt_for>()},
               {"--request", "REQUEST", &options->request, say<messages::opt_request>()},
               {"--at", "TIME", &options->at, say<messages::opt_at>()},
               {"--leave-uncovered", "", &options->leave_uncovered,
                say<messages::opt_leave_uncovered>()},
               {"--party", "PARTY", &options->party, say<messages::opt_party>()},
               {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
          .examples = {"opsctl done 49 --all-ok", "opsctl done --value signature_version=9021",
                       "opsctl done 47 --valid-until 2031-11-30",
                       "opsctl done 49 --all-ok --at 08:30 --reason '記録の遅れ'"},
          .action = [options](Session& session) { return finish(*options, session); }};
}

}  // namespace opsctl::cli
