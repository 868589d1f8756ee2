// opsctl request ITEM, withdraw REQUEST: asking for an item to be done, and taking that back.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "cli/outcome.h"
#include "cli/recording.h"
#include "model/instruction.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> what;
  std::optional<std::string> reason;
  std::optional<std::string> by;
  std::optional<std::string> ref;
  std::optional<std::string> origin;
  std::optional<std::string> party;
  std::optional<std::string> key;
};

Exit request(const Options& options, Session& session) {
  const Runbook& book = find_item(session, *options.what);
  const Acting me = acting(session, options.party);
  NewRequest request{.reason = *options.reason,
                     .ref = options.ref.value_or(""),
                     .origin = options.origin.value_or("")};
  if (options.by) request.deadline = instant_typed(session, "--by", *options.by);

  Recording recording(session, options.key);
  if (!recording.earlier().empty())
    return say_already_recorded(session, "request", recording.earlier());
  const Catalog& catalog = session.catalog();
  request.id = recording.journal().next_request_id(catalog.zone.date_of(recording.now()));
  const Event event =
      recording.append(book, accepted(make_request(catalog, book, me, request, recording.now())));
  recording.commit();

  say_recorded(session, "request", {say<messages::request_made>(request.id, visible(book.title))},
               {event});
  session.remark(book.gate == Gate::prior_approval
                     ? say<messages::next_approve_request>(request.id)
                     : say<messages::next_start_request>(book.no, request.id));
  return Exit::ok;
}

Exit withdraw(const Options& options, Session& session) {
  const Acting me = acting(session, options.party);
  const std::string id = request_typed(options.what);
  Recording recording(session, options.key);
  if (!recording.earlier().empty())
    return say_already_recorded(session, "withdraw", recording.earlier());
  const Journal& journal = recording.journal();
  const auto found = journal.request(id);
  if (!found) {
    throw Error(Exit::not_found, say<messages::unknown_request>(visible(*options.what)),
                say<messages::unknown_request_hint>());
  }
  const Runbook& book = find_item(session, found->item);
  const auto open = journal.open_requests(book.id);
  const Event event = recording.append(
      book, accepted(withdraw_request(session.catalog(), book, me, *found, open, *options.reason)));
  recording.commit();

  say_recorded(session, "withdraw", {say<messages::request_withdrawn>(id, visible(book.title))},
               {event});
  return Exit::ok;
}

}  // namespace

Command request_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_request>(),
          .words = {{"ITEM", "ITEM", &options->what, say<messages::arg_item>(), true}},
          .options = {{"--reason", "TEXT", &options->reason, say<messages::opt_reason>(), true},
                      {"--by", "TIME", &options->by, say<messages::opt_by>()},
                      {"--ref", "TEXT", &options->ref, say<messages::opt_ref>()},
                      {"--origin", "TEXT", &options->origin, say<messages::opt_origin>()},
                      {"--party", "PARTY", &options->party, say<messages::opt_party>()},
                      {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
          .examples = {"opsctl request 13 --reason '夜間処理の異常終了'",
                       "opsctl request 22 --reason '設定変更' --by '2026-11-24 17:00' --ref 回-42"},
          .action = [options](Session& session) { return request(*options, session); }};
}

Command withdraw_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_withdraw>(),
          .words = {{"REQUEST", "REQUEST", &options->what, say<messages::arg_request>(), true}},
          .options = {{"--reason", "TEXT", &options->reason, say<messages::opt_reason>(), true},
                      {"--party", "PARTY", &options->party, say<messages::opt_party>()},
                      {"--idempotency-key", "KEY", &options->key, say<messages::opt_key>()}},
          .examples = {"opsctl withdraw R20261122-001 --reason '復旧済みと判明'"},
          .action = [options](Session& session) { return withdraw(*options, session); }};
}

}  // namespace opsctl::cli
