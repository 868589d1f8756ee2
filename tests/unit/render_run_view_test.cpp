#include <catch2/catch.hpp>

#include "base/json.h"
#include "render/checklist.h"
#include "render/run_view.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

const Catalog kCatalog = sample_catalog();
const Run kOpen = open_run();
const Run kFinished = finished_run();

Look look_of(Language language, int width, int ambiguous = 1) {
  return {language, width, ambiguous, false};
}

}  // namespace

TEST_CASE("an open run shows what was done and what to type next") {
  CHECK(show_run(kOpen, kCatalog, Format::text, look_of(Language::ja, 80)) ==
        R"(20261122-003 侵入防御装置のシグネチャ更新

ID                  inc-49
状態                実施中
開始                2026-11-22 09:00+09:00
作業者              山田太郎 (yamada)
担当スーパーバイザ  鈴木一郎 (suzuki)
手順書              0e17daca5f3e
記録簿              6:e7f6c011

手順
[x] 1. 最新のシグネチャを取得する
    OK、山田太郎 (yamada)、2026-11-22 09:20+09:00
    以前の記録: NG、山田太郎 (yamada)、2026-11-22 09:10+09:00、回線が切れた
[x] 2. 取得元を選ぶ
    OK、山田太郎 (yamada)、2026-11-22 09:25+09:00
    選択: 媒体
    適用した版: 12.3
[ ] 3. シグネチャを装置に適用する

記録欄
- 適用した版: 12.3

注記
- 2026-11-22 09:26+09:00 佐藤花子 (sato): 装置の再起動はしていない

署名
[ ] 未署名: ● 運用業者
[ ] 未署名: ▲ 労災保険業務課 業務運用

次の操作
-> opsctl step 20261122-003 3 --ok
)");
  CHECK(show_run(kOpen, kCatalog, Format::md, look_of(Language::en, 0)) ==
        R"(# 20261122-003 侵入防御装置のシグネチャ更新

- **ID**: inc-49
- **State**: open
- **Started**: 2026-11-22 09:00+09:00
- **Performed by**: 山田太郎 (yamada)
- **Supervisor on duty**: 鈴木一郎 (suzuki)
- **Runbook**: 0e17daca5f3e
- **Journal**: 6:e7f6c011

## Steps

- [x] 1. 最新のシグネチャを取得する
    - OK, 山田太郎 (yamada), 2026-11-22 09:20+09:00
    - earlier: NG, 山田太郎 (yamada), 2026-11-22 09:10+09:00, 回線が切れた
- [x] 2. 取得元を選ぶ
    - OK, 山田太郎 (yamada), 2026-11-22 09:25+09:00
    - chosen: 媒体
    - 適用した版: 12.3
- [ ] 3. シグネチャを装置に適用する

## Record

- 適用した版: 12.3

## Notes

- 2026-11-22 09:26+09:00 佐藤花子 (sato): 装置の再起動はしていない

## Sign-offs

- [ ] still to be signed: ● 運用業者
- [ ] still to be signed: ▲ 労災保険業務課 業務運用

## Next

- -\> opsctl step 20261122-003 3 --ok
)");
}

TEST_CASE("a finished run shows its exceptions and its signatures") {
  CHECK(show_run(kFinished, kCatalog, Format::text, look_of(Language::ja, 80)) ==
        R"(20261122-003 侵入防御装置のシグネチャ更新

ID                  inc-49
状態                承認待ち（▲）
開始                2026-11-22 09:00+09:00
実施                2026-11-22 09:45+09:00
完了                2026-11-22 09:45+09:00
所要時間            45分
作業者              山田太郎 (yamada)、佐藤花子 (sato)
担当スーパーバイザ  鈴木一郎 (suzuki)
手順書              0e17daca5f3e
記録簿              9:19581e27

例外
! 手順 3 は対象外: 新しい版はない

手順
[x] 1. 最新のシグネチャを取得する
    OK、山田太郎 (yamada)、2026-11-22 09:20+09:00
    以前の記録: NG、山田太郎 (yamada)、2026-11-22 09:10+09:00、回線が切れた
[x] 2. 取得元を選ぶ
    OK、山田太郎 (yamada)、2026-11-22 09:25+09:00
    選択: 媒体
    適用した版: 12.3
[-] 3. シグネチャを装置に適用する
    対象外、佐藤花子 (sato)、2026-11-22 09:40+09:00
    メモ: 新しい版はない

記録欄
- 適用日時: 2026-11-22 09:40
- 適用した版: 12.3

注記
- 2026-11-22 09:26+09:00 佐藤花子 (sato): 装置の再起動はしていない

署名
●   承認、鈴木一郎 (suzuki)、運用業者、2026-11-22 10:00+09:00、版を確認した
[ ] 未署名: ▲ 労災保険業務課 業務運用

次の操作
-> opsctl approve 20261122-003
)");
  CHECK(show_run(kFinished, kCatalog, Format::text, look_of(Language::en, 40, 2)) ==
        R"(20261122-003 侵入防御装置のシグネチャ更
新

ID                  inc-49
State               awaiting approval
                    (▲)
Started             2026-11-22
                    09:00+09:00
Performed           2026-11-22
                    09:45+09:00
Finished            2026-11-22
                    09:45+09:00
Duration            45 minutes
Performed by        山田太郎 (yamada),
                    佐藤花子 (sato)
Supervisor on duty  鈴木一郎 (suzuki)
Runbook             0e17daca5f3e
Journal             9:19581e27

Exceptions
! step 3 not applicable: 新しい版はない

Steps
[x] 1. 最新のシグネチャを取得する
    OK, 山田太郎 (yamada), 2026-11-22
    09:20+09:00
    earlier: NG, 山田太郎 (yamada),
    2026-11-22 09:10+09:00, 回線が切れた
[x] 2. 取得元を選ぶ
    OK, 山田太郎 (yamada), 2026-11-22
    09:25+09:00
    chosen: 媒体
    適用した版: 12.3
[-] 3. シグネチャを装置に適用する
    not applicable, 佐藤花子 (sato),
    2026-11-22 09:40+09:00
    note: 新しい版はない

Record
- 適用日時: 2026-11-22 09:40
- 適用した版: 12.3

Notes
- 2026-11-22 09:26+09:00 佐藤花子
  (sato): 装置の再起動はしていない

Sign-offs
●  approved, 鈴木一郎 (suzuki), 運用業
    者, 2026-11-22 10:00+09:00, 版を確認
    した
[ ] still to be signed: ▲ 労災保険業務
    課 業務運用

Next
-> opsctl approve 20261122-003
)");
}

