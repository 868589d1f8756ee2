#include <catch2/catch.hpp>

#include "base/json.h"
#include "log_in_parts.h"
#include "render/pending_view.h"
#include "render/status_view.h"
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

std::string pending_as(Format format, const Look& look) {
  const std::vector<PendingRow> rows = {{kFinished, std::chrono::minutes(30), true}};
  return pending(kCatalog, {rows}, format, look);
}

StatusReport report() {
  StatusReport report;
  report.as_of = kNow;
  report.person = "yamada";
  for (const DueRow& row : sample_rows(kCatalog)) report.items.push_back(row);
  report.open = {&kOpen};
  report.to_sign = {&kFinished};
  return report;
}

}  // namespace

TEST_CASE("pending shows what a decision needs, the exceptions first") {
  CHECK(pending_as(Format::text, look_of(Language::ja, 80)) ==
        R"(20261122-003 49 侵入防御装置のシグネチャ更新
! 手順 3 は対象外: 新しい版はない
! 前回の実行から手順書が変わった

作業者    山田太郎 (yamada)、佐藤花子 (sato)
実施      2026-11-22 09:45+09:00
記録      2026-11-22 09:45+09:00
所要時間  45分（通常 30分）
署名待ち  ▲ 労災保険業務課 業務運用
詳細      opsctl show 20261122-003
次の操作  opsctl approve 20261122-003
)");
  CHECK(pending_as(Format::tsv, look_of(Language::en, 80)) ==
        "Run\tNo.\tID\tTitle\tExceptions\tPerformed "
        "by\tPerformed\tRecorded\tDuration\tRunbook\tWaiting for\tNext\n"
        "20261122-003\t49\tinc-49\t侵入防御装置のシグネチャ更新\tstep 3 not applicable: "
        "新しい版はない\t山田太郎 (yamada), 佐藤花子 (sato)\t2026-11-22 09:45+09:00\t2026-11-22 "
        "09:45+09:00\t45 minutes (usually 30 minutes)\tthe runbook has changed since the last "
        "run\t▲ 労災保険業務課 業務運用\topsctl approve 20261122-003\n");
  CHECK(pending(kCatalog, {}, Format::text, look_of(Language::ja, 0)) ==
        "署名待ちの実行はありません\n");
}

TEST_CASE("runs with exceptions are decided on first") {
  Run plain = finished_run();
  plain.id = "20261122-001";
  std::get<StepRecorded>(plain.events[5].body).result = StepResult::ok;
  const std::vector<PendingRow> rows = {{plain, std::nullopt}, {kFinished, std::nullopt}};
  const Json json = Json::parse(pending(kCatalog, {rows}, Format::json, look_of(Language::ja, 0)));
  CHECK(json["schema"] == "opsctl.pending/1");
  CHECK(json["runs"][0]["id"] == "20261122-003");
  CHECK(json["runs"][1]["id"] == "20261122-001");
  CHECK(json["runs"][1]["exceptions"].empty());
  CHECK(json["runs"][0]["duration_seconds"] == 2700);
  CHECK(json["runs"][0]["usual_seconds"].is_null());
  CHECK(json["runs"][0]["recorded_at"] == "2026-11-22T09:45:00+09:00");
  CHECK(json["runs"][0]["runbook_changed"] == false);
}

TEST_CASE("status is one screen, each line with what to type next") {
  CHECK(status(kCatalog, report(), Format::text, look_of(Language::ja, 80)) ==
        R"(2026-11-22 23:00+09:00  山田太郎 (yamada)
期限超過・遅れ (1)
  49 侵入防御装置のシグネチャ更新: 2日5時間超過  -> opsctl start 49
要実施 (1)
  33 クライアント証明書の更新: あと365日  -> opsctl start 33
実施中 (1)
  49 侵入防御装置のシグネチャ更新  -> opsctl step 20261122-003 3 --ok
署名待ち (1)
  ［例外あり］ 49 侵入防御装置のシグネチャ更新  -> opsctl approve 20261122-003
)");
  CHECK(status(kCatalog, report(), Format::text, look_of(Language::en, 40, 2)) ==
        R"(2026-11-22 23:00+09:00  山田太郎
                        (yamada)
Overdue (1)
  49 侵入防御装置のシグネチャ更新: 2 d…
  -> opsctl start 49
Due (1)
  33 クライアント証明書の更新: 365 day…
  -> opsctl start 33
Open runs (1)
  49 侵入防御装置のシグネチャ更新
  -> opsctl step 20261122-003 3 --ok
Waiting for my sign-off (1)
  [exceptions] 49 侵入防御装置のシグネ…
  -> opsctl approve 20261122-003
)");
  StatusReport full = report();
  full.open.assign(9, &kOpen);
  full.returned.assign(9, &kOpen);
  full.to_sign.assign(9, &kFinished);
  for (int i = 0; i < 9; ++i) {
    full.items.push_back({kCatalog.runbooks[2], overdue_standing()});
    full.items.push_back({kCatalog.runbooks[1], no_baseline_standing()});
  }
  const std::string text = status(kCatalog, full, Format::text, look_of(Language::en, 80));
  CHECK(split(text, '\n').size() == 22);
  CHECK(text.find("  7 more  -> opsctl pending\n") != std::string::npos);
}

