#include "render/due_order.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "model/supervisor.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

int urgency(ItemState state) {
  constexpr std::array kOrder = {ItemState::overdue,      ItemState::late, ItemState::due,
                                 ItemState::upcoming,     ItemState::done, ItemState::covered,
                                 ItemState::not_scheduled};
  return static_cast<int>(std::ranges::find(kOrder, state) - kOrder.begin());
}

/// Work that was asked for without a deadline is wanted since then.
bool more_urgent(const DueRow* a, const DueRow* b) {
  const auto rank = [](const DueRow& row) {
    const Instant wanted = row.standing.open.value_or(Instant::max());
    return std::tuple(urgency(row.standing.state), row.standing.due.value_or(wanted));
  };
  return rank(*a) < rank(*b);
}

int days_of(Cycle::Unit unit) {
  switch (unit) {
    case Cycle::Unit::day:
      return 1;
    case Cycle::Unit::week:
      return 7;
    case Cycle::Unit::month:
      return 30;
    case Cycle::Unit::quarter:
      return 91;
    case Cycle::Unit::year:
      return 365;
  }
  return 0;
}

/// The legend's order: shorter intervals first, but what is done daily or more often counts as one
/// day, so that 1/D comes before 2/D.
std::tuple<int, double, int> legend_rank(const Cycle& cycle) {
  if (cycle.kind == Cycle::Kind::continuous) return {0, 0.0, 0};
  if (cycle.kind == Cycle::Kind::on_demand) return {2, 0.0, 0};
  const double interval = 1.0 * days_of(cycle.unit) * cycle.every / cycle.count;
  return {1, std::max(interval, 1.0), cycle.count};
}

/// The roster offers several for an organisation that works under one.
bool must_name_supervisor(const Catalog& catalog, const Runbook& book) {
  const Scope scope{book, catalog.parties, catalog.roster};
  return std::ranges::any_of(catalog.parties, [&](const Party& party) {
    const auto offered = std::ranges::count_if(catalog.roster.persons, [&](const Person& person) {
      return is_supervisor_of(scope, person, party.organisation);
    });
    return party.supervised && is_among(performers_of(book), party.id) && offered > 1;
  });
}

}  // namespace

bool needs_doing(ItemState state) { return urgency(state) <= urgency(ItemState::due); }

std::vector<const DueRow*> most_urgent_first(std::span<const DueRow> rows) {
  std::vector<const DueRow*> sorted;
  sorted.reserve(rows.size());
  for (const DueRow& row : rows) sorted.push_back(&row);
  std::ranges::stable_sort(sorted, more_urgent);
  return sorted;
}

std::vector<std::vector<const DueRow*>> grouped_by_cycle(std::span<const DueRow> rows) {
  std::vector<const DueRow*> sorted = most_urgent_first(rows);
  const auto rank = [](const DueRow* row) {
    return std::tuple(legend_rank(row->book.cycle()), to_text(row->book.cycle()));
  };
  std::ranges::stable_sort(sorted, {}, rank);
  std::vector<std::vector<const DueRow*>> groups;
  for (const DueRow* row : sorted) {
    if (groups.empty() || groups.back().front()->book.cycle() != row->book.cycle())
      groups.emplace_back();
    groups.back().push_back(row);
  }
  return groups;
}

std::string time_words(const Standing& standing, Instant as_of, const Look& look) {
  if (standing.uncovered_since) {
    return word<messages::time_uncovered>(look,
                                          span_words(as_of - *standing.uncovered_since, look));
  }
  if (!standing.due) {
    const bool waiting = standing.state == ItemState::due && standing.open.has_value();
    return waiting ? word<messages::time_waiting>(look, span_words(as_of - *standing.open, look))
                   : "";
  }
  const std::string span = span_words(*standing.due - as_of, look);
  if (*standing.due > as_of) return word<messages::time_left>(look, span);
  return standing.state == ItemState::late ? word<messages::time_late>(look, span)
                                           : word<messages::time_overdue>(look, span);
}

std::string next_command(const Catalog& catalog, const DueRow& row) {
  if (!needs_doing(row.standing.state)) return "";
  const std::string item = item_name(catalog, row.book);
  if (row.standing.reason == StateReason::hand_over)
    return "opsctl handover " + item + " --to PERSON";
  if (!row.go_on.empty()) return row.go_on;
  // Of several requests the run must know which one it serves.
  if (row.standing.requests.size() > 1)
    return "opsctl start " + item + " --request " + row.standing.requests.front().request.id +
           (must_name_supervisor(catalog, row.book) ? " --supervisor PERSON" : "");
  const bool unapproved = row.book.gate == Gate::prior_approval && !row.standing.requests.empty() &&
                          !row.standing.requests.front().request.approved_at;
  if (unapproved) return "opsctl approve " + row.standing.requests.front().request.id;
  const bool instructed = row.book.gate != Gate::instruction || !row.standing.requests.empty();
  return "opsctl start " + item + (instructed ? "" : " --instructed-by PERSON") +
         (must_name_supervisor(catalog, row.book) ? " --supervisor PERSON" : "");
}

std::string performer_names(const Runbook& book, std::span<const Party> parties, const Look& look) {
  std::vector<std::string> names = performers_of(book);
  for (std::string& name : names) name = full_name(parties, name);
  return listed(names, look);
}

}  // namespace opsctl::render
