// opsctl show and opsctl checklist: an item as its runbook has it, or a run as it was done.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "render/checklist.h"
#include "render/item_view.h"
#include "render/run_view.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> what;
};

Run load_run(Session& session, const std::string& typed) {
  const std::optional<Journal> journal = session.read_journal();
  if (journal) return find_run(session, *journal, typed, [](const RunSummary&) { return true; });
  throw Error(Exit::not_found, say<messages::unknown_run>(visible(typed)),
              say<messages::no_journal_yet>(visible(session.journal_path())));
}

Exit show(const Options& options, Session& session) {
  const Catalog& catalog = session.catalog();
  if (names_run(*options.what)) {
    const Run run = load_run(session, *options.what);
    session.print(render::show_run(run, catalog, session.format(), session.look()));
  } else {
    const Runbook& book = find_item(session, *options.what);
    session.print(render::show_item(book, catalog.parties, session.format(), session.look()));
  }
  return Exit::ok;
}

std::optional<Anchor> head_of_journal(const Session& session) {
  const std::optional<Journal> journal = session.read_journal();
  return journal ? std::optional(journal->head()) : std::nullopt;
}

/// What is printed carries the head of the chain: kept outside, it proves the journal later.
Exit checklist(const Options& options, Session& session) {
  const Catalog& catalog = session.catalog();
  const std::optional<Anchor> head = head_of_journal(session);
  if (names_run(*options.what)) {
    const Run run = load_run(session, *options.what);
    session.print(render::checklist(run, catalog, head, session.format(), session.look()));
  } else {
    const Runbook& book = find_item(session, *options.what);
    session.print(render::checklist(book, catalog, head, session.format(), session.look()));
  }
  return Exit::ok;
}

Argument item_or_run(Options& options) {
  return {"ITEM|RUN", "ITEM|RUN", &options.what, say<messages::arg_item_or_run>(), true};
}

}  // namespace

Command show_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_show>(),
          .words = {item_or_run(*options)},
          .options = {},
          .examples = {"opsctl show 13", "opsctl show @last", "opsctl show -- -003"},
          .is_listing = true,
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return show(*options, session); }};
}

Command checklist_command() {
  auto options = std::make_shared<Options>();
  return {
      .summary = say<messages::about_checklist>(),
      .words = {item_or_run(*options)},
      .options = {},
      .examples = {"opsctl checklist 13", "opsctl checklist 20261122-001 --format html > 001.html"},
      .formats = {render::Format::text, render::Format::json, render::Format::md,
                  render::Format::html},
      .is_listing = true,
      .purpose = Purpose::reading,
      .action = [options](Session& session) { return checklist(*options, session); }};
}

}  // namespace opsctl::cli
