#include "render/schedule_words.h"

#include <array>

#include <fmt/format.h>

#include "base/messages/words.h"
#include "base/text.h"
#include "model/due.h"

namespace opsctl::render {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"sun", "mon", "tue", "wed",
                                                       "thu", "fri", "sat"};

std::string text_of(TimeOfDay time) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time).count();
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string text_of(MonthDay date) {
  return fmt::format("{:02}-{:02}", static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string text_of(const WeekdayTime& when) {
  std::string out(kWeekdays.at(when.day.c_encoding()));
  return when.time ? out + " " + text_of(*when.time) : out;
}

std::string text_of(DayOfMonth day) { return day.day == 0 ? "last" : std::to_string(day.day); }

template <class... Kinds>
std::string text_of(const std::variant<Kinds...>& value) {
  return std::visit([](const auto& kind) { return text_of(kind); }, value);
}

std::string text_of(const std::vector<Slot>& slots) {
  std::vector<std::string> parts;
  for (const Slot& slot : slots)
    parts.push_back(trim(slot.name + " " + text_of(slot.from) + "–" + text_of(slot.due)));
  return join(parts, ", ");
}

/// Empty for "all", which is not written.
std::string text_of(const DayFilter& days) {
  if (days.business_only) return "business";
  std::vector<std::string> names;
  for (std::size_t i = 1; i <= 7; ++i) {
    if (days.weekdays.at(i % 7)) names.emplace_back(kWeekdays.at(i % 7));
  }
  if (names.size() == 7) return "";
  const bool weekend = days.weekdays[0] || days.weekdays[6];
  return names.size() == 5 && !weekend ? "weekdays" : join(names, ", ");
}

std::string text_of(Roll roll) {
  switch (roll) {
    case Roll::none:
      break;
    case Roll::preceding:
      return "preceding";
    case Roll::following:
      return "following";
    case Roll::modified:
      return "modified";
  }
  return "";
}

std::string text_of(Date date) { return to_text(date); }
std::string text_of(int days) { return std::to_string(days) + "d"; }
std::string text_of(const Duration& duration) {
  return duration.count == 0 ? "" : to_text(duration);
}

template <class Value>
std::string text_of(const std::optional<Value>& value) {
  return value ? text_of(*value) : "";
}

/// Collects the keys that have a value.
struct Keys {
  std::vector<ScheduleKey> found;

  void add(const char* key, std::string value, Message meaning) {
    if (!value.empty()) found.push_back({key, std::move(value), std::move(meaning)});
  }
};

}  // namespace

std::vector<ScheduleKey> keys_of(const ScheduleVersion& version) {
  const Schedule& schedule = version.schedule;
  Keys keys;
  keys.add("effective_from", text_of(version.effective_from), say<messages::key_effective_from>());
  keys.add("mode", schedule.mode ? std::string(name_of(*schedule.mode)) : "",
           say<messages::key_mode>());
  keys.add("anchor", text_of(schedule.anchor), say<messages::key_anchor>());
  keys.add("slots", text_of(schedule.slots), say<messages::key_slots>());
  keys.add("due", text_of(schedule.due), say<messages::key_due>());
  keys.add("arrears", text_of(schedule.arrears), say<messages::key_arrears>());
  keys.add("days", text_of(schedule.days), say<messages::key_days>());
  keys.add("roll", text_of(schedule.roll), say<messages::key_roll>());
  keys.add("lead", text_of(schedule.lead), say<messages::key_lead>());
  keys.add("grace", text_of(schedule.grace), say<messages::key_grace>());
  keys.add("early", text_of(schedule.early), say<messages::key_early>());
  keys.add("catch_up", schedule.catch_up == CatchUp::each ? "each" : "",
           say<messages::key_catch_up>());
  keys.add("tolerance", text_of(schedule.tolerance_days), say<messages::key_tolerance>());
  keys.add("margin", text_of(schedule.margin), say<messages::key_margin>());
  keys.add("last_done", text_of(schedule.last_done), say<messages::key_last_done>());
  keys.add("within", text_of(schedule.within), say<messages::key_within>());
  keys.add("max_shift", text_of(schedule.max_shift), say<messages::key_max_shift>());
  return keys.found;
}

std::vector<ScheduleKey> keys_of(const Timetable& timetable) {
  Keys keys;
  keys.add("effective_until", text_of(timetable.effective_until),
           say<messages::key_effective_until>());
  std::vector<std::string> pauses;
  for (const Suspension& pause : timetable.suspensions)
    pauses.push_back(trim(to_text(pause.from) + "–" + to_text(pause.to) + " " + pause.reason));
  keys.add("suspend", join(pauses, ", "), say<messages::key_suspend>());
  return keys.found;
}

}  // namespace opsctl::render
