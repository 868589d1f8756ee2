#include <catch2/catch.hpp>

#include "render/schedule_words.h"
#include "render/words.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;
using namespace std::chrono_literals;

namespace {

const Look kJa{Language::ja};
const Look kEn{Language::en};

}  // namespace

TEST_CASE("spans are told in their two largest units") {
  CHECK(span_words(53h, kJa) == "2日5時間");
  CHECK(span_words(53h, kEn) == "2 days 5 hours");
  CHECK(span_words(-53h, kEn) == "2 days 5 hours");
  CHECK(span_words(72h, kJa) == "3日");
  CHECK(span_words(25h, kEn) == "1 day 1 hour");
  CHECK(span_words(61min, kEn) == "1 hour 1 minute");
  CHECK(span_words(90min, kJa) == "1時間30分");
  CHECK(span_words(59s, kEn) == "less than a minute");
  CHECK(span_words(0s, kJa) == "1分未満");
  CHECK(span_words(241h, kEn) == "10 days");
}

TEST_CASE("cycles are told in words") {
  using Unit = Cycle::Unit;
  const auto frequency = [](int count, int every, Unit unit) {
    return Cycle{Cycle::Kind::frequency, count, every, unit};
  };
  CHECK(cycle_words(frequency(1, 1, Unit::day), kEn) == "once a day");
  CHECK(cycle_words(frequency(2, 1, Unit::day), kJa) == "1日に2回");
  CHECK(cycle_words(frequency(2, 1, Unit::year), kEn) == "twice a year");
  CHECK(cycle_words(frequency(1, 5, Unit::year), kEn) == "once in 5 years");
  CHECK(cycle_words(frequency(1, 5, Unit::year), kJa) == "5年に1回");
  CHECK(cycle_words(frequency(3, 1, Unit::month), kEn) == "3 times a month");
  CHECK(cycle_words(frequency(1, 1, Unit::week), kJa) == "1週間に1回");
  CHECK(cycle_words(frequency(1, 2, Unit::quarter), kJa) == "2四半期に1回");
  CHECK(cycle_words(Cycle{}, kEn) == "on demand");
  CHECK(cycle_words({Cycle::Kind::continuous}, kJa) == "24時間連続");
}

TEST_CASE("every state, reason and warning has its words") {
  CHECK(state_word(ItemState::overdue, kJa) == "期限超過");
  CHECK(state_word(ItemState::late, kEn) == "late");
  CHECK(state_word(ItemState::due, kJa) == "要実施");
  CHECK(state_word(ItemState::upcoming, kEn) == "upcoming");
  CHECK(state_word(ItemState::done, kJa) == "実施済み");
  CHECK(state_word(ItemState::covered, kEn) == "covered");
  CHECK(state_word(ItemState::not_scheduled, kJa) == "予定なし");
  CHECK(reason_word(StateReason::none, kEn).empty());
  CHECK(reason_word(StateReason::not_yet_effective, kJa) == "適用開始前");
  CHECK(reason_word(StateReason::ended, kEn) == "ended");
  CHECK(warning_word(DueWarning::expired, kJa) == "有効期限切れ");
  CHECK(warning_word(DueWarning::future_execution, kEn) == "a record lies in the future");
}

TEST_CASE("a party is called by its function where only it has that function") {
  const auto parties = sample_parties();
  CHECK(short_name(parties, parties[6]) == "運用作業");
  CHECK(short_name(parties, parties[9]) == "支払基金・国保中央会 担当者");
  CHECK(full_name(parties, "ops") == "運用業者 運用作業");
  CHECK(full_name(parties, "nobody") == "nobody");
}

TEST_CASE("an item is called by its number unless two sheets have it") {
  Catalog catalog = sample_catalog();
  CHECK(item_name(catalog, catalog.runbooks[2]) == "49");
  Runbook twin = catalog.runbooks[2];
  twin.id = "chg-49";
  catalog.runbooks.push_back(twin);
  CHECK(item_name(catalog, catalog.runbooks[2]) == "inc-49");
}

