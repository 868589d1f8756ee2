// Random items with random histories, the same in every run, and their text for a failing test.
#pragma once

#include <random>

#include <fmt/format.h>

#include "model/owed.h"
#include "model/slot_key.h"
#include "schedule_support.h"

namespace opsctl::testing {

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  /// 0 to count - 1. Not a standard distribution: those differ between libraries.
  int below(int count) { return static_cast<int>(engine_() % static_cast<unsigned>(count)); }
  bool chance(int percent) { return below(100) < percent; }
  template <class T>
  T one_of(std::initializer_list<T> items) {
    return items.begin()[below(static_cast<int>(items.size()))];
  }

 private:
  std::mt19937 engine_;
};

struct Case {
  Timetable timetable;
  SiteCalendar site;
  std::vector<Execution> history;
  Instant now{};
};

struct Shape {
  bool versions = true;
  bool keys = true;  // facts that name their occurrence, waivers
  bool rolling = true;
  bool each = true;
};

inline Duration random_duration(Random& random, std::initializer_list<const char*> texts) {
  return duration_of(random.one_of(texts));
}

inline bool is_daily(const Cycle& cycle) { return cycle.unit == Cycle::Unit::day; }
inline bool is_weekly(const Cycle& cycle) { return cycle.unit == Cycle::Unit::week; }

inline void set_deadline(Random& random, const Cycle& cycle, Schedule& schedule) {
  if (cycle.count != 1 || random.chance(50)) return;
  switch (cycle.unit) {
    case Cycle::Unit::day:
      schedule.due = TimeOfDay(std::chrono::minutes(30 * (1 + random.below(48))));
      break;
    case Cycle::Unit::week: {
      WeekdayTime weekday{std::chrono::weekday(static_cast<unsigned>(random.below(7))), {}};
      if (random.chance(50)) weekday.time = std::chrono::hours(1 + random.below(24));
      schedule.due = weekday;
      break;
    }
    case Cycle::Unit::month:
    case Cycle::Unit::quarter:
      schedule.due = DayOfMonth{random.below(32)};
      break;
    case Cycle::Unit::year:
      schedule.due = std::chrono::month_day(std::chrono::month(1 + unsigned(random.below(12))),
                                            std::chrono::day(1 + unsigned(random.below(29))));
      break;
  }
}

inline void set_slots(Random& random, const Cycle& cycle, Schedule& schedule) {
  if (cycle != cycle_of("2/D") || random.chance(60)) return;
  using std::chrono::hours;
  schedule.slots = {{"a", TimeOfDay(hours(random.below(4))), TimeOfDay(hours(5 + random.below(5)))},
                    {"b", TimeOfDay(hours(10 + random.below(8))), TimeOfDay(hours(19))}};
}

inline Schedule random_calendar(Random& random, const Cycle& cycle, bool each) {
  Schedule schedule;
  schedule.mode = Mode::calendar;
  const bool short_slot = is_daily(cycle);
  if (cycle.every > 1 && cycle.unit != Cycle::Unit::quarter)
    schedule.anchor = date_of("2000-01-31") + std::chrono::days(random.below(4000));
  set_slots(random, cycle, schedule);
  if (schedule.slots.empty()) set_deadline(random, cycle, schedule);
  const bool whole_days = cycle.count == 1 || !(is_daily(cycle) || is_weekly(cycle));
  if (whole_days && random.chance(40))
    schedule.roll = random.one_of({Roll::preceding, Roll::following, Roll::modified});
  if (!schedule.due && random.chance(20))
    schedule.arrears = short_slot ? random_duration(random, {"6h", "2d", "1d", "90min"})
                                  : random_duration(random, {"10d", "1mo", "2w", "12h"});
  if (is_daily(cycle) && random.chance(25)) {
    schedule.days.business_only = random.chance(50);
    schedule.days.weekdays[static_cast<std::size_t>(random.below(7))] = false;
  }
  if (random.chance(40))
    schedule.grace = short_slot ? random_duration(random, {"30min", "2h", "9h", "1d"})
                                : random_duration(random, {"1d", "3d", "12h", "1w"});
  if (random.chance(25))
    schedule.early = short_slot ? random_duration(random, {"15min", "40min"})
                                : random_duration(random, {"1d", "36h", "2d"});
  if (random.chance(30)) schedule.lead = random_duration(random, {"2h", "1d", "10d", "1mo"});
  if (each && random.chance(30)) schedule.catch_up = CatchUp::each;
  return schedule;
}

