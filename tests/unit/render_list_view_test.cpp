#include <catch2/catch.hpp>

#include "base/json.h"
#include "render/list_view.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

const Catalog kCatalog = sample_catalog();
const std::vector<const Runbook*> kBooks = all_books(kCatalog);

Look look_of(Language language, int width, int ambiguous = 1) {
  return {language, width, ambiguous, false};
}

std::string listed_as(Format format, const Look& look) {
  return list(kCatalog, kBooks, format, look);
}

}  // namespace

TEST_CASE("list is a table that fits the terminal") {
  CHECK(listed_as(Format::text, look_of(Language::ja, 80)) ==
        R"(No.  ID      題名                   周期  実施方法        実施者
---  ------  ---------------------  ----  --------------  ----------------------
  5  inc-05  監視項目の見直し       随時  ツール、手作業  ▲業務運用 △統括 □プロ
                                                          ジェクト管理
 33  inc-33  クライアント証明書の   1/Y   ツール          ◎●ヘルプデスク ▲業務運
             更新                                         用 □支払基金・国保中央
                                                          会 回線業者
 49  inc-49  侵入防御装置のシグネ   1/D   手作業          ◎●運用作業、◎保守 ▲業
             チャ更新                                     務運用 △統括
)");
  CHECK(listed_as(Format::text, look_of(Language::en, 120, 2)) ==
        R"(No.  ID      Title                         Cycle  Method        Duties
---  ------  ----------------------------  -----  ------------  --------------------------------------------------------
  5  inc-05  監視項目の見直し              随時   tool, manual  ▲業務運用 △統括 □プロジェクト管理
 33  inc-33  クライアント証明書の更新      1/Y    tool          ◎●ヘルプデスク ▲業務運用 □支払基金・国保中央会 回線
                                                                業者
 49  inc-49  侵入防御装置のシグネチャ更新  1/D    manual        ◎●運用作業, ◎保守 ▲業務運用 △統括
)");
}

TEST_CASE("list for spreadsheets has the four headings too") {
  CHECK(listed_as(Format::tsv, look_of(Language::ja, 0)) ==
        "No.\tID\t題名\t分類\t大項目\t中項目\t小項目\t周期\t実施方法\t実施者\n"
        "5\tinc-05\t監視項目の見直し\tインシデント\tシステム監視\t監視項目の見直し\t-"
        "\t随時\tツール、手作業\t▲業務運用 △統括 □プロジェクト管理\n"
        "33\tinc-"
        "33\tクライアント証明書の更新\tインシデント\tシステム運用作業\t証明書\tクライアント証明書の"
        "更新\t1/Y\tツール\t◎●ヘルプデスク ▲業務運用 □支払基金・国保中央会 回線業者\n"
        "49\tinc-"
        "49\t侵入防御装置のシグネチャ更新\tインシデント\tシステム運用作業\t保守担当者連携作業\t侵入"
        "防御装置のシグネチャ更新\t1/D\t手作業\t◎●運用作業、◎保守 ▲業務運用 △統括\n");
  CHECK(listed_as(Format::md, look_of(Language::en, 0)) ==
        R"(| No. | ID | Title | Cycle | Method | Duties |
| ---: | --- | --- | --- | --- | --- |
| 5 | inc-05 | 監視項目の見直し | 随時 | tool, manual | ▲業務運用 △統括 □プロジェクト管理 |
| 33 | inc-33 | クライアント証明書の更新 | 1/Y | tool | ◎●ヘルプデスク ▲業務運用 □支払基金・国保中央会 回線業者 |
| 49 | inc-49 | 侵入防御装置のシグネチャ更新 | 1/D | manual | ◎●運用作業, ◎保守 ▲業務運用 △統括 |
)");
  CHECK(listed_as(Format::csv, look_of(Language::ja, 0))
            .starts_with("\uFEFFNo.,ID,題名,分類,大項目"));
}

TEST_CASE("list as JSON has the promised fields and no others") {
  const Json json = Json::parse(listed_as(Format::json, look_of(Language::ja, 0)));
  CHECK(json.begin().key() == "schema");
  CHECK(json["schema"] == "opsctl.list/1");
  CHECK(json["items"].size() == 3);
  CHECK(json["items"][2] == Json::parse(R"({
    "id": "inc-49", "no": 49, "title": "侵入防御装置のシグネチャ更新",
    "category": {"class": "インシデント", "major": "システム運用作業",
                 "middle": "保守担当者連携作業", "minor": "侵入防御装置のシグネチャ更新"},
    "cycle": "1/D", "methods": ["manual"],
    "duties": {"labor": "▲", "controller": "△", "ops": "◎", "hw": "◎"}})"));
}
