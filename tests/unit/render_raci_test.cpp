#include <catch2/catch.hpp>

#include "base/json.h"
#include "render/raci.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

const Catalog kCatalog = sample_catalog();
const std::vector<const Runbook*> kBooks = all_books(kCatalog);

Look look_of(Language language, int width, int ambiguous = 1) {
  return {language, width, ambiguous, false};
}

std::string raci_as(Format format, const Look& look, bool letters = false) {
  return raci(kCatalog, kBooks, letters, format, look);
}

}  // namespace

TEST_CASE("the matrix fits 80 columns with all parties and explains its marks") {
  CHECK(raci_as(Format::text, look_of(Language::ja, 80)) ==
        R"(                                                           ハード      支払 支払
                          労                               ウェ   労働 基   基
                          災                               ア・ソ 基準 金・ 金・
                          保 統                            フト   行政 国保 国保
                          険 括                            ウェア シス 中央 中央
                          業 責                            等導   テム 会   会
                          務 任 アプリケーション保 運用業  入・保 担当 担当 回線
                          課 者 守業者             者      守業者 者   者   業者
                          -- -- ------------------ ------- ------ ---- ---- ----
                          業    プロ ライ 業務アプ      運        他シ 他シ 他シ
                          務    ジェ ブラ リケー   ヘル 用        ステ ステ ステ
                          運 統 クト リ管 ション保 プデ 作        ム運 ム運 ム運
No. 題名                  用 括 管理 理   守       スク 業 保守   用   用   用
--- --------------------- -- -- ---- ---- -------- ---- -- ------ ---- ---- ----
5   監視項目の見直し      ▲  △  □    -    -        -    -  -      -    -    -
33  クライアント証明書の  ▲  -  -    -    -        ◎●   -  -      -    -    □
    更新
49  侵入防御装置のシグネ  ▲  △  -    -    -        -    ◎● ◎      -    -    -
    チャ更新

凡例
◎  手順に従って作業を行う
▲  運用の責任者として、作業とその結果・報告書を確認し承認する
△  作業全体を管理・監督し、作業を行う者に指示する
□  資料や情報を出し、作業に加わるなどして支援する（※1、※2）
●  運用業者が行う作業（◎）は、必ずそのスーパーバイザの管理の下で行う
※1 運用業者が支援（□）する作業では、その作業を実施・管理する側が支援の管理も行う
※2 ほかの記号が付いた者は支援も行う。□はその記号に含まれる
!  項目 5 の作業は、注記により 運用業者 運用作業 が行う
)");
  CHECK(raci_as(Format::text, look_of(Language::en, 80, 2)) ==
        R"(                                                           ハード      支払 支払
                          労                               ウェ   労働 基   基
                          災                               ア・ソ 基準 金・ 金・
                          保 統                            フト   行政 国保 国保
                          険 括                            ウェア シス 中央 中央
                          業 責                            等導   テム 会   会
                          務 任 アプリケーション           入・保 担当 担当 回線
                          課 者 保守業者         運用業者  守業者 者   者   業者
                          -- -- ---------------- --------- ------ ---- ---- ----
                                          業務ア
                          業    プロ ライ プリ                    他シ 他シ 他シ
                          務    ジェ ブラ ケー   ヘル             ステ ステ ステ
                          運 統 クト リ管 ション プデ 運用        ム運 ム運 ム運
No. Title                 用 括 管理 理   保守   スク 作業 保守   用   用   用
--- --------------------- -- -- ---- ---- ------ ---- ---- ------ ---- ---- ----
5   監視項目の見直し      ▲ △ □   -    -      -    -    -      -    -    -
33  クライアント証明書の  ▲ -  -    -    -      ◎● -    -      -    -    □
    更新
49  侵入防御装置のシグネ  ▲ △ -    -    -      -    ◎● ◎     -    -    -
    チャ更新

Legend
◎  performs the work by its procedure
▲  answers for operations: confirms and approves work, results and reports
△  oversees all of the work and instructs those who perform it
□  supports: provides documents and information, takes part (※1, ※2)
●  the work of 運用業者 (◎) is always done under its supervisor
※1 where 運用業者 only supports (□), the party that performs or manages the
    work manages that support too
※2 a party with another symbol supports as well: □ is contained in it
!   item 5 is performed by 運用業者 運用作業, as its note says
)");
}