TEST_CASE("status says so where there is nothing to do") {
  CHECK(status(kCatalog, {kNow}, Format::text, look_of(Language::en, 80)) ==
        "2026-11-22 23:00+09:00  not in the roster: reading only\nnothing to do\n");
}

TEST_CASE("status asks who types where the account serves several persons") {
  CHECK(status(kCatalog, {.as_of = kNow, .may_act = {"sato", "yamada"}}, Format::text,
               look_of(Language::ja, 80)) ==
        "2026-11-22 23:00+09:00  要実施のみ全員分を表示。自分の分は次の誰かを指定:\n"
        "  --as sato yamada\n"
        "いま行うことはありません\n");
}

TEST_CASE("status repeats in its commands who was named") {
  StatusReport mine = report();
  mine.as = " --as yamada";
  const std::string text = status(kCatalog, mine, Format::text, look_of(Language::en, 80));
  CHECK(text.find("-> opsctl start 49 --as yamada\n") != std::string::npos);
  CHECK(text.find("-> opsctl approve 20261122-003 --as yamada\n") != std::string::npos);
}

TEST_CASE("status as JSON has a list for every section") {
  const Json json = Json::parse(status(kCatalog, report(), Format::json, look_of(Language::ja, 0)));
  CHECK(json["schema"] == "opsctl.status/1");
  CHECK(json["person"] == "yamada");
  CHECK(json["overdue"].size() == 1);
  CHECK(json["due"][0]["id"] == "inc-33");
  CHECK(json["open"][0]["id"] == "20261122-003");
  CHECK(json["returned"].empty());
  CHECK(json["to_sign"][0]["state"] == "awaiting-approval");
}

