// The year plan on a screen, for the wall and for calendar programs.
#include "render/year_plan_view.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/sha256.h"
#include "base/text.h"
#include "render/words.h"
#include "schedule_support.h"

using namespace opsctl;
using namespace opsctl::testing;
using namespace opsctl::render;

namespace {

PlannedOccurrence on(int day, OccurrenceResult result) {
  PlannedOccurrence one;
  one.row.result = result;
  one.day = date_of("2026-11-01") + std::chrono::days(day - 1);
  return one;
}

PlanMonth month_of(std::initializer_list<OccurrenceResult> results) {
  PlanMonth month;
  for (const OccurrenceResult result : results)
    month.occurrences.push_back(on(static_cast<int>(month.occurrences.size()) + 1, result));
  return month;
}

Look look_of(Language language) { return {language, 80, 1, false}; }

Runbook book_of(const std::string& id, int no, std::string_view cycle, Schedule schedule = {}) {
  Runbook book;
  book.id = id;
  book.no = no;
  book.title = "作業" + id;
  book.timetable = timetable_of(cycle, std::move(schedule));
  return book;
}

/// Its November is owed by both versions.
Runbook twice_in_november() {
  Schedule tenth;
  tenth.due = DayOfMonth{10};
  Runbook book = book_of("tst-01", 1, "1/M", tenth);
  book.timetable.versions.push_back({date_of("2026-11-15"), cycle_of("1/M"), {}});
  return book;
}

Catalog catalog_of(std::vector<Runbook> books) {
  Catalog catalog(tokyo());
  catalog.title = "試験用";
  catalog.runbooks = std::move(books);
  return catalog;
}

std::string written_in(const Catalog& catalog, Format format, Language language = Language::en,
                       std::string_view year = "FY2026") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01");
  const YearPlan plan =
      opsctl::year_plan(catalog, site, {}, *fiscal_year(year, site), at("2026-11-22 12:00"));
  return year_plan(plan, catalog, format, look_of(language));
}

std::multiset<std::string> uids_of(const std::string& ics) {
  std::multiset<std::string> uids;
  for (const std::string& line : split(ics, '\n')) {
    if (line.starts_with("UID:")) uids.insert(line.substr(4, line.size() - 5));
  }
  return uids;
}

}  // namespace

TEST_CASE("a month says its days, what is waived in parentheses, and what went wrong") {
  using enum OccurrenceResult;
  const Look look = look_of(Language::en);
  const auto words = [&](const PlanMonth& month) { return month_words(month, 2, look); };
  CHECK(words({}).empty());
  CHECK(words(month_of({done, future})) == "1, 2");
  CHECK(words(month_of({waived, done_late})) == "(1), 2");
  CHECK(words(month_of({late, future})) == "1, 2!");
  CHECK(words(month_of({done, overdue})) == "1, 2!");
  CHECK(words(month_of({done, waived, open})) == "x2");
  CHECK(words(month_of({done, missed, open})) == "x3!");
  CHECK(words(month_of({waived, waived, waived})) == "(x3)");
  CHECK(words({.continuous = true}) == "24H");
  PlanMonth both = month_of({future});
  both.continuous = true;
  CHECK(words(both) == "24H, 1");
}

TEST_CASE("months keep apart on a screen, whatever they say") {
  Runbook changing = book_of("tst-01", 1, "1/D");
  changing.timetable.versions.push_back({date_of("2026-12-01"), cycle_of("24H"), {}});
  changing.timetable.versions.push_back({date_of("2027-02-01"), cycle_of("1/M"), {}});
  CHECK(written_in(catalog_of({changing, book_of("tst-02", 2, "2/Y")}), Format::text,
                   Language::ja) == R"(年間計画 FY2026　2026-04-01 ～ 2027-03-31

No. 題名          周期   4月  5月  6月  7月  8月  9月 10月 11月 12月 1月 2月 3月
  1 作業tst-01    1/D   x30! x31! x30! x31! x31! x30! x31! x30!  24H 24H  28  31
                  24H
                  1/M
  2 作業tst-02    2/Y                             30!                         31

30: その日が期限、x30: その回数、(30): 免除、!: 期限を過ぎて未実施、前回の実施か
ら数える項目: 現時点の次回だけ
)");
}

TEST_CASE(
    "on the wall the plan has boxes, what went wrong and a legend, and nothing waived is done") {
  const std::string html = written_in(
      catalog_of({book_of("tst-01", 1, "1/M"), book_of("tst-02", 2, "1/D")}), Format::html);
  CHECK(html.find("30!</p>") != std::string::npos);
  CHECK(html.find("class=\"bad\">30, 0 done!") != std::string::npos);
  CHECK(html.find("(30): waived, !: past due and not done, rolling items:") != std::string::npos);
  CHECK(html.find("to be done by that day") != std::string::npos);
}

TEST_CASE("each event of a calendar file is told from all others, today and tomorrow") {
  const Catalog catalog = catalog_of({twice_in_november(), book_of("tst-02", 2, "2/Y")});
  const std::string ics = written_in(catalog, Format::ics);
  const auto uids = uids_of(ics);
  CHECK(uids.size() == 13 + 2);
  CHECK(std::set<std::string>(uids.begin(), uids.end()).size() == uids.size());
  const std::string home = short_hash(sha256(catalog.title)) + ".opsctl";
  CHECK(uids.count("tst-01/2026-11@" + home) == 1);
  CHECK(uids.count("tst-01/2026-11+1@" + home) == 1);
  CHECK(uids.count("tst-01/2026-12@" + home) == 1);  // the later version takes it over as it was
  CHECK(ics.find("METHOD") == std::string::npos);
  Catalog other = catalog;
  other.title = "別の表";
  for (const std::string& uid : uids_of(written_in(other, Format::ics)))
    CHECK(uids.count(uid) == 0);
}

TEST_CASE("a plan for scripts has the versions and the months around the clock") {
  Runbook changing = book_of("tst-01", 1, "24H");
  changing.timetable.versions.push_back({date_of("2026-06-10"), cycle_of("2/Y"), {}});
  const Json item = Json::parse(written_in(catalog_of({changing}), Format::json)).at("items").at(0);
  CHECK(item["cycle"] == "2/Y");
  CHECK(item["mode"] == "calendar");
  CHECK(item["versions"] ==
        Json::parse(R"([{"from": "2026-04-01", "cycle": "24H", "mode": "continuous"},
                        {"from": "2026-06-10", "cycle": "2/Y", "mode": "calendar"}])"));
  CHECK(item["continuous"] == Json::array({"2026-04", "2026-05", "2026-06"}));
}
