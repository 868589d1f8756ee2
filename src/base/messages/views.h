// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// --- an item in full
OPSCTL_MESSAGE(label_steps_free, "Steps (in any order)", "手順（順序は自由）");
OPSCTL_MESSAGE(step_choose_one, "choose one: {0}", "一つを選ぶ: {0}");
OPSCTL_MESSAGE(step_optional, "only where needed", "必要な場合のみ");
OPSCTL_MESSAGE(step_party, "by {0}", "担当: {0}");
OPSCTL_MESSAGE(step_confirm, "confirmed by a second person of {0}", "確認: {0} の別の者");
OPSCTL_MESSAGE(performs_by_note, "{0} performs, as the note says", "{0} が行う（注記による）");
OPSCTL_MESSAGE(field_required, "required", "必須");

// --- due and check
OPSCTL_MESSAGE(due_title, "work as of {0}", "{0} 現在の作業");
OPSCTL_MESSAGE(due_at, "due {0}", "期限 {0}");
OPSCTL_MESSAGE(due_key, "for {0}", "対象回 {0}");
OPSCTL_MESSAGE(due_outstanding, "{0} times outstanding", "未実施 {0} 回");
OPSCTL_MESSAGE(due_missed, "{0} of them missed for good", "うち実施できなくなったもの {0} 回");
OPSCTL_MESSAGE(due_performers, "performed by {0}", "作業者: {0}");
OPSCTL_MESSAGE(due_summary, "{0} overdue, {1} late, {2} due", "期限超過 {0}、遅れ {1}、要実施 {2}");
OPSCTL_MESSAGE(due_nothing, "nothing needs doing", "行うべき作業はありません");
OPSCTL_MESSAGE(hint_no_baseline, "to enter the last one: start and done {0}, each with --at TIME --reason TEXT, done with --valid-until DATE too; or last_done in its runbook", "前回分を入力するには、start {0} と done {0} に --at 日時 --reason 理由 を付ける（done には --valid-until 日付 も）。または手順書に last_done を書く");

// --- runs
OPSCTL_MESSAGE(decision_approve, "approved", "承認");
OPSCTL_MESSAGE(decision_return, "returned", "差戻し");
OPSCTL_MESSAGE(decision_reject, "rejected", "却下");
OPSCTL_MESSAGE(result_ok, "OK", "OK");
OPSCTL_MESSAGE(result_ng, "NG", "NG");
OPSCTL_MESSAGE(result_na, "not applicable", "対象外");
OPSCTL_MESSAGE(recorded_at, "recorded {0}", "記録 {0}");
OPSCTL_MESSAGE(record_ticked, "ticked with --all-ok", "--all-ok による一括記録");
OPSCTL_MESSAGE(record_choice, "chosen: {0}", "選択: {0}");
OPSCTL_MESSAGE(record_note, "note: {0}", "メモ: {0}");
OPSCTL_MESSAGE(record_confirmed, "confirmed by {0}, {1}", "確認: {0}、{1}");
OPSCTL_MESSAGE(record_earlier, "earlier: {0}", "以前の記録: {0}");
OPSCTL_MESSAGE(exception_failed, "the work failed: {0}", "作業は失敗: {0}");
OPSCTL_MESSAGE(exception_ng, "step {0} NG: {1}", "手順 {0} が NG: {1}");
OPSCTL_MESSAGE(exception_na, "step {0} not applicable: {1}", "手順 {0} は対象外: {1}");
OPSCTL_MESSAGE(exception_late, "entered more than 24 hours after the work",
               "作業から24時間を過ぎて記録");
OPSCTL_MESSAGE(runbook_changed, "the runbook has changed since the last run",
               "前回の実行から手順書が変わった");
OPSCTL_MESSAGE(sign_off_void, "no longer in force", "失効");
OPSCTL_MESSAGE(sign_off_missing, "still to be signed: {0}", "未署名: {0}");
OPSCTL_MESSAGE(duration_usual, "{0} (usually {1})", "{0}（通常 {1}）");
OPSCTL_MESSAGE(pending_nothing, "no run is waiting for a sign-off", "署名待ちの実行はありません");
OPSCTL_MESSAGE(label_run, "Run", "実行");
OPSCTL_MESSAGE(label_started, "Started", "開始");
OPSCTL_MESSAGE(label_performed, "Performed", "実施");
OPSCTL_MESSAGE(label_finished, "Finished", "完了");
OPSCTL_MESSAGE(label_recorded, "Recorded", "記録");
OPSCTL_MESSAGE(label_duration, "Duration", "所要時間");
OPSCTL_MESSAGE(label_supervisor, "Supervisor on duty", "担当スーパーバイザ");
OPSCTL_MESSAGE(label_reference, "Journal", "記録簿");
OPSCTL_MESSAGE(label_exceptions, "Exceptions", "例外");
OPSCTL_MESSAGE(label_sign_offs, "Sign-offs", "署名");
OPSCTL_MESSAGE(label_waiting_for, "Waiting for", "署名待ち");

