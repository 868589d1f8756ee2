#include "model/ledger.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "model/attribution.h"
#include "model/rolling.h"
#include "model/slot_key.h"

namespace opsctl {
namespace {

struct Period {
  Instant from{};
  Instant to{};
};

void set_done(Instant performed_at, Instant due, LedgerRow& row) {
  row.performed_at = performed_at;
  row.result = performed_at < due ? OccurrenceResult::done : OccurrenceResult::done_late;
  if (performed_at >= due) row.late_by = performed_at - due;
}

/// The state of an occurrence that nothing has settled (section 8).
OccurrenceResult unsettled(const Occurrence& it, Instant due_from, Instant cutoff, Instant now) {
  if (now >= cutoff) return OccurrenceResult::missed;
  if (now >= it.overdue) return OccurrenceResult::overdue;
  if (now >= it.due) return OccurrenceResult::late;
  if (now >= due_from) return OccurrenceResult::due;
  return now >= it.open ? OccurrenceResult::open : OccurrenceResult::future;
}

class CalendarLedger {
 public:
  /// `horizon`: occurrences are asked for up to there.
  CalendarLedger(const Timetable& timetable, const SiteCalendar& site, const ItemHistory& known,
                 Instant now, Instant horizon)
      : line_(timetable, site, std::max(now, horizon)),
        known_(known),
        attribution_(attribute(line_, known.executions)),
        now_(now) {}

  void add_occurrences(const Period& period, std::vector<LedgerRow>& rows) const {
    for (std::size_t v = 0; v < line_.versions().size(); ++v) {
      const OwedVersion& version = line_.versions()[v];
      for (std::int64_t i = version.first; i <= version.last; ++i) {
        const auto it = line_.owed({v, i});
        if (it && it->open > period.to) break;
        if (it && it->due >= period.from) rows.push_back(row_of({{v, i}, *it}));
      }
    }
  }

  void add_extras(const Period& period, std::vector<LedgerRow>& rows) const {
    for (std::size_t i = 0; i < known_.executions.size(); ++i) {
      const Execution& fact = known_.executions[i];
      const bool within = fact.performed_at >= period.from && fact.performed_at <= period.to;
      if (attribution_.places[i] || !within || fact.kind != Execution::Kind::done) continue;
      rows.push_back({.result = OccurrenceResult::extra, .performed_at = fact.performed_at});
    }
  }

  std::string key_settled_by(std::int64_t seq) const {
    for (std::size_t i = 0; i < known_.executions.size(); ++i) {
      const auto& place = attribution_.places[i];
      if (known_.executions[i].seq == seq && place) return key_of(*place);
    }
    return "";
  }

 private:
  std::string key_of(Position at) const {
    return slot_key(line_.versions()[at.version].rule.grid, at.index);
  }

  LedgerRow row_of(const Owed& owed) const {
    const Occurrence& it = owed.occurrence;
    LedgerRow row{.key = key_of(owed.at),
                  .version = line_.versions()[owed.at.version].number,
                  .open = it.open,
                  .due = it.due};
    const auto settled = attribution_.settled.find(owed.at);
    if (settled == attribution_.settled.end()) {
      const OwedVersion& version = line_.versions()[owed.at.version];
      row.result = unsettled(it, due_from(version.rule, it), cutoff(owed), now_);
    } else if (settled->second.by == Execution::Kind::waived) {
      row.result = OccurrenceResult::waived;
      row.performed_at = settled->second.performed_at;
    } else {
      set_done(settled->second.performed_at, it.due, row);
    }
    return row;
  }

  Instant cutoff(const Owed& owed) const {
    if (!line_.versions()[owed.at.version].coalesces()) return Instant::max();
    const auto next = line_.after(owed.at);
    return next ? std::max(owed.occurrence.overdue, next->occurrence.open) : Instant::max();
  }

  OwedLine line_;
  const ItemHistory& known_;
  Attribution attribution_;
  Instant now_;
};

/// A due date stands until an execution meets it; then the next one counts from there.
class RollingLedger {
 public:
  RollingLedger(const Timetable& timetable, const SiteCalendar& site, const ItemHistory& known,
                Instant now)
      : timetable_(timetable), site_(site), known_(known), now_(now) {}

  std::vector<LedgerRow> rows(const Period& period) const {
    std::vector<LedgerRow> rows;
    ItemHistory before;
    for (const Execution& fact : known_.executions) {
      const std::size_t version = version_at(timetable_, site_, fact.performed_at);
      const bool rolling = mode_of(timetable_.versions[version]) == Mode::rolling;
      const bool within = fact.performed_at >= period.from && fact.performed_at <= period.to;
      if (rolling && within) rows.push_back(row_of(fact, before, version));
      before.executions.push_back(fact);
    }
    if (auto next = pending(period)) rows.push_back(*std::move(next));
    return rows;
  }

 private:
  LedgerRow row_of(const Execution& fact, const ItemHistory& before, std::size_t version) const {
    const RollingSteps steps =
        rolling_steps({timetable_, site_, before, fact.performed_at, version});
    LedgerRow row{.key = std::string(kRollingKey), .version = version, .due = steps.due};
    if (fact.kind == Execution::Kind::done && steps.base) {
      set_done(fact.performed_at, steps.due, row);
    } else {
      const bool first = fact.kind == Execution::Kind::done;
      row.result = first ? OccurrenceResult::done : OccurrenceResult::waived;
      if (first) row.due.reset();  // before the first execution no date counts against anybody
      row.performed_at = fact.performed_at;
    }
    return row;
  }

