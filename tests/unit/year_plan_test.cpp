// The year plan and the calendar file.
#include "model/year_plan.h"

#include <algorithm>
#include <memory>

#include "render/ical.h"
#include "schedule_support.h"

using namespace opsctl;
using namespace opsctl::testing;

namespace {

Runbook book_of(const std::string& id, std::string_view cycle, Schedule schedule = {}) {
  Runbook book;
  book.id = id;
  book.timetable = timetable_of(cycle, std::move(schedule));
  return book;
}

/// "5 09-30 done | 11 24H": of each month that has any, the days.
std::string days_of(const PlanRow& row) {
  std::string text;
  for (std::size_t i = 0; i < row.months.size(); ++i) {
    const PlanMonth& month = row.months[i];
    if (month.occurrences.empty() && !month.continuous) continue;
    if (!text.empty()) text += " | ";
    text += std::to_string(i);
    if (month.continuous) text += " 24H";
    for (const PlannedOccurrence& one : month.occurrences)
      text += " " + to_text(one.day).substr(5) + " " + std::string(name_of(one.row.result));
  }
  return text;
}

/// "1/Y 2026-04-01, 1/M 2027-01-01"
std::string versions_of(const PlanRow& row) {
  std::string text;
  for (const PlanVersion& version : row.versions)
    text += (text.empty() ? "" : ", ") + to_text(version.cycle) + " " + to_text(version.from);
  return text;
}

/// `book`, and from a day on another cycle.
Runbook changed(Runbook book, const char* from, std::string_view cycle, Schedule schedule = {}) {
  book.timetable.versions.push_back({date_of(from), cycle_of(cycle), std::move(schedule)});
  return book;
}

Schedule rolling() {
  Schedule schedule;
  schedule.mode = Mode::rolling;
  return schedule;
}

YearPlan plan_of(std::vector<Runbook> books, const SiteCalendar& site, std::string_view key,
                 const std::map<std::string, ItemHistory>& known, std::string_view now) {
  // The plan points to its runbooks.
  static std::vector<std::unique_ptr<Catalog>> catalogs;
  catalogs.push_back(std::make_unique<Catalog>(tokyo()));
  catalogs.back()->runbooks = std::move(books);
  const auto year = fiscal_year(key, site);
  REQUIRE(year);
  return year_plan(*catalogs.back(), site, known, *year, instant_of(now, tokyo()));
}

}  // namespace

TEST_CASE("a fiscal year has twelve months from its first day") {
  SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01");
  const auto year = fiscal_year("FY2026", site);
  REQUIRE(year);
  CHECK(to_text(year->months.front()) == "2026-04-01");
  CHECK(to_text(year->months[9]) == "2027-01-01");
  CHECK(to_text(year->months.back()) == "2027-04-01");
  CHECK(fiscal_year_at(instant_of("2027-03-31 23:59", tokyo()), site).key == "FY2026");
  CHECK(fiscal_year_at(instant_of("2027-04-01 00:00", tokyo()), site).key == "FY2027");
  for (const char* none : {"", "2026", "FY26", "FY2026H1", "FY2026Q1", "FYabcd", "FY99999"})
    CHECK_FALSE(fiscal_year(none, site));
  site.fiscal_year_start = std::chrono::July / 15;
  CHECK(to_text(fiscal_year("FY2026", site)->months[1]) == "2026-08-15");
}

TEST_CASE("the plan has each occurrence on the last day on which it is in time") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01");
  const std::map<std::string, ItemHistory> known = {
      {"half", {history_of({"done 2026-09-20 10:00"}, tokyo())}}};
  const YearPlan plan = plan_of({book_of("half", "2/Y"), book_of("day", "1/D"),
                                 book_of("ask", "随時"), book_of("watch", "24H")},
                                site, "FY2026", known, "2026-11-22 12:00");
  REQUIRE(plan.rows.size() == 3);
  CHECK(days_of(plan.rows[0]) == "5 09-30 done | 11 03-31 open");
  CHECK(plan.rows[1].months[0].occurrences.size() == 30);
  CHECK(plan.rows[1].months[11].occurrences.size() == 31);
  CHECK(plan.rows[1].months[0].occurrences[0].row.key == "2026-04-01");
  CHECK(plan.rows[1].months[0].occurrences[0].row.result == OccurrenceResult::missed);
  CHECK(std::ranges::all_of(plan.rows[2].months, &PlanMonth::continuous));
}