// --- checklist
OPSCTL_MESSAGE(checklist_title, "Checklist {0} {1}", "チェックリスト {0} {1}");
OPSCTL_MESSAGE(checklist_confirm, "confirmed: {0}", "確認者: {0}");
OPSCTL_MESSAGE(role_perform, "Work", "作業");
OPSCTL_MESSAGE(role_supervise, "Supervisor", "スーパーバイザ");
OPSCTL_MESSAGE(role_approve, "Approval", "承認");
OPSCTL_MESSAGE(label_role, "Signature", "署名欄");
OPSCTL_MESSAGE(label_party, "Party", "所属");
OPSCTL_MESSAGE(label_name, "Name", "氏名");
OPSCTL_MESSAGE(label_signed_at, "Date and time", "日時");

// --- log
OPSCTL_MESSAGE(label_seq, "Seq", "通番");
OPSCTL_MESSAGE(label_person, "Person", "担当者");
OPSCTL_MESSAGE(label_account, "Account", "アカウント");
OPSCTL_MESSAGE(label_kind, "Record", "種別");
OPSCTL_MESSAGE(label_item, "Item", "項目");
OPSCTL_MESSAGE(label_run_and_item, "Run, item", "実行・項目");
OPSCTL_MESSAGE(performed_at, "performed {0}", "実施 {0}");
OPSCTL_MESSAGE(label_data, "Content", "内容");
OPSCTL_MESSAGE(label_hash, "Hash", "ハッシュ");
OPSCTL_MESSAGE(event_created, "journal created", "記録簿の作成");
OPSCTL_MESSAGE(event_started, "started", "開始");
OPSCTL_MESSAGE(event_step, "step", "手順");
OPSCTL_MESSAGE(event_confirmed, "confirmed", "確認");
OPSCTL_MESSAGE(event_note, "note", "メモ");
OPSCTL_MESSAGE(event_finished, "finished", "完了");
OPSCTL_MESSAGE(event_aborted, "aborted", "中止");
OPSCTL_MESSAGE(event_signed, "signed", "署名");
OPSCTL_MESSAGE(outcome_done, "done", "実施");
OPSCTL_MESSAGE(outcome_failed, "failed", "失敗");

// --- status
OPSCTL_MESSAGE(status_overdue, "Overdue", "期限超過・遅れ");
OPSCTL_MESSAGE(status_due, "Due", "要実施");
OPSCTL_MESSAGE(status_open, "Open runs", "実施中");
OPSCTL_MESSAGE(status_returned, "Returned to me", "差戻し");
OPSCTL_MESSAGE(status_to_sign, "Waiting for my sign-off", "署名待ち");
OPSCTL_MESSAGE(status_more, "{0} more", "ほか {0} 件");
OPSCTL_MESSAGE(status_exceptional, "[exceptions]", "［例外あり］");
OPSCTL_MESSAGE(status_nothing, "nothing to do", "いま行うことはありません");
OPSCTL_MESSAGE(status_several, "only what is due, for everybody; for your own, say who:", "要実施のみ全員分を表示。自分の分は次の誰かを指定:");
OPSCTL_MESSAGE(status_nobody, "not in the roster: reading only", "名簿に登録のない利用者（閲覧のみ）");

