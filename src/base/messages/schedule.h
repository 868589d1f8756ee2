// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// The schedule (src/model/schedule).
OPSCTL_MESSAGE(cycle_empty, "the cycle is empty", "周期が空です");
OPSCTL_MESSAGE(cycle_unreadable, "'{0}' is not a cycle", "「{0}」は周期として読めません");
OPSCTL_MESSAGE(cycle_hint_minutes, "use {0} for month; minutes are not supported", "月は {0} と書く（分単位の周期はない）");
OPSCTL_MESSAGE(cycle_hint_hours, "24H means continuous; for every n hours write N/D", "24H は常時の意味。n 時間ごとは N/D と書く");
OPSCTL_MESSAGE(cycle_hint_business_days, "for every business day write 1/D and 'days: business'", "営業日ごとは 1/D とし、days: business と書く");
OPSCTL_MESSAGE(cycle_hint_unit, "name a unit: D (day), W (week), M (month), Q (quarter) or Y (fiscal year)", "単位を書く: D（日）、W（週）、M（月）、Q（四半期）、Y（年度）");
OPSCTL_MESSAGE(cycle_hint_numbers, "in N/kU, N is a whole number of 1 to 999 and k one of 1 to 99", "N/kU の N は 1 から 999、k は 1 から 99 の整数");
OPSCTL_MESSAGE(cycle_hint_form, "write 24H, 随時 or N/kU, such as 1/D, 2/Y or 1/5Y", "24H、随時、または N/kU（1/D、2/Y、1/5Y など）と書く");

OPSCTL_MESSAGE(schedule_in_calendar_mode, "{0} in calendar mode", "calendar モードの {0}");
OPSCTL_MESSAGE(schedule_in_rolling_mode, "{0} in rolling mode", "rolling モードの {0}");
OPSCTL_MESSAGE(schedule_key_does_not_apply, "'{0}' does not apply to {1}", "「{0}」は {1} には使えません");
OPSCTL_MESSAGE(schedule_business_days, "'{0}' cannot count business days", "「{0}」に営業日（BD）は使えません");
OPSCTL_MESSAGE(schedule_hint_durations, "write min, h, d, w, mo or y; BD is only for 'within'", "min、h、d、w、mo、y で書く（BD は within だけ）");
OPSCTL_MESSAGE(schedule_early_too_long, "'early' of {0} is not shorter than a slot of {1}", "early {0} が {1} の 1 回分の期間以上です");
OPSCTL_MESSAGE(schedule_grace_too_long, "'grace' of {0} is not shorter than a slot of {1}: it hides the next one", "grace {0} が {1} の 1 回分の期間以上のため、次回分まで隠れます");
OPSCTL_MESSAGE(schedule_anchor_missing, "{0} in calendar mode needs an anchor", "calendar モードの {0} には anchor が必要です");
OPSCTL_MESSAGE(schedule_hint_anchor, "write 'anchor: DATE', the first day of any period, or 'mode: rolling'", "いずれかの期間の初日を anchor: 日付 と書くか、mode: rolling とする");
OPSCTL_MESSAGE(schedule_due_beside_arrears, "'due' has no effect beside 'arrears'", "arrears があるため due は効きません");
OPSCTL_MESSAGE(schedule_interval_not_whole, "{0} has no interval of whole days or months", "{0} の間隔が日または月の整数になりません");
OPSCTL_MESSAGE(schedule_hint_interval, "write 'mode: calendar', or a cycle that divides evenly", "mode: calendar とするか、割り切れる周期にする");
OPSCTL_MESSAGE(schedule_tolerance_too_long, "a tolerance of {0} days is not less than half the interval of {1}", "tolerance {0} 日が {1} の間隔の半分以上です");
OPSCTL_MESSAGE(schedule_max_shift_missing, "without 'max_shift' a watch counts for ever without being confirmed", "max_shift がないと、確認のない監視がいつまでも有効とみなされます");
OPSCTL_MESSAGE(schedule_hint_max_shift, "write 'max_shift', for example 12h", "max_shift を書く（例: 12h）");
OPSCTL_MESSAGE(schedule_baseline_missing, "nothing says when {0} was last done", "{0} の前回の実施日がありません");
OPSCTL_MESSAGE(schedule_hint_baseline, "write 'last_done: DATE'", "last_done: 日付 を書く");
OPSCTL_MESSAGE(schedule_versions_not_ascending, "this version does not begin after the one before it", "この版の開始日が前の版より後になっていません");
OPSCTL_MESSAGE(schedule_hint_versions, "give each version an 'effective_from' later than the last", "各版に、前の版より後の effective_from を書く");
OPSCTL_MESSAGE(schedule_until_too_early, "effective_until {0} is not after effective_from {1}", "effective_until {0} が effective_from {1} より後ではありません");
OPSCTL_MESSAGE(schedule_suspension_empty, "the suspension from {0} to {1} is empty", "{0} から {1} までの休止期間が空です");
OPSCTL_MESSAGE(schedule_hint_suspension, "'to' is the first day on which work is owed again", "to には再開する最初の日を書く");
OPSCTL_MESSAGE(schedule_slots_count, "{0} slots, but {1} needs {2}", "slots が {0} 件ありますが、{1} には {2} 件必要です");
OPSCTL_MESSAGE(schedule_slots_want_times, "the slots of a day are times (\"HH:MM\")", "日の slots は時刻（\"HH:MM\"）で書きます");
OPSCTL_MESSAGE(schedule_slots_want_dates, "the slots of a year are dates (\"MM-DD\")", "年の slots は月日（\"MM-DD\"）で書きます");
OPSCTL_MESSAGE(schedule_slot_reversed, "slot {0} is due before it begins", "slots の {0} 番目の期限が開始より前です");
OPSCTL_MESSAGE(schedule_slots_overlap, "slots {0} and {1} overlap or are out of order", "slots の {0} 番目と {1} 番目が重なるか、順序が逆です");
OPSCTL_MESSAGE(schedule_hint_slots, "write the slots in order, each one due before the next begins", "次の枠の開始より前に期限が来るよう、順に書く");
OPSCTL_MESSAGE(schedule_slots_missing, "{0} does not divide into whole months and needs 'slots'", "{0} は月単位に割り切れないため slots が必要です");
OPSCTL_MESSAGE(schedule_hint_slots_missing, "write {0} slots with 'from' and 'due' as \"MM-DD\"", "from と due を \"MM-DD\" で書いた slots を {0} 件書く");
OPSCTL_MESSAGE(schedule_cycle_uneven, "{0} does not divide evenly", "{0} は均等に分けられません");
OPSCTL_MESSAGE(schedule_hint_cycle_uneven, "take a count that divides the months, or up to 14/M", "月数を割り切る回数にする（月は 14/M まで）");
OPSCTL_MESSAGE(schedule_due_outside_slot, "the due date lies outside its slot of {0}", "期限が {0} のその回の期間の外にあります");
OPSCTL_MESSAGE(schedule_roll_within_day, "'roll' moves dates, but {0} is due within a day here", "roll は日付を動かしますが、ここでの {0} の期限は 1 日の途中にあります");
OPSCTL_MESSAGE(schedule_hint_roll_within_day, "leave 'roll' out; 'days: business' skips days off", "roll を書かない（休日を除くには days: business）");