  /// What a version does not ask for before it ends, the one after it asks for.
  std::optional<LedgerRow> pending(const Period& period) const {
    const std::size_t current = version_at(timetable_, site_, now_);
    for (std::size_t version = current; version < timetable_.versions.size(); ++version) {
      if (mode_of(timetable_.versions[version]) != Mode::rolling) continue;
      const RollingSteps steps = rolling_steps({timetable_, site_, known_, now_, version});
      const auto until = version_until(timetable_, site_, version);
      if (until && steps.due > *until) continue;
      if (version != current && steps.due > period.to) return std::nullopt;
      LedgerRow row{.key = std::string(kRollingKey), .version = version, .due = steps.due};
      row.result = version != current         ? OccurrenceResult::future
                   : now_ >= steps.overdue_at ? OccurrenceResult::overdue
                   : now_ >= steps.due        ? OccurrenceResult::late
                   : now_ >= steps.due_from   ? OccurrenceResult::due
                                              : OccurrenceResult::future;
      return row;
    }
    return std::nullopt;
  }

  const Timetable& timetable_;
  const SiteCalendar& site_;
  const ItemHistory& known_;
  Instant now_;
};

OccurrenceResult result_of(ItemState state) {
  if (state == ItemState::overdue) return OccurrenceResult::overdue;
  return state == ItemState::late ? OccurrenceResult::late : OccurrenceResult::due;
}

LedgerRow closed_row(const Request& request, const Inquiry& inquiry) {
  LedgerRow row{.key = request.id,
                .request = true,
                .version = version_at(inquiry.timetable, inquiry.site, request.requested_at),
                .open = request.requested_at};
  row.due = request_due(request, inquiry);
  if (request.withdrawn_at) {
    row.result = OccurrenceResult::withdrawn;
    row.performed_at = request.withdrawn_at;
    return row;
  }
  for (const Execution& fact : inquiry.known.executions) {
    if (fact.request == request.id && !row.performed_at)
      set_done(fact.performed_at, row.due.value_or(Instant::max()), row);
  }
  return row;
}

void add_requests(const Inquiry& inquiry, const Period& period, std::vector<LedgerRow>& rows) {
  const std::vector<RequestStanding> open = request_standings(inquiry);
  for (const Request& request : inquiry.known.requests) {
    const auto standing = std::ranges::find(
        open, request.id, [](const RequestStanding& one) { return one.request.id; });
    LedgerRow row = closed_row(request, inquiry);
    if (standing != open.end()) row.result = result_of(standing->state);
    const bool over = row.performed_at && *row.performed_at < period.from;
    if (!over && request.requested_at <= period.to) rows.push_back(std::move(row));
  }
}

/// Executions of on-demand work that nobody asked for: logged, and no more.
void add_unasked(const Inquiry& inquiry, const Period& period, std::vector<LedgerRow>& rows) {
  for (const Execution& fact : inquiry.known.executions) {
    const bool within = fact.performed_at >= period.from && fact.performed_at <= period.to;
    const bool asked = std::ranges::count(inquiry.known.requests, fact.request, &Request::id) > 0;
    if (within && !asked)
      rows.push_back({.result = OccurrenceResult::extra, .performed_at = fact.performed_at});
  }
}

}  // namespace

std::string_view name_of(OccurrenceResult result) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"done", "done-late", "waived", "missed", "overdue", "late",
                                       "due", "open", "future", "extra", "withdrawn"});
  return kNames.at(static_cast<std::size_t>(result));
}

bool is_put_off(const LedgerRow& row) {
  return row.key == kRollingKey && row.result == OccurrenceResult::waived;
}

Ledger ledger(const Timetable& timetable, const SiteCalendar& site, const ItemHistory& history,
              Instant now, Instant from, Instant to) {
  const ItemHistory known = known_at(now, history);
  const Period period{from, to};
  const Inquiry inquiry{timetable, site, known, now, version_at(timetable, site, now)};
  Ledger ledger;
  const bool calendar = has_mode(timetable, Mode::calendar);
  const bool rolling = has_mode(timetable, Mode::rolling);
  if (rolling) ledger.rows = RollingLedger(timetable, site, known, now).rows(period);
  if (calendar) {
    const CalendarLedger occurrences(timetable, site, known, now, to);
    occurrences.add_occurrences(period, ledger.rows);
    if (!rolling) occurrences.add_extras(period, ledger.rows);
  }
  add_requests(inquiry, period, ledger.rows);
  if (mode_of(timetable.versions[inquiry.version]) == Mode::on_demand)
    add_unasked(inquiry, period, ledger.rows);
  if (has_mode(timetable, Mode::continuous))
    ledger.watch = watch_ledger(timetable, site, known, from, std::min(now, to));
  std::ranges::stable_sort(ledger.rows, {}, [](const LedgerRow& row) {
    return row.due.value_or(row.performed_at.value_or(row.open.value_or(Instant::max())));
  });
  return ledger;
}

std::optional<std::string> key_settled_by(const Timetable& timetable, const SiteCalendar& site,
                                          const ItemHistory& history, Instant now,
                                          std::int64_t seq) {
  if (!has_mode(timetable, Mode::calendar)) return std::nullopt;
  const ItemHistory known = known_at(now, history);
  return CalendarLedger(timetable, site, known, now, now).key_settled_by(seq);
}

}  // namespace opsctl
