// 随時: work that somebody asked for (spec schedule.md 10).
#include <algorithm>

#include "schedule_cases.h"

using namespace opsctl;
using namespace opsctl::testing;

namespace {

Schedule within(std::string_view text, std::string_view grace = {}) {
  Schedule schedule;
  if (!text.empty()) schedule.within = duration_of(text);
  if (!grace.empty()) schedule.grace = duration_of(grace);
  return schedule;
}

Request asked(std::string id, std::string_view when, std::string_view deadline = {}) {
  Request request{
      .id = std::move(id), .item = "x", .person = "p", .reason = "r", .requested_at = at(when)};
  if (!deadline.empty()) request.deadline = at(deadline);
  return request;
}

Execution done(std::string_view when, std::string request) {
  Execution fact;
  fact.performed_at = at(when);
  fact.request = std::move(request);
  return fact;
}

/// "overdue R1 2026-11-26 00:00+09:00"
std::string answer(const Schedule& schedule, const ItemHistory& history, std::string_view now) {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-01-01");
  const Standing standing = evaluate(timetable_of("随時", schedule), site, history, at(now));
  std::string text(name_of(standing.state));
  if (!standing.key.empty()) text += " " + standing.key;
  if (standing.due) text += " " + to_text(*standing.due, site.zone);
  return text;
}

}  // namespace

TEST_CASE("vectors O: requests") {
  const auto one = [](std::string_view when, std::string_view deadline = {}) {
    return ItemHistory{.requests = {asked("R1", when, deadline)}};
  };
  CHECK(answer({}, {}, "2026-11-22 15:00") == "not-scheduled");
  CHECK(answer(within("3d"), one("2026-11-22 15:00"), "2026-11-26 00:00") ==
        "overdue R1 2026-11-26 00:00+09:00");
  CHECK(answer(within("8h"), one("2026-11-22 15:00"), "2026-11-22 23:00") ==
        "overdue R1 2026-11-22 23:00+09:00");
  CHECK(answer(within("3BD"), one("2026-11-20 15:00"), "2026-11-26 12:00") ==
        "due R1 2026-11-27 00:00+09:00");
  CHECK(answer(within("3BD"), one("2026-12-28 10:00"), "2027-01-06 12:00") ==
        "due R1 2027-01-07 00:00+09:00");
  CHECK(answer(within("", "1h"), one("2026-11-22 15:00", "2026-11-24 17:00"), "2026-11-24 17:30") ==
        "late R1 2026-11-24 17:00+09:00");
  CHECK(answer(within("1mo"), one("2026-01-31 15:00"), "2026-02-28 12:00") ==
        "due R1 2026-03-01 00:00+09:00");
}

TEST_CASE("without a deadline a request is due for ever and never overdue") {
  const ItemHistory history{.requests = {asked("R1", "2026-02-01 09:00")}};
  CHECK(answer({}, history, "2036-02-01 09:00") == "due R1");
}

TEST_CASE("of several requests the worst is shown, and all are listed") {
  const ItemHistory history{.requests = {asked("R1", "2026-11-22 09:00"),
                                         asked("R2", "2026-11-20 09:00", "2026-11-25 12:00"),
                                         asked("R3", "2026-11-19 09:00", "2026-11-21 12:00")}};
  const Standing standing = evaluate(timetable_of("随時"), site_of("Asia/Tokyo", "2026-01-01"),
                                     history, at("2026-11-22 15:00"));
  CHECK(standing.key == "R3");
  CHECK(standing.next_key == "R2");
  CHECK(standing.outstanding == 1);
  std::vector<std::string> ids;
  for (const RequestStanding& one : standing.requests) ids.push_back(one.request.id);
  CHECK(ids == std::vector<std::string>{"R3", "R2", "R1"});
}

TEST_CASE("a request is closed by the execution that names it, or withdrawn") {
  ItemHistory history{
      .requests = {asked("R1", "2026-11-20 09:00"), asked("R2", "2026-11-21 09:00")}};
  history.executions = {done("2026-11-21 10:00", "R1")};
  CHECK(answer({}, history, "2026-11-22 09:00") == "due R2");
  CHECK(answer({}, history, "2026-11-21 09:30") == "due R1");  // as it was before
  history.requests[1].withdrawn_at = at("2026-11-21 12:00");
  CHECK(answer({}, history, "2026-11-22 09:00") == "not-scheduled");
}

TEST_CASE("on a cyclic item a request is listed and changes nothing") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-11-22");
  const ItemHistory history{.requests = {asked("R1", "2026-11-22 09:00", "2026-11-22 10:00")}};
  const Standing standing = evaluate(timetable_of("1/D"), site, history, at("2026-11-22 15:00"));
  CHECK(standing.state == ItemState::due);
  CHECK(standing.key == "2026-11-22");
  CHECK(standing.requests.size() == 1);
}

TEST_CASE("'within' is that of the version in force when the request was made") {
  Timetable timetable = timetable_of("随時", within("10d"));
  timetable.versions.push_back({date_of("2026-11-22"), cycle_of("随時"), within("1d")});
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-01-01");
  const ItemHistory history{.requests = {asked("R1", "2026-11-20 09:00")}};
  CHECK(evaluate(timetable, site, history, at("2026-11-25 09:00")).state == ItemState::due);
}

TEST_CASE("requests in any order, evaluated often, make the same picture; the future makes none") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-01-01");
  Random random(10);
  for (int i = 0; i < 10'000; ++i) {
    ItemHistory history;
    const Instant base = at("2026-11-22 00:00");
    const auto moment = [&] { return base + std::chrono::minutes(random.below(20'000)); };
    for (int n = random.below(6); n > 0; --n) {
      Request request = asked(fmt::format("R{}", n), "2026-11-22");
      request.requested_at = moment();
      if (random.chance(40))
        request.deadline = request.requested_at + std::chrono::hours(1 + random.below(99));
      if (random.chance(20))
        request.withdrawn_at = request.requested_at + std::chrono::hours(random.below(99));
      history.requests.push_back(request);
      if (!random.chance(40)) continue;
      Execution fact = done("2026-11-22", request.id);
      fact.performed_at = request.requested_at + std::chrono::hours(random.below(99));
      fact.seq = n;
      history.executions.push_back(fact);
    }
    const Timetable timetable =
        timetable_of("随時", within(random.one_of({"", "8h", "3d", "2w", "1mo", "3BD"}),
                                    random.one_of({"", "1h", "2d"})));
    const Instant now = moment();
    const Standing standing = evaluate(timetable, site, history, now);
    INFO("case " << i);
    ItemHistory turned = history;
    std::ranges::reverse(turned.requests);
    std::ranges::reverse(turned.executions);
    const Standing again = evaluate(timetable, site, known_at(now, turned), now);
    CHECK(standing.state == again.state);
    CHECK(standing.key == again.key);
    CHECK(standing.due == again.due);
    CHECK(standing.requests.size() == again.requests.size());
    // Nothing new happens: what is overdue stays so.
    if (standing.state != ItemState::overdue) continue;
    const Standing later =
        evaluate(timetable, site, known_at(now, history), now + std::chrono::hours(500));
    CHECK(later.state == ItemState::overdue);
  }
}
