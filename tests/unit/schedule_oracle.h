// The rules of calendar mode once more, word by word and without a thought for speed: every owed
// occurrence is listed, every execution looks at all of them. evaluate() must agree.
#pragma once

#include <algorithm>

#include "schedule_cases.h"

namespace opsctl::testing {

class Oracle {
 public:
  explicit Oracle(const Case& it) : case_(it) {
    for (std::size_t v = 0; v < it.timetable.versions.size(); ++v) list_version(v);
    std::ranges::stable_sort(all_, {}, [](const Entry& entry) { return entry.it.due; });
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const bool last = i + 1 == all_.size();
      all_[i].cutoff =
          last || all_[i].each ? Instant::max() : std::max(all_[i].it.overdue, all_[i + 1].it.open);
    }
    attribute();
  }

  /// State, focus, outstanding and missed, as text.
  std::string answer() const {
    const Instant now = case_.now;
    std::vector<const Entry*> overdue;
    const Entry* ahead = nullptr;
    const Entry* latest = nullptr;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Entry& entry = all_[i];
      if (!in_group(entry.version)) continue;
      if (entry.it.start <= now) latest = &entry;
      if (entry.settled) continue;
      if (entry.it.overdue > now) {
        if (ahead == nullptr) ahead = &entry;
      } else if (entry.each || !cleared(i)) {
        overdue.push_back(&entry);
      }
    }
    if (!overdue.empty()) {
      const auto missed =
          std::ranges::count_if(overdue, [&](const Entry* entry) { return entry->cutoff <= now; });
      return text("overdue", overdue.front(), overdue.size(), missed);
    }
    if (ahead != nullptr && now >= ahead->it.due) return text("late", ahead, 0, 0);
    if (ahead != nullptr && now >= ahead->due_from) return text("due", ahead, 0, 0);
    if (latest != nullptr && latest->settled) return text("done", ahead, 0, 0);
    return text(ahead == nullptr ? "not-scheduled" : "upcoming", ahead, 0, 0);
  }

 private:
  struct Entry {
    std::size_t version = 0;
    Occurrence it;
    Instant due_from{};
    Instant cutoff{};
    std::string key;
    bool each = false;
    std::optional<Execution> settled;
  };

  Mode mode(std::size_t v) const {
    const ScheduleVersion& version = case_.timetable.versions[v];
    return mode_of(version.cycle, version.schedule);
  }

  void list_version(std::size_t v) {
    const ScheduleVersion& version = case_.timetable.versions[v];
    if (mode(v) != Mode::calendar) return;
    const CalendarRule rule = calendar_rule(version, case_.site);
    const Zone& zone = case_.site.zone;
    const Instant from = zone.start_of(*version.effective_from);
    Instant end = std::max(from, case_.now);
    for (const Suspension& pause : case_.timetable.suspensions)
      end = std::max(end, zone.start_of(pause.to));
    end += std::chrono::days(version.cycle.unit == Cycle::Unit::day ? 120 : 4000);
    const std::int64_t n = version.cycle.count;
    for (std::int64_t i = slot_at(rule.grid, from, zone) - 3 * n;
         i <= slot_at(rule.grid, end, zone); ++i) {
      const auto it = occurrence_at(rule, i);
      if (it && is_owed(v, rule, i, *it))
        all_.push_back({v,
                        *it,
                        due_from(rule, *it),
                        {},
                        slot_key(rule.grid, i),
                        version.schedule.catch_up == CatchUp::each,
                        std::nullopt});
    }
  }

  bool is_owed(std::size_t v, const CalendarRule& rule, std::int64_t i,
               const Occurrence& it) const {
    const Zone& zone = case_.site.zone;
    const auto& versions = case_.timetable.versions;
    const Instant from = zone.start_of(*versions[v].effective_from);
    if (it.due <= from || it.slot_end <= from) return false;
    if (v + 1 < versions.size() && it.due > zone.start_of(*versions[v + 1].effective_from))
      return false;
    const auto& until = case_.timetable.effective_until;
    if (until && it.due > zone.start_of(*until)) return false;
    for (const Suspension& pause : case_.timetable.suspensions) {
      if (it.due > zone.start_of(pause.from) && it.due <= zone.start_of(pause.to)) return false;
    }
    if (versions[v].cycle.unit != Cycle::Unit::day) return true;
    const Date day = std::chrono::floor<std::chrono::days>(slot_start(rule.grid, i));
    const DayFilter& days = rule.schedule.days;
    return days.weekdays[std::chrono::weekday(day).c_encoding()] &&
           (!days.business_only || is_business_day(day, case_.site.holidays));
  }

  void attribute() {
    std::vector<Execution> facts = case_.history;
    std::erase_if(facts, [&](const Execution& fact) { return fact.performed_at > case_.now; });
    std::ranges::sort(facts, {},
                      [](const Execution& fact) { return std::pair(fact.performed_at, fact.seq); });
    for (const Execution& fact : facts) {
      for (Entry& entry : all_) {
        const bool named = !fact.for_key.empty() && entry.key == fact.for_key;
        const bool in_window = fact.for_key.empty() && fact.kind == Execution::Kind::done &&
                               entry.it.open <= fact.performed_at &&
                               fact.performed_at < entry.cutoff;
        if (entry.settled || !(named || in_window)) continue;
        entry.settled = fact;
        break;
      }
    }
  }

  bool cleared(std::size_t i) const {
    return std::any_of(all_.begin() + std::ptrdiff_t(i) + 1, all_.end(), [&](const Entry& later) {
      return later.settled && later.settled->kind == Execution::Kind::done &&
             later.settled->performed_at >= all_[i].it.overdue;
    });
  }

  /// Of the unbroken row of calendar versions around the present one.
  bool in_group(std::size_t v) const {
    std::size_t present = case_.timetable.versions.size() - 1;
    const auto from = [&](std::size_t i) {
      return case_.site.zone.start_of(*case_.timetable.versions[i].effective_from);
    };
    while (present > 0 && from(present) > case_.now) --present;
    for (std::size_t i = std::min(v, present); i <= std::max(v, present); ++i) {
      if (mode(i) != Mode::calendar) return false;
    }
    return true;
  }

  static std::string text(const char* state, const Entry* focus, std::size_t outstanding,
                          std::ptrdiff_t missed) {
    return fmt::format("{} {} {} ({})", state, focus == nullptr ? "" : focus->key, outstanding,
                       missed);
  }

  const Case& case_;
  std::vector<Entry> all_;
};

}  // namespace opsctl::testing