inline Schedule random_rolling(Random& random, const Cycle& cycle, Date from) {
  Schedule schedule;
  schedule.mode = Mode::rolling;
  const bool is_short = is_daily(cycle);
  if (random.chance(50)) schedule.last_done = from - std::chrono::days(random.below(400));
  if (!is_short && random.chance(40))
    schedule.tolerance_days = 1 + random.below(2);
  else if (random.chance(40))
    schedule.roll = random.one_of({Roll::preceding, Roll::following});
  if (random.chance(40)) schedule.grace = random_duration(random, {"6h", "1d", "3d"});
  if (!is_short && random.chance(40)) schedule.lead = random_duration(random, {"1d", "36h", "2d"});
  if (random.chance(30)) schedule.margin = random_duration(random, {"1d", "3d", "12h"});
  return schedule;
}

inline ScheduleVersion random_version(Random& random, Date from, const Shape& shape) {
  if (shape.rolling && random.chance(25)) {
    const Cycle cycle = cycle_of(
        random.one_of({"1/D", "1/3D", "1/W", "1/2W", "1/M", "2/M", "1/Q", "2/Y", "1/Y", "1/5Y"}));
    const Cycle whole = cycle == cycle_of("2/M") ? cycle_of("1/M") : cycle;
    return {from, whole, random_rolling(random, whole, from)};
  }
  const Cycle cycle =
      cycle_of(random.one_of({"1/D",  "1/D", "1/D", "2/D",  "2/D", "3/D", "24/D", "1/2D", "2/3D",
                              "1/W",  "1/W", "2/W", "1/2W", "1/M", "1/M", "2/M",  "3/M",  "5/M",
                              "1/2M", "1/Q", "3/Q", "1/2Q", "1/Y", "2/Y", "4/Y",  "12/Y", "1/2Y"}));
  return {from, cycle, random_calendar(random, cycle, shape.each)};
}

/// How many days of the item's life are worth looking at: some tens of occurrences.
inline int life_of(const Cycle& cycle) {
  if (is_daily(cycle)) return cycle.count > 3 ? 20 : 60;
  if (is_weekly(cycle)) return 250;
  return cycle.unit == Cycle::Unit::month ? 700 : 2000;
}

struct Place {
  const char* zone;
  const char* around;  // where something happens to its clocks
};

inline Case random_case(Random& random, const Shape& shape = {}) {
  const Place place = random.one_of<Place>({{"Asia/Tokyo", "2026-12-20"},
                                            {"America/New_York", "2026-03-08"},
                                            {"America/New_York", "2026-11-01"},
                                            {"America/Sao_Paulo", "2018-11-04"},
                                            {"Pacific/Apia", "2011-12-30"},
                                            {"Europe/London", "2026-10-25"},
                                            {"Australia/Lord_Howe", "2026-04-05"},
                                            {"America/St_Johns", "2006-10-29"}});
  const Date middle = date_of(place.around);
  ScheduleVersion first = random_version(random, middle, shape);
  const int life = life_of(first.cycle);
  const Date from = middle - std::chrono::days(life / 4 + random.below(life / 2));
  first.effective_from = from;
  // A seed is the past.
  if (auto& seed = first.schedule.last_done) *seed -= middle - from + std::chrono::days(life / 20);

  Case it{{{first}, std::nullopt, {}}, site_of(place.zone, "2000-01-01"), {}, {}};
  if (random.chance(20)) it.site.fiscal_year_start = std::chrono::January / 1;
  if (random.chance(20)) it.site.week_start = std::chrono::Sunday;
  if (shape.versions && random.chance(30))
    it.timetable.versions.push_back(
        random_version(random, from + std::chrono::days(1 + random.below(life)), shape));
  if (random.chance(15))
    it.timetable.effective_until = from + std::chrono::days(random.below(life));
  if (random.chance(30)) {
    const Date pause = from + std::chrono::days(random.below(life));
    it.timetable.suspensions = {{pause, pause + std::chrono::days(1 + random.below(life / 4)), ""}};
  }

  const auto moment = [&] {
    const auto time = random.chance(30) ? 1800 * random.below(48) : random.below(86400);
    const int day = random.below(life) - life / 20;
    return it.site.zone.instant_of(LocalTime(from + std::chrono::days(day)) +
                                   std::chrono::seconds(time));
  };
  it.now = moment();
  for (int i = random.chance(25) ? 0 : random.below(12); i > 0; --i) {
    Execution fact;
    fact.performed_at = moment();
    fact.seq = i;
    if (shape.keys && random.chance(15)) {
      const OwedLine line(it.timetable, it.site, it.now);
      if (!line.versions().empty()) {
        const std::size_t v = static_cast<std::size_t>(random.below(int(line.versions().size())));
        const SlotGrid& grid = line.versions()[v].rule.grid;
        const Instant near = it.now + std::chrono::days(random.below(200) - 100);
        fact.for_key =
            slot_key(grid, slot_at(grid, is_daily(grid.cycle) ? near : moment(), it.site.zone));
        fact.kind = random.chance(40) ? Execution::Kind::waived : Execution::Kind::done;
      }
    }
    if (random.chance(10)) fact.valid_until = from + std::chrono::days(random.below(2 * life));
    if (shape.keys && random.chance(5)) {
      fact.kind = Execution::Kind::waived;
      fact.until = from + std::chrono::days(random.below(life));
    }
    it.history.push_back(fact);
  }
  return it;
}