// How a due date comes about.
OPSCTL_MESSAGE(explain_title, "{0} {1}, as of {2}", "{0} {1}（{2} 現在）");
OPSCTL_MESSAGE(explain_because, "{0}  ({1})", "{0}（{1}）");
OPSCTL_MESSAGE(explain_definition, "Definition", "定義");
OPSCTL_MESSAGE(explain_as_written, "as written", "記載のとおり");
OPSCTL_MESSAGE(explain_mode_default, "by the cycle", "周期による既定");
OPSCTL_MESSAGE(explain_timezone, "time zone", "時間帯");
OPSCTL_MESSAGE(explain_version, "version {0} of {1}", "版 {0}/{1}");
OPSCTL_MESSAGE(explain_executions, "Executions, the latest", "最近の実施");
OPSCTL_MESSAGE(explain_done, "done", "実施");
OPSCTL_MESSAGE(explain_waived, "waived", "免除");
OPSCTL_MESSAGE(explain_satisfies, "satisfies {0}", "{0} を満たす");
OPSCTL_MESSAGE(explain_extra, "satisfies nothing", "どの回も満たさない");
OPSCTL_MESSAGE(explain_occurrence, "Occurrence {0}", "対象回 {0}");
OPSCTL_MESSAGE(explain_slot_start, "slot begins", "枠の開始");
OPSCTL_MESSAGE(explain_grid, "counted from {0}", "{0} から数える");
OPSCTL_MESSAGE(explain_slot_end, "slot ends", "枠の終了");
OPSCTL_MESSAGE(explain_obligation, "obligation", "義務");
OPSCTL_MESSAGE(explain_start, "begins", "開始");
OPSCTL_MESSAGE(explain_start_slot, "the slot's beginning", "枠の開始");
OPSCTL_MESSAGE(explain_start_arrears, "the slot's end, because of arrears", "arrears のため枠の終了");
OPSCTL_MESSAGE(explain_open, "open", "実施可");
OPSCTL_MESSAGE(explain_minus_early, "begin ⊖ early {0}", "開始 ⊖ early {0}");
OPSCTL_MESSAGE(explain_unrolled, "due before rolling", "休日調整前の期限");
OPSCTL_MESSAGE(explain_due_slot_end, "the slot's end", "枠の終了");
OPSCTL_MESSAGE(explain_due_arrears, "the slot's end ⊕ arrears {0}", "枠の終了 ⊕ arrears {0}");
OPSCTL_MESSAGE(explain_not_rolled, "not moved", "移動なし");
OPSCTL_MESSAGE(explain_rolled, "moved by 'roll'", "roll により移動");
OPSCTL_MESSAGE(explain_due_from, "due from", "予告開始");
OPSCTL_MESSAGE(explain_minus_lead, "due ⊖ lead {0}, not before open", "期限 ⊖ lead {0}、実施可より前にしない");
OPSCTL_MESSAGE(explain_lead_whole_slot, "the lead is the whole slot", "予告は枠の全体");
OPSCTL_MESSAGE(explain_overdue_at, "overdue from", "期限超過");
OPSCTL_MESSAGE(explain_plus_grace, "due ⊕ grace {0}", "期限 ⊕ grace {0}");
OPSCTL_MESSAGE(explain_cutoff, "missed from", "未実施確定");
OPSCTL_MESSAGE(explain_cutoff_next, "overdue, or the opening of {0}", "期限超過、または {0} の実施可");
OPSCTL_MESSAGE(explain_settled, "satisfied", "充足");
OPSCTL_MESSAGE(explain_rolling, "Counted from the last execution", "前回の実施から数える");
OPSCTL_MESSAGE(explain_interval, "interval", "間隔");
OPSCTL_MESSAGE(explain_base, "base B", "起点 B");
OPSCTL_MESSAGE(explain_base_seed, "last_done in the runbook", "手順書の last_done");
OPSCTL_MESSAGE(explain_base_execution, "an execution", "実施の記録");
OPSCTL_MESSAGE(explain_count, "count c", "回数 c");
OPSCTL_MESSAGE(explain_unrolled_date, "B ⊕ c · interval", "B ⊕ c × 間隔");
OPSCTL_MESSAGE(explain_by_cycle, "due by the cycle", "周期による期限");
OPSCTL_MESSAGE(explain_valid_until, "valid until", "有効期限");
OPSCTL_MESSAGE(explain_by_expiry, "due by the expiry", "有効期限による期限");
OPSCTL_MESSAGE(explain_minus_margin, "valid until ⊖ margin {0}", "有効期限 ⊖ margin {0}");
OPSCTL_MESSAGE(explain_moved_to, "moved by a waiver to", "免除による移動先");
OPSCTL_MESSAGE(explain_no_baseline, "without a baseline, an interval from the start", "起点がないため開始から1間隔");
OPSCTL_MESSAGE(explain_earliest, "not due before", "最も早い期限");
OPSCTL_MESSAGE(explain_postponed, "moved by a suspension", "休止期間により移動");
OPSCTL_MESSAGE(explain_from_the_start, "from the start, for want of a baseline", "起点がないため開始から");
OPSCTL_MESSAGE(explain_watch, "Watch", "監視");
OPSCTL_MESSAGE(explain_covered_from, "covered from", "担当あり");
OPSCTL_MESSAGE(explain_covered_to, "covered to", "担当あり（終了）");
OPSCTL_MESSAGE(explain_uncovered, "nobody there since", "担当なし");
OPSCTL_MESSAGE(explain_request, "Request {0}", "依頼 {0}");
OPSCTL_MESSAGE(explain_requested, "requested", "依頼日時");
OPSCTL_MESSAGE(explain_deadline, "as requested", "依頼時の指定");
OPSCTL_MESSAGE(explain_within, "requested ⊕ within {0}", "依頼 ⊕ within {0}");
OPSCTL_MESSAGE(explain_warning, "warning", "注意");
OPSCTL_MESSAGE(explain_result, "Result", "結果");
OPSCTL_MESSAGE(explain_rule_overdue, "rule 2: overdue and unsatisfied {0}, missed {1}", "規則2: 超過 {0} 回、うち未実施確定 {1} 回");
OPSCTL_MESSAGE(explain_rule_late, "rule 3: due, and within grace", "規則3: 期限を過ぎ、猶予内");
OPSCTL_MESSAGE(explain_rule_due, "rule 4: from 'due from' on", "規則4: 予告開始以後");
OPSCTL_MESSAGE(explain_rule_done, "rule 5: the latest that has begun is satisfied", "規則5: 始まった最後の回は充足");
OPSCTL_MESSAGE(explain_rule_upcoming, "rule 6: something lies ahead", "規則6: この先に予定がある");
OPSCTL_MESSAGE(explain_rule_ended, "rules 1 and 7: nothing is owed", "規則1・7: 義務がない");
OPSCTL_MESSAGE(schedule_not_elapsed, "'{0}' of a watch is elapsed time: {1} has no fixed length", "24H の {0} は経過時間です（{1} は長さが一定ではありません）");
OPSCTL_MESSAGE(schedule_hint_elapsed, "write min, h, d or w", "min、h、d、w で書く");
OPSCTL_MESSAGE(explain_minus_lead_only, "due ⊖ lead {0}", "期限 ⊖ lead {0}");

}  // namespace opsctl::messages
