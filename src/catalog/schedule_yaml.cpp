#include "catalog/schedule_yaml.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/messages/catalog.h"
#include "catalog/schedule_words.h"
#include "model/schedule_check.h"

namespace opsctl {
namespace {

const std::vector<std::string> kModes = {"calendar", "rolling"};
const std::vector<std::string> kRolls = {"none", "preceding", "following", "modified"};
const std::vector<std::string> kCatchUps = {"coalesce", "each"};

Message date_wanted() { return say<messages::a_date>(); }

std::optional<Date> date(MapReader& map, std::string_view key) {
  return map.parsed(key, parse_date, date_wanted());
}

std::optional<Duration> duration(MapReader& map, std::string_view key) {
  return map.parsed(key, parse_plain_duration, say<messages::a_duration>());
}

std::optional<Cycle> read_cycle(MapReader& map) {
  const auto text = map.text_value("cycle");
  if (!text) return std::nullopt;
  const auto parsed = parse_cycle(text->text);
  if (const auto* cycle = std::get_if<Cycle>(&parsed)) return *cycle;
  const auto& refusal = std::get<Refusal>(parsed);
  map.error(*text->node, refusal.what, refusal.hint);
  return std::nullopt;
}

std::optional<Slot> read_slot(MapReader& map) {
  map.expect_keys({"from", "due"}, {"name"});
  const auto wanted = say<messages::a_slot_end>();
  const auto from = map.parsed("from", parse_slot_end, wanted);
  const auto due = map.parsed("due", parse_slot_end, wanted);
  const std::string name = map.text("name");
  if (!from || !due) return std::nullopt;
  if (from->index() != due->index()) {
    map.error("due", say<messages::slot_mixed>());
    return std::nullopt;
  }
  return Slot{name, *from, *due};
}

DayFilter read_day_list(MapReader& map) {
  DayFilter filter;
  filter.weekdays = {};
  const auto days = map.texts("days");
  expect_unique(map, days);
  for (const TextValue& value : days) {
    const auto day = map.parsed_text(value, parse_weekday, say<messages::a_weekday>());
    if (day) filter.weekdays.at(day->c_encoding()) = true;
  }
  map.expect_entries("days", 1);
  return filter;
}

DayFilter read_days(MapReader& map) {
  const auto found = std::ranges::find_if(
      map.node().entries, [](const YamlEntry& entry) { return entry.key.text == "days"; });
  if (found == map.node().entries.end()) return {};
  if (found->value.kind == YamlNode::Kind::list) return read_day_list(map);
  const auto parse = [](std::string_view text) -> std::optional<DayFilter> {
    DayFilter filter;
    if (text == "all") return filter;
    if (text == "weekdays")
      filter.weekdays = {false, true, true, true, true, true, false};
    else if (text == "business")
      filter.business_only = true;
    else
      return std::nullopt;
    return filter;
  };
  return map.parsed("days", parse, say<messages::a_day_filter>()).value_or(DayFilter{});
}

/// Where a problem of the schedule is told: at its key under `schedule:`, at one of the item's own
/// keys, or at the version's beginning.
void tell(MapReader& item, const ScheduleProblem& problem) {
  auto schedule = item.map("schedule");
  MapReader& holder = schedule && schedule->has(problem.key) ? *schedule : item;
  const std::string key = holder.has(problem.key) ? problem.key
                          : item.has("schedule")  ? "schedule"
                                                  : "cycle";
  holder.tell_at_key(problem.severity, key, problem.message, problem.hint);
}

Schedule read_schedule(MapReader map) {
  map.expect_keys(
      {}, {"mode", "anchor", "slots", "due", "arrears", "days", "roll", "lead", "grace", "early",
           "catch_up", "tolerance", "margin", "last_done", "within", "max_shift"});
  Schedule schedule;
  const auto mode = map.word("mode", kModes);
  if (mode) schedule.mode = *mode == 0 ? Mode::calendar : Mode::rolling;
  schedule.anchor = date(map, "anchor");
  for (MapReader& slot : map.maps("slots")) {
    if (auto read = read_slot(slot)) schedule.slots.push_back(std::move(*read));
  }
  schedule.due = map.parsed("due", parse_deadline, say<messages::a_deadline>());
  schedule.arrears = duration(map, "arrears");
  schedule.days = read_days(map);
  schedule.roll = static_cast<Roll>(map.word("roll", kRolls).value_or(0));
  schedule.lead = duration(map, "lead");
  schedule.grace = duration(map, "grace").value_or(Duration{});
  schedule.early = duration(map, "early").value_or(Duration{});
  schedule.catch_up = static_cast<CatchUp>(map.word("catch_up", kCatchUps).value_or(0));
  schedule.tolerance_days = map.parsed("tolerance", parse_days, say<messages::a_day_count>());
  schedule.margin = duration(map, "margin").value_or(Duration{});
  schedule.last_done = date(map, "last_done");
  schedule.within = map.parsed("within", parse_duration, say<messages::a_duration_or_bd>());
  schedule.max_shift = duration(map, "max_shift");
  return schedule;
}

std::vector<std::string> written_keys(MapReader& item) {
  std::vector<std::string> keys;
  const auto schedule = item.map("schedule");
  if (!schedule) return keys;
  for (const YamlEntry& entry : schedule->node().entries) keys.push_back(entry.key.text);
  return keys;
}

ScheduleVersion read_version(MapReader& map, MonthDay fiscal_year_start) {
  const std::size_t before = map.reading().complaints();
  ScheduleVersion version;
  version.effective_from = date(map, "effective_from");
  version.cycle = read_cycle(map).value_or(Cycle{});
  if (const auto schedule = map.map("schedule")) version.schedule = read_schedule(*schedule);
  // What was not read right cannot be checked: the same mistake would be told twice.
  if (map.reading().complaints() != before || !map.has("cycle")) return version;
  const auto written = written_keys(map);
  for (const ScheduleProblem& problem :
       check_schedule(version.cycle, version.schedule, written, fiscal_year_start))
    tell(map, problem);
  return version;
}

Suspension read_suspension(MapReader& map) {
  map.expect_keys({"from", "to", "reason"});
  return {date(map, "from").value_or(Date{}), date(map, "to").value_or(Date{}), map.text("reason")};
}

}  // namespace

Timetable read_timetable(MapReader& item, MonthDay fiscal_year_start,
                         std::optional<Date> site_from) {
  const std::size_t before = item.reading().complaints();
  Timetable timetable;
  timetable.versions.push_back(read_version(item, fiscal_year_start));
  std::vector<MapReader> later = item.maps("versions");
  for (MapReader& map : later) {
    map.expect_keys({"effective_from", "cycle"}, {"schedule"});
    timetable.versions.push_back(read_version(map, fiscal_year_start));
  }
  timetable.effective_until = date(item, "effective_until");
  for (MapReader& map : item.maps("suspend")) timetable.suspensions.push_back(read_suspension(map));
  if (item.reading().complaints() != before) return timetable;
  for (const auto& [version, problem] : check_timetable(timetable, site_from)) {
    const bool of_item = version == 0 || problem.key != "effective_from";
    tell(of_item ? item : later.at(version - 1), problem);
  }
  return timetable;
}

}  // namespace opsctl