TEST_CASE("log is a table of the journal, and on a narrow screen two lines a record") {
  const auto& events = kFinished.events;
  CHECK(log(kCatalog, events, Format::text, look_of(Language::ja, 80)) ==
        R"(2  2026-11-22 09:00+09:00  開始  20261122-003 inc-49  d4735e3a
   山田太郎 (yamada): 侵入防御装置のシグネチャ更新、● 鈴木一郎 (suzuki)
3  2026-11-22 09:10+09:00  手順  20261122-003 inc-49  4e074085
   山田太郎 (yamada): download NG、回線が切れた
4  2026-11-22 09:20+09:00  手順  20261122-003 inc-49  4b227777
   山田太郎 (yamada): download OK
5  2026-11-22 09:25+09:00  手順  20261122-003 inc-49  ef2d127d
   山田太郎 (yamada): source OK、媒体、version=12.3
6  2026-11-22 09:26+09:00  メモ  20261122-003 inc-49  e7f6c011
   佐藤花子 (sato): 装置の再起動はしていない
7  2026-11-22 09:40+09:00  手順  20261122-003 inc-49  7902699b
   佐藤花子 (sato): apply 対象外、新しい版はない
8  2026-11-22 09:45+09:00  完了  20261122-003 inc-49  2c624232
   山田太郎 (yamada): 実施、applied_at=2026-11-22 09:40
9  2026-11-22 10:00+09:00  署名  20261122-003 inc-49  19581e27
   鈴木一郎 (suzuki): ● 承認: 版を確認した
)");
  CHECK(log(kCatalog, events, Format::tsv, look_of(Language::en, 80)) ==
        "Seq\tRecorded\tPerformed\tPerson\tAccount\tRecord\tItem\tRun\tContent\tHash\n"
        "2\t2026-11-22 09:00+09:00\t2026-11-22 09:00+09:00\t山田太郎 "
        "(yamada)\tops01\tstarted\tinc-49\t20261122-003\t侵入防御装置のシグネチャ更新, ● 鈴木一郎 "
        "(suzuki)\td4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35\n"
        "3\t2026-11-22 09:10+09:00\t2026-11-22 09:10+09:00\t山田太郎 "
        "(yamada)\tops01\tstep\tinc-49\t20261122-003\tdownload NG, "
        "回線が切れた\t4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce\n"
        "4\t2026-11-22 09:20+09:00\t2026-11-22 09:20+09:00\t山田太郎 "
        "(yamada)\tops01\tstep\tinc-49\t20261122-003\tdownload "
        "OK\t4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a\n"
        "5\t2026-11-22 09:25+09:00\t2026-11-22 09:25+09:00\t山田太郎 "
        "(yamada)\tops01\tstep\tinc-49\t20261122-003\tsource OK, 媒体, "
        "version=12.3\tef2d127de37b942baad06145e54b0c619a1f22327b2ebbcfbec78f5564afe39d\n"
        "6\t2026-11-22 09:26+09:00\t2026-11-22 09:26+09:00\t佐藤花子 "
        "(sato)\tops01\tnote\tinc-49\t20261122-"
        "003\t装置の再起動はしていない\te7f6c011776e8db7cd330b54174fd76f7d0216b612387a5ffcfb81e6f09"
        "19683\n"
        "7\t2026-11-22 09:40+09:00\t2026-11-22 09:40+09:00\t佐藤花子 "
        "(sato)\tops01\tstep\tinc-49\t20261122-003\tapply not applicable, "
        "新しい版はない\t7902699be42c8a8e46fbbb4501726517e86b22c56a189f7625a6da49081b2451\n"
        "8\t2026-11-22 09:45+09:00\t2026-11-22 09:45+09:00\t山田太郎 "
        "(yamada)\tops01\tfinished\tinc-49\t20261122-003\tdone, applied_at=2026-11-22 "
        "09:40\t2c624232cdd221771294dfbb310aca000a0df6ac8b66b696d90ef06fdefb64a3\n"
        "9\t2026-11-22 10:00+09:00\t2026-11-22 10:00+09:00\t鈴木一郎 "
        "(suzuki)\tops01\tsigned\tinc-49\t20261122-003\t● approved: "
        "版を確認した\t19581e27de7ced00ff1ce50b2047e7a567c76b1cbaebabe5ef03f7c3017bb5b7\n");
}

TEST_CASE("log as JSON has the promised fields and no others") {
  Event created;
  created.seq = 1;
  created.body = JournalCreated{"5f0c"};
  created.actor.account = "ops01";
  created.performed_at = created.recorded_at = at("2026-11-22 08:00");
  std::vector<Event> events = {created};
  events.insert(events.end(), kFinished.events.begin(), kFinished.events.end());
  events.push_back(event_of(10, "2026-11-22 11:00", "sato", "hw", RunAborted{"取りやめ"}));
  events.push_back(event_of(11, "2026-11-22 11:00", "sato", "hw", StepConfirmed{"apply"}));
  const Json json = Json::parse(log(kCatalog, events, Format::json, look_of(Language::ja, 0)));
  CHECK(json["schema"] == "opsctl.log/1");
  const Json& all = json["events"];
  CHECK(all[0]["person"].is_null());
  CHECK(all[0]["run"].is_null());
  CHECK(all[0]["data"] == Json::object({{"uuid", "5f0c"}}));
  CHECK(all[2] == Json::parse(R"({"seq": 3, "recorded_at": "2026-11-22T09:10:00+09:00",
    "performed_at": "2026-11-22T09:10:00+09:00", "person": "yamada", "deputy_for": null,
    "account": "ops01", "kind": "step-recorded", "late_reason": null, "clock_back": false, "item": "inc-49", "run": "20261122-003",
    "data": {"step": "download", "result": "ng", "note": "回線が切れた", "choice": null,
             "values": {}, "evidence": []},
    "hash": ")" + hex(sha256("3")) +
                              R"("})"));
  CHECK(all[1]["data"]["supervisor"] == "suzuki");
  CHECK(all[5]["data"] == Json::object({{"note", "装置の再起動はしていない"}}));
  CHECK(all[7]["data"]["outcome"] == "done");
  CHECK(all[8]["data"]["decision"] == "approve");
  CHECK(all[9]["data"] == Json::object({{"reason", "取りやめ"}}));
  CHECK(all[10]["data"] == Json::object({{"step", "apply"}}));
}
