#include "model/watching.h"

#include <algorithm>

#include "model/owed.h"
#include "model/standing.h"

namespace opsctl {
namespace {

using std::chrono::seconds;

/// Elapsed, whatever the unit: schedule_check refuses those without a fixed length.
seconds elapsed(const Duration& duration) {
  using Unit = Duration::Unit;
  switch (duration.unit) {
    case Unit::minute:
      return std::chrono::minutes(duration.count);
    case Unit::hour:
      return std::chrono::hours(duration.count);
    case Unit::week:
      return std::chrono::weeks(duration.count);
    default:
      return std::chrono::days(duration.count);
  }
}

void add_watch(const Watch& watch, const std::optional<Duration>& max_shift,
               std::vector<Stretch>& all) {
  const Instant end = watch.end.value_or(Instant::max());
  if (!max_shift) {
    all.push_back({watch.start, end});
    return;
  }
  std::vector<Instant> confirmed = watch.confirmations;
  confirmed.push_back(watch.start);
  for (const Instant at : confirmed) all.push_back({at, std::min(end, at + elapsed(*max_shift))});
}

std::vector<Stretch> suspended(const Timetable& timetable, const Zone& zone) {
  std::vector<Stretch> all;
  for (const Suspension& suspension : timetable.suspensions)
    all.push_back({zone.start_of(suspension.from), zone.start_of(suspension.to)});
  return united(std::move(all));
}

bool is_continuous(const ScheduleVersion& version) { return mode_of(version) == Mode::continuous; }

seconds total(const std::vector<Stretch>& stretches) {
  seconds sum{0};
  for (const Stretch& one : stretches) sum += one.to - one.from;
  return sum;
}

/// When the watching began: versions that follow one another are one obligation.
Instant watching_from(const Timetable& timetable, const SiteCalendar& site, std::size_t version) {
  while (version > 0 && is_continuous(timetable.versions[version - 1])) --version;
  return version_from(timetable, site, version);
}

const Stretch* containing(const std::vector<Stretch>& stretches, Instant now) {
  const auto found = std::ranges::find_if(
      stretches, [now](const Stretch& one) { return one.from <= now && now < one.to; });
  return found == stretches.end() ? nullptr : &*found;
}

/// The end of the last one that is over.
Instant last_end(const std::vector<Stretch>& stretches, Instant now, Instant otherwise) {
  for (const Stretch& one : stretches) {
    if (one.to <= now) otherwise = std::max(otherwise, one.to);
  }
  return otherwise;
}

/// The latest planned end, where every open watch has one.
std::optional<Instant> planned_end(const std::vector<Watch>& watches) {
  std::optional<Instant> latest;
  for (const Watch& watch : watches) {
    if (watch.end) continue;
    if (!watch.planned_end) return std::nullopt;
    latest = std::max(latest.value_or(Instant::min()), *watch.planned_end);
  }
  return latest;
}

Standing covered_standing(const Inquiry& inquiry, const Schedule& schedule, Instant until) {
  Standing standing;
  standing.state = ItemState::covered;
  if (until != Instant::max()) standing.covered_until = until;
  const auto hand_over = planned_end(inquiry.known.watches);
  if (!hand_over) return standing;
  standing.due = hand_over;
  standing.due_from = *hand_over - elapsed(schedule.lead.value_or(Duration{}));
  if (inquiry.now < *standing.due_from) return standing;
  standing.state = inquiry.now < *hand_over ? ItemState::due : ItemState::late;
  standing.reason = StateReason::hand_over;
  return standing;
}

}  // namespace

std::vector<Stretch> united(std::vector<Stretch> stretches) {
  std::ranges::sort(stretches, {}, &Stretch::from);
  std::vector<Stretch> all;
  for (const Stretch& one : stretches) {
    if (one.from >= one.to) continue;
    if (!all.empty() && one.from <= all.back().to)
      all.back().to = std::max(all.back().to, one.to);
    else
      all.push_back(one);
  }
  return all;
}

std::vector<Stretch> without(const std::vector<Stretch>& all, const std::vector<Stretch>& taken) {
  std::vector<Stretch> left;
  for (Stretch rest : all) {
    for (const Stretch& one : taken) {
      if (one.to <= rest.from || one.from >= rest.to) continue;
      if (one.from > rest.from) left.push_back({rest.from, one.from});
      rest.from = std::min(one.to, rest.to);
    }
    if (rest.from < rest.to) left.push_back(rest);
  }
  return left;
}

std::vector<Stretch> covered(std::span<const Watch> watches,
                             const std::optional<Duration>& max_shift) {
  std::vector<Stretch> all;
  for (const Watch& watch : watches) add_watch(watch, max_shift, all);
  return united(std::move(all));
}

WatchLedger watch_ledger(const Timetable& timetable, const SiteCalendar& site,
                         const ItemHistory& known, Instant from, Instant now) {
  WatchLedger ledger;
  std::vector<Stretch> open;
  seconds grace{0};  // of the last version that has watches
  for (std::size_t i = 0; i < timetable.versions.size(); ++i) {
    const ScheduleVersion& version = timetable.versions[i];
    if (!is_continuous(version)) continue;
    const Instant end = std::min(now, version_until(timetable, site, i).value_or(now));
    const Stretch period{std::max(from, version_from(timetable, site, i)), end};
    const auto required = without(united({period}), suspended(timetable, site.zone));
    const auto left = without(required, covered(known.watches, version.schedule.max_shift));
    ledger.required += total(required);
    ledger.uncovered += total(left);
    open.insert(open.end(), left.begin(), left.end());
    grace = elapsed(version.schedule.grace);
  }
  for (const Stretch& one : united(std::move(open))) {
    if (one.to - one.from >= grace) ledger.gaps.push_back(one);
  }
  return ledger;
}

Standing continuous_standing(const Inquiry& inquiry) {
  const Schedule& schedule = inquiry.timetable.versions[inquiry.version].schedule;
  const auto coverage = covered(inquiry.known.watches, schedule.max_shift);
  if (const Stretch* now_in = containing(coverage, inquiry.now))
    return covered_standing(inquiry, schedule, now_in->to);

  const auto pauses = suspended(inquiry.timetable, inquiry.site.zone);
  Standing standing;
  if (containing(pauses, inquiry.now) != nullptr) {
    standing.state = ItemState::not_scheduled;
    standing.reason = StateReason::suspended;
    return standing;
  }
  const Instant from = watching_from(inquiry.timetable, inquiry.site, inquiry.version);
  const Instant since = last_end(pauses, inquiry.now, last_end(coverage, inquiry.now, from));
  standing.uncovered_since = since;
  standing.due = since;
  standing.overdue_at = since + elapsed(schedule.grace);
  standing.state = inquiry.now < *standing.overdue_at ? ItemState::late : ItemState::overdue;
  return standing;
}

}  // namespace opsctl
