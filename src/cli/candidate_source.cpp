#include "cli/candidate_source.h"

#include <algorithm>
#include <chrono>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/standings.h"
#include "cli/waiting.h"
#include "model/ledger.h"
#include "model/stale.h"
#include "model/workflow.h"
#include "render/ledger_view.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::cli {
namespace {

/// Whoever presses a key waits for the answer.
constexpr std::chrono::milliseconds kWait{300};
/// So many runs are offered before the month of their id is typed; older ones would only be in the
/// way.
constexpr int kLatest = 100;
constexpr std::size_t kUpToMonth = 6;  // "202611"

/// So far ahead occurrences are offered: planned outages are excused beforehand.
constexpr std::chrono::days kAhead{8};

/// What can still be done or excused.
bool is_open(OccurrenceResult result) {
  using enum OccurrenceResult;
  return result == overdue || result == late || result == due || result == open ||
         result == missed || result == future;
}

}  // namespace

Source::Source(Session& session, const Spot& spot)
    : session_(session), spot_(spot), journal_(session.read_journal(kWait)) {}

/// Runs are offered also where the runbooks cannot be read.
const Catalog* Source::catalog() {
  if (catalog_) return *catalog_;
  try {
    catalog_ = &session_.catalog();
  } catch (const Error&) {
    catalog_ = nullptr;
  }
  return *catalog_;
}

/// "49 侵入防御装置のシグネチャ更新"
std::string Source::title_of(const std::string& item) {
  const Runbook* book = catalog() == nullptr ? nullptr : find_runbook(*catalog(), item);
  return book == nullptr ? item : render::item_name(*catalog(), *book) + " " + book->title;
}

/// By the number, which people know; by the id once that is begun.
Candidates Source::items() {
  const std::string typed = fold_id(spot_.typed);
  const bool by_id = !typed.empty() && (typed.front() < '0' || typed.front() > '9');
  Candidates found;
  const Catalog& all = session_.catalog();
  for (const Runbook& book : all.runbooks) {
    const std::string name = render::item_name(all, book);
    if (by_id || name == book.id) {
      found.push_back({book.id, book.title});
    } else {
      found.push_back({name, book.id + " " + book.title});
    }
  }
  return found;
}

Candidates Source::runs(const InQuestion& fits) {
  return offered({.states = unsettled_states()}, fits);
}

Candidates Source::latest_runs(const InQuestion& fits) {
  const std::string begin = fold_id(spot_.typed);
  if (begin.size() >= kUpToMonth) return offered({.id_begin = begin}, fits);
  return offered({.limit = kLatest, .last = LastBy::id}, fits);
}

/// The newest first; by the item where that means only one of them, by the id once that is begun.
Candidates Source::offered(const RunFilter& filter, const InQuestion& fits) {
  if (!journal_) return {};
  std::vector<RunSummary> all = journal_->runs(filter);
  std::erase_if(all, [&](const RunSummary& run) { return !fits(run); });
  std::ranges::reverse(all);
  std::map<std::string, int> counts;
  for (const RunSummary& run : all) ++counts[run.item];
  Candidates found;
  for (const RunSummary& run : all) {
    const std::string state = to_text(describe(run.state), session_.language());
    const std::string title = title_of(run.item);
    const Runbook* book = catalog() == nullptr ? nullptr : find_runbook(*catalog(), run.item);
    const bool only = book != nullptr && counts[run.item] == 1;
    if (only) {
      found.push_back({render::item_name(*catalog(), *book),
                       fmt::format("{} {} ({})", run.id, book->title, state)});
      found.push_back({book->id, found.back().about});
    }
    if (!only || !spot_.typed.empty())
      found.push_back({run.id, fmt::format("{} ({})", title, state)});
  }
  // The id of an item is offered only to whom it helps.
  if (spot_.typed.empty()) {
    std::erase_if(found, [&](const Candidate& one) {
      return catalog() != nullptr && find_runbook(*catalog(), one.value) != nullptr;
    });
  }
  return found;
}

Candidates Source::any_runs() {
  Candidates found = latest_runs([](const RunSummary&) { return true; });
  std::erase_if(found, [](const Candidate& one) { return !names_run(one.value); });
  if (spot_.typed.starts_with("@")) found.push_back({"@last"});
  return found;
}

Candidates Source::to_be_signed() {
  Candidates found = runs([](const RunSummary& run) {
    return awaits_sign_off(run) || (takes_work(run) && run.emergency);
  });
  if (!journal_ || catalog() == nullptr) return found;
  for (const render::PendingRequest& one : requests_to_approve(session_, *journal_))
    found.push_back({one.request.id, one.book.title + ": " + one.request.reason});
  return found;
}

