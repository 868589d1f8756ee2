// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// What tables and views say (src/render). Labels and words of tables, so no sentences but where
// noted.

// --- time and cycles
OPSCTL_MESSAGE(list_separator, ", ", "、");
OPSCTL_MESSAGE(span_one_day, "1 day", "1日");
OPSCTL_MESSAGE(span_days, "{0} days", "{0}日");
OPSCTL_MESSAGE(span_one_hour, "1 hour", "1時間");
OPSCTL_MESSAGE(span_hours, "{0} hours", "{0}時間");
OPSCTL_MESSAGE(span_one_minute, "1 minute", "1分");
OPSCTL_MESSAGE(span_minutes, "{0} minutes", "{0}分");
OPSCTL_MESSAGE(span_no_minute, "less than a minute", "1分未満");
OPSCTL_MESSAGE(span_two, "{0} {1}", "{0}{1}");
OPSCTL_MESSAGE(time_left, "{0} left", "あと{0}");
OPSCTL_MESSAGE(time_late, "{0} late", "{0}遅れ");
OPSCTL_MESSAGE(time_overdue, "{0} overdue", "{0}超過");
OPSCTL_MESSAGE(time_waiting, "waiting for {0}", "依頼から{0}");
OPSCTL_MESSAGE(cycle_continuous, "around the clock", "24時間連続");
OPSCTL_MESSAGE(cycle_on_demand, "on demand", "必要なとき");
OPSCTL_MESSAGE(cycle_frequency, "{0} {1}", "{1}に{0}");
OPSCTL_MESSAGE(times_once, "once", "1回");
OPSCTL_MESSAGE(times_twice, "twice", "2回");
OPSCTL_MESSAGE(times_many, "{0} times", "{0}回");
OPSCTL_MESSAGE(period_day, "a day", "1日");
OPSCTL_MESSAGE(period_days, "in {0} days", "{0}日");
OPSCTL_MESSAGE(period_week, "a week", "1週間");
OPSCTL_MESSAGE(period_weeks, "in {0} weeks", "{0}週間");
OPSCTL_MESSAGE(period_month, "a month", "1か月");
OPSCTL_MESSAGE(period_months, "in {0} months", "{0}か月");
OPSCTL_MESSAGE(period_quarter, "a quarter", "1四半期");
OPSCTL_MESSAGE(period_quarters, "in {0} quarters", "{0}四半期");
OPSCTL_MESSAGE(period_year, "a year", "1年");
OPSCTL_MESSAGE(period_years, "in {0} years", "{0}年");

// --- states
OPSCTL_MESSAGE(state_not_scheduled, "not scheduled", "予定なし");
OPSCTL_MESSAGE(state_upcoming, "upcoming", "予定");
OPSCTL_MESSAGE(state_due, "due", "要実施");
OPSCTL_MESSAGE(state_late, "late", "遅れ");
OPSCTL_MESSAGE(state_overdue, "overdue", "期限超過");
OPSCTL_MESSAGE(state_done, "done", "実施済み");
OPSCTL_MESSAGE(state_covered, "covered", "従事中");
OPSCTL_MESSAGE(reason_on_demand, "on demand", "依頼があれば実施");
OPSCTL_MESSAGE(reason_not_yet_effective, "not yet in force", "適用開始前");
OPSCTL_MESSAGE(reason_ended, "ended", "適用終了");
OPSCTL_MESSAGE(reason_no_baseline, "no earlier work is recorded", "前回の実施が記録されていない");
OPSCTL_MESSAGE(warning_future_execution, "a record lies in the future", "未来の日時の記録がある");
OPSCTL_MESSAGE(warning_holidays_provisional, "holidays are provisional", "休日表の範囲外のため暫定");
OPSCTL_MESSAGE(warning_expired, "expired", "有効期限切れ");

// --- the sheet's words
OPSCTL_MESSAGE(method_tool, "tool", "ツール");
OPSCTL_MESSAGE(method_manual, "manual", "手作業");
OPSCTL_MESSAGE(duty_perform, "performs the work by its procedure", "手順に従って作業を行う");
OPSCTL_MESSAGE(duty_approve, "answers for operations: confirms and approves work, results and reports",
               "運用の責任者として、作業とその結果・報告書を確認し承認する");
OPSCTL_MESSAGE(duty_direct, "oversees all of the work and instructs those who perform it",
               "作業全体を管理・監督し、作業を行う者に指示する");
OPSCTL_MESSAGE(duty_support, "supports: provides documents and information, takes part",
               "資料や情報を出し、作業に加わるなどして支援する");
OPSCTL_MESSAGE(legend_noted, "{0} ({1})", "{0}（{1}）");
OPSCTL_MESSAGE(legend_supervised, "the work of {0} ({1}) is always done under its supervisor",
               "{0}が行う作業（{1}）は、必ずそのスーパーバイザの管理の下で行う");
