#include <catch2/catch.hpp>

#include "base/json.h"
#include "render/check_view.h"
#include "render/due_view.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

const Catalog kCatalog = sample_catalog();

std::string due_as(Format format, Language language, int width, int ambiguous = 1) {
  return due(kCatalog, sample_rows(kCatalog), kNow, format, {language, width, ambiguous, false});
}

std::string check_as(Format format, Language language, int width) {
  return check(kCatalog, report_of(CheckState::critical, sample_rows(kCatalog), format), format,
               {language, width, 1, false});
}

}  // namespace

TEST_CASE("due is grouped by cycle and says what to type next") {
  CHECK(due_as(Format::text, Language::ja, 80) == R"(2026-11-22 23:00+09:00 現在の作業

1/D (1日に1回)
期限超過 49 侵入防御装置のシグネチャ更新
    2日5時間超過、期限 2026-11-20 18:00+09:00、対象回 2026-11-20、未実施 2 回、
    うち実施できなくなったもの 1 回
    作業者: 運用業者 運用作業、ハードウェア・ソフトウェア等導入・保守業者 保守
    -> opsctl start 49

1/Y (1年に1回)
要実施 33 クライアント証明書の更新
    あと365日、期限 2027-11-23 00:00+09:00、前回の実施が記録されていない、休日表
    の範囲外のため暫定
    作業者: 運用業者 ヘルプデスク
    前回分を入力するには、start 33 と done 33 に --at 日時 --reason 理由 を付け
    る（done には --valid-until 日付 も）。または手順書に last_done を書く
    -> opsctl start 33

随時 (必要なとき)
予定なし 5 監視項目の見直し
    依頼があれば実施

期限超過 1、遅れ 0、要実施 1
)");
  CHECK(due_as(Format::text, Language::en, 40, 2) == R"(work as of 2026-11-22 23:00+09:00

1/D (once a day)
overdue 49 侵入防御装置のシグネチャ更新
    2 days 5 hours overdue, due
    2026-11-20 18:00+09:00, for
    2026-11-20, 2 times outstanding, 1
    of them missed for good
    performed by 運用業者 運用作業, ハー
    ドウェア・ソフトウェア等導入・保守業
    者 保守
    -> opsctl start 49

1/Y (once a year)
due 33 クライアント証明書の更新
    365 days left, due 2027-11-23
    00:00+09:00, no earlier work is
    recorded, holidays are provisional
    performed by 運用業者 ヘルプデスク
    to enter the last one: start and
    done 33, each with --at TIME
    --reason TEXT, done with
    --valid-until DATE too; or last_done
    in its runbook
    -> opsctl start 33

随時 (on demand)
not scheduled 5 監視項目の見直し
    on demand

1 overdue, 0 late, 1 due
)");
}

TEST_CASE("due says so where nothing needs doing") {
  CHECK(due(kCatalog, {}, kNow, Format::text, {Language::en}) ==
        "work as of 2026-11-22 23:00+09:00\n\nnothing needs doing\n");
}

TEST_CASE("due for other programs") {
  CHECK(
      due_as(Format::tsv, Language::ja, 0) ==
      "周期\tNo.\tID\t題名\t状態\t理由\t対象回\t期限\t時間\t前回\t未実施の回数\t作業者\t次の操作\n"
      "1/D\t49\tinc-49\t侵入防御装置のシグネチャ更新\t期限超過\t\t2026-11-20\t2026-11-20 "
      "18:00+09:00\t2日5時間超過\t2026-11-19 09:00+09:00\t2\t運用業者 "
      "運用作業、ハードウェア・ソフトウェア等導入・保守業者 保守\topsctl start 49\n"
      "1/"
      "Y\t33\tinc-33\tクライアント証明書の更新\t要実施\t前回の実施が記録されていない\t\t2027-11-23 "
      "00:00+09:00\tあと365日\t\t0\t運用業者 ヘルプデスク\topsctl start 33\n"
      "随時\t5\tinc-05\t監視項目の見直し\t予定なし\t依頼があれば実施\t\t\t\t\t0\t運用業者 "
      "運用作業\t\n");
  CHECK(
      due_as(Format::md, Language::en, 0) ==
      R"(| Cycle | No. | ID | Title | State | Reason | Occurrence | Due | Time | Last done | Outstanding | Performed by | Next |
| --- | ---: | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 1/D | 49 | inc-49 | 侵入防御装置のシグネチャ更新 | overdue |  | 2026-11-20 | 2026-11-20 18:00+09:00 | 2 days 5 hours overdue | 2026-11-19 09:00+09:00 | 2 | 運用業者 運用作業, ハードウェア・ソフトウェア等導入・保守業者 保守 | opsctl start 49 |
| 1/Y | 33 | inc-33 | クライアント証明書の更新 | due | no earlier work is recorded |  | 2027-11-23 00:00+09:00 | 365 days left |  | 0 | 運用業者 ヘルプデスク | opsctl start 33 |
| 随時 | 5 | inc-05 | 監視項目の見直し | not scheduled | on demand |  |  |  |  | 0 | 運用業者 運用作業 |  |
)");
}