TEST_CASE("a run as JSON has the promised fields") {
  const Json json =
      Json::parse(show_run(kFinished, kCatalog, Format::json, look_of(Language::ja, 0)));
  CHECK(json.begin().key() == "schema");
  CHECK(json["schema"] == "opsctl.show/1");
  const Json& run = json["run"];
  CHECK(run["id"] == "20261122-003");
  CHECK(run["item"] == "inc-49");
  CHECK(run["state"] == "awaiting-approval");
  CHECK(run["started_at"] == "2026-11-22T09:00:00+09:00");
  CHECK(run["performed_at"] == "2026-11-22T09:45:00+09:00");
  CHECK(run["finished_at"] == "2026-11-22T09:45:00+09:00");
  CHECK(run["performers"] == Json::array({"yamada", "sato"}));
  CHECK(run["supervisor"] == "suzuki");
  CHECK(run["late_entry"] == false);
  CHECK(run["record"] == "9:" + hex(sha256("9")));
  CHECK(run["ref"].is_null());
  CHECK(run["steps"][0] == Json::parse(R"({
    "n": 1, "id": "download", "text": "最新のシグネチャを取得する", "required": true,
    "result": "ok", "note": null, "choice": null, "values": {}, "evidence": [], "person": "yamada",
    "deputy_for": null, "performed_at": "2026-11-22T09:20:00+09:00", "recorded_at": "2026-11-22T09:20:00+09:00",
    "ticked": false, "confirmed_by": null, "confirmed_at": null,
    "earlier": [{"result": "ng", "note": "回線が切れた", "choice": null, "values": {}, "evidence": [],
      "person": "yamada", "deputy_for": null, "performed_at": "2026-11-22T09:10:00+09:00",
      "recorded_at": "2026-11-22T09:10:00+09:00", "ticked": false}]})"));
  CHECK(run["signoffs"] == Json::parse(R"([{"duty": "supervisor", "decision": "approve",
    "person": "suzuki", "deputy_for": null, "party": "ops", "at": "2026-11-22T10:00:00+09:00",
    "comment": "版を確認した", "signed": false, "in_force": true}])"));
  CHECK(run["missing_signoffs"] == Json::parse(R"([{"duty": "approver", "owed_by": "labor"}])"));
  CHECK(run["exceptions"] ==
        Json::parse(R"([{"kind": "step-na", "step": "apply", "text": "新しい版はない"}])"));
  CHECK(run["values"] == Json::object({{"applied_at", "2026-11-22 09:40"}, {"version", "12.3"}}));
  const Json open =
      Json::parse(show_run(kOpen, kCatalog, Format::json, look_of(Language::ja, 0)))["run"];
  CHECK(open["finished_at"].is_null());
  CHECK(open["performed_at"].is_null());
  CHECK(open["outcome"].is_null());
  CHECK(open["steps"][2]["result"].is_null());
}