TEST_CASE("each month is planned by the version that is in force then") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01");
  const std::vector<Runbook> books = {
      changed(book_of("a", "1/Y"), "2027-02-01", "1/M"),
      changed(book_of("b", "24H"), "2026-06-15", "随時"),
      changed(book_of("c", "随時"), "2027-01-10", "24H"),
      changed(changed(book_of("d", "2/Y"), "2026-12-01", "24H"), "2027-03-01", "1/M")};
  const YearPlan plan = plan_of(books, site, "FY2026", {}, "2026-11-22 12:00");
  REQUIRE(plan.rows.size() == 4);
  CHECK(days_of(plan.rows[0]) == "10 02-28 future | 11 03-31 future");
  CHECK(versions_of(plan.rows[0]) == "1/Y 2026-04-01, 1/M 2027-02-01");
  CHECK(days_of(plan.rows[1]) == "0 24H | 1 24H | 2 24H");
  CHECK(versions_of(plan.rows[1]) == "24H 2026-04-01");
  CHECK(days_of(plan.rows[2]) == "9 24H | 10 24H | 11 24H");
  CHECK(versions_of(plan.rows[2]) == "24H 2027-01-10");
  CHECK(days_of(plan.rows[3]) == "5 09-30 overdue | 8 24H | 9 24H | 10 24H | 11 03-31 future");
  // The year before the change, and the year after it, know nothing of the other cycle.
  const YearPlan next = plan_of(books, site, "FY2027", {}, "2026-11-22 12:00");
  REQUIRE(next.rows.size() == 3);
  CHECK(versions_of(next.rows[0]) == "1/M 2027-02-01");
  CHECK(next.rows[1].book->id == "c");
  CHECK(versions_of(next.rows[2]) == "1/M 2027-03-01");
  CHECK(plan_of(books, site, "FY2025", {}, "2026-11-22 12:00").rows.size() == 3);
}

TEST_CASE("what a rolling item owes next is planned by the version that asks for it") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01");
  const std::map<std::string, ItemHistory> known = {
      {"r", {history_of({"done 2026-10-10 10:00"}, tokyo())}}};
  const auto planned = [&](const Runbook& book) {
    return days_of(plan_of({book}, site, "FY2026", known, "2026-11-22 12:00").rows.at(0));
  };
  const Runbook quarterly = book_of("r", "1/Q", rolling());
  CHECK(planned(quarterly) == "6 10-10 done | 9 01-10 future");
  CHECK(planned(changed(quarterly, "2027-02-01", "1/M", rolling())) ==
        "6 10-10 done | 9 01-10 future");
  CHECK(planned(changed(quarterly, "2026-12-20", "1/M", rolling())) ==
        "6 10-10 done | 8 12-20 future");
  CHECK(planned(changed(quarterly, "2026-12-20", "1/M")) ==
        "6 10-10 done | 8 12-31 future | 9 01-31 future | 10 02-28 future | 11 03-31 future");
  Runbook ending = quarterly;
  ending.timetable.effective_until = date_of("2026-12-20");
  CHECK(planned(ending) == "6 10-10 done");
}

TEST_CASE("what is waived is not done, and what was put off is planned once") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01");
  const std::map<std::string, ItemHistory> known = {
      {"c", {history_of({"waived 2026-09-20 10:00 --for FY2026H1"}, tokyo())}},
      {"r",
       {history_of(
           {"done 2026-10-10 10:00", "waived 2026-11-01 10:00 --for rolling --until 2027-02-10"},
           tokyo())}}};
  const YearPlan plan = plan_of({book_of("c", "2/Y"), book_of("r", "1/M", rolling())}, site,
                                "FY2026", known, "2026-11-22 12:00");
  CHECK(days_of(plan.rows[0]) == "5 09-30 waived | 11 03-31 open");
  CHECK(mark_of(plan.rows[0].months[5].occurrences[0].row.result) == PlanMark::waived);
  CHECK(days_of(plan.rows[1]) == "6 10-10 done | 10 02-10 future");
}

TEST_CASE("what is past its due date and not done is wrong") {
  using enum OccurrenceResult;
  for (const OccurrenceResult result : {missed, overdue, late})
    CHECK(mark_of(result) == PlanMark::wrong);
  for (const OccurrenceResult result : {done, done_late}) CHECK(mark_of(result) == PlanMark::done);
  for (const OccurrenceResult result : {due, open, future})
    CHECK(mark_of(result) == PlanMark::planned);
}

