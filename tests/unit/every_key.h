// A catalogue in which every key of every schema is written, with a value that is not the default.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace opsctl {

/// Paths below the catalogue's folder, and what the files say.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEveryKey = {{
    {"catalog.yaml", R"(title: すべての欄
timezone: Asia/Tokyo
effective_from: 2026-04-01
fiscal_year_start: 10-01
week_start: sunday
holidays: days.yaml
limits: {open: 3d, sign_off: 5d}
parties:
  - {id: centre, organisation: 業者, function: 運用, supervised: true}
  - {id: office, organisation: 事務所, function: 承認, directs: true}
)"},
    {"days.yaml", R"(covers_until: 2040-12-31
holidays:
  - {date: 2026-11-23, name: 勤労感謝の日}
)"},
    {"roster.yaml", R"(demonstration: true
shared_accounts_may_sign: true
signatures_required: true
deputies:
  - {deputy: b2, for: b1, from: 2026-12-28, until: 2027-01-05}
persons:
  - {id: a1, name: 担当, parties: [centre], accounts: [ops], supervisor: true}
  - {id: b1, name: 承認者, parties: [office], accounts: any}
  - {id: b2, name: 代行者, parties: [office], accounts: [deputy]}
)"},
    {"all/sheet.yaml", R"(title: 一覧
annex: 別紙9
prefix: all
)"},
    {"all/01-daily.yaml", R"(id: all-01
no: 1
title: 日次
category: {class: 甲, major: 乙, middle: 丙, minor: 日次}
summary: 要約。
cycle: 2/D
methods: [tool, manual]
duties: {centre: ◎, office: ▲}
requires: [instruction]
limits: {open: 1d, sign_off: 2d}
order: free
schedule:
  mode: calendar
  slots:
    - {name: am, from: "06:00", due: "09:00"}
    - {name: pm, from: "15:00", due: "18:00"}
  arrears: 1d
  days: [mon, wed]
  lead: 1h
  grace: 30min
  early: 2h
  catch_up: each
effective_from: 2026-05-01
effective_until: 2030-03-31
suspend:
  - {from: 2026-08-01, to: 2026-08-15, reason: 停止}
steps:
  - id: first
    text: 行う
    detail: 注意
    contents: [範囲]
    party: centre
    confirm_by: office
    required: false
    evidence: required
  - {id: second, text: 選ぶ, choose: [甲, 乙], evidence: optional}
records:
  - {key: kind, label: 種別, type: choice, choices: [甲, 乙], required: true}
notes:
  - {field: steps, text: 理由}
)"},
    {"all/02-rolling.yaml", R"(id: all-02
no: 2
title: 更新
category: {class: 甲, major: 乙, middle: 丙, minor: 更新}
summary: 要約。
cycle: 1/5Y
methods: [manual]
duties: {centre: ◎, office: ▲}
schedule: {mode: rolling, roll: preceding, tolerance: 14d, margin: 30d, last_done: 2024-03-01}
versions:
  - {effective_from: 2028-04-01, cycle: 1/2Y, schedule: {mode: calendar, anchor: 2028-04-01, due: 06-30, roll: modified}}
steps:
  - {id: only, text: 行う}
)"},
    {"all/03-request.yaml", R"(id: all-03
no: 3
title: 依頼
category: {class: 甲, major: 乙, middle: 丙, minor: 依頼}
summary: 要約。
cycle: 随時
methods: [manual]
duties: {centre: □, office: ▲}
schedule: {within: 3BD}
steps:
  - {id: only, text: 行う}
notes:
  - {field: duties, text: 行う者, performers: [centre]}
)"},
    {"all/04-watch.yaml", R"(id: all-04
no: 4
title: 監視
category: {class: 甲, major: 乙, middle: 丙, minor: 監視}
summary: 要約。
cycle: 24H
methods: [tool]
duties: {centre: ◎, office: ▲}
schedule: {max_shift: 12h}
steps:
  - {id: only, text: 見る}
)"},
}};

}  // namespace opsctl
