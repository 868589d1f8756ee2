// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// The printed page: checklists and work records on A4.
OPSCTL_MESSAGE(paper_blank, "Work checklist", "作業チェックリスト");
OPSCTL_MESSAGE(paper_record, "Work record", "作業記録票");
OPSCTL_MESSAGE(paper_foot, "No. {0} {1}   runbook {2}   {3}", "No.{0} {1}　手順書 {2}　{3}");
OPSCTL_MESSAGE(paper_not_numbered, "run not yet numbered", "実行番号なし");
OPSCTL_MESSAGE(paper_started, "Started", "開始日時");
OPSCTL_MESSAGE(paper_performed, "Finished", "終了日時");
OPSCTL_MESSAGE(paper_result, "Result", "結果");
OPSCTL_MESSAGE(paper_na, "n/a", "対象外");
OPSCTL_MESSAGE(paper_time, "Time", "時刻");
OPSCTL_MESSAGE(paper_remarks, "Remarks", "備考");
OPSCTL_MESSAGE(paper_special, "Remarks and exceptions", "特記事項");
OPSCTL_MESSAGE(paper_seal, "seal", "印");
OPSCTL_MESSAGE(paper_date, "date", "年　　月　　日");
OPSCTL_MESSAGE(paper_confirmed, "Confirmed by", "確認者");
OPSCTL_MESSAGE(paper_evidence, "Evidence", "証跡");
OPSCTL_MESSAGE(paper_yes, "yes", "はい");
OPSCTL_MESSAGE(paper_no, "no", "いいえ");
OPSCTL_MESSAGE(paper_enter, "work written down here is entered afterwards, each command with --at TIME --reason TEXT: {0}", "この用紙に書いた作業は、次のコマンドに --at 日時 --reason 理由 を付けて後から入力する: {0}");
OPSCTL_MESSAGE(paper_hash, "Runbook, SHA-256", "手順書 SHA-256");