TEST_CASE("an occurrence knows how many of its key there were before it") {
  // Both versions owe November: by the 10th, and, in force from the 15th, by its end.
  Schedule tenth;
  tenth.due = DayOfMonth{10};
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01");
  const YearPlan plan = plan_of({changed(book_of("x", "1/M", tenth), "2026-11-15", "1/M")}, site,
                                "FY2026", {}, "2026-11-22 12:00");
  const auto& november = plan.rows[0].months[7].occurrences;
  REQUIRE(november.size() == 2);
  CHECK(november[0].row.key == "2026-11");
  CHECK(november[0].earlier == 0);
  CHECK(november[1].row.key == "2026-11");
  CHECK(november[1].earlier == 1);
  CHECK(plan.rows[0].months[8].occurrences[0].earlier == 0);
}

TEST_CASE("of a rolling item the plan has what was done and what is next") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01");
  const std::map<std::string, ItemHistory> known = {
      {"r", {history_of({"done 2026-05-10 10:00", "done 2026-07-15 10:00"}, tokyo())}}};
  const YearPlan plan =
      plan_of({book_of("r", "1/Q", rolling())}, site, "FY2026", known, "2026-08-01 12:00");
  CHECK(days_of(plan.rows[0]) == "1 05-10 done | 3 07-15 done | 6 10-15 future");
  const YearPlan next =
      plan_of({book_of("r", "1/Q", rolling())}, site, "FY2027", known, "2026-08-01 12:00");
  CHECK(days_of(next.rows[0]).empty());
}

TEST_CASE("a year far ahead is planned in full") {
  const SiteCalendar site = site_of("Asia/Tokyo", "2026-04-01");
  const YearPlan plan = plan_of({book_of("day", "1/D")}, site, "FY2031", {}, "2026-11-22 12:00");
  std::size_t days = 0;
  for (const PlanMonth& month : plan.rows[0].months) days += month.occurrences.size();
  CHECK(days == 366);  // 29 February 2032
}

TEST_CASE("lines of a calendar file have at most 75 octets and never end inside a character") {
  using namespace opsctl::render;
  CHECK(ics_line("SUMMARY", "short") == "SUMMARY:short\r\n");
  const std::string exact(75 - 8, 'a');
  CHECK(ics_line("SUMMARY", exact) == "SUMMARY:" + exact + "\r\n");
  CHECK(ics_line("SUMMARY", exact + "b") == "SUMMARY:" + exact + "\r\n b\r\n");
  // 67 octets of value fit: 22 characters of 3 octets, and one octet stays empty.
  std::string long_text;
  for (int i = 0; i < 60; ++i) long_text += "障";
  const std::string folded = ics_line("SUMMARY", long_text);
  CHECK(folded.find("\r\n") == 8 + 66);
  std::string unfolded = folded.substr(0, folded.size() - 2);
  for (auto fold = unfolded.find("\r\n "); fold != std::string::npos; fold = unfolded.find("\r\n "))
    unfolded.erase(fold, 3);
  CHECK(unfolded == "SUMMARY:" + long_text);
}

TEST_CASE("texts of a calendar file are escaped") {
  using opsctl::render::ics_text;
  CHECK(ics_text("a;b,c\\d") == "a\\;b\\,c\\\\d");
  CHECK(ics_text("一行目\n二行目\r\x1b[1m") == "一行目\\n二行目␍␛[1m");
}

TEST_CASE("a calendar file has its events with the stamp of the instant asked for") {
  using namespace opsctl::render;
  Ical calendar{.name = "計画", .as_of = instant_of("2026-11-22 09:00:05", tokyo())};
  calendar.events = {{.uid = "inc-49/2026-12-31@opsctl",
                      .summary = "No.49",
                      .description = "d",
                      .day = date_of("2026-12-31")},
                     {.uid = "x@opsctl", .summary = "x", .description = "", .cancelled = true}};
  const std::string text = to_ics(calendar);
  CHECK(text.find("BEGIN:VEVENT\r\nUID:inc-49/2026-12-31@opsctl\r\nDTSTAMP:20261122T000005Z\r\n"
                  "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:No.49\r\n"
                  "DESCRIPTION:d\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n") !=
        std::string::npos);
  CHECK(text.find("STATUS:CANCELLED\r\n") != std::string::npos);
}
