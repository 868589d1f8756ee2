#include <catch2/catch.hpp>

#include "base/json.h"
#include "render/item_view.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

const Catalog kCatalog = sample_catalog();

Look look_of(Language language, int width, int ambiguous = 1) {
  return {language, width, ambiguous, false};
}

}  // namespace

TEST_CASE("an item in full") {
  const Runbook& book = kCatalog.runbooks[2];
  CHECK(show_item(book, kCatalog.parties, Format::text, look_of(Language::ja, 80)) ==
        R"(49 侵入防御装置のシグネチャ更新

ID        inc-49
分類      インシデント > システム運用作業 > 保守担当者連携作業 > 侵入防御装置の
          シグネチャ更新
概要      保護シグネチャを毎日取得し、保守業者に渡して装置へ適用してもらう。
周期      1/D (1日に1回)
実施方法  手作業
手順書    0e17daca5f3e

実施者
◎● 運用業者 運用作業
◎  ハードウェア・ソフトウェア等導入・保守業者 保守
▲  労災保険業務課 業務運用
△  統括責任者 統括

スケジュール
- 期限 (due): 18:00
- 猶予 (grace): 6h

手順
1. 最新のシグネチャを取得する
    新しい版が出ていないときは --na とする。
    担当: 運用業者 運用作業
2. 取得元を選ぶ
    一つを選ぶ: 配布元、媒体
3. シグネチャを装置に適用する
    - 版の確認
    - 稼働の確認
    担当: ハードウェア・ソフトウェア等導入・保守業者 保守
    確認: 統括責任者 統括 の別の者

記録欄
- version: 適用した版 (文字、必須)
- applied_at: 適用日時 (日時)
)");
  CHECK(show_item(book, kCatalog.parties, Format::text, look_of(Language::en, 40, 2)) ==
        R"(49 侵入防御装置のシグネチャ更新

ID        inc-49
Category  インシデント > システム運用作
          業 > 保守担当者連携作業 > 侵入
          防御装置のシグネチャ更新
Summary   保護シグネチャを毎日取得し、保
          守業者に渡して装置へ適用しても
          らう。
Cycle     1/D (once a day)
Method    manual
Runbook   0e17daca5f3e

Duties
◎● 運用業者 運用作業
◎   ハードウェア・ソフトウェア等導入・
     保守業者 保守
▲   労災保険業務課 業務運用
△   統括責任者 統括

Schedule
- due (due): 18:00
- grace (grace): 6h

Steps
1. 最新のシグネチャを取得する
    新しい版が出ていないときは --na とす
    る。
    by 運用業者 運用作業
2. 取得元を選ぶ
    choose one: 配布元, 媒体
3. シグネチャを装置に適用する
    - 版の確認
    - 稼働の確認
    by ハードウェア・ソフトウェア等導
    入・保守業者 保守
    confirmed by a second person of 統括
    責任者 統括

Record
- version: 適用した版 (text, required)
- applied_at: 適用日時 (date and time)
)");
  CHECK(show_item(book, kCatalog.parties, Format::md, look_of(Language::ja, 40)) ==
        R"(# 49 侵入防御装置のシグネチャ更新

- **ID**: inc-49
- **分類**: インシデント \> システム運用作業 \> 保守担当者連携作業 \> 侵入防御装置のシグネチャ更新
- **概要**: 保護シグネチャを毎日取得し、保守業者に渡して装置へ適用してもらう。
- **周期**: 1/D (1日に1回)
- **実施方法**: 手作業
- **手順書**: 0e17daca5f3e

## 実施者

- ◎● 運用業者 運用作業
- ◎ ハードウェア・ソフトウェア等導入・保守業者 保守
- ▲ 労災保険業務課 業務運用
- △ 統括責任者 統括

## スケジュール

- 期限 (due): 18:00
- 猶予 (grace): 6h

## 手順

1. 最新のシグネチャを取得する
    - 新しい版が出ていないときは --na とする。
    - 担当: 運用業者 運用作業
2. 取得元を選ぶ
    - 一つを選ぶ: 配布元、媒体
3. シグネチャを装置に適用する
    - 版の確認
    - 稼働の確認
    - 担当: ハードウェア・ソフトウェア等導入・保守業者 保守
    - 確認: 統括責任者 統括 の別の者

## 記録欄

- version: 適用した版 (文字、必須)
- applied\_at: 適用日時 (日時)
)");
}

