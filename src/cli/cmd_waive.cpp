// opsctl waive ITEM: excuses an occurrence, or moves a rolling item's due date once.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "cli/outcome.h"
#include "cli/recording.h"
#include "cli/standings.h"
#include "model/instruction.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> item;
  std::optional<std::string> for_key;
  std::optional<std::string> until;
  std::optional<std::string> reason;
  std::optional<std::string> party;
  std::optional<std::string> key;
};

Date date_typed(const char* option, const std::string& typed) {
  if (const auto date = parse_date(typed)) return *date;
  throw Error(Exit::usage, say<messages::option_value_unknown>(option, visible(typed)),
              say<messages::date_hint>());
}

Exit waive_occurrence(const Options& options, Session& session) {
  const Runbook& book = find_item(session, *options.item);
  const Acting me = acting(session, options.party);
  WaiverRequest request{.key = options.for_key.value_or(""), .reason = *options.reason};
  if (options.until) request.until = date_typed("--until", *options.until);

  Recording recording(session, options.key);
  if (!recording.earlier().empty())
    return say_already_recorded(session, "waive", recording.earlier());
  const Journal& journal = recording.journal();
  const Catalog& catalog = session.catalog();
  const SiteCalendar site = site_calendar(session, &journal);
  const ItemHistory history = journal.history(book.id, catalog.zone);
  const Accepted waiver =
      accepted(waive(catalog, book, me, request, {book.timetable, site, history, recording.now()}));
  const Event event = recording.append(book, waiver);
  recording.commit();

  const std::string title = visible(book.title);
  const Message what = request.until
                           ? say<messages::due_moved>(title, to_text(*request.until))
                           : say<messages::occurrence_waived>(title, visible(request.key));
  say_recorded(session, "waive", {what}, {event});
  return Exit::ok;
}

}  // namespace

Command waive_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_waive>(),
          .words = {{"ITEM", "ITEM", &options->item, say<messages::arg_item>(), true}},
          .options = {{"--for",
                       {"KEY", Values::occurrences},
                       &options->for_key,
                       say<messages::opt_waive_for>()},
                      {"--until", "DATE", &options->until, say<messages::opt_waive_until>()},
                      {"--reason", "TEXT", &options->reason, say<messages::opt_reason>(), true},
                      {"--party", "PARTY", &options->party, say<messages::opt_party>()},
                      {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
          .examples = {"opsctl waive 49 --for 2026-11-22 --reason '計画停止'",
                       "opsctl waive 47 --until 2027-03-31 --reason '更改の延期'"},
          .action = [options](Session& session) { return waive_occurrence(*options, session); }};
}

}  // namespace opsctl::cli
