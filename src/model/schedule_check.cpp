#include "model/schedule_check.h"

#include <algorithm>
#include <array>

#include "base/messages/base.h"
#include "base/messages/schedule.h"
#include "model/cycle_length.h"
#include "model/slots_check.h"

namespace opsctl {
namespace {

using Unit = Duration::Unit;
using Problems = std::vector<ScheduleProblem>;

bool is_calendar_or_rolling(Mode mode) { return mode == Mode::calendar || mode == Mode::rolling; }

/// The keys whose value is not what it would be without them.
std::vector<std::string> set_keys(const Schedule& schedule) {
  const DayFilter all;
  const DayFilter& days = schedule.days;
  const std::array<std::pair<const char*, bool>, 16> keys = {{
      {"mode", schedule.mode.has_value()},
      {"anchor", schedule.anchor.has_value()},
      {"slots", !schedule.slots.empty()},
      {"due", schedule.due.has_value()},
      {"arrears", schedule.arrears.has_value()},
      {"days", days.weekdays != all.weekdays || days.business_only},
      {"roll", schedule.roll != Roll::none},
      {"lead", schedule.lead.has_value()},
      {"grace", schedule.grace.count != 0},
      {"early", schedule.early.count != 0},
      {"catch_up", schedule.catch_up != CatchUp::coalesce},
      {"tolerance", schedule.tolerance_days.has_value()},
      {"margin", schedule.margin.count != 0},
      {"last_done", schedule.last_done.has_value()},
      {"within", schedule.within.has_value()},
      {"max_shift", schedule.max_shift.has_value()},
  }};
  std::vector<std::string> set;
  for (const auto& [key, is_set] : keys) {
    if (is_set) set.emplace_back(key);
  }
  return set;
}

void check_keys(const Cycle& cycle, const Schedule& schedule, std::span<const std::string> written,
                Problems& problems) {
  std::vector<std::string> keys = set_keys(schedule);
  keys.insert(keys.end(), written.begin(), written.end());
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  const Mode mode = mode_of(cycle, schedule);
  for (const std::string& key : keys) {
    if (key_applies(key, cycle, mode)) continue;
    const bool frequency = cycle.kind == Cycle::Kind::frequency;
    const Message where = !frequency ? say<messages::plain>(to_text(cycle))
                          : mode == Mode::calendar
                              ? say<messages::schedule_in_calendar_mode>(to_text(cycle))
                              : say<messages::schedule_in_rolling_mode>(to_text(cycle));
    problems.push_back(
        {key, Severity::error, say<messages::schedule_key_does_not_apply>(key, where)});
  }
}

void check_units(const Schedule& schedule, Problems& problems) {
  const std::array<std::pair<const char*, std::optional<Duration>>, 6> durations = {{
      {"arrears", schedule.arrears},
      {"lead", schedule.lead},
      {"grace", schedule.grace},
      {"early", schedule.early},
      {"margin", schedule.margin},
      {"max_shift", schedule.max_shift},
  }};
  for (const auto& [key, duration] : durations) {
    if (duration && duration->unit == Unit::business_day)
      problems.push_back({key, Severity::error, say<messages::schedule_business_days>(key),
                          say<messages::schedule_hint_durations>()});
  }
}

/// Watches are counted in elapsed time (section 9), so what they are compared with must have a
/// length of its own.
void check_watch(const Schedule& schedule, Problems& problems) {
  if (!schedule.max_shift)
    problems.push_back({"max_shift", Severity::warning, say<messages::schedule_max_shift_missing>(),
                        say<messages::schedule_hint_max_shift>()});
  const std::array<std::pair<const char*, std::optional<Duration>>, 3> durations = {
      {{"lead", schedule.lead}, {"grace", schedule.grace}, {"max_shift", schedule.max_shift}}};
  for (const auto& [key, duration] : durations) {
    if (duration && (duration->unit == Unit::month || duration->unit == Unit::year))
      problems.push_back({key, Severity::error,
                          say<messages::schedule_not_elapsed>(key, to_text(*duration)),
                          say<messages::schedule_hint_elapsed>()});
  }
}

void check_lengths(const Cycle& cycle, const Schedule& schedule, Problems& problems) {
  const SlotLength slot = slot_length(cycle);
  const auto fills = [&](const Duration& duration) {
    return duration.count != 0 && duration.unit != Unit::business_day && fills_slot(duration, slot);
  };
  if (fills(schedule.early))
    problems.push_back(
        {"early", Severity::error,
         say<messages::schedule_early_too_long>(to_text(schedule.early), to_text(cycle))});
  if (fills(schedule.grace))
    problems.push_back(
        {"grace", Severity::warning,
         say<messages::schedule_grace_too_long>(to_text(schedule.grace), to_text(cycle))});
}

void check_calendar(const Cycle& cycle, const Schedule& schedule, MonthDay fiscal_year_start,
                    Problems& problems) {
  // The fiscal year fixes the grid of quarters, so they take no anchor.
  if (cycle.every >= 2 && !schedule.anchor && cycle.unit != Cycle::Unit::quarter)
    problems.push_back({"anchor", Severity::error,
                        say<messages::schedule_anchor_missing>(to_text(cycle)),
                        say<messages::schedule_hint_anchor>()});
  if (schedule.arrears && schedule.due)
    problems.push_back({"due", Severity::warning, say<messages::schedule_due_beside_arrears>()});
  check_slots(cycle, schedule, fiscal_year_start, problems);
}

void check_rolling(const Cycle& cycle, const Schedule& schedule, Problems& problems) {
  const auto interval = rolling_interval(cycle);
  if (!interval) {
    problems.push_back({"cycle", Severity::error,
                        say<messages::schedule_interval_not_whole>(to_text(cycle)),
                        say<messages::schedule_hint_interval>()});
    return;
  }
  if (!schedule.tolerance_days) return;
  const Duration twice{2 * *schedule.tolerance_days, Unit::day};
  if (fills_slot(twice, slot_length(cycle)))
    problems.push_back(
        {"tolerance", Severity::error,
         say<messages::schedule_tolerance_too_long>(*schedule.tolerance_days, to_text(cycle))});
}

}  // namespace

bool key_applies(std::string_view key, const Cycle& cycle, Mode mode) {
  const bool calendar = mode == Mode::calendar;
  if (key == "lead" || key == "grace") return true;
  if (key == "mode") return cycle.kind == Cycle::Kind::frequency;
  if (key == "anchor") return calendar && cycle.unit != Cycle::Unit::quarter;
  if (key == "slots")
    return calendar && (cycle.unit == Cycle::Unit::day || cycle.unit == Cycle::Unit::year);
  if (key == "due") return calendar && cycle.count == 1;
  if (key == "days") return calendar && cycle.unit == Cycle::Unit::day;
  if (key == "arrears" || key == "early" || key == "catch_up") return calendar;
  if (key == "roll") return is_calendar_or_rolling(mode);
  if (key == "tolerance" || key == "margin" || key == "last_done") return mode == Mode::rolling;
  if (key == "within") return mode == Mode::on_demand;
  return key == "max_shift" && mode == Mode::continuous;
}

Problems check_schedule(const Cycle& cycle, const Schedule& schedule,
                        std::span<const std::string> written, MonthDay fiscal_year_start) {
  Problems problems;
  check_keys(cycle, schedule, written, problems);
  check_units(schedule, problems);
  const Mode mode = mode_of(cycle, schedule);
  if (mode == Mode::continuous) check_watch(schedule, problems);
  if (!is_calendar_or_rolling(mode)) return problems;
  check_lengths(cycle, schedule, problems);
  if (mode == Mode::calendar)
    check_calendar(cycle, schedule, fiscal_year_start, problems);
  else
    check_rolling(cycle, schedule, problems);
  return problems;
}

std::optional<ScheduleProblem> check_baseline(const Cycle& cycle, const Schedule& schedule) {
  if (mode_of(cycle, schedule) != Mode::rolling || schedule.last_done) return std::nullopt;
  const SlotLength slot = slot_length(cycle);
  if (slot.months < 12 * slot.parts && slot.days < 365 * slot.parts) return std::nullopt;
  return ScheduleProblem{"last_done", Severity::warning,
                         say<messages::schedule_baseline_missing>(to_text(cycle)),
                         say<messages::schedule_hint_baseline>()};
}

std::vector<TimetableProblem> check_timetable(const Timetable& timetable,
                                              std::optional<Date> site_from) {
  std::vector<TimetableProblem> problems;
  std::optional<Date> latest = site_from;
  for (std::size_t i = 0; i < timetable.versions.size(); ++i) {
    const auto from = timetable.versions[i].effective_from;
    if (i > 0 && (!from || (latest && *from <= *latest)))
      problems.push_back(
          {i,
           {"effective_from", Severity::error, say<messages::schedule_versions_not_ascending>(),
            say<messages::schedule_hint_versions>()}});
    if (from) latest = from;
  }
  const std::size_t last = timetable.versions.size() - 1;
  if (timetable.effective_until && latest && *timetable.effective_until <= *latest)
    problems.push_back({last,
                        {"effective_until", Severity::error,
                         say<messages::schedule_until_too_early>(
                             to_text(*timetable.effective_until), to_text(*latest))}});
  for (const Suspension& suspension : timetable.suspensions) {
    if (suspension.from >= suspension.to)
      problems.push_back({last,
                          {"suspend", Severity::error,
                           say<messages::schedule_suspension_empty>(to_text(suspension.from),
                                                                    to_text(suspension.to)),
                           say<messages::schedule_hint_suspension>()}});
  }
  return problems;
}

}  // namespace opsctl