// The report.
OPSCTL_MESSAGE(about_report, "Report on a period: planned work, sign-offs, incidents, changes", "期間の報告書を作る（予定作業の実績、署名、障害、変更）");
OPSCTL_MESSAGE(opt_month, "the calendar month, e.g. 2026-11", "対象の月（例 2026-11）");
OPSCTL_MESSAGE(opt_first_day, "the first day", "初日");
OPSCTL_MESSAGE(opt_last_day, "the last day; today without it", "末日（省略すると今日）");
OPSCTL_MESSAGE(report_needs_period, "a report is of a period", "報告の対象期間が指定されていません");
OPSCTL_MESSAGE(report_period_hint, "--month 2026-11, or --from 2026-11-01 --to 2026-11-30", "--month 2026-11、または --from 2026-11-01 --to 2026-11-30 のように指定してください");
OPSCTL_MESSAGE(report_two_periods, "--month says the whole period: --from and --to do not go with it", "--month と --from・--to は同時に指定できません");
OPSCTL_MESSAGE(report_ends_early, "the period ends on {0}, before it begins on {1}", "期間の末日 {0} が初日 {1} より前です");
OPSCTL_MESSAGE(report_title, "Operations report, {0} to {1}", "運用報告書　{0} ～ {1}");
OPSCTL_MESSAGE(report_as_of, "As of", "作成時点");
OPSCTL_MESSAGE(report_system, "System", "対象");
OPSCTL_MESSAGE(report_summary, "Summary", "要約");
OPSCTL_MESSAGE(report_summary_words, "{0} planned: {1} in time, {2} late, {3} missed, {4} waived, {5} overdue, {6} not due yet", "予定 {0} 件: 期限内 {1}、遅れ {2}、未実施 {3}、免除 {4}、超過中 {5}、期限前 {6}");
OPSCTL_MESSAGE(report_planned_work, "Planned work", "予定作業の実績");
OPSCTL_MESSAGE(report_planned, "Planned", "予定");
OPSCTL_MESSAGE(report_in_time, "In time", "期限内");
OPSCTL_MESSAGE(report_late, "Late", "遅れ");
OPSCTL_MESSAGE(report_missed, "Missed", "未実施");
OPSCTL_MESSAGE(report_waived, "Waived", "免除");
OPSCTL_MESSAGE(report_overdue, "Overdue", "超過中");
OPSCTL_MESSAGE(report_open, "Not due", "期限前");
OPSCTL_MESSAGE(report_extra, "Extra", "予定外");
OPSCTL_MESSAGE(report_total, "Total", "合計");
OPSCTL_MESSAGE(report_withdrawn, "requests withdrawn: {0}", "取り下げられた依頼: {0} 件");
OPSCTL_MESSAGE(report_sign_off_times, "Time to the sign-offs", "署名までの時間");
OPSCTL_MESSAGE(report_signed, "Signed", "署名済み");
OPSCTL_MESSAGE(report_median, "Median", "中央値");
OPSCTL_MESSAGE(report_longest, "Longest", "最長");
OPSCTL_MESSAGE(report_still_open, "Waiting", "署名待ち");
OPSCTL_MESSAGE(report_longest_open, "Waiting longest", "最長の待ち");
OPSCTL_MESSAGE(report_of_run, "{0} ({1})", "{0}（{1}）");
OPSCTL_MESSAGE(report_incidents, "Incidents and other work on demand", "障害などの随時作業");
OPSCTL_MESSAGE(report_by_category, "Runs by category", "分類別の件数");
OPSCTL_MESSAGE(report_over_time, "Runs by when they were started", "開始時期別の件数");
OPSCTL_MESSAGE(report_stretch, "{0} to {1}", "{0} ～ {1}");
OPSCTL_MESSAGE(report_references, "By reference", "参照別");
OPSCTL_MESSAGE(report_runs, "Runs", "件数");
OPSCTL_MESSAGE(report_items, "Items", "項目");
OPSCTL_MESSAGE(report_exceptional, "With exceptions", "例外あり");
OPSCTL_MESSAGE(report_unfinished, "Unfinished", "実施中");
OPSCTL_MESSAGE(report_last_performed, "Last performed", "最後の実施");
OPSCTL_MESSAGE(report_runbooks, "Runbook changes", "手順書の変更");
OPSCTL_MESSAGE(report_before, "Before", "変更前");
OPSCTL_MESSAGE(report_now, "Now", "変更後");
OPSCTL_MESSAGE(report_first_run, "First run with it", "変更後の最初の実行");
OPSCTL_MESSAGE(report_start_recorded, "Start recorded", "開始の記録日時");
OPSCTL_MESSAGE(report_changed, "Changed", "変わったもの");
OPSCTL_MESSAGE(report_changed_words, "steps: {0}, record fields: {1}", "手順 {0}、記録欄 {1}");
OPSCTL_MESSAGE(report_watches, "Coverage around the clock", "24時間連続作業の充足");
OPSCTL_MESSAGE(report_covered, "Covered", "充足率");
OPSCTL_MESSAGE(report_gaps, "Gaps", "空白の回数");
OPSCTL_MESSAGE(report_uncovered, "Nobody there", "担当者なし");
OPSCTL_MESSAGE(report_rosters, "Roster changes", "名簿の変更");
OPSCTL_MESSAGE(report_first_roster, "first recorded, persons: {0}", "最初の記録（{0} 人）");
OPSCTL_MESSAGE(report_person_added, "{0} added", "{0} を追加");
OPSCTL_MESSAGE(report_person_removed, "{0} removed", "{0} を削除");
OPSCTL_MESSAGE(report_person_changed, "{0} changed", "{0} を変更");
OPSCTL_MESSAGE(report_nothing, "none", "なし");
OPSCTL_MESSAGE(report_outside, "Last anchor", "最後の控え");
OPSCTL_MESSAGE(report_outside_copy, "record {0} of {1}, {2} before: manifest of {3}", "記録 {0}（{1}、{2}前）: {3} の目録");
OPSCTL_MESSAGE(report_outside_log, "record {0} of {1}, {2} before: the system's log (if syslog: true was set then)", "記録 {0}（{1}、{2}前）: システムのログ（当時も syslog: true なら）");
OPSCTL_MESSAGE(report_outside_none, "none outside the journal that opsctl knows of", "記録簿の外には、opsctl の知る限りなし");
OPSCTL_MESSAGE(report_outside_but, "{0}; {1}", "{0}。{1}");
OPSCTL_MESSAGE(report_no_chain, "there is no journal yet", "記録簿はまだありません");
OPSCTL_MESSAGE(report_foot, "{0}   as of {1}", "{0}　{1} 現在");

