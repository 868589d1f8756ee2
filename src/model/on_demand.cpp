// 随時: work that is due because somebody asked for it (spec schedule.md 10).
#include <algorithm>
#include <tuple>

#include "model/owed.h"
#include "model/standing.h"

namespace opsctl {
namespace {

using Unit = Duration::Unit;

Date stepped(Date date, const Duration& within) {
  switch (within.unit) {
    case Unit::week:
      return date + std::chrono::weeks(within.count);
    case Unit::month:
      return add_months(date, within.count);
    case Unit::year:
      return add_months(date, 12 * within.count);
    default:
      return date + std::chrono::days(within.count);
  }
}

/// Hours run from the instant, days end with the day.
void set_due(Instant requested_at, const Duration& within, const SiteCalendar& site,
             RequestStanding& standing) {
  const Date day = site.zone.date_of(requested_at);
  if (within.unit == Unit::minute || within.unit == Unit::hour) {
    standing.due = plus(requested_at, within, site.zone);
  } else if (within.unit == Unit::business_day) {
    const Date last = add_business_days(day, within.count, site.holidays);
    standing.due = site.zone.end_of(last);
    standing.provisional = !is_covered(last, site.holidays);
  } else {
    standing.due = site.zone.end_of(stepped(day, within));
  }
}

RequestStanding standing_of(const Request& request, const Inquiry& inquiry) {
  const SiteCalendar& site = inquiry.site;
  const Schedule& schedule =
      inquiry.timetable.versions[version_at(inquiry.timetable, site, request.requested_at)]
          .schedule;
  RequestStanding standing{request};
  standing.due = request.deadline;
  if (!standing.due && schedule.within)
    set_due(request.requested_at, *schedule.within, site, standing);
  if (!standing.due) return standing;
  standing.overdue_at = plus(*standing.due, schedule.grace, site.zone);
  if (inquiry.now >= *standing.due) standing.state = ItemState::late;
  if (inquiry.now >= *standing.overdue_at) standing.state = ItemState::overdue;
  return standing;
}

/// Overdue before late before due; then the earlier deadline, then the earlier request.
bool is_worse(const RequestStanding& a, const RequestStanding& b) {
  const auto rank = [](const RequestStanding& one) {
    return std::tuple(-static_cast<int>(one.state), one.due.value_or(Instant::max()),
                      one.request.requested_at, one.request.id);
  };
  return rank(a) < rank(b);
}

}  // namespace

std::optional<Instant> request_due(const Request& request, const Inquiry& inquiry) {
  return standing_of(request, inquiry).due;
}

std::vector<RequestStanding> request_standings(const Inquiry& inquiry) {
  std::vector<RequestStanding> standings;
  for (const Request& request : open_requests(inquiry.known))
    standings.push_back(standing_of(request, inquiry));
  std::ranges::sort(standings, is_worse);
  return standings;
}

Standing on_demand_standing(const Inquiry& inquiry) {
  const std::vector<RequestStanding> requests = request_standings(inquiry);
  Standing standing;
  standing.state = ItemState::not_scheduled;
  standing.reason = StateReason::on_demand;
  if (requests.empty()) return standing;
  const RequestStanding& worst = requests.front();
  standing.state = worst.state;
  standing.reason = StateReason::requested;
  standing.key = worst.request.id;
  standing.open = worst.request.requested_at;
  standing.due_from = worst.request.requested_at;
  standing.due = worst.due;
  standing.overdue_at = worst.overdue_at;
  standing.outstanding = std::ranges::count(requests, ItemState::overdue, &RequestStanding::state);
  if (worst.provisional) standing.warnings.push_back(DueWarning::holidays_provisional);
  if (requests.size() > 1) {
    standing.next_key = requests[1].request.id;
    standing.next_due = requests[1].due;
  }
  return standing;
}

}  // namespace opsctl