TEST_CASE("the keys of a schedule are shown as they are written") {
  using namespace std::chrono;
  ScheduleVersion version;
  version.effective_from = local_days{2026y / 4 / 1};
  Schedule& schedule = version.schedule;
  schedule.mode = Mode::rolling;
  schedule.slots = {{"朝", TimeOfDay(0h), TimeOfDay(12h)}, {"", April / 1, September / 30}};
  schedule.due = WeekdayTime{Friday, 17h};
  schedule.days.weekdays = {false, true, true, true, true, true, false};
  schedule.roll = Roll::preceding;
  schedule.lead = Duration{45, Duration::Unit::day};
  schedule.grace = {6, Duration::Unit::hour};
  schedule.catch_up = CatchUp::each;
  schedule.tolerance_days = 3;
  schedule.last_done = local_days{2025y / 12 / 10};
  std::string told;
  for (const ScheduleKey& key : keys_of(version))
    told += key.key + " = " + key.value + " / " + to_text(key.meaning, Language::ja) + "\n";
  CHECK(told ==
        "effective_from = 2026-04-01 / 適用開始\n"
        "mode = rolling / 数え方\n"
        "slots = 朝 00:00–12:00, 04-01–09-30 / 実施枠\n"
        "due = fri 17:00 / 期限\n"
        "days = weekdays / 対象日\n"
        "roll = preceding / 休日に当たるとき\n"
        "lead = 45d / 予告\n"
        "grace = 6h / 猶予\n"
        "catch_up = each / 未実施の扱い\n"
        "tolerance = 3d / 許容するずれ\n"
        "last_done = 2025-12-10 / 前回の実施日\n");
  schedule = {};
  schedule.due = DayOfMonth{0};
  schedule.days.weekdays = {true, false, true, false, false, false, false};
  CHECK(keys_of(version)[1].value == "last");
  CHECK(keys_of(version)[2].value == "tue, sun");
  Timetable pauses;
  pauses.effective_until = local_days{2027y / 3 / 31};
  pauses.suspensions = {{local_days{2026y / 8 / 1}, local_days{2026y / 8 / 16}, "移設"}};
  CHECK(keys_of(pauses)[0].value == "2027-03-31");
  CHECK(keys_of(pauses)[1].value == "2026-08-01–2026-08-16 移設");
}

TEST_CASE("items stand in the legend's order, the most urgent first within a cycle") {
  using Unit = Cycle::Unit;
  const auto frequency = [](int count, int every, Unit unit) {
    return Cycle{Cycle::Kind::frequency, count, every, unit};
  };
  const std::vector<Cycle> cycles = {Cycle{},
                                     frequency(1, 5, Unit::year),
                                     frequency(1, 1, Unit::year),
                                     frequency(2, 1, Unit::year),
                                     frequency(1, 1, Unit::quarter),
                                     frequency(1, 1, Unit::month),
                                     frequency(1, 1, Unit::week),
                                     frequency(2, 1, Unit::day),
                                     frequency(1, 1, Unit::day),
                                     {Cycle::Kind::continuous}};
  std::vector<Runbook> books(cycles.size() + 1);
  for (std::size_t i = 0; i < cycles.size(); ++i) books[i].timetable = timetable(cycles[i]);
  books.back().timetable = timetable(frequency(1, 1, Unit::day));
  books.back().id = "urgent";
  std::vector<DueRow> rows;
  for (const Runbook& book : books) rows.push_back({book, on_demand_standing()});
  rows.back().standing.state = ItemState::late;
  std::string order;
  for (const auto& group : grouped_by_cycle(rows)) order += to_text(group[0]->book.cycle()) + " ";
  CHECK(order == "24H 1/D 2/D 1/W 1/M 1/Q 2/Y 1/Y 1/5Y 随時 ");
  CHECK(grouped_by_cycle(rows)[1][0]->book.id == "urgent");
  CHECK(most_urgent_first(rows)[0]->book.id == "urgent");
}

TEST_CASE("how late or how long is told in words") {
  Standing standing = overdue_standing();
  CHECK(time_words(standing, kNow, kJa) == "2日5時間超過");
  CHECK(time_words(standing, kNow, kEn) == "2 days 5 hours overdue");
  standing.state = ItemState::late;
  CHECK(time_words(standing, kNow, kEn) == "2 days 5 hours late");
  standing.state = ItemState::due;
  CHECK(time_words(standing, at("2026-11-17 18:00"), kJa) == "あと3日");
  standing.due = std::nullopt;
  CHECK(time_words(standing, at("2026-11-22 00:00"), kJa) == "依頼から2日");
  CHECK(time_words(on_demand_standing(), kNow, kEn).empty());
}
