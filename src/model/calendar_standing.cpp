// The states of calendar mode (spec schedule.md 8). Everything is found by walking the owed
// occurrences backwards from now, so that the past before the last execution costs nothing.
#include <algorithm>

#include "model/attribution.h"
#include "model/slot_key.h"
#include "model/standing.h"

namespace opsctl {
namespace {

struct Overdue {
  std::optional<Owed> focus;    // the earliest
  std::optional<Owed> payable;  // the earliest after the focus that can still be paid
  Instant focus_cutoff{};
  bool provisional = false;
  std::int64_t outstanding = 0;
  std::int64_t missed = 0;
};

class Calendar {
 public:
  explicit Calendar(const Inquiry& inquiry)
      : inquiry_(inquiry),
        now_(inquiry.now),
        line_(inquiry.timetable, inquiry.site, inquiry.now),
        settlement_(attribute(line_, inquiry.known.executions).settled) {
    find_group();
  }

  Standing standing() const {
    const Overdue overdue = find_overdue();
    const auto next = first_ahead();
    if (overdue.focus) return overdue_standing(overdue, next);
    Standing result;
    result.state = state_of(next);
    if (result.state == ItemState::not_scheduled) result.reason = StateReason::ended;
    if (next) show(*next, unsettled_after(next->at), result);
    return result;
  }

 private:
  /// A change of mode ends the alarms of the version before it: only the versions around the
  /// present one that are calendar versions without a break count.
  void find_group() {
    const auto& versions = line_.versions();
    while (versions[last_].number < inquiry_.version) ++last_;
    first_ = last_;
    while (first_ > 0 && versions[first_ - 1].number + 1 == versions[first_].number) --first_;
    while (last_ + 1 < versions.size() && versions[last_].number + 1 == versions[last_ + 1].number)
      ++last_;
  }

  std::optional<Owed> before(Position at) const {
    auto it = line_.before(at);
    return it && it->at.version >= first_ ? it : std::nullopt;
  }

  std::optional<Owed> after(Position at) const {
    auto it = line_.after(at);
    return it && it->at.version <= last_ ? it : std::nullopt;
  }

  Instant next_open(Position at) const {
    const auto next = line_.after(at);
    return next ? next->occurrence.open : Instant::max();
  }

  std::optional<Owed> unsettled_after(Position at) const {
    auto it = after(at);
    while (it && settlement_.contains(it->at)) it = after(it->at);
    return it;
  }

  /// The first unsatisfied occurrence that is not overdue yet.
  std::optional<Owed> first_ahead() const {
    for (std::size_t v = first_; v <= last_; ++v) {
      const Position beyond = line_.beyond(v, now_);
      std::optional<Owed> first;
      auto it = before(beyond);
      for (; it && it->at.version == v && it->occurrence.overdue > now_; it = before(it->at)) {
        if (!settlement_.contains(it->at)) first = it;
      }
      if (!first) first = unsettled_after({v, beyond.index - 1});
      if (first && first->at.version == v) return first;
    }
    return std::nullopt;
  }

  Overdue find_overdue() const {
    Overdue found;
    for (std::size_t v = last_ + 1; v-- > first_;) find_overdue_of(v, found);
    return found;
  }

  void find_overdue_of(std::size_t v, Overdue& found) const {
    const bool coalesces = line_.versions()[v].coalesces();
    const Position beyond = line_.beyond(v, now_);
    Instant open_above = next_open({v, beyond.index - 1});
    Instant last_done = last_done_from(beyond);
    for (auto it = before(beyond); it && it->at.version == v; it = before(it->at)) {
      const Instant cutoff =
          coalesces ? std::max(it->occurrence.overdue, open_above) : Instant::max();
      open_above = it->occurrence.open;
      if (const auto settled = settlement_.find(it->at); settled != settlement_.end()) {
        if (settled->second.by == Execution::Kind::done)
          last_done = std::max(last_done, settled->second.performed_at);
        if (coalesces && last_done >= it->occurrence.overdue) return;  // as below
        continue;
      }
      if (it->occurrence.overdue > now_) continue;
      if (coalesces && last_done >= it->occurrence.overdue) return;  // and so is all before it
      it = count(*it, cutoff, last_done, found);
      open_above = it->occurrence.open;
    }
  }

