#include "cli/lookup.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/hidden.h"
#include "base/messages/base.h"
#include "base/messages/cli.h"
#include "base/messages/hostile.h"
#include "base/text.h"
#include "model/stale.h"
#include "render/words.h"

namespace opsctl::cli {
namespace {

std::vector<const Runbook*> items_with_number(const Catalog& catalog, int no) {
  std::vector<const Runbook*> found;
  for (const Runbook& book : catalog.runbooks) {
    if (book.no == no) found.push_back(&book);
  }
  return found;
}

/// What helps with an id that is none: a character that only looks right, the id that is near, or
/// `otherwise`.
Message help_with(std::string_view typed, const std::vector<std::string>& ids, Message otherwise) {
  const std::u32string folded = characters(fold_id(typed));
  const auto alike = std::ranges::find_if(folded, resembles_ascii);
  const bool in_letters =
      std::ranges::all_of(folded, [](char32_t c) { return c < 0x80 || resembles_ascii(c); });
  if (alike != folded.end() && in_letters)
    return say<messages::look_alike>(utf8(std::u32string(1, *alike)),
                                     fmt::format("U+{:04X}", static_cast<std::uint32_t>(*alike)));
  const auto near = nearest(typed, ids);
  return near ? say<messages::did_you_mean>(*near) : std::move(otherwise);
}

[[noreturn]] void throw_unknown_item(const Catalog& catalog, const std::string& typed) {
  std::vector<std::string> ids;
  for (const Runbook& book : catalog.runbooks) ids.push_back(book.id);
  throw Error(Exit::not_found, say<messages::unknown_item>(visible(typed)),
              help_with(typed, ids, say<messages::unknown_item_hint>()));
}

/// "13" and "013", but no other text.
std::optional<int> number_of(std::string_view text) {
  while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
  return parse_count(text);
}

std::string ids_of(const std::vector<RunSummary>& runs) {
  std::vector<std::string> ids;
  for (const RunSummary& run : runs) ids.push_back(run.id + " (" + run.item + ")");
  return join(ids, ", ");
}

std::string only_one(const std::vector<RunSummary>& runs, const Message& none,
                     const Message& hint) {
  if (runs.empty()) throw Error(Exit::not_found, none, hint);
  if (runs.size() == 1) return runs.front().id;
  throw Error(Exit::usage, say<messages::several_runs>(runs.size()),
              say<messages::several_runs_hint>(ids_of(runs)));
}

std::string find_by_end(const Journal& journal, const std::string& end) {
  return only_one(journal.runs({.id_end = end}), say<messages::unknown_run>(visible(end)),
                  say<messages::unknown_run_hint>());
}

std::string find_mine(Session& session, const Journal& journal, const InQuestion& in_question) {
  const Person* me = session.reader();
  std::vector<RunSummary> runs = journal.runs({.states = {RunState::open, RunState::returned}});
  std::erase_if(runs, [&](const RunSummary& summary) {
    if (me == nullptr || !in_question(summary)) return true;
    const auto run = journal.run(summary.id);
    return std::ranges::count(workers(*run), me->id) == 0;
  });
  return only_one(runs, say<messages::no_run_of_yours>(), say<messages::no_run_of_yours_hint>());
}

std::string find_of_item(Session& session, const Journal& journal, const std::string& typed,
                         const InQuestion& in_question) {
  const Runbook& book = find_item(session, typed);
  RunFilter filter{.item = book.id};
  RunSummary signed_run;
  signed_run.state = RunState::approved;
  if (!in_question(signed_run)) filter.states = unsettled_states();
  std::vector<RunSummary> runs = journal.runs(filter);
  std::erase_if(runs, [&](const RunSummary& run) { return !in_question(run); });
  // Where none is in question the rules say why, of the one that was touched last.
  if (runs.empty()) {
    if (const auto last = journal.last_touched(book.id)) return *last;
  }
  const std::string name = render::item_name(session.catalog(), book);
  return only_one(runs, say<messages::no_run_of_item>(name, book.title),
                  say<messages::no_run_of_item_hint>(name));
}

std::string find_id(Session& session, const Journal& journal,
                    const std::optional<std::string>& typed, const InQuestion& in_question) {
  if (!typed) return find_mine(session, journal, in_question);
  const std::string wanted = fold_id(*typed);
  if (wanted.starts_with("-")) return find_by_end(journal, wanted);
  if (wanted == "@last") {
    if (const auto last = journal.last_touched()) return *last;
    throw Error(Exit::not_found, say<messages::no_runs>(), say<messages::no_runs_hint>());
  }
  return names_run(wanted) ? wanted : find_of_item(session, journal, wanted, in_question);
}

/// "08:30" is today's.
std::optional<Instant> parse_typed(Session& session, const std::string& typed) {
  const Zone& zone = session.catalog().zone;
  if (const auto time = parse_time_of_day(typed))
    return zone.instant_of(LocalTime(zone.date_of(session.now())) + *time);
  return parse_instant(typed, zone);
}

}  // namespace

const Runbook& find_item(Session& session, const std::string& typed) {
  const Catalog& catalog = session.catalog();
  const std::string wanted = fold_id(typed);
  if (const auto no = number_of(wanted)) {
    const std::vector<const Runbook*> found = items_with_number(catalog, *no);
    if (found.size() == 1) return session.as_written(*found.front());
    if (found.empty()) throw_unknown_item(catalog, typed);
    std::vector<std::string> ids;
    for (const Runbook* book : found) ids.push_back(book->id);
    throw Error(Exit::usage, say<messages::several_items>(wanted),
                say<messages::try_one_of>(join(ids, ", ")));
  }
  if (const Runbook* found = find_runbook(catalog, wanted)) return session.as_written(*found);
  throw_unknown_item(catalog, typed);
}

std::vector<const Runbook*> find_items(Session& session, const std::vector<std::string>& typed) {
  std::vector<const Runbook*> books;
  for (const std::string& item : typed) books.push_back(&find_item(session, item));
  if (!typed.empty()) return books;
  for (const Runbook& book : session.catalog().runbooks) books.push_back(&book);
  return books;
}

bool names_run(const std::string& typed) {
  const std::string folded = fold_id(typed);
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  if (folded == "@last") return true;
  if (folded.starts_with("-")) return all_digits(folded.substr(1));
  return folded.size() > 9 && folded[8] == '-' && all_digits(folded.substr(0, 8)) &&
         all_digits(folded.substr(9));
}

Run find_run(Session& session, const Journal& journal, const std::optional<std::string>& typed,
             const InQuestion& in_question) {
  const std::string id = find_id(session, journal, typed, in_question);
  if (auto run = journal.run(id)) return *std::move(run);
  throw Error(Exit::not_found, say<messages::unknown_run>(visible(id)),
              say<messages::unknown_run_hint>());
}

std::string name_of_run(Session& session, const Journal& journal, const Run& run) {
  const std::string item = started(run).book.id;
  const Runbook* book = find_runbook(session.catalog(), item);
  const std::vector<RunSummary> runs = journal.runs({.item = item, .states = unsettled_states()});
  const bool only = book != nullptr && runs.size() == 1 && runs.front().id == run.id;
  return only ? render::item_name(session.catalog(), *book) : run.id;
}

bool takes_work(const RunSummary& run) { return opsctl::takes_work(run.state); }

bool awaits_sign_off(const RunSummary& run) {
  return run.state == RunState::awaiting_supervisor || run.state == RunState::awaiting_approval;
}

const Person& find_person_typed(Session& session, const std::string& typed) {
  const Roster& roster = session.catalog().roster;
  if (const Person* person = find_person(roster, fold_id(typed))) return *person;
  std::vector<std::string> ids;
  for (const Person& person : roster.persons) ids.push_back(person.id);
  throw Error(Exit::not_found, say<messages::unknown_person>(visible(typed)),
              help_with(typed, ids, say<messages::try_one_of>(join(ids, ", "))));
}

const Party& find_party_typed(Session& session, const std::string& typed) {
  const Catalog& catalog = session.catalog();
  if (const Party* party = find_party(catalog, fold_id(typed))) return *party;
  std::vector<std::string> ids;
  for (const Party& party : catalog.parties) ids.push_back(party.id);
  throw Error(Exit::not_found, say<messages::party_not_found>(visible(typed)),
              help_with(typed, ids, say<messages::try_one_of>(join(ids, ", "))));
}

std::string request_typed(const std::optional<std::string>& typed) {
  std::string id = fold_id(typed.value_or(""));
  if (id.starts_with("r")) id.front() = 'R';
  return id;
}

Cycle cycle_typed(const std::string& typed) {
  auto parsed = parse_cycle(typed);
  if (const auto* refusal = std::get_if<Refusal>(&parsed)) throw Error(Exit::usage, *refusal);
  return std::get<Cycle>(parsed);
}

Instant instant_typed(Session& session, const char* option, const std::string& typed) {
  if (const auto instant = parse_typed(session, fold_width(typed))) return *instant;
  throw Error(Exit::usage, say<messages::option_value_unknown>(option, visible(typed)),
              say<messages::time_hint>());
}

Instant as_of_typed(Session& session, const std::optional<std::string>& typed) {
  return typed ? instant_typed(session, "--as-of", *typed) : session.now();
}

}  // namespace opsctl::cli