// --- as text

inline std::string text_of(const std::optional<Instant>& instant, const Zone& zone) {
  return instant ? to_rfc3339(*instant, zone) : "-";
}

inline std::string text_of(const Standing& standing, const Zone& zone) {
  std::string warnings;
  for (const DueWarning warning : standing.warnings)
    warnings += fmt::format(" {}", name_of(warning));
  return fmt::format(
      "{} {} '{}' key={} open={} from={} due={} overdue={} last={} next={} {} {}({}){}",
      name_of(standing.mode), name_of(standing.state), name_of(standing.reason), standing.key,
      text_of(standing.open, zone), text_of(standing.due_from, zone), text_of(standing.due, zone),
      text_of(standing.overdue_at, zone), text_of(standing.last_done, zone), standing.next_key,
      text_of(standing.next_due, zone), standing.outstanding, standing.missed, warnings);
}

struct DeadlineText {
  std::string operator()(TimeOfDay time) const { return fmt::format("{}s", time.count()); }
  std::string operator()(const WeekdayTime& day) const {
    return fmt::format("weekday {} {}s", day.day.c_encoding(),
                       day.time.value_or(TimeOfDay(-1)).count());
  }
  std::string operator()(DayOfMonth day) const { return fmt::format("day {}", day.day); }
  std::string operator()(MonthDay day) const {
    return fmt::format("{:02}-{:02}", unsigned(day.month()), unsigned(day.day()));
  }
};

inline std::string text_of(const Schedule& schedule) {
  const auto optional = [](const char* name, const auto& value) {
    return value ? fmt::format(" {}={}", name, to_text(*value)) : std::string();
  };
  std::string text = schedule.mode == Mode::rolling ? "rolling" : "calendar";
  text += optional("anchor", schedule.anchor) + optional("arrears", schedule.arrears) +
          optional("lead", schedule.lead) + optional("last_done", schedule.last_done);
  if (schedule.due) text += " due=" + std::visit(DeadlineText{}, *schedule.due);
  for (const Slot& slot : schedule.slots)
    text += fmt::format(" slot={}s-{}s", std::get<TimeOfDay>(slot.from).count(),
                        std::get<TimeOfDay>(slot.due).count());
  text += fmt::format(" roll={} grace={} early={} margin={}", int(schedule.roll),
                      to_text(schedule.grace), to_text(schedule.early), to_text(schedule.margin));
  if (schedule.tolerance_days) text += fmt::format(" tolerance={}", *schedule.tolerance_days);
  if (schedule.catch_up == CatchUp::each) text += " each";
  if (schedule.days.business_only) text += " business";
  for (std::size_t i = 0; i < 7; ++i) {
    if (!schedule.days.weekdays[i]) text += fmt::format(" not-on={}", i);
  }
  return text;
}

inline std::string text_of(const Case& it) {
  const Zone& zone = it.site.zone;
  std::string text = fmt::format("{} fiscal={:02} week={} now={}\n", zone.name(),
                                 unsigned(it.site.fiscal_year_start.month()),
                                 it.site.week_start.c_encoding(), to_rfc3339(it.now, zone));
  for (const ScheduleVersion& version : it.timetable.versions)
    text += fmt::format("  from {}: {} {}\n", to_text(*version.effective_from),
                        to_text(version.cycle), text_of(version.schedule));
  if (it.timetable.effective_until)
    text += fmt::format("  until {}\n", to_text(*it.timetable.effective_until));
  for (const Suspension& suspension : it.timetable.suspensions)
    text += fmt::format("  suspend {} to {}\n", to_text(suspension.from), to_text(suspension.to));
  for (const Execution& fact : it.history) {
    text += fmt::format("  {} {} #{} {}", fact.kind == Execution::Kind::done ? "done" : "waived",
                        to_rfc3339(fact.performed_at, zone), fact.seq, fact.for_key);
    if (fact.valid_until) text += " valid-until " + to_text(std::get<Date>(*fact.valid_until));
    if (fact.until) text += " until " + to_text(*fact.until);
    text += "\n";
  }
  return text;
}

inline Standing evaluate(const Case& it) {
  return opsctl::evaluate(it.timetable, it.site, {it.history}, it.now);
}

}  // namespace opsctl::testing