TEST_CASE("the matrix uses a wide terminal, and goes on below on a narrow one") {
  CHECK(
      raci_as(Format::text, look_of(Language::ja, 160)) ==
      R"(                                 労災保険 統括責                                    ハードウェア・ソフト   労働基準行政シ 支払基金・国保 支払基金・国保
                                 業務課   任者   アプリケーション保守業者 運用業者  ウェア等導入・保守業者 ステム担当者   中央会 担当者  中央会 回線業者
                                 -------- ------ ------------------------ --------- ---------------------- -------------- -------------- ---------------
                                                 プロ   ライブ 業務アプリ ヘル
                                                 ジェク ラリ管 ケーション プデ 運用
No. 題名                         業務運用 統括   ト管理 理     保守       スク 作業 保守                   他システム運用 他システム運用 他システム運用
--- ---------------------------- -------- ------ ------ ------ ---------- ---- ---- ---------------------- -------------- -------------- ---------------
5   監視項目の見直し             ▲        △      □      -      -          -    -    -                      -              -              -
33  クライアント証明書の更新     ▲        -      -      -      -          ◎●   -    -                      -              -              □
49  侵入防御装置のシグネチャ更新 ▲        △      -      -      -          -    ◎●   ◎                      -              -              -

凡例
◎  手順に従って作業を行う
▲  運用の責任者として、作業とその結果・報告書を確認し承認する
△  作業全体を管理・監督し、作業を行う者に指示する
□  資料や情報を出し、作業に加わるなどして支援する（※1、※2）
●  運用業者が行う作業（◎）は、必ずそのスーパーバイザの管理の下で行う
※1 運用業者が支援（□）する作業では、その作業を実施・管理する側が支援の管理も行う
※2 ほかの記号が付いた者は支援も行う。□はその記号に含まれる
!  項目 5 の作業は、注記により 運用業者 運用作業 が行う
)");
  CHECK(raci_as(Format::text, look_of(Language::ja, 40)) ==
        R"(                                    ハー
                                    ド
                                    ウェ
                                    ア・
                                    ソフ
               労                   ト
               災                   ウェ
               保 統                ア等
               険 括 アプリ         導
               業 責 ケーショ       入・
               務 任 ン保守業 運用  保守
               課 者 者       業者  業者
               -- -- -------- ----- ----
                           業
                           務
                           ア
                           プ
                     プ    リ
                     ロ ラ ケ
                     ジ イ ー ヘ
                     ェ ブ シ ル
               業    ク ラ ョ プ 運
               務    ト リ ン デ 用
               運 統 管 管 保 ス 作
No. 題名       用 括 理 理 守 ク 業 保守
--- ---------- -- -- -- -- -- -- -- ----
5   監視項目の ▲  △  □  -  -  -  -  -
    見直し
33  クライアン ▲  -  -  -  -  ◎● -  -
    ト証明書の
    更新
49  侵入防御装 ▲  △  -  -  -  -  ◎● ◎
    置のシグネ
    チャ更新

                    労働基 支払基 支払基
                    準行政 金・国 金・国
                    システ 保中央 保中央
                    ム担当 会 担  会 回
                    者     当者   線業者
                    ------ ------ ------
                    他シス 他シス 他シス
                    テム運 テム運 テム運
No. 題名            用     用     用
--- --------------- ------ ------ ------
5   監視項目の見直  -      -      -
    し
33  クライアント証  -      -      □
    明書の更新
49  侵入防御装置の  -      -      -
    シグネチャ更新

凡例
◎  手順に従って作業を行う
▲  運用の責任者として、作業とその結果・
   報告書を確認し承認する
△  作業全体を管理・監督し、作業を行う者
   に指示する
□  資料や情報を出し、作業に加わるなどし
   て支援する（※1、※2）
●  運用業者が行う作業（◎）は、必ずその
   スーパーバイザの管理の下で行う
※1 運用業者が支援（□）する作業では、その
   作業を実施・管理する側が支援の管理も
   行う
※2 ほかの記号が付いた者は支援も行う。□は
   その記号に含まれる
!  項目 5 の作業は、注記により 運用業者
   運用作業 が行う
)");
}

TEST_CASE("the matrix may speak in letters, the legend too") {
  CHECK(
      raci_as(Format::text, look_of(Language::en, 0), true) ==
      R"(                                 労災保険業務課 統括責任者 アプリケーション保守業者                                 運用業者              ハードウェア・ソフトウェア等導入・保守業者 労働基準行政システム担当者 支払基金・国保中央会 担当者 支払基金・国保中央会 回線業者
                                 -------------- ---------- -------------------------------------------------------- --------------------- ------------------------------------------ -------------------------- --------------------------- -----------------------------
No. Title                        業務運用       統括       プロジェクト管理 ライブラリ管理 業務アプリケーション保守 ヘルプデスク 運用作業 保守                                       他システム運用             他システム運用              他システム運用
--- ---------------------------- -------------- ---------- ---------------- -------------- ------------------------ ------------ -------- ------------------------------------------ -------------------------- --------------------------- -----------------------------
5   監視項目の見直し             A              C          S                -              -                        -            -        -                                          -                          -                           -
33  クライアント証明書の更新     A              -          -                -              -                        RV           -        -                                          -                          -                           S
49  侵入防御装置のシグネチャ更新 A              C          -                -              -                        -            RV       R                                          -                          -                           -

Legend
R  performs the work by its procedure
A  answers for operations: confirms and approves work, results and reports
C  oversees all of the work and instructs those who perform it
S  supports: provides documents and information, takes part (※1, ※2)
V  the work of 運用業者 (R) is always done under its supervisor
※1 where 運用業者 only supports (S), the party that performs or manages the work manages that support too
※2 a party with another symbol supports as well: S is contained in it
!  item 5 is performed by 運用業者 運用作業, as its note says
)");
}