TEST_CASE("who performs by a note is said where the item is shown") {
  CHECK(show_item(kCatalog.runbooks[0], kCatalog.parties, Format::text, look_of(Language::ja, 0)) ==
        R"(5 監視項目の見直し

ID        inc-05
分類      インシデント > システム監視 > 監視項目の見直し > -
概要      監視項目としきい値を見直す。
周期      随時 (必要なとき)
実施方法  ツール、手作業
手順書    ef2d127de37b

実施者
▲ 労災保険業務課 業務運用
△ 統括責任者 統括
□ アプリケーション保守業者 プロジェクト管理
! 運用業者 運用作業 が行う（注記による）

手順
1. 見直しのきっかけを集める

注記
- duties: 一覧のこの行には作業実施の印がない。
)");
}

TEST_CASE("an item as JSON has all that its runbook says") {
  const Runbook& book = kCatalog.runbooks[2];
  const Json json =
      Json::parse(show_item(book, kCatalog.parties, Format::json, look_of(Language::ja, 0)));
  CHECK(json.begin().key() == "schema");
  CHECK(json["schema"] == "opsctl.show/1");
  const Json& item = json["item"];
  CHECK(item["id"] == "inc-49");
  CHECK(item["cycle"] == "1/D");
  CHECK(item["supervised"] == Json::array({"ops"}));
  CHECK(item["performers"] == Json::array({"ops", "hw"}));
  CHECK(item["schedule"] == Json::object({{"due", "18:00"}, {"grace", "6h"}}));
  CHECK(item["order"] == "fixed");
  CHECK(item["steps"][2] == Json::parse(R"({
    "n": 3, "id": "apply", "text": "シグネチャを装置に適用する", "detail": null,
    "contents": ["版の確認", "稼働の確認"], "choices": [], "party": "hw",
    "confirm_by": "controller", "evidence": "none", "required": true})"));
  CHECK(item["steps"][1]["choices"] == Json::array({"配布元", "媒体"}));
  CHECK(item["records"][0] == Json::parse(R"({
    "key": "version", "label": "適用した版", "type": "text", "choices": [], "required": true})"));
  CHECK(item["runbook_hash"] == hex(book.hash));
  const Json note = Json::parse(show_item(kCatalog.runbooks[0], kCatalog.parties, Format::json,
                                          look_of(Language::ja, 0)))["item"]["notes"][0];
  CHECK(note["performers"] == Json::array({"ops"}));
}

TEST_CASE("several versions of a schedule are all shown") {
  Runbook book = certificate();
  book.timetable.versions.push_back({parse_date("2027-04-01"), kDaily, {}});
  book.order = StepOrder::free;
  const std::string text =
      show_item(book, kCatalog.parties, Format::text, look_of(Language::ja, 0));
  CHECK(text.find("- 周期 1/Y\n    - 数え方 (mode): rolling\n"
                  "- 周期 1/D\n    - 適用開始 (effective_from): 2027-04-01\n") !=
        std::string::npos);
  CHECK(text.find("手順（順序は自由）\n") != std::string::npos);
  const Json item = Json::parse(
      show_item(book, kCatalog.parties, Format::json, look_of(Language::ja, 0)))["item"];
  CHECK(item["schedule"]["versions"][0] == Json::object({{"cycle", "1/Y"}, {"mode", "rolling"}}));
  CHECK(item["order"] == "free");
}