// The calendar: requests, watches, occurrences.
OPSCTL_MESSAGE(reason_requested, "requested", "依頼あり");
OPSCTL_MESSAGE(reason_hand_over, "hand-over", "引継ぎ");
OPSCTL_MESSAGE(reason_suspended, "suspended", "休止中");
OPSCTL_MESSAGE(warning_orphan_key, "a record names an occurrence that the schedule does not have", "スケジュールにない対象回を示す記録がある");
OPSCTL_MESSAGE(time_uncovered, "nobody there for {0}", "担当者なし {0}");
OPSCTL_MESSAGE(due_covered_until, "to be confirmed by {0}", "{0} までに継続確認");
OPSCTL_MESSAGE(event_requested, "request", "依頼");
OPSCTL_MESSAGE(event_withdrawn, "withdrawn", "取下げ");
OPSCTL_MESSAGE(event_waived, "waived", "免除");
OPSCTL_MESSAGE(event_handed_over, "handed over", "引継ぎ");
OPSCTL_MESSAGE(event_watch, "watch confirmed", "監視確認");
OPSCTL_MESSAGE(record_keeper, "kept by {0}", "担当 {0}");
OPSCTL_MESSAGE(record_clock_back, "the clock had gone back", "時計が戻っていた");
OPSCTL_MESSAGE(stale_open, "open for {0}", "実施中のまま {0}");
OPSCTL_MESSAGE(stale_unsigned, "unsigned for {0}", "署名待ちのまま {0}");
OPSCTL_MESSAGE(clock_went_back, "the clock went back: the last record is of {0}", "時計が戻っています（最後の記録は {0}）");
OPSCTL_MESSAGE(ledger_result, "Result", "結果");
OPSCTL_MESSAGE(ledger_done, "done", "実施");
OPSCTL_MESSAGE(ledger_done_late, "done late by {0}", "実施（{0}遅れ）");
OPSCTL_MESSAGE(ledger_waived, "waived", "免除");
OPSCTL_MESSAGE(ledger_missed, "missed", "未実施（期限切れ）");
OPSCTL_MESSAGE(ledger_open, "may be done", "実施可");
OPSCTL_MESSAGE(ledger_extra, "extra", "予定外の実施");
OPSCTL_MESSAGE(ledger_withdrawn, "withdrawn", "取下げ");
OPSCTL_MESSAGE(ledger_gap, "gap: {0} to {1} ({2})", "空白: {0} から {1}（{2}）");
OPSCTL_MESSAGE(ledger_coverage, "covered {0}; nobody there for {1} in all", "充足率 {0}、担当者なし計 {1}");
OPSCTL_MESSAGE(due_in_progress, "in progress: {0}", "実施中: {0}");

// Gates, evidence.
OPSCTL_MESSAGE(label_gate, "Before the start", "開始の条件");
OPSCTL_MESSAGE(gate_instruction, "an instruction or request", "指示または依頼");
OPSCTL_MESSAGE(gate_prior_approval, "a request that has been approved (▲)", "承認済みの依頼（▲）");
OPSCTL_MESSAGE(label_request, "Request", "依頼");
OPSCTL_MESSAGE(label_instructed_by, "Instructed by", "指示者");
OPSCTL_MESSAGE(label_ref, "Reference", "参照");
OPSCTL_MESSAGE(label_origin, "Origin", "依頼元");
OPSCTL_MESSAGE(label_requested, "Requested", "依頼日時");
OPSCTL_MESSAGE(step_evidence, "evidence: a file must be attached (--evidence)", "証跡: ファイルを付ける（--evidence）");
OPSCTL_MESSAGE(step_evidence_welcome, "evidence: a file may be attached (--evidence)", "証跡: 任意（--evidence）");
OPSCTL_MESSAGE(evidence_kept, "evidence {0}, {1} bytes, SHA-256 {2}", "証跡 {0}（{1} バイト、SHA-256 {2}）");
OPSCTL_MESSAGE(evidence_not_kept, "evidence {0}, {1} bytes, SHA-256 {2}, too large to be kept", "証跡 {0}（{1} バイト、SHA-256 {2}、大きいため本体は保存していない）");
OPSCTL_MESSAGE(exception_emergency, "emergency start, still to be accepted: {0}", "緊急開始（事後承認待ち）: {0}");
OPSCTL_MESSAGE(exception_accepted, "emergency start, accepted afterwards: {0}", "緊急開始（事後承認済み）: {0}");
OPSCTL_MESSAGE(record_instructed, "instructed by {0}", "指示 {0}");
OPSCTL_MESSAGE(record_emergency, "emergency: {0}", "緊急: {0}");
OPSCTL_MESSAGE(record_origin, "from {0}", "依頼元 {0}");
OPSCTL_MESSAGE(event_request_approved, "request approved", "依頼の承認");
OPSCTL_MESSAGE(event_accepted, "accepted afterwards", "事後承認");
OPSCTL_MESSAGE(due_to_approve, "to be approved: opsctl approve {0}", "承認待ち: opsctl approve {0}");
OPSCTL_MESSAGE(stale_emergency, "emergency start to be accepted: opsctl approve {0}", "緊急開始の事後承認待ち: opsctl approve {0}");