TEST_CASE("due as JSON has the promised fields and no others, absent ones null") {
  const Json json = Json::parse(due_as(Format::json, Language::ja, 0));
  CHECK(json.begin().key() == "schema");
  CHECK(json["schema"] == "opsctl.due/1");
  CHECK(json["as_of"] == "2026-11-22T23:00:00+09:00");
  CHECK(json["items"][0] == Json::parse(R"({
    "id": "inc-49", "no": 49, "title": "侵入防御装置のシグネチャ更新", "cycle": "1/D",
    "mode": "calendar", "state": "overdue", "reason": null, "key": "2026-11-20",
    "open": "2026-11-20T00:00:00+09:00", "due_from": "2026-11-20T00:00:00+09:00",
    "due": "2026-11-20T18:00:00+09:00", "overdue_at": "2026-11-21T00:00:00+09:00",
    "last_done": "2026-11-19T09:00:00+09:00", "next_key": "2026-11-21",
    "next_due": "2026-11-21T18:00:00+09:00", "outstanding": 2, "missed": 1, "uncovered_since": null,
    "covered_until": null, "open_run": null, "requests": [], "warnings": []})"));
  CHECK(json["items"][1]["reason"] == "no-baseline");
  CHECK(json["items"][1]["warnings"] == Json::array({"holidays-provisional"}));
  CHECK(json["items"][2]["state"] == "not-scheduled");
  for (const char* absent :
       {"key", "open", "due_from", "due", "overdue_at", "last_done", "next_key", "next_due"}) {
    INFO(absent);
    CHECK(json["items"][2][absent].is_null());
  }
}

TEST_CASE("check begins with a plugin's line and names what is not ok") {
  CHECK(
      check_as(Format::text, Language::ja, 0) ==
      R"(OPSCTL CRITICAL - 1 overdue, 0 late, 1 due, 1 ok | overdue=1 late=0 due=1 ok=1 open_too_long=0 unsigned_too_long=0 emergencies=0
期限超過 49 侵入防御装置のシグネチャ更新: 2日5時間超過、期限 2026-11-20 18:00+09:00
要実施 33 クライアント証明書の更新: あと365日、期限 2027-11-23 00:00+09:00、前回の実施が記録されていない、休日表の範囲外のため暫定
)");
  CHECK(
      check_as(Format::text, Language::en, 80) ==
      R"(OPSCTL CRITICAL - 1 overdue, 0 late, 1 due, 1 ok | overdue=1 late=0 due=1 ok=1 open_too_long=0 unsigned_too_long=0 emergencies=0
overdue 49 侵入防御装置のシグネチャ更新: 2 days 5 hours overdue, due 2026-11-20
        18:00+09:00
due 33 クライアント証明書の更新: 365 days left, due 2027-11-23 00:00+09:00, no
    earlier work is recorded, holidays are provisional
)");
}

TEST_CASE("check says OK, WARNING and UNKNOWN too, and hides nothing that carries a warning") {
  const auto first_word = [](CheckState state) {
    return check(kCatalog, {kNow, state}, Format::text, {Language::en});
  };
  const std::string rest =
      " - 0 overdue, 0 late, 0 due, 0 ok | overdue=0 late=0 due=0 ok=0 "
      "open_too_long=0 unsigned_too_long=0 emergencies=0\n";
  CHECK(first_word(CheckState::ok) == "OPSCTL OK" + rest);
  CHECK(first_word(CheckState::warning) == "OPSCTL WARNING" + rest);
  CHECK(first_word(CheckState::unknown) == "OPSCTL UNKNOWN" + rest);
  Runbook book = signature_update();
  book.title = "a|b";
  Standing standing = on_demand_standing();
  standing.warnings = {DueWarning::future_execution};
  const std::vector<DueRow> rows = {{book, standing}};
  CHECK(check(kCatalog, report_of(CheckState::warning, rows, Format::text), Format::text,
              {Language::en}) ==
        "OPSCTL WARNING - 0 overdue, 0 late, 0 due, 1 ok | overdue=0 late=0 due=0 ok=1 "
        "open_too_long=0 unsigned_too_long=0 emergencies=0\n"
        "not scheduled 49 a｜b: on demand, a record lies in the future\n");
}

TEST_CASE("check as JSON has the exit status, the counts and all items") {
  const Json json = Json::parse(check_as(Format::json, Language::ja, 0));
  CHECK(json["schema"] == "opsctl.check/1");
  CHECK(json["exit"] == 2);
  CHECK(json["state"] == "CRITICAL");
  CHECK(json["counts"] == Json::object({{"overdue", 1},
                                        {"late", 0},
                                        {"due", 1},
                                        {"ok", 1},
                                        {"open_too_long", 0},
                                        {"unsigned_too_long", 0},
                                        {"emergencies", 0}}));
  CHECK(json["items"].size() == 3);
  CHECK(json["items"][0]["id"] == "inc-49");
}