OPSCTL_MESSAGE(legend_note_1,
               "where {0} only supports ({1}), the party that performs or manages the work manages "
               "that support too",
               "{0}が支援（{1}）する作業では、その作業を実施・管理する側が支援の管理も行う");
OPSCTL_MESSAGE(legend_note_2, "a party with another symbol supports as well: {0} is contained in it",
               "ほかの記号が付いた者は支援も行う。{0}はその記号に含まれる");
OPSCTL_MESSAGE(legend_correction, "item {0} is performed by {1}, as its note says",
               "項目 {0} の作業は、注記により {1} が行う");
OPSCTL_MESSAGE(legend, "Legend", "凡例");
OPSCTL_MESSAGE(type_text, "text", "文字");
OPSCTL_MESSAGE(type_integer, "whole number", "整数");
OPSCTL_MESSAGE(type_decimal, "number", "数値");
OPSCTL_MESSAGE(type_date, "date", "日付");
OPSCTL_MESSAGE(type_datetime, "date and time", "日時");
OPSCTL_MESSAGE(type_boolean, "yes or no", "はい・いいえ");
OPSCTL_MESSAGE(type_ip, "IP address", "IPアドレス");
OPSCTL_MESSAGE(type_list, "list", "一覧");
OPSCTL_MESSAGE(type_choice, "choice", "選択");

// --- labels of columns and fields
OPSCTL_MESSAGE(label_no, "No.", "No.");
OPSCTL_MESSAGE(label_id, "ID", "ID");
OPSCTL_MESSAGE(label_title, "Title", "題名");
OPSCTL_MESSAGE(label_category, "Category", "分類");
OPSCTL_MESSAGE(label_class, "Class", "分類");
OPSCTL_MESSAGE(label_major, "Major heading", "大項目");
OPSCTL_MESSAGE(label_middle, "Middle heading", "中項目");
OPSCTL_MESSAGE(label_minor, "Minor heading", "小項目");
OPSCTL_MESSAGE(label_summary, "Summary", "概要");
OPSCTL_MESSAGE(label_cycle, "Cycle", "周期");
OPSCTL_MESSAGE(label_methods, "Method", "実施方法");
OPSCTL_MESSAGE(label_duties, "Duties", "実施者");
OPSCTL_MESSAGE(label_performers, "Performed by", "作業者");
OPSCTL_MESSAGE(label_schedule, "Schedule", "スケジュール");
OPSCTL_MESSAGE(label_steps, "Steps", "手順");
OPSCTL_MESSAGE(label_records, "Record", "記録欄");
OPSCTL_MESSAGE(label_notes, "Notes", "注記");
OPSCTL_MESSAGE(label_runbook, "Runbook", "手順書");
OPSCTL_MESSAGE(label_state, "State", "状態");
OPSCTL_MESSAGE(label_reason, "Reason", "理由");
OPSCTL_MESSAGE(label_key, "Occurrence", "対象回");
OPSCTL_MESSAGE(label_due, "Due", "期限");
OPSCTL_MESSAGE(label_time, "Time", "時間");
OPSCTL_MESSAGE(label_last_done, "Last done", "前回");
OPSCTL_MESSAGE(label_outstanding, "Outstanding", "未実施の回数");
OPSCTL_MESSAGE(label_next, "Next", "次の操作");

// --- the keys of a schedule
OPSCTL_MESSAGE(key_effective_from, "in force from", "適用開始");
OPSCTL_MESSAGE(key_effective_until, "in force until", "適用終了");
OPSCTL_MESSAGE(key_suspend, "suspended", "休止期間");
OPSCTL_MESSAGE(key_mode, "mode", "数え方");
OPSCTL_MESSAGE(key_anchor, "counted from", "起算日");
OPSCTL_MESSAGE(key_slots, "slots", "実施枠");
OPSCTL_MESSAGE(key_due, "due", "期限");
OPSCTL_MESSAGE(key_arrears, "time after the period's end", "期間終了後の猶予");
OPSCTL_MESSAGE(key_days, "days", "対象日");
OPSCTL_MESSAGE(key_roll, "on holidays", "休日に当たるとき");
OPSCTL_MESSAGE(key_lead, "announced before", "予告");
OPSCTL_MESSAGE(key_grace, "grace", "猶予");
OPSCTL_MESSAGE(key_early, "may be done earlier by", "前倒しできる期間");
OPSCTL_MESSAGE(key_catch_up, "catching up", "未実施の扱い");
OPSCTL_MESSAGE(key_tolerance, "tolerance", "許容するずれ");
OPSCTL_MESSAGE(key_margin, "margin before expiry", "有効期限までの余裕");
OPSCTL_MESSAGE(key_last_done, "last done", "前回の実施日");
OPSCTL_MESSAGE(key_within, "to be done within", "依頼からの期限");
OPSCTL_MESSAGE(key_max_shift, "longest shift", "一人の最長時間");
OPSCTL_MESSAGE(version_cycle, "cycle {0}", "周期 {0}");

}  // namespace opsctl::messages