// Registers, and what changed in a runbook.
OPSCTL_MESSAGE(register_title, "Register of {0} {1}", "{0} {1} の台帳");
OPSCTL_MESSAGE(register_empty, "no finished run yet", "終了した実行はまだありません");
OPSCTL_MESSAGE(changes_title, "Changed since the last run ({0}, {1})", "前回の実行（{0}、{1}）からの変更");
OPSCTL_MESSAGE(change_was, "was: {0}", "変更前: {0}");
OPSCTL_MESSAGE(change_terms, "who does or confirms it, its choices, cautions or evidence", "担当・確認・選択肢・注意・証跡の変更");
OPSCTL_MESSAGE(change_number_was, "was step {0}", "変更前は手順 {0}");
OPSCTL_MESSAGE(change_field, "record field {0} ({1})", "記録欄 {0}（{1}）");
OPSCTL_MESSAGE(changes_elsewhere, "no step and no record field has changed, other parts of the runbook have", "手順と記録欄は同じです（手順書のほかの部分が変わりました）");
OPSCTL_MESSAGE(pending_returned, "returned before by {0}: {1}", "差戻しあり: {0}「{1}」");
OPSCTL_MESSAGE(label_details, "Details", "詳細");
OPSCTL_MESSAGE(label_handed_over, "Handed over to", "引継ぎ先");
OPSCTL_MESSAGE(label_aborted, "Aborted", "中止");

// The words of an explanation.
OPSCTL_MESSAGE(mode_calendar, "calendar", "暦による");
OPSCTL_MESSAGE(mode_rolling, "rolling, from the last execution", "前回の実施から");
OPSCTL_MESSAGE(mode_on_demand, "on demand", "依頼による");
OPSCTL_MESSAGE(mode_continuous, "around the clock", "24時間連続");
OPSCTL_MESSAGE(obligation_owed, "owed", "あり");
OPSCTL_MESSAGE(obligation_skipped_by_zone, "none: the time zone skips it", "なし（時間帯の変更で存在しない）");
OPSCTL_MESSAGE(obligation_day_off, "none: a day off", "なし（対象外の日）");
OPSCTL_MESSAGE(obligation_before_effective, "none: before the version is in force", "なし（適用開始より前）");
OPSCTL_MESSAGE(obligation_after_effective, "none: after the version is in force", "なし（適用終了より後）");
OPSCTL_MESSAGE(obligation_suspended, "none: suspended", "なし（休止期間）");
OPSCTL_MESSAGE(explain_not_settled, "not yet", "まだ");
OPSCTL_MESSAGE(explain_no_name, "of a rolling item, without a name", "名前なし（前回の実施から数える項目）");

// Deputies, corrections, the roster's own records.
OPSCTL_MESSAGE(name_of_deputy, "{0} for {1}", "{0}（{1} の代行）");
OPSCTL_MESSAGE(exception_corrected, "corrected after it was finished: {0}", "完了後に訂正: {0}");
OPSCTL_MESSAGE(label_corrections, "Corrections", "訂正");
OPSCTL_MESSAGE(event_roster, "roster", "名簿");
OPSCTL_MESSAGE(event_filled, "filled in", "記入");
OPSCTL_MESSAGE(event_corrected, "corrected", "訂正");
OPSCTL_MESSAGE(record_roster, "persons in the roster: {0}", "名簿の人数: {0}");
OPSCTL_MESSAGE(record_roster_changed, "{0} changed", "{0} を変更");