TEST_CASE("a sign-off that a later correction voided is kept, and said to be void") {
  Run run = kFinished;
  run.events.push_back(event_of(
      10, "2026-11-22 10:10", "tanaka", "labor",
      SignedOff{SignOffDuty::approver, Decision::return_run, "記録不足", content_hash(run)}));
  const std::string text = show_run(run, kCatalog, Format::text, look_of(Language::ja, 0));
  CHECK(text.find("●   承認、鈴木一郎 (suzuki)、運用業者、2026-11-22 10:00+09:00、"
                  "版を確認した、失効\n"
                  "▲   差戻し、田中次郎 (tanaka)、労災保険業務課 業務運用、"
                  "2026-11-22 10:10+09:00、記録不足\n") != std::string::npos);
  CHECK(text.ends_with("次の操作\n-> opsctl done 20261122-003\n"));
}

TEST_CASE("a run's checklist shows what was done") {
  CHECK(checklist(kFinished, kCatalog, {}, Format::text, look_of(Language::ja, 0)) ==
        R"(チェックリスト 49 侵入防御装置のシグネチャ更新

ID        inc-49
分類      インシデント > システム運用作業 > 保守担当者連携作業 > 侵入防御装置の
          シグネチャ更新
周期      1/D
実施方法  手作業
手順書    0e17daca5f3e
実行      20261122-003
開始      2026-11-22 09:00+09:00
実施      2026-11-22 09:45+09:00
記録簿    9:19581e27de7ced00ff1ce50b2047e7a567c76b1cbaebabe5ef03f7c3017bb5b7

実施者
◎● 運用業者 運用作業
◎  ハードウェア・ソフトウェア等導入・保守業者 保守
▲  労災保険業務課 業務運用
△  統括責任者 統括

手順
[x] 1. 最新のシグネチャを取得する
    新しい版が出ていないときは --na とする。
    担当: 運用業者 運用作業
    OK、山田太郎 (yamada)、2026-11-22 09:20+09:00
    以前の記録: NG、山田太郎 (yamada)、2026-11-22 09:10+09:00、回線が切れた
[x] 2. 取得元を選ぶ
    ( ) 配布元
    (x) 媒体
    OK、山田太郎 (yamada)、2026-11-22 09:25+09:00
    選択: 媒体
    適用した版: 12.3
[-] 3. シグネチャを装置に適用する
    - 版の確認
    - 稼働の確認
    担当: ハードウェア・ソフトウェア等導入・保守業者 保守
    確認: 統括責任者 統括 の別の者
    対象外、佐藤花子 (sato)、2026-11-22 09:40+09:00
    メモ: 新しい版はない

記録欄
- 適用した版 (文字、必須): 12.3
- 適用日時 (日時): 2026-11-22 09:40

署名
+------------------+-------------------+-------------------+-------------------+
| 署名欄           | 所属              | 氏名              | 日時              |
+------------------+-------------------+-------------------+-------------------+
| 作業             | 運用業者 運用作業 | 山田太郎 (yamada) | 2026-11-22        |
|                  |                   |                   | 09:45+09:00       |
+------------------+-------------------+-------------------+-------------------+
| 作業             | ハードウェア・ソ  | 佐藤花子 (sato)   | 2026-11-22        |
|                  | フトウェア等導    |                   | 09:45+09:00       |
|                  | 入・保守業者 保守 |                   |                   |
+------------------+-------------------+-------------------+-------------------+
| スーパーバイザ ● | 運用業者          | 鈴木一郎 (suzuki) | 2026-11-22        |
|                  |                   |                   | 10:00+09:00       |
+------------------+-------------------+-------------------+-------------------+
| 承認 ▲           | 労災保険業務課 業 |                   |                   |
|                  | 務運用            |                   |                   |
+------------------+-------------------+-------------------+-------------------+
)");
  const Json json =
      Json::parse(checklist(kFinished, kCatalog, {}, Format::json, look_of(Language::ja, 0)));
  CHECK(json["item"]["cycle"] == "1/D");
  CHECK(json["run"]["id"] == "20261122-003");
  CHECK(json["signatures"][2] == Json::parse(R"({"role": "supervise", "owner": "運用業者",
    "person": "suzuki", "deputy_for": null, "at": "2026-11-22T10:00:00+09:00"})"));
  CHECK(json["signatures"][3]["person"].is_null());
}

TEST_CASE("a second person's word and a late entry are shown beside the step") {
  Run run = open_run();
  Event apply =
      event_of(7, "2026-11-22 09:40", "sato", "hw", StepRecorded{"apply", StepResult::ok});
  apply.recorded_at = at("2026-11-24 08:00");
  run.events.push_back(apply);
  run.events.push_back(
      event_of(8, "2026-11-24 08:05", "controller", "controller", StepConfirmed{"apply"}));
  const std::string text = show_run(run, kCatalog, Format::text, look_of(Language::en, 0));
  CHECK(
      text.find("[x] 3. シグネチャを装置に適用する\n"
                "    OK, 佐藤花子 (sato), 2026-11-22 09:40+09:00, recorded 2026-11-24 08:00+09:00\n"
                "    confirmed by controller, 2026-11-24 08:05+09:00\n") != std::string::npos);
}