TEST_CASE("the matrix for spreadsheets has one line of headings") {
  CHECK(raci_as(Format::tsv, look_of(Language::ja, 0)) ==
        "No.\tID\t題名\t労災保険業務課 業務運用\t統括責任者 統括\tアプリケーション保守業者 "
        "プロジェクト管理\tアプリケーション保守業者 ライブラリ管理\tアプリケーション保守業者 "
        "業務アプリケーション保守\t運用業者 ヘルプデスク\t運用業者 "
        "運用作業\tハードウェア・ソフトウェア等導入・保守業者 保守\t労働基準行政システム担当者 "
        "他システム運用\t支払基金・国保中央会 担当者 他システム運用\t支払基金・国保中央会 回線業者 "
        "他システム運用\n"
        "5\tinc-05\t監視項目の見直し\t▲\t△\t□\t-\t-\t-\t-\t-\t-\t-\t-\n"
        "33\tinc-33\tクライアント証明書の更新\t▲\t-\t-\t-\t-\t◎●\t-\t-\t-\t-\t□\n"
        "49\tinc-49\t侵入防御装置のシグネチャ更新\t▲\t△\t-\t-\t-\t-\t◎●\t◎\t-\t-\t-\n");
  CHECK(
      raci_as(Format::md, look_of(Language::ja, 0)) ==
      R"(| No. | ID | 題名 | 労災保険業務課 業務運用 | 統括責任者 統括 | アプリケーション保守業者 プロジェクト管理 | アプリケーション保守業者 ライブラリ管理 | アプリケーション保守業者 業務アプリケーション保守 | 運用業者 ヘルプデスク | 運用業者 運用作業 | ハードウェア・ソフトウェア等導入・保守業者 保守 | 労働基準行政システム担当者 他システム運用 | 支払基金・国保中央会 担当者 他システム運用 | 支払基金・国保中央会 回線業者 他システム運用 |
| ---: | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 5 | inc-05 | 監視項目の見直し | ▲ | △ | □ | - | - | - | - | - | - | - | - |
| 33 | inc-33 | クライアント証明書の更新 | ▲ | - | - | - | - | ◎● | - | - | - | - | □ |
| 49 | inc-49 | 侵入防御装置のシグネチャ更新 | ▲ | △ | - | - | - | - | ◎● | ◎ | - | - | - |

## 凡例

- ◎ 手順に従って作業を行う
- ▲ 運用の責任者として、作業とその結果・報告書を確認し承認する
- △ 作業全体を管理・監督し、作業を行う者に指示する
- □ 資料や情報を出し、作業に加わるなどして支援する（※1、※2）
- ● 運用業者が行う作業（◎）は、必ずそのスーパーバイザの管理の下で行う
- ※1 運用業者が支援（□）する作業では、その作業を実施・管理する側が支援の管理も行う
- ※2 ほかの記号が付いた者は支援も行う。□はその記号に含まれる
- ! 項目 5 の作業は、注記により 運用業者 運用作業 が行う
)");
  const std::string csv = raci_as(Format::csv, look_of(Language::ja, 0));
  CHECK(csv.ends_with("\r\n49,inc-49,侵入防御装置のシグネチャ更新,▲,△,-,-,-,-,◎●,◎,-,-,-\r\n"));
}

TEST_CASE("raci as JSON has the promised fields and no others") {
  const Json json = Json::parse(raci_as(Format::json, look_of(Language::ja, 0), true));
  CHECK(json.begin().key() == "schema");
  CHECK(json["schema"] == "opsctl.raci/1");
  CHECK(json["parties"].size() == 11);
  CHECK(json["parties"][6] ==
        Json::object({{"id", "ops"}, {"organisation", "運用業者"}, {"function", "運用作業"}}));
  CHECK(json["rows"][2] == Json::parse(R"({
    "id": "inc-49", "no": 49, "title": "侵入防御装置のシグネチャ更新",
    "cells": {"labor": "▲", "controller": "△", "app-pm": "-", "app-library": "-",
              "app-business": "-", "helpdesk": "-", "ops": "◎", "hw": "◎", "standards": "-",
              "fund": "-", "line": "-"},
    "supervised": ["ops"]})"));
  CHECK(json["rows"][0]["supervised"].empty());
}