  /// The latest done execution attributed to a place or after it.
  Instant last_done_from(Position at) const {
    Instant last = Instant::min();
    for (auto it = settlement_.lower_bound(at); it != settlement_.end(); ++it) {
      if (it->second.by == Execution::Kind::done) last = std::max(last, it->second.performed_at);
    }
    return last;
  }

  /// Counts an overdue occurrence, or with it its whole period where that makes no difference.
  /// Answers the earliest one counted.
  Owed count(const Owed& it, Instant cutoff, Instant last_done, Overdue& found) const {
    const auto first = first_of_plain_period(it);
    const bool coalesces = line_.versions()[it.at.version].coalesces();
    const bool alike =
        first && (!coalesces || (cutoff <= now_ && last_done < first->occurrence.overdue));
    if (!alike) {
      add(it, cutoff, 1, found);
      return it;
    }
    const Position second{first->at.version, first->at.index + 1};
    add({second, *line_.owed(second)}, cutoff, it.at.index - first->at.index, found);
    add(*first, cutoff, 1, found);
    return *first;
  }

  /// Nothing where the period of `it` must be walked through.
  std::optional<Owed> first_of_plain_period(const Owed& it) const {
    if (!line_.is_plain_period(it)) return std::nullopt;
    const Position at{it.at.version, it.at.index - (per_period(it.at.version) - 1)};
    if (settlement_.lower_bound(at) != settlement_.lower_bound(it.at)) return std::nullopt;
    return Owed{at, *line_.owed(at)};
  }

  std::int64_t per_period(std::size_t v) const { return line_.versions()[v].rule.grid.cycle.count; }

  void add(const Owed& it, Instant cutoff, std::int64_t count, Overdue& found) const {
    if (!found.focus) found.provisional = it.occurrence.provisional;
    if (found.focus && found.focus_cutoff > now_) found.payable = found.focus;
    found.focus = it;
    found.focus_cutoff = cutoff;
    found.outstanding += count;
    if (cutoff <= now_) found.missed += count;
  }

  ItemState state_of(const std::optional<Owed>& next) const {
    if (next && now_ >= next->occurrence.due) return ItemState::late;
    if (next && now_ >= due_from(rule(*next), next->occurrence)) return ItemState::due;
    if (latest_is_settled()) return ItemState::done;
    return next ? ItemState::upcoming : ItemState::not_scheduled;
  }

  bool latest_is_settled() const {
    auto it = before(line_.beyond(last_, now_));
    while (it && it->occurrence.start > now_) it = before(it->at);
    return it && settlement_.contains(it->at);
  }

  Standing overdue_standing(const Overdue& overdue, const std::optional<Owed>& ahead) const {
    Standing result;
    result.state = ItemState::overdue;
    result.outstanding = overdue.outstanding;
    result.missed = overdue.missed;
    auto next = overdue.payable;
    if (ahead && ahead->at > overdue.focus->at && (!next || ahead->at < next->at)) next = ahead;
    show(*overdue.focus, next, result);
    const bool marked = !result.warnings.empty();
    if (overdue.provisional && !marked) result.warnings.push_back(DueWarning::holidays_provisional);
    return result;
  }

  void show(const Owed& focus, const std::optional<Owed>& next, Standing& result) const {
    const Occurrence& it = focus.occurrence;
    result.key = slot_key(rule(focus).grid, focus.at.index);
    result.open = it.open;
    result.due_from = due_from(rule(focus), it);
    result.due = it.due;
    result.overdue_at = it.overdue;
    if (it.provisional) result.warnings.push_back(DueWarning::holidays_provisional);
    if (!next) return;
    result.next_key = slot_key(rule(*next).grid, next->at.index);
    result.next_due = next->occurrence.due;
  }

  const CalendarRule& rule(const Owed& owed) const {
    return line_.versions()[owed.at.version].rule;
  }

  const Inquiry& inquiry_;
  Instant now_;
  OwedLine line_;
  Settlement settlement_;
  std::size_t first_ = 0;  // the versions of the line that count
  std::size_t last_ = 0;
};

}  // namespace

Standing calendar_standing(const Inquiry& inquiry) { return Calendar(inquiry).standing(); }

}  // namespace opsctl