// Evidence, and the guide.
OPSCTL_MESSAGE(label_step, "Step", "手順");
OPSCTL_MESSAGE(label_file, "File", "ファイル");
OPSCTL_MESSAGE(label_size, "Bytes", "バイト数");
OPSCTL_MESSAGE(label_kept, "Content", "内容");
OPSCTL_MESSAGE(evidence_is_kept, "in the journal", "記録簿に保管");
OPSCTL_MESSAGE(evidence_is_elsewhere, "not kept (over 10 MiB)", "保管なし（10 MiB 超）");
OPSCTL_MESSAGE(no_evidence, "run {0} has no evidence", "実行 {0} に証跡はありません");
OPSCTL_MESSAGE(guide_welcome, "Each answer is recorded at once: leave with q and come back whenever you like.", "答えは一つずつその場で記録します。q でいつでも中断し、後で再開できます。");
OPSCTL_MESSAGE(guide_step, "Step {0} of {1}", "手順 {0} / {1}");
OPSCTL_MESSAGE(guide_field, "Record field: {0}", "記録欄: {0}");
OPSCTL_MESSAGE(guide_key_ok, "[o] ok", "[o] 実施・異常なし");
OPSCTL_MESSAGE(guide_key_choice, "{0} choose, ok", "{0} 選択して ok");
OPSCTL_MESSAGE(guide_key_ng, "[n] not in order", "[n] 異常あり(NG)");
OPSCTL_MESSAGE(guide_key_na, "[x] not applicable", "[x] 対象外(NA)");
OPSCTL_MESSAGE(guide_key_evidence, "[e] attach a file", "[e] 証跡を付ける");
OPSCTL_MESSAGE(guide_key_keep, "[k] keep as it is", "[k] このままにする");
OPSCTL_MESSAGE(guide_key_skip, "[s] skip", "[s] 飛ばす");
OPSCTL_MESSAGE(guide_key_note, "[m] note", "[m] メモ");
OPSCTL_MESSAGE(guide_key_back, "[b] step before", "[b] 前の手順");
OPSCTL_MESSAGE(guide_key_leave, "[q] leave", "[q] 中断");
OPSCTL_MESSAGE(status_confirm, "{0}: confirm step {1}", "{0}: 手順 {1} の確認");
OPSCTL_MESSAGE(status_request, "request: {0} {1}", "依頼: {0} {1}");
OPSCTL_MESSAGE(status_deputy, "deputy of {0} until {1}", "{0} の代行（{1} まで）");
OPSCTL_MESSAGE(label_anchor, "Chain", "記録の鎖");
OPSCTL_MESSAGE(sign_off_by_key, "signed by key", "鍵による署名あり");

// What verify shows.
OPSCTL_MESSAGE(verify_title, "Journal {0}", "記録簿 {0}");
OPSCTL_MESSAGE(label_check, "Check", "検査");
OPSCTL_MESSAGE(label_looked_at, "Looked at", "件数");
OPSCTL_MESSAGE(label_wrong, "Wrong", "異常");
OPSCTL_MESSAGE(check_file, "SQLite's own integrity check", "SQLite の整合性検査");
OPSCTL_MESSAGE(check_schema, "Tables, indexes and triggers as shipped", "表・索引・トリガー（出荷時と同じか）");
OPSCTL_MESSAGE(check_gaps, "Record numbers without a gap", "記録番号の連続");
OPSCTL_MESSAGE(check_chain, "Hashes of the chain", "ハッシュの連鎖");
OPSCTL_MESSAGE(check_genesis, "One journal, from its first record on", "最初の記録からの同一性");
OPSCTL_MESSAGE(check_canonical, "Form of the records", "記録の形式");
OPSCTL_MESSAGE(check_fields, "Fields of the records", "記録の項目");
OPSCTL_MESSAGE(check_clock, "Order of the times", "時刻の順序");
OPSCTL_MESSAGE(check_index, "Index of the records", "記録の索引");
OPSCTL_MESSAGE(check_runs, "State of the runs", "実行の状態");
OPSCTL_MESSAGE(check_derived, "All derived tables, made again", "記録から導かれる表の作り直し");
OPSCTL_MESSAGE(check_blobs, "Runbooks, rosters and evidence kept", "保管した手順書・名簿・証跡");
OPSCTL_MESSAGE(check_rules, "Rules of duty", "職務の規則");
OPSCTL_MESSAGE(check_anchors, "Anchors", "アンカー");
OPSCTL_MESSAGE(verify_more, "and {0} more", "ほか {0} 件");
OPSCTL_MESSAGE(verify_whole, "whole: nothing is wrong", "正常: 異常はありません");
OPSCTL_MESSAGE(verify_broken, "broken: the journal is not as opsctl wrote it", "異常: 記録簿が opsctl の書いたとおりではありません");
OPSCTL_MESSAGE(verify_broken_hint, "nothing was changed; keep the file as it is and compare it with the backups", "何も変更していません。ファイルはそのまま保存し、バックアップと比べてください");
OPSCTL_MESSAGE(verify_no_anchor, "no anchor was compared: a journal that was rewritten as a whole would pass, too", "アンカーとは照合していません（全体が書き換えられた記録簿でも正常と出ます）");
OPSCTL_MESSAGE(verify_keep_anchor, "anchor, to be kept away from this journal:", "アンカー（この記録簿とは別の場所に保管してください）:");
OPSCTL_MESSAGE(check_signatures, "Signatures by the signers' keys", "署名者の鍵による署名");
OPSCTL_MESSAGE(verify_unchecked_signatures, "signatures not checked: {0} (--allowed-signers FILE checks them)", "確かめていない署名: {0} 件（--allowed-signers ファイル で確かめられます）");

}  // namespace opsctl::messages
