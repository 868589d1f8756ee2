// Doubts: legal, but questionable; and how a note settles them.
#include <catch2/catch.hpp>

#include "catalog/doubts.h"
#include "catalog_helpers.h"

using namespace opsctl;

namespace {

LoadedBook loaded(const std::string& text) {
  auto result = read_runbook(text, "r.yaml", small_frame());
  INFO(brief(result.diagnostics));
  REQUIRE(result.value);
  return {std::move(*result.value), std::move(result.places), "13-r.yaml"};
}

LoadedBook numbered(int no, std::string_view from, std::string_view to) {
  std::string text = changed(from, to);
  const std::string digits = std::to_string(no);
  text.replace(text.find("inc-13"), 6, "inc-" + digits);
  text.replace(text.find("no: 13"), 6, "no: " + digits);
  return loaded(text);
}

std::string doubts_of(const std::vector<LoadedBook>& books, const Holidays& holidays = {}) {
  return brief(doubts(books, holidays, *parse_date("2026-11-22")));
}

std::string note(const std::string& field, const std::string& more = "") {
  return "notes:\n- {field: " + field + ", text: so it is" + more + "}\n";
}

std::string explain(const std::string& field) {
  return " | if it is meant so, explain it: notes with field: " + field + "\n";
}

}  // namespace

TEST_CASE("an ordinary runbook raises no doubt") { CHECK(doubts_of({loaded(small_book())}) == ""); }

TEST_CASE("nobody approves: a doubt that a note settles") {
  const std::string text = changed("boss: ▲", "boss: △");
  CHECK(doubts_of({loaded(text)}) == "8:1: warning: no party approves (▲)" + explain("duties"));
  CHECK(doubts_of({loaded(text + note("duties"))}) == "");
  CHECK(doubts_of({loaded(text + note("cycle"))}) != "");
}

TEST_CASE("an approver who is the only performer needs a note of its own") {
  const std::string text = changed("crew: ◎", "crew: □");
  const std::string mended = text + note("duties", ", performers: [boss]");
  CHECK(doubts_of({loaded(mended)}) ==
        "8:1: warning: 'boss' approves and is the only one who performs" + explain("duties"));
  CHECK(doubts_of({loaded(mended + "- {field: duties, text: agreed}\n")}) == "");
  CHECK(doubts_of({loaded(text + note("duties", ", performers: [boss, crew]"))}) == "");
}

TEST_CASE("an item about a certificate records its expiry") {
  const std::string text = changed("title: Recovery", "title: サーバ証明書の更新");
  const std::string said =
      "warning: an item about a certificate without a record 'valid_until'" + explain("records");
  CHECK(doubts_of({loaded(text)}) == "3:1: " + said);
  CHECK(doubts_of({loaded(text + "records:\n- {key: a, label: A, type: text}\n")}) ==
        "12:1: " + said);
  CHECK(doubts_of({loaded(text + "records:\n- {key: valid_until, label: A, type: date}\n")}) == "");
  CHECK(doubts_of({loaded(text + note("records"))}) == "");
}

TEST_CASE("a rolling item needs to know when it was last done") {
  const std::string text = changed("cycle: 随時", "cycle: 1/5Y");
  CHECK(doubts_of({loaded(text)}) ==
        "6:1: warning: nothing says when 1/5Y was last done" + explain("schedule"));
  CHECK(doubts_of({loaded(text + "schedule: {last_done: 2022-03-01}\n")}) == "");
  CHECK(doubts_of({loaded(text + "records:\n- {key: valid_until, label: A, type: date}\n")}) == "");
  CHECK(doubts_of({loaded(text + note("schedule"))}) == "");
}

TEST_CASE("identical items are told of once") {
  const auto first = loaded(small_book());
  const auto twin = numbered(14, "summary: Brings", "summary: Takes");
  CHECK(doubts_of({first, twin}) ==
        "3:1: warning: this item is the same as No. 13" + explain("title"));
  CHECK(doubts_of({first, numbered(14, "title: Recovery", "title: Other")}) == "");
  CHECK(doubts_of({first, numbered(14, "[tool, manual]", "[manual, tool]")}) == "");
  CHECK(doubts_of(
            {first, numbered(14, "    text: Do it\n", "    text: Do it\n" + note("title"))}) == "");
}

TEST_CASE("middle headings that differ by one character are told of once") {
  const auto a = numbered(20, "middle: C", "middle: 外部委託先管理作業");
  const auto b = numbered(21, "title: Recovery\ncategory: {class: A, major: B, middle: C",
                          "title: Other\ncategory: {class: A, major: B, middle: 外部委託管理作業");
  CHECK(doubts_of({a, b}) ==
        "4:1: warning: heading '外部委託管理作業' differs from '外部委託先管理作業' by one "
        "character" +
            explain("category"));
  const auto noted =
      numbered(22, "title: Recovery\ncategory: {class: A, major: B, middle: C, minor: D}",
               "title: X\ncategory: {class: A, major: B, middle: 外部委託管理作業, minor: D}\n" +
                   note("category").substr(0, note("category").size() - 1));
  CHECK(doubts_of({a, b, noted}) == "");
  CHECK(doubts_of({numbered(20, "middle: C", "middle: 媒体管理"),
                   numbered(21, "title: Recovery\ncategory: {class: A, major: B, middle: C",
                            "title: Other\ncategory: {class: A, major: B, middle: 媒体管")}) == "");
}

TEST_CASE("holidays must reach to the next due date where they matter") {
  const auto rolled = loaded(changed("cycle: 随時\n", "cycle: 2/Y\nschedule: {roll: preceding}\n"));
  const auto business =
      loaded(changed("cycle: 随時\n", "cycle: 1/D\nschedule: {days: business}\n"));
  const auto within = loaded(changed("cycle: 随時\n", "cycle: 随時\nschedule: {within: 3BD}\n"));
  const auto plain = loaded(changed("cycle: 随時\n", "cycle: 2/Y\n"));
  const std::string none =
      "7:1: warning: the schedule needs holidays, and the catalogue names no file of them" +
      explain("schedule");
  CHECK(doubts_of({rolled}) == none);
  CHECK(doubts_of({business}) == none);
  CHECK(doubts_of({within}) == none);
  CHECK(doubts_of({plain}) == "");
  const auto until = [](const char* date) { return Holidays{{}, parse_date(date)}; };
  const auto ends = [](const std::string& date) {
    return "7:1: warning: the holidays end on " + date + ", before the next due date" +
           explain("schedule");
  };
  CHECK(doubts_of({rolled}, until("2027-11-22")) == ends("2027-11-22"));
  CHECK(doubts_of({rolled}, until("2027-11-23")) == "");
  CHECK(doubts_of({business}, until("2026-11-22")) == ends("2026-11-22"));
  CHECK(doubts_of({business}, until("2026-11-23")) == "");
  CHECK(doubts_of({within}, until("2026-12-04")) == ends("2026-12-04"));
  CHECK(doubts_of({plain}, until("2020-01-01")) == "");
}