// The year plan.
OPSCTL_MESSAGE(about_calendar, "The year plan: cyclic items over the months of a fiscal year", "年間計画（周期のある作業項目を年度の月ごとに示す）");
OPSCTL_MESSAGE(opt_year, "the fiscal year, e.g. FY2026; else the present one", "年度（例 FY2026。省略すると今の年度）");
OPSCTL_MESSAGE(year_hint, "a fiscal year is FY2026", "年度は FY2026 のように書きます");
OPSCTL_MESSAGE(plan_title, "Year plan {0}, {1} to {2}", "年間計画 {0}　{1} ～ {2}");
OPSCTL_MESSAGE(plan_legend_day, "30: due on that day", "30: その日が期限");
OPSCTL_MESSAGE(plan_legend_times, "x30: that many times", "x30: その回数");
OPSCTL_MESSAGE(plan_legend_done, "done", "実施済み");
OPSCTL_MESSAGE(plan_legend_to_do, "to be done by that day", "その日までに実施");
OPSCTL_MESSAGE(plan_legend_waived, "(30): waived", "(30): 免除");
OPSCTL_MESSAGE(plan_legend_wrong, "!: past due and not done", "!: 期限を過ぎて未実施");
OPSCTL_MESSAGE(plan_legend_rolling, "rolling items: what is next, as things stand", "前回の実施から数える項目: 現時点の次回だけ");
OPSCTL_MESSAGE(plan_times, "{0}, {1} done", "{0}回 済{1}");
OPSCTL_MESSAGE(plan_times_waived, "({0} waived)", "（免除{0}）");
OPSCTL_MESSAGE(plan_nothing, "no item has a cycle", "周期のある作業項目はありません");
OPSCTL_MESSAGE(plan_continuous, "24H", "24H");
OPSCTL_MESSAGE(month_1, "Jan", "1月");
OPSCTL_MESSAGE(month_2, "Feb", "2月");
OPSCTL_MESSAGE(month_3, "Mar", "3月");
OPSCTL_MESSAGE(month_4, "Apr", "4月");
OPSCTL_MESSAGE(month_5, "May", "5月");
OPSCTL_MESSAGE(month_6, "Jun", "6月");
OPSCTL_MESSAGE(month_7, "Jul", "7月");
OPSCTL_MESSAGE(month_8, "Aug", "8月");
OPSCTL_MESSAGE(month_9, "Sep", "9月");
OPSCTL_MESSAGE(month_10, "Oct", "10月");
OPSCTL_MESSAGE(month_11, "Nov", "11月");
OPSCTL_MESSAGE(month_12, "Dec", "12月");
OPSCTL_MESSAGE(event_summary, "No.{0} {1}", "No.{0} {1}");
OPSCTL_MESSAGE(event_description, "cycle {0}; occurrence {1}; due {2}; {3}; performed by {4}; opsctl start {5}", "周期 {0}、対象回 {1}、期限 {2}、{3}、作業者 {4}、opsctl start {5}");

}  // namespace opsctl::messages