/// What the line says of the run that a step or a record field belongs to.
std::optional<std::string> Source::run_typed() const {
  if (spot_.words.empty() || spot_.command->words.empty()) return std::nullopt;
  const std::string& first = spot_.words.front();
  const Values kind = spot_.command->words.front().kind.values;
  if (kind == Values::run_and_field && first.find('=') != std::string::npos) return std::nullopt;
  const bool at_word = spot_.argument == &spot_.command->words.front();
  if (kind == Values::run_and_step && spot_.words.size() < 2 && !at_word) return std::nullopt;
  return first;
}

std::optional<Run> Source::run_of_line() {
  if (!journal_ || spot_.command == nullptr) return std::nullopt;
  const bool finished = !spot_.command->words.empty() &&
                        spot_.command->words.front().kind.values == Values::finished_runs;
  return find_run(session_, *journal_, run_typed(), finished ? awaits_sign_off : takes_work);
}

const Runbook* Source::item_of_line() {
  if (spot_.command == nullptr || spot_.command->words.empty()) return nullptr;
  if (spot_.command->words.front().kind.values == Values::items)
    return spot_.words.empty() ? nullptr : &find_item(session_, spot_.words.front());
  const auto run = run_of_line();
  return run ? find_runbook(session_.catalog(), started(*run).book.id) : nullptr;
}

Candidates Source::steps() {
  const auto run = run_of_line();
  if (!run) return {};
  Candidates found;
  for (const StepStatus& status : steps_of(*run))
    found.push_back(
        {std::to_string(found.size() + 1), render::box_of(status) + " " + status.step.text});
  return found;
}

Candidates Source::choices() {
  const auto run = run_of_line();
  const auto typed = spot_.value_of("--step");
  if (!run || (!typed && spot_.words.empty())) return {};
  const Step* step = find_step(started(*run).book, fold_id(typed ? *typed : spot_.words.back()));
  Candidates found;
  if (step == nullptr) return found;
  for (const std::string& choice : step->choices) found.push_back({choice});
  return found;
}

/// "key=", then "key=choice".
Candidates Source::fields() {
  const auto run = run_of_line();
  if (!run) return {};
  const std::map<std::string, std::string> known = values_of(*run);
  Candidates found;
  for (const RecordField& field : started(*run).book.records) {
    const std::string key = field.key + "=";
    if (!spot_.typed.starts_with(key)) {
      const auto value = known.find(field.key);
      found.push_back(
          {key, value == known.end() ? field.label : field.label + ": " + value->second});
      continue;
    }
    for (const std::string& choice : field.choices) found.push_back({key + choice, field.label});
    if (field.type == FieldType::boolean) {
      found.push_back({key + "yes", field.label});
      found.push_back({key + "no", field.label});
    }
  }
  return found;
}

Candidates Source::occurrences() {
  const Runbook* book = item_of_line();
  if (book == nullptr ||
      mode_of(book->cycle(), book->timetable.versions.back().schedule) != Mode::calendar)
    return {};
  const Instant now = session_.now();
  const SiteCalendar site = site_calendar(session_, pointer_to(journal_));
  const ItemHistory history = history_of(session_, pointer_to(journal_), *book, now);
  const Ledger all = ledger(book->timetable, site, history, now, Instant::min(), now + kAhead);
  Candidates found;
  for (const LedgerRow& row : all.rows) {
    if (!is_open(row.result) || row.key.empty()) continue;
    const std::string due = row.due ? " " + to_text(*row.due, session_.catalog().zone) : "";
    found.push_back({row.key, render::result_words(row, session_.look()) + due});
  }
  std::ranges::reverse(found);
  return found;
}

Candidates Source::requests() {
  Candidates found;
  const bool of_item = spot_.command != nullptr && !spot_.command->words.empty() &&
                       spot_.command->words.front().kind.values == Values::items;
  const Runbook* only = of_item ? item_of_line() : nullptr;
  if (!journal_) return found;
  for (const Request& request : journal_->open_requests(only == nullptr ? "" : only->id))
    found.push_back({request.id, title_of(request.item) + ": " + request.reason});
  return found;
}

/// A run that may be left out, then something of it.
Candidates Source::run_and(Candidates (Source::*what)()) {
  Candidates found;
  if (spot_.words.empty()) found = runs(takes_work);
  try {
    const Candidates more = (this->*what)();
    found.insert(found.end(), more.begin(), more.end());
  } catch (const Error&) {
    // No run, or several of mine: it has to be named first.
  }
  return found;
}

}  // namespace opsctl::cli
