// What became of every occurrence, and how a due date comes about.
#include "model/ledger.h"

#include "model/explain.h"
#include "schedule_cases.h"

using namespace opsctl;
using namespace opsctl::testing;

namespace {

/// "2026-11-20 done; 2026-11-21 missed; …"
std::string rows(const Timetable& timetable, std::initializer_list<std::string_view> facts,
                 std::string_view effective_from, std::string_view now,
                 std::string_view from = "2000-01-01", std::string_view to = {}) {
  const SiteCalendar site = site_of("Asia/Tokyo", effective_from);
  const Ledger all = ledger(timetable, site, {history_of(facts, site.zone)}, at(now), at(from),
                            to.empty() ? at(now) : at(to));
  std::string text;
  for (const LedgerRow& row : all.rows) {
    if (!text.empty()) text += "; ";
    text += (row.key.empty() ? "-" : row.key) + " " + std::string(name_of(row.result));
    if (row.late_by.count() != 0) text += " " + std::to_string(row.late_by.count());
  }
  return text;
}

}  // namespace

TEST_CASE("the ledger names every occurrence and what became of it") {
  CHECK(rows(timetable_of("1/D"),
             {"done 2026-11-18 09:00", "waived 2026-11-21 10:00 --for 2026-11-19",
              "done 2026-11-22 10:30", "done 2026-11-22 11:00"},
             "2026-11-18", "2026-11-22 12:00") ==
        "2026-11-18 done; 2026-11-19 waived; 2026-11-20 missed; 2026-11-21 missed; - extra; "
        "2026-11-22 done");
  Schedule grace;
  grace.grace = duration_of("9h");
  CHECK(rows(timetable_of("1/D", grace), {"done 2026-11-23 08:30"}, "2026-11-22",
             "2026-11-23 08:45") == "2026-11-22 done-late 30600; 2026-11-23 due");
}

TEST_CASE("a part of the ledger is what touches the days asked for") {
  CHECK(rows(timetable_of("1/D"), {}, "2026-11-01", "2026-11-22 12:00", "2026-11-21") ==
        "2026-11-20 missed; 2026-11-21 missed; 2026-11-22 due");
  CHECK(rows(timetable_of("1/D"), {}, "2026-11-01", "2026-11-22 12:00", "2026-11-22 06:00",
             "2026-11-24") == "2026-11-22 due; 2026-11-23 future; 2026-11-24 future");
}

TEST_CASE("a rolling item has the due dates that its executions met") {
  Schedule schedule;
  schedule.mode = Mode::rolling;
  CHECK(rows(timetable_of("1/M", schedule),
             {"done 2026-05-10", "done 2026-06-09",
              "waived 2026-07-01 --for rolling --until 2026-07-20", "done 2026-07-15"},
             "2026-04-01", "2026-07-20") ==
        "rolling done; rolling done; rolling waived; rolling done; rolling future");
  CHECK(rows(timetable_of("1/M", schedule), {"done 2026-05-10", "done 2026-06-12"}, "2026-04-01",
             "2026-08-01") == "rolling done; rolling done-late 86400; rolling overdue");
}

TEST_CASE("the occurrence that an execution satisfies is told by its number") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-11-18");
  const ItemHistory history{
      history_of({"done 2026-11-22 09:00", "done 2026-11-22 10:00"}, tokyo())};
  const auto key = [&](std::int64_t seq) {
    return key_settled_by(timetable_of("1/D"), site, history, at("2026-11-22 12:00"), seq);
  };
  CHECK(key(1) == "2026-11-22");
  CHECK(key(2) == "");
  CHECK(key_settled_by(timetable_of("随時"), site, history, at("2026-11-22 12:00"), 1) ==
        std::nullopt);
}

TEST_CASE("the ledger and the state agree: as many missed and overdue as are outstanding") {
  Random random(11);
  for (int i = 0; i < 10'000; ++i) {
    const Case it = random_case(random, {.versions = false, .rolling = false});
    const Standing standing = evaluate(it);
    if (standing.state != ItemState::overdue) continue;
    const Ledger all = ledger(it.timetable, it.site, {it.history}, it.now, Instant::min(), it.now);
    std::int64_t outstanding = 0;
    for (const LedgerRow& row : all.rows) {
      outstanding +=
          row.result == OccurrenceResult::missed || row.result == OccurrenceResult::overdue;
    }
    INFO("case " << i << "\n" << text_of(it));
    // Those that a later execution has cleared stay in the ledger.
    CHECK(outstanding >= standing.outstanding);
    const auto focus = std::ranges::find(all.rows, standing.key, &LedgerRow::key);
    REQUIRE(focus != all.rows.end());
    CHECK(
        (focus->result == OccurrenceResult::missed || focus->result == OccurrenceResult::overdue));
  }
}

TEST_CASE("an explanation ends with the state and holds the instants of its focus") {
  Random random(12);
  for (int i = 0; i < 10'000; ++i) {
    const Case it = random_case(random, {});
    const Standing standing = evaluate(it);
    const auto parts = explain(it.timetable, it.site, {it.history}, it.now);
    INFO("case " << i << "\n" << text_of(it));
    REQUIRE(parts.size() >= 2);
    CHECK(parts.back().name == "result");
    const auto has = [&](std::string_view name, Instant wanted) {
      return std::ranges::any_of(parts, [&](const ExplainedPart& part) {
        return std::ranges::any_of(part.values, [&](const ExplainedValue& value) {
          const auto* instant = std::get_if<Instant>(&value.value);
          return value.name == name && instant != nullptr && *instant == wanted;
        });
      });
    };
    if (standing.due) CHECK(has("due", *standing.due));
    if (standing.overdue_at) CHECK(has("overdue_at", *standing.overdue_at));
    if (standing.due_from) CHECK(has("due_from", *standing.due_from));
  }
}
