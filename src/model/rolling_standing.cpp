// Rolling mode (spec schedule.md 11): the next due date counts from the last execution.
#include <algorithm>
#include <cstdlib>

#include "model/cycle_length.h"
#include "model/owed.h"
#include "model/standing.h"

namespace opsctl {
namespace {

using std::chrono::days;

constexpr Duration kShortLead{1, Duration::Unit::day};  // where the default is the whole slot

struct Base {
  std::optional<Date> date;              // B; nothing: neither an execution nor a seed
  int count = 1;                         // c
  std::optional<Date> last;              // the local date of the last execution, or the seed
  const Execution* execution = nullptr;  // the last
  std::optional<Date> moved_to;          // by a waiver since the last execution
};

class Rolling {
 public:
  explicit Rolling(const Inquiry& inquiry)
      : inquiry_(inquiry),
        zone_(inquiry.site.zone),
        cycle_(inquiry.timetable.versions[inquiry.version].cycle),
        schedule_(inquiry.timetable.versions[inquiry.version].schedule),
        interval_(rolling_interval(cycle_).value_or(Interval{0, 1})),
        from_(version_from(inquiry.timetable, inquiry.site, inquiry.version)),
        base_(fold()) {}

  Standing standing() const {
    Standing result;
    result.key = "rolling";
    const Instant due = postponed(due_before_suspension());
    const Duration lead = schedule_.lead.value_or(default_lead(cycle_).value_or(kShortLead));
    result.due = due;
    result.due_from = base_.date ? minus(due, lead, zone_) : from_;
    result.overdue_at = plus(due, schedule_.grace, zone_);
    result.state = state_of(result);
    result.outstanding = result.state == ItemState::overdue ? 1 : 0;
    if (!base_.date) result.reason = StateReason::no_baseline;
    if (is_provisional_due(due)) result.warnings.push_back(DueWarning::holidays_provisional);
    const auto expiry = valid_until();
    if (expiry && inquiry_.now >= *expiry) result.warnings.push_back(DueWarning::expired);
    return result;
  }

 private:
  Base fold() const {
    Base base;
    base.date = schedule_.last_done;
    base.last = schedule_.last_done;
    for (const Execution& fact : inquiry_.facts) {
      if (fact.kind == Execution::Kind::done)
        add(fact, base);
      else if (fact.until)
        base.moved_to = fact.until;
    }
    return base;
  }

  void add(const Execution& fact, Base& base) const {
    const Date date = zone_.date_of(fact.performed_at);
    const bool on_grid =
        base.date && schedule_.tolerance_days &&
        std::chrono::abs(date - add_intervals(*base.date, interval_, base.count)) <=
            days(*schedule_.tolerance_days);
    if (on_grid) {
      ++base.count;
    } else {
      base.date = date;
      base.count = 1;
    }
    base.last = date;
    base.execution = &fact;
    base.moved_to = std::nullopt;
  }

  /// V', where the last execution has an expiry.
  std::optional<Instant> valid_until() const {
    if (base_.execution == nullptr || !base_.execution->valid_until) return std::nullopt;
    const auto& until = *base_.execution->valid_until;
    if (const auto* date = std::get_if<Date>(&until)) return zone_.end_of(*date);
    return std::get<Instant>(until);
  }

  Date unrolled() const { return add_intervals(*base_.date, interval_, base_.count); }

  /// By the cycle alone. Rolled back, it is not before the end of the first day.
  Instant due_by_cycle() const {
    const Date date = unrolled();
    const Date moved = rolled(date, schedule_.roll, inquiry_.site.holidays);
    return zone_.end_of(moved < date ? std::max(moved, std::min(date, *base_.last)) : moved);
  }

  Instant due_before_suspension() const {
    Instant due{};
    if (base_.moved_to) {
      due = zone_.end_of(*base_.moved_to);
    } else if (base_.date) {
      due = due_by_cycle();
      if (const auto expiry = valid_until())
        due = std::min(due, minus(*expiry, schedule_.margin, zone_));
    } else {
      return zone_.end_of(add_intervals(zone_.date_of(from_), interval_, 1));
    }
    return std::max(due, zone_.end_of(zone_.date_of(from_)));
  }

  Instant postponed(Instant due) const {
    std::vector<std::pair<Instant, Instant>> suspensions;
    for (const Suspension& suspension : inquiry_.timetable.suspensions)
      suspensions.emplace_back(zone_.start_of(suspension.from), zone_.start_of(suspension.to));
    std::ranges::sort(suspensions);
    for (const auto& suspension : suspensions) {
      if (due >= suspension.first && due < suspension.second) due = suspension.second;
    }
    return due;
  }

  ItemState state_of(const Standing& standing) const {
    if (inquiry_.now >= standing.overdue_at) return ItemState::overdue;
    if (inquiry_.now >= standing.due) return ItemState::late;
    return inquiry_.now >= standing.due_from ? ItemState::due : ItemState::done;
  }

  bool is_provisional_due(Instant due) const {
    return base_.date && due == due_by_cycle() &&
           is_provisional(unrolled(), schedule_.roll, inquiry_.site.holidays);
  }

  const Inquiry& inquiry_;
  const Zone& zone_;
  const Cycle& cycle_;
  const Schedule& schedule_;
  Interval interval_;
  Instant from_;
  Base base_;
};

}  // namespace

Standing rolling_standing(const Inquiry& inquiry) { return Rolling(inquiry).standing(); }

}  // namespace opsctl
