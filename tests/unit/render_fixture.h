// A small catalogue, two runs and a way to look at the lines of a view; fixed, so that whole
// outputs can be compared.
#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "base/width.h"
#include "model/catalog.h"
#include "model/run.h"
#include "render/check_view.h"
#include "render/due_order.h"
#include "render/look.h"

namespace opsctl::render {

inline Instant at(const char* text) {
  return parse_instant(text, *Zone::find("Asia/Tokyo")).value();
}

inline Timetable timetable(Cycle cycle, Schedule schedule = {}) {
  Timetable table;
  table.versions.push_back({std::nullopt, cycle, std::move(schedule)});
  return table;
}

inline constexpr Cycle kDaily{Cycle::Kind::frequency, 1, 1, Cycle::Unit::day};
inline constexpr Cycle kYearly{Cycle::Kind::frequency, 1, 1, Cycle::Unit::year};

inline std::vector<Party> sample_parties() {
  return {{"labor", "労災保険業務課", "業務運用"},
          {"controller", "統括責任者", "統括"},
          {"app-pm", "アプリケーション保守業者", "プロジェクト管理"},
          {"app-library", "アプリケーション保守業者", "ライブラリ管理"},
          {"app-business", "アプリケーション保守業者", "業務アプリケーション保守"},
          {"helpdesk", "運用業者", "ヘルプデスク", true},
          {"ops", "運用業者", "運用作業", true},
          {"hw", "ハードウェア・ソフトウェア等導入・保守業者", "保守"},
          {"standards", "労働基準行政システム担当者", "他システム運用"},
          {"fund", "支払基金・国保中央会 担当者", "他システム運用"},
          {"line", "支払基金・国保中央会 回線業者", "他システム運用"}};
}

inline Runbook signature_update() {
  Runbook book;
  book.id = "inc-49";
  book.no = 49;
  book.sheet = "inc";
  book.title = "侵入防御装置のシグネチャ更新";
  book.category = {"インシデント", "システム運用作業", "保守担当者連携作業", book.title};
  book.summary = "保護シグネチャを毎日取得し、保守業者に渡して装置へ適用してもらう。";
  book.methods = {Method::manual};
  book.duties = {{"labor", Duty::approve},
                 {"controller", Duty::direct},
                 {"ops", Duty::perform},
                 {"hw", Duty::perform}};
  Schedule schedule;
  schedule.due = TimeOfDay(std::chrono::hours(18));
  schedule.grace = {6, Duration::Unit::hour};
  book.timetable = timetable(kDaily, schedule);
  Step download{"download", "最新のシグネチャを取得する"};
  download.detail = "新しい版が出ていないときは --na とする。";
  download.party = "ops";
  Step source{"source", "取得元を選ぶ"};
  source.choices = {"配布元", "媒体"};
  Step apply{"apply", "シグネチャを装置に適用する"};
  apply.contents = {"版の確認", "稼働の確認"};
  apply.party = "hw";
  apply.confirm_by = "controller";
  book.steps = {download, source, apply};
  book.records = {{"version", "適用した版", FieldType::text, {}, true},
                  {"applied_at", "適用日時", FieldType::datetime}};
  book.hash = sha256("49");
  return book;
}

inline Runbook monitoring_review() {
  Runbook book;
  book.id = "inc-05";
  book.no = 5;
  book.sheet = "inc";
  book.title = "監視項目の見直し";
  book.category = {"インシデント", "システム監視", "監視項目の見直し", "-"};
  book.summary = "監視項目としきい値を見直す。";
  book.methods = {Method::tool, Method::manual};
  book.duties = {{"labor", Duty::approve}, {"controller", Duty::direct}, {"app-pm", Duty::support}};
  book.timetable = timetable(Cycle{});
  book.steps = {{"collect", "見直しのきっかけを集める"}};
  book.notes = {{"duties", "一覧のこの行には作業実施の印がない。", {"ops"}}};
  book.hash = sha256("5");
  return book;
}

inline Runbook certificate() {
  Runbook book;
  book.id = "inc-33";
  book.no = 33;
  book.sheet = "inc";
  book.title = "クライアント証明書の更新";
  book.category = {"インシデント", "システム運用作業", "証明書", book.title};
  book.methods = {Method::tool};
  book.duties = {{"labor", Duty::approve}, {"helpdesk", Duty::perform}, {"line", Duty::support}};
  Schedule schedule;
  schedule.mode = Mode::rolling;
  book.timetable = timetable(kYearly, schedule);
  book.steps = {{"renew", "証明書を更新する"}};
  book.records = {{"valid_until", "有効期限", FieldType::date, {}, true}};
  return book;
}

inline Catalog sample_catalog() {
  Catalog catalog(*Zone::find("Asia/Tokyo"));
  catalog.title = "運用作業項目一覧";
  catalog.parties = sample_parties();
  catalog.runbooks = {monitoring_review(), certificate(), signature_update()};
  catalog.roster.persons = {{"yamada", "山田太郎", {"ops"}, false, {"ops01"}},
                            {"sato", "佐藤花子", {"hw"}, false, {"hw01"}},
                            {"suzuki", "鈴木一郎", {"ops"}, true, {"ops02"}},
                            {"tanaka", "田中次郎", {"labor"}, false, {"mhlw01"}}};
  return catalog;
}

inline std::vector<const Runbook*> all_books(const Catalog& catalog) {
  std::vector<const Runbook*> books;
  for (const Runbook& book : catalog.runbooks) books.push_back(&book);
  return books;
}

inline Event event_of(std::int64_t seq, const char* when, const char* person, const char* party,
                      EventBody body) {
  Event event;
  event.seq = seq;
  event.run = "20261122-003";
  event.item = "inc-49";
  event.body = std::move(body);
  event.actor = {person, party, "perform", "ops01", 1001};
  event.performed_at = at(when);
  event.recorded_at = event.performed_at;
  event.hash = sha256(std::to_string(seq));
  return event;
}

/// Two steps done (one of them NG first), one not yet.
inline Run open_run() {
  RunStarted start{signature_update(), sample_parties(), "1/D", "suzuki"};
  start.book.timetable.versions.clear();  // a run does not keep them
  StepRecorded first{"download", StepResult::ng, "回線が切れた"};
  StepRecorded again{"download", StepResult::ok};
  StepRecorded source{"source", StepResult::ok, "", "媒体", {{"version", "12.3"}}};
  return {"20261122-003",
          {event_of(2, "2026-11-22 09:00", "yamada", "ops", start),
           event_of(3, "2026-11-22 09:10", "yamada", "ops", first),
           event_of(4, "2026-11-22 09:20", "yamada", "ops", again),
           event_of(5, "2026-11-22 09:25", "yamada", "ops", source),
           event_of(6, "2026-11-22 09:26", "sato", "hw", NoteAdded{"装置の再起動はしていない"})}};
}

/// Finished with an exception and late, and signed by the supervisor.
inline Run finished_run() {
  Run run = open_run();
  run.id = "20261122-003";
  run.events.push_back(event_of(7, "2026-11-22 09:40", "sato", "hw",
                                StepRecorded{"apply", StepResult::na, "新しい版はない"}));
  run.events.push_back(
      event_of(8, "2026-11-22 09:45", "yamada", "ops",
               RunFinished{Outcome::done, "", {{"applied_at", "2026-11-22 09:40"}}}));
  SignedOff sign_off{SignOffDuty::supervisor, Decision::approve, "版を確認した", content_hash(run)};
  run.events.push_back(event_of(9, "2026-11-22 10:00", "suzuki", "ops", sign_off));
  return run;
}

inline Standing overdue_standing() {
  Standing standing;
  standing.mode = Mode::calendar;
  standing.state = ItemState::overdue;
  standing.key = "2026-11-20";
  standing.open = at("2026-11-20 00:00");
  standing.due_from = standing.open;
  standing.due = at("2026-11-20 18:00");
  standing.overdue_at = at("2026-11-21 00:00");
  standing.last_done = at("2026-11-19 09:00");
  standing.next_key = "2026-11-21";
  standing.next_due = at("2026-11-21 18:00");
  standing.outstanding = 2;
  standing.missed = 1;
  return standing;
}

inline Standing no_baseline_standing() {
  Standing standing;
  standing.mode = Mode::rolling;
  standing.state = ItemState::due;
  standing.reason = StateReason::no_baseline;
  standing.key = "rolling";
  standing.due_from = at("2026-11-22 00:00");
  standing.due = at("2027-11-23 00:00");
  standing.overdue_at = standing.due;
  standing.warnings = {DueWarning::holidays_provisional};
  return standing;
}

inline Standing on_demand_standing() {
  Standing standing;
  standing.mode = Mode::on_demand;
  standing.state = ItemState::not_scheduled;
  standing.reason = StateReason::on_demand;
  return standing;
}

/// In the catalogue's order.
inline std::vector<DueRow> sample_rows(const Catalog& catalog) {
  return {{catalog.runbooks[0], on_demand_standing()},
          {catalog.runbooks[1], no_baseline_standing()},
          {catalog.runbooks[2], overdue_standing()}};
}

inline const Instant kNow = at("2026-11-22 23:00");

inline CheckReport report_of(CheckState state, const std::vector<DueRow>& rows, Format format) {
  CheckReport report{.as_of = kNow, .state = state};
  for (const DueRow& row : rows) {
    report.counts.add(row.standing.state);
    if (check_tells(row.standing, format)) report.rows.push_back(row);
  }
  return report;
}

inline int widest_line(const std::string& text, int ambiguous) {
  int widest = 0;
  for (const std::string& line : split(text, '\n'))
    widest = std::max(widest, display_width(line, ambiguous));
  return widest;
}

inline bool has_trailing_space(const std::string& text) {
  return text.find(" \n") != std::string::npos;
}

}  // namespace opsctl::render
