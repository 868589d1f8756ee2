// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// The command line: what is wrong with it.
OPSCTL_MESSAGE(unknown_command, "there is no command '{0}'", "コマンド「{0}」はありません");
OPSCTL_MESSAGE(unknown_option, "there is no option '{0}' here", "ここに「{0}」というオプションはありません");
OPSCTL_MESSAGE(unexpected_argument, "'{0}' is one argument too many", "引数「{0}」が余分です");
OPSCTL_MESSAGE(option_without_value, "{0} needs a value", "{0} には値が必要です");
OPSCTL_MESSAGE(option_repeated, "{0} may be given only once", "{0} は一度しか指定できません");
OPSCTL_MESSAGE(argument_missing, "{0} is missing", "{0} の指定がありません");
OPSCTL_MESSAGE(bad_command_line, "the command line makes no sense: {0}", "コマンドラインを解釈できません: {0}");
OPSCTL_MESSAGE(see_help, "'opsctl --help' lists the commands", "コマンドの一覧は opsctl --help で表示します");
OPSCTL_MESSAGE(see_help_of, "see '{0}'", "使い方は {0} で表示します");
OPSCTL_MESSAGE(option_value_unknown, "{0} does not take '{1}'", "{0} に「{1}」は指定できません");
OPSCTL_MESSAGE(format_not_here, "'opsctl {0}' has no --format {1}", "opsctl {0} に --format {1} はありません");
OPSCTL_MESSAGE(try_one_of, "one of: {0}", "次のいずれか: {0}");
OPSCTL_MESSAGE(bug, "this is a bug in opsctl: {0}", "opsctl の不具合です: {0}");
OPSCTL_MESSAGE(bug_hint, "nothing was recorded unless a record number was printed; please report the command you typed", "記録番号が表示されていなければ何も記録されていません。打ったコマンドを開発者に知らせてください");

// The command line: catalogue, journal, person.
OPSCTL_MESSAGE(settings_invalid, "the settings in {0} have errors; nothing was done", "設定 {0} に誤りがあります。何も行いませんでした");
OPSCTL_MESSAGE(catalog_invalid, "the runbooks in {0} have errors; nothing was done", "{0} の手順書に誤りがあります。何も行いませんでした");
OPSCTL_MESSAGE(catalog_invalid_hint, "mend them; 'opsctl validate' checks again", "直してから opsctl validate で確かめてください");
OPSCTL_MESSAGE(no_home, "there is no place for the journal: neither XDG_STATE_HOME nor HOME is set", "記録簿の置き場所が決まりません（XDG_STATE_HOME も HOME も設定されていません）");
OPSCTL_MESSAGE(no_home_hint, "name it with --db FILE or OPSCTL_DB", "--db FILE または OPSCTL_DB で指定してください");
OPSCTL_MESSAGE(folder_not_created, "the folder {0} cannot be created: {1}", "フォルダ {0} を作れません: {1}");
OPSCTL_MESSAGE(not_in_roster, "nobody in the roster acts from the account '{0}', so it may read but not write", "アカウント「{0}」は名簿の誰のものでもないため、閲覧だけができます");
OPSCTL_MESSAGE(not_in_roster_hint, "whoever keeps roster.yaml adds the account to a person", "roster.yaml の管理者に、このアカウントの登録を依頼してください");
OPSCTL_MESSAGE(who_are_you, "several persons act from the account '{0}'", "アカウント「{0}」は複数の人が使います");
OPSCTL_MESSAGE(who_are_you_hint, "say who you are with --as PERSON: {0}", "--as PERSON で誰かを示してください: {0}");
OPSCTL_MESSAGE(unknown_person, "there is no person '{0}' in the roster", "名簿に「{0}」という人はいません");
OPSCTL_MESSAGE(not_your_person, "{0} does not act from the account '{1}'", "{0} はアカウント「{1}」からは操作できません");
OPSCTL_MESSAGE(not_your_person_hint, "the roster lists the accounts of each person; use your own", "人ごとのアカウントは名簿にあります。自分のアカウントを使ってください");

// The command line: validate.
OPSCTL_MESSAGE(validated, "runbooks: {0}, errors: {1}, warnings: {2}", "手順書 {0}件、エラー {1}件、警告 {2}件");
OPSCTL_MESSAGE(no_such_file, "there is no file {0}", "ファイル {0} はありません");
OPSCTL_MESSAGE(file_without_catalog, "{0} belongs to no catalogue: no folder above it has a catalog.yaml", "{0} はどのカタログにも属していません（上位のフォルダに catalog.yaml がありません）");
OPSCTL_MESSAGE(file_without_catalog_hint, "put it into a sheet's folder below catalog.yaml", "catalog.yaml の下の、一覧のフォルダに置いてください");

// The command line: naming things.
OPSCTL_MESSAGE(unknown_item, "there is no item '{0}'", "作業項目「{0}」はありません");
OPSCTL_MESSAGE(unknown_item_hint, "'opsctl list' shows all items", "作業項目の一覧は opsctl list で表示します");
OPSCTL_MESSAGE(several_items, "several sheets have an item with the number {0}", "番号 {0} の作業項目が複数の一覧にあります");
OPSCTL_MESSAGE(unknown_run, "there is no run '{0}'", "実行「{0}」はありません");
OPSCTL_MESSAGE(unknown_run_hint, "'opsctl log' shows what was run", "これまでの実行は opsctl log で表示します");
OPSCTL_MESSAGE(several_runs, "several runs fit ({0})", "当てはまる実行が複数あります（{0}件）");
OPSCTL_MESSAGE(several_runs_hint, "name one by its id: {0}", "IDで指定してください: {0}");
OPSCTL_MESSAGE(no_run_of_yours, "you have no open run", "あなたの進行中の実行はありません");
OPSCTL_MESSAGE(no_run_of_yours_hint, "name the run or its item, or begin one with 'opsctl start ITEM'", "実行か作業項目を指定するか、opsctl start ITEM で開始してください");
OPSCTL_MESSAGE(no_run_of_item, "no run of {0} {1} is in question", "{0} {1} に該当する実行はありません");
OPSCTL_MESSAGE(no_run_of_item_hint, "'opsctl log {0}' shows its history", "履歴は opsctl log {0} で表示します");
OPSCTL_MESSAGE(no_runs, "the journal has no run yet", "記録簿にまだ実行がありません");
OPSCTL_MESSAGE(no_runs_hint, "begin with 'opsctl start ITEM'", "opsctl start ITEM で開始してください");
OPSCTL_MESSAGE(party_not_found, "there is no party '{0}'", "実施者「{0}」はありません");
OPSCTL_MESSAGE(time_hint, "a time is 08:30 (today), 2026-11-22, 2026-11-22 08:30 or 2026-11-22T08:30:00+09:00", "時刻は 08:30（今日）、2026-11-22、2026-11-22 08:30、2026-11-22T08:30:00+09:00 のように書きます");

// The command line: recording.
OPSCTL_MESSAGE(recorded, "recorded as {0} ({1})", "記録番号 {0}（{1}）");
OPSCTL_MESSAGE(already_recorded, "already recorded", "すでに記録されています");

// The command line: due, check, init.
OPSCTL_MESSAGE(no_journal_yet, "there is no journal yet at {0}", "記録簿 {0} はまだありません");
OPSCTL_MESSAGE(no_journal_hint, "'opsctl init' creates it; name another with --db FILE", "opsctl init で作るか、--db FILE で別のものを指定してください");
OPSCTL_MESSAGE(no_item_selected, "no item is selected, so nothing was checked", "対象の作業項目がないため、何も点検していません");
OPSCTL_MESSAGE(duration_hint, "a duration is 12h, 7d, 2w, 1mo or 1y", "期間は 12h、7d、2w、1mo、1y のように書きます");
OPSCTL_MESSAGE(journal_created, "journal created: {0} ({1})", "記録簿を作りました: {0}（{1}）");
OPSCTL_MESSAGE(journal_created_next, "next: opsctl due", "次は opsctl due");

// The command line: what changed, and what comes next.
OPSCTL_MESSAGE(start_done_already, "{0} was already done, {1}, and nothing is due now; to take this back: opsctl abort {2} --reason TEXT", "{0} は {1} に実施済みで、いま期限の来ている作業はありません。取りやめるなら opsctl abort {2} --reason 理由");
OPSCTL_MESSAGE(start_early, "{0} is not due yet, but by {1}; to take this back: opsctl abort {2} --reason TEXT", "{0} の時期はまだ来ていません（期限 {1}）。取りやめるなら opsctl abort {2} --reason 理由");
OPSCTL_MESSAGE(run_started, "started: {0}", "開始しました: {0}");
OPSCTL_MESSAGE(step_recorded, "{0}: step {1} {2}", "{0}: 手順 {1} {2}");
OPSCTL_MESSAGE(step_confirmed, "{0}: step {1} confirmed", "{0}: 手順 {1} を確認しました");
OPSCTL_MESSAGE(note_added, "{0}: note added", "{0}: メモを加えました");
OPSCTL_MESSAGE(run_finished, "finished: {0}", "終了しました: {0}");
OPSCTL_MESSAGE(run_failed, "finished without success: {0}", "不成功として終了しました: {0}");
OPSCTL_MESSAGE(run_aborted, "aborted: {0}", "中止しました: {0}");
OPSCTL_MESSAGE(next_confirm, "next: a second person ({2}) types 'opsctl step {0} {1} --confirm'", "次は二人目（{2}）が opsctl step {0} {1} --confirm で確認");
OPSCTL_MESSAGE(next_done, "next: opsctl done {0}{1}", "次は opsctl done {0}{1}");
OPSCTL_MESSAGE(next_step, "next: {0}", "次は {0}");
OPSCTL_MESSAGE(next_step_or_all, "next: {0}, or all at once: opsctl done {1} --all-ok{2}", "次は {0}、まとめて終えるなら opsctl done {1} --all-ok{2}");
OPSCTL_MESSAGE(next_supervisor, "next: the supervisor (●: {1}) types 'opsctl approve {0}'", "次はスーパーバイザ（●: {1}）が opsctl approve {0}");
OPSCTL_MESSAGE(next_approver, "next: the approver (▲: {1}) types 'opsctl approve {0}'", "次は承認者（▲: {1}）が opsctl approve {0}");
OPSCTL_MESSAGE(next_nothing, "signed by all: nothing is left to do", "すべての署名がそろいました");
OPSCTL_MESSAGE(next_again, "it counts for nothing; to do it again: opsctl start {0}", "実施とは数えません。やり直すときは opsctl start {0}");
OPSCTL_MESSAGE(step_result_missing, "a step is recorded with exactly one of --ok, --ng, --na and --confirm", "手順の記録には --ok、--ng、--na、--confirm のどれか一つが要ります");
OPSCTL_MESSAGE(step_result_hint, "for example: opsctl step {0} --ok", "例: opsctl step {0} --ok");
OPSCTL_MESSAGE(confirm_stands_alone, "--confirm takes no --note, --choice or --value", "--confirm に --note、--choice、--value は付けられません");
OPSCTL_MESSAGE(confirm_stands_alone_hint, "what you have to add goes into 'opsctl note'", "書き添えることは opsctl note で記録してください");
OPSCTL_MESSAGE(note_quotes, "put the text into quotes: opsctl note 49 'two words'", "本文は引用符で囲んでください: opsctl note 49 '本文'");
OPSCTL_MESSAGE(either_or, "{0} and {1} exclude each other", "{0} と {1} は同時に指定できません");

// The command line: signing, and the journal's listing.
OPSCTL_MESSAGE(sign_alone, "run {0} has exceptions, so it is not signed together with others", "実行 {0} には例外があるため、他の実行とまとめて署名できません");
OPSCTL_MESSAGE(sign_alone_hint, "look at it by itself: opsctl approve {0}", "一つだけ確かめてください: opsctl approve {0}");
OPSCTL_MESSAGE(confirm_missing, "nothing was signed: say again which run you mean", "署名していません。対象の実行をもう一度示してください");
OPSCTL_MESSAGE(confirm_hint, "opsctl approve {0} --confirm {0}{1}", "opsctl approve {0} --confirm {0}{1}");
OPSCTL_MESSAGE(confirm_question, "To sign, type the run's id ({0}): ", "署名するには実行のID（{0}）を入力してください: ");
OPSCTL_MESSAGE(confirm_differs, "nothing was signed: '{0}' is not {1}", "署名していません。「{0}」は {1} と違います");
OPSCTL_MESSAGE(run_signed, "signed: {0}", "署名しました: {0}");
OPSCTL_MESSAGE(run_returned, "returned: {0}", "差し戻しました: {0}");
OPSCTL_MESSAGE(run_rejected, "rejected: {0}", "却下しました: {0}");
OPSCTL_MESSAGE(count_hint, "a whole number, 0 for all", "整数で指定します（0 は全部）");

// The calendar: late entry, requests, waivers, watches, explanations.
OPSCTL_MESSAGE(about_confirm, "Confirm that the keeper of a 24H watch is still there", "24H監視の継続を確認する");
OPSCTL_MESSAGE(about_explain, "Show how an item's due date comes about", "期限の決まり方を示す");
OPSCTL_MESSAGE(about_handover, "Hand a watch or an open run over to a colleague", "監視や実施中の実行を引き継ぐ");
OPSCTL_MESSAGE(about_request, "Ask for an item to be done", "作業を依頼・指示する");
OPSCTL_MESSAGE(about_waive, "Excuse one occurrence of an item", "作業の対象回を免除する");
OPSCTL_MESSAGE(about_withdraw, "Withdraw a request", "依頼を取り下げる");
OPSCTL_MESSAGE(arg_request, "the request's id, such as R20261122-001", "依頼のID（R20261122-001 など）");
OPSCTL_MESSAGE(opt_at, "when it was done, where that is earlier than now", "実際の日時（記録が後になった場合）");
OPSCTL_MESSAGE(opt_by, "until when it is to be done", "いつまでに行うか");
OPSCTL_MESSAGE(opt_done_reason, "why it failed, or why it is recorded late", "失敗した理由、または記録が遅れた理由");
OPSCTL_MESSAGE(opt_for, "the occurrence that it is for", "対象回（2026-11-22、FY2026H1 など）");
OPSCTL_MESSAGE(opt_late_reason, "why it is recorded late", "記録が遅れた理由");
OPSCTL_MESSAGE(opt_leave_uncovered, "end the last watch with nobody there", "引継ぎ先なしで監視を終える");
OPSCTL_MESSAGE(opt_occurrences, "every occurrence of an item with its result", "項目の対象回ごとの結果を示す");
OPSCTL_MESSAGE(opt_planned_end, "when the watch is to be handed over", "監視の終了予定");
OPSCTL_MESSAGE(opt_ref, "a reference, such as a ticket's number", "参照番号（案件番号など）");
OPSCTL_MESSAGE(opt_request, "the request that it serves", "応じる依頼のID");
OPSCTL_MESSAGE(opt_timeout, "how long to wait for a busy journal, in seconds (5)", "使用中の記録簿を待つ秒数（既定 5）");
OPSCTL_MESSAGE(opt_to_person, "the colleague who goes on", "引き継ぎ先の人");
OPSCTL_MESSAGE(opt_waive_for, "the occurrence to be excused", "免除する対象回");
OPSCTL_MESSAGE(opt_waive_until, "rolling items: the date that the due date is moved to", "前回の実施から数える項目で、期限を移す先の日付");
OPSCTL_MESSAGE(date_hint, "a date is 2026-11-22", "日付は 2026-11-22 のように書きます");
OPSCTL_MESSAGE(seconds_hint, "a whole number of seconds", "秒数は整数で指定します");
OPSCTL_MESSAGE(late_without_reason, "--at needs a --reason", "--at には --reason が必要です");
OPSCTL_MESSAGE(late_without_reason_hint, "say why it is recorded only now: --reason TEXT", "記録が遅れた理由を --reason で示してください");
OPSCTL_MESSAGE(reason_without_at, "--reason goes with --at", "--reason は --at とともに使います");
OPSCTL_MESSAGE(reason_without_at_hint, "for a remark use --note, or 'opsctl note'", "書き留めるだけなら --note か opsctl note を使ってください");
OPSCTL_MESSAGE(unknown_request, "there is no request '{0}'", "依頼「{0}」はありません");
OPSCTL_MESSAGE(unknown_request_hint, "'opsctl due' shows the open ones", "未完了の依頼は opsctl due で表示します");
OPSCTL_MESSAGE(request_made, "requested: {0} {1}", "依頼しました: {0} {1}");
OPSCTL_MESSAGE(request_withdrawn, "withdrawn: {0} {1}", "取り下げました: {0} {1}");
OPSCTL_MESSAGE(next_start_request, "next: opsctl start {0} --request {1}", "次は opsctl start {0} --request {1}");
OPSCTL_MESSAGE(occurrence_waived, "waived: {0}, {1}", "免除しました: {0} {1}");
OPSCTL_MESSAGE(due_moved, "the due date is moved: {0}, to {1}", "期限を移しました: {0} {1} まで");
OPSCTL_MESSAGE(watch_confirmed, "watch confirmed: {0}", "監視の継続を確認しました: {0}");
OPSCTL_MESSAGE(watch_started, "watch begun: {0}, kept by {1}", "監視を開始しました: {0}（担当 {1}）");
OPSCTL_MESSAGE(run_handed_over, "handed over: {0}, to {1}", "引き継ぎました: {0}（{1} へ）");
OPSCTL_MESSAGE(run_finished_for, "finished: {0}, for {1}", "終了しました: {0}（対象 {1}）");
OPSCTL_MESSAGE(run_finished_extra, "finished: {0}, beside the calendar: nothing was owed", "終了しました: {0}（予定外。対象となる回はありません）");
OPSCTL_MESSAGE(occurrences_of_item, "--occurrences needs an ITEM", "--occurrences には作業項目の指定が必要です");
OPSCTL_MESSAGE(occurrences_filters, "--occurrences goes with --from and --to alone", "--occurrences と併用できるのは --from と --to だけです");
OPSCTL_MESSAGE(history_not_compared, "the journal was not looked at: {0}", "記録簿とは照合していません: {0}");
OPSCTL_MESSAGE(cycle_edited, "{0} was last run under the cycle {1}, and no version explains the change to {2}", "{0} の前回は周期 {1} で実施されており、{2} への変更を示す版がありません");
OPSCTL_MESSAGE(cycle_edited_hint, "keep {0} and add the new cycle under 'versions' with its effective_from, or misses are invented", "{0} を残し、新しい周期は effective_from を付けて versions に加える（さもないと未実施が捏造される）");
OPSCTL_MESSAGE(next_watch, "next: opsctl confirm{1} while you stay, opsctl handover {0} --to PERSON{1} when you go", "次は、続ける間は opsctl confirm{1}、交代するときは opsctl handover {0} --to 人{1}");

// Gates and evidence.
OPSCTL_MESSAGE(opt_instructed_by, "who instructed, where there is no request", "指示した人（依頼の記録がない場合）");
OPSCTL_MESSAGE(opt_emergency, "start without what the gate asks for; accepted afterwards", "必要な指示・承認なしで始める（事後承認）");
OPSCTL_MESSAGE(opt_start_reason, "why: of an emergency, or of a late record", "理由（緊急の開始、または記録の遅れ）");
OPSCTL_MESSAGE(opt_origin, "who asked, where that is nobody of the parties", "実施者以外からの依頼の場合の依頼元");
OPSCTL_MESSAGE(opt_evidence, "a file that proves it; may be repeated", "証跡のファイル（複数可）");
OPSCTL_MESSAGE(evidence_unreadable, "the evidence {0} cannot be read: {1}", "証跡 {0} を読めません: {1}");
OPSCTL_MESSAGE(evidence_hint, "name a regular file; nothing was recorded", "通常のファイルを指定してください（何も記録していません）");
OPSCTL_MESSAGE(request_approved, "approved: {0} {1}, {2}", "承認しました: {0} {1}（{2}）");
OPSCTL_MESSAGE(emergency_accepted, "accepted afterwards: {0}", "事後承認しました: {0}");
OPSCTL_MESSAGE(next_approve_request, "next: an approver (▲) types 'opsctl approve {0}'", "次は承認者（▲）が opsctl approve {0}");

OPSCTL_MESSAGE(next_nobody, "nobody in the roster", "名簿に該当者なし");
OPSCTL_MESSAGE(about_register, "The record fields of all runs of an item", "項目の記録欄を台帳として示す");
OPSCTL_MESSAGE(next_step_of, "next: opsctl step {0} {1} --ok, by one of {2}", "次は {2} のいずれかが opsctl step {0} {1} --ok");
OPSCTL_MESSAGE(output_lost, "what was to be printed could not be written: {0}", "結果を出力できませんでした: {0}");
OPSCTL_MESSAGE(output_lost_hint, "what was recorded is recorded: look with 'opsctl log' before you repeat the command", "記録は済んでいることがあります。同じコマンドを繰り返す前に opsctl log で確かめてください");

// The guide: questions on a terminal.
OPSCTL_MESSAGE(about_guide, "Walk through an open run's checklist, one key an answer", "進行中の実行を、手順ごとに一つのキーで答えながら進める");
OPSCTL_MESSAGE(opt_guide, "then walk through the checklist on this terminal", "続けてこの端末で手順を一つずつ進める");
OPSCTL_MESSAGE(guide_needs_terminal, "the guide asks questions, and there is no terminal to ask on", "ガイドは端末での問答ですが、ここには端末がありません");
OPSCTL_MESSAGE(guide_terminal_hint, "without one, record with 'opsctl step' and 'opsctl done'; --no-input and --format do not go with the guide", "端末がなければ opsctl step と opsctl done で記録してください（--no-input と --format は併用できません）");
OPSCTL_MESSAGE(guide_ask_why, "why (Enter: go back): ", "理由（Enter だけで戻る）: ");
OPSCTL_MESSAGE(guide_ask_file, "file (Enter: go back): ", "ファイル（Enter だけで戻る）: ");
OPSCTL_MESSAGE(guide_ask_note, "note (Enter: go back): ", "メモ（Enter だけで戻る）: ");
OPSCTL_MESSAGE(guide_ask_value, "value (q: leave): ", "記入（q で中断）: ");
OPSCTL_MESSAGE(guide_ask_optional, "value (Enter: leave out, q: leave): ", "記入（Enter だけで省略、q で中断）: ");
OPSCTL_MESSAGE(guide_ask_finish, "all is recorded: [d] done, any other key leaves the run open", "すべて記録しました。[d] 完了する（ほかのキーなら実施中のまま中断）");
OPSCTL_MESSAGE(guide_file_taken, "goes with this step: {0}, {1} bytes", "この手順に付けます: {0}（{1} バイト）");
OPSCTL_MESSAGE(guide_no_step_before, "there is no step before that you may record again", "戻れる手順がありません");
OPSCTL_MESSAGE(guide_unknown_key, "that key does nothing here", "そのキーはここでは使えません");
OPSCTL_MESSAGE(guide_answer, "-> {0}", "→ {0}");
OPSCTL_MESSAGE(guide_meanwhile, "{0} has recorded this step meanwhile: {1}", "この間に {0} がこの手順を記録しました: {1}");
OPSCTL_MESSAGE(guide_meanwhile_hint, "look at it again, below; nothing of yours was recorded", "下の表示をもう一度確かめてください（今の答えは記録していません）");
OPSCTL_MESSAGE(guide_ask_confirm, "[c] confirm it as the second person, any other key leaves", "[c] 二人目として確認する（ほかのキーなら中断）");
OPSCTL_MESSAGE(note_text_hint, "opsctl note {0} TEXT", "opsctl note {0} 本文");
OPSCTL_MESSAGE(evidence_too_large, "{0} is over 10 MiB: its hash is recorded, the file itself you must keep", "{0} は 10 MiB を超えるため、ハッシュだけを記録しました（ファイルは別に保管してください）");
OPSCTL_MESSAGE(arg_run_named, "the run: its id, its end (-003), @last, or its item", "実行（ID、末尾 -003、@last、作業項目）");
OPSCTL_MESSAGE(guide_try_again, "any key tries again with the same answer, [q] leaves", "何かキーを押すと同じ答えでもう一度試みます（[q] で中断）");
OPSCTL_MESSAGE(guide_left, "left; come back with 'opsctl guide {0}{1}'", "中断しました。再開: opsctl guide {0}{1}");

// Filling in, correcting, evidence, deputies, what belongs together.
OPSCTL_MESSAGE(about_fill, "Fill in record fields of an open run", "進行中の実行の記録欄に記入する");
OPSCTL_MESSAGE(arg_fill, "the run (may be left out) and the fields", "実行（省略可）と記録欄");
OPSCTL_MESSAGE(values_filled, "filled in: {0}", "記入しました: {0}");
OPSCTL_MESSAGE(about_correct, "Correct what was recorded of a finished run; its sign-offs are void", "完了した実行の記録を訂正する（署名は無効になる）");
OPSCTL_MESSAGE(opt_correct_step, "the step whose record was wrong, with its right result", "誤って記録した手順（正しい結果とともに）");
OPSCTL_MESSAGE(opt_performed_at, "when the work was really done", "実際に作業を終えた時刻");
OPSCTL_MESSAGE(correct_nothing, "what is to be corrected is missing", "訂正する内容がありません");
OPSCTL_MESSAGE(correct_step_incomplete, "a step is corrected with --step and one of --ok, --ng, --na", "手順の訂正には --step と、--ok・--ng・--na のいずれか一つが必要です");
OPSCTL_MESSAGE(correct_step_hint, "e.g. opsctl correct 49 --step 4 --ng --note TEXT --reason TEXT", "例: opsctl correct 49 --step 4 --ng --note 内容 --reason 理由");
OPSCTL_MESSAGE(option_after_end, "{0} stands after '--', where the options end", "{0} が -- の後にあります（-- の後はオプションになりません）");
OPSCTL_MESSAGE(option_after_end_hint, "put it before '--'", "-- の前に書いてください");
OPSCTL_MESSAGE(run_corrected, "corrected: {0}", "訂正しました: {0}");
OPSCTL_MESSAGE(about_evidence, "The files that prove a run's steps; --save writes them out", "実行の手順に付けた証跡を表示する（--save で取り出す）");
OPSCTL_MESSAGE(opt_save, "write the files into this folder, never over another", "このフォルダに書き出す（既存のファイルには上書きしない）");
OPSCTL_MESSAGE(evidence_not_written, "cannot write {0}: {1}", "{0} に書き込めません: {1}");
OPSCTL_MESSAGE(evidence_lost, "the journal does not have the content of {0} that it should", "記録簿にあるはずの {0} の内容がありません");
OPSCTL_MESSAGE(help_deputy_for, "act as this person's deputy, where the roster says so", "この人の代行として行う（名簿の deputies に従う）");
OPSCTL_MESSAGE(opt_start_ref, "incident, ticket or letter that it belongs to", "対応する障害・チケット・文書の番号");
OPSCTL_MESSAGE(opt_log_ref, "only what belongs to this incident, ticket or letter", "この障害・チケット・文書のものだけ");

// A shared host.
OPSCTL_MESSAGE(opt_system, "set up a shared host, as root: runbooks, journal, group", "共用ホストを整える（root で実行。手順書、記録簿、グループ）");
OPSCTL_MESSAGE(place_is_fixed, "{0} has no effect on a shared host: runbooks and journal are the site's", "共用ホストでは {0} を使えません（手順書と記録簿は決められた場所にあります）");
OPSCTL_MESSAGE(place_is_fixed_hint, "leave it out", "指定を外してください");
OPSCTL_MESSAGE(system_needs_root, "a shared host is set up by root", "共用ホストの設定は root が行います");
OPSCTL_MESSAGE(system_root_hint, "sudo opsctl init --system", "sudo opsctl init --system を実行してください");
OPSCTL_MESSAGE(system_creates_journal, "on a shared host root alone begins a journal", "共用ホストの記録簿は root だけが作成できます");
OPSCTL_MESSAGE(system_group_missing, "there is no group '{0}'", "グループ「{0}」がありません");
OPSCTL_MESSAGE(system_group_hint, "make it, with nobody in it: groupadd --system {0}", "誰も所属させずに作成してください: groupadd --system {0}");
OPSCTL_MESSAGE(system_not_set_up, "cannot set up {0}: {1}", "{0} を整えられません: {1}");
OPSCTL_MESSAGE(system_runbooks_copied, "copied the sample runbooks to {0}", "見本の手順書を {0} に写しました");
OPSCTL_MESSAGE(system_place_ready, "{0} belongs to root and the group {1}", "{0} を root とグループ {1} のものにしました");
OPSCTL_MESSAGE(system_journal_created, "created the journal {0}", "記録簿 {0} を作りました");
OPSCTL_MESSAGE(system_program_ready, "{0} runs with the group {1} (setgid)", "{0} をグループ {1} で動くようにしました（setgid）");
OPSCTL_MESSAGE(system_folder_used, "{0} has other files, {1} among them, and a shared journal needs a folder of its own", "{0} には {1} など他のファイルがあります（共用の記録簿には専用のフォルダが必要です）");
OPSCTL_MESSAGE(system_folder_used_hint, "name a file in another folder with db: in config.yaml; only root and the group {0} will enter it", "config.yaml の db: で別のフォルダのファイルを指定してください（root とグループ {0} だけが入れるようになります）");
OPSCTL_MESSAGE(system_was_ready, "everything was set up already", "すべて整っています");
OPSCTL_MESSAGE(system_next, "next: 'opsctl doctor' as one of its users", "次は利用者として opsctl doctor を実行してください");
OPSCTL_MESSAGE(system_next_roster, "next: put your people into /etc/opsctl/runbooks/roster.yaml: the sample's is a demonstration, whose persons anybody may be", "次は /etc/opsctl/runbooks/roster.yaml に実在の人を書いてください（見本の名簿は体験用で、誰でも名簿の人になれます）");

// Signatures.
OPSCTL_MESSAGE(opt_sign, "sign the decision with this SSH key", "この SSH 鍵で決定に署名する");
OPSCTL_MESSAGE(signer_failed, "no signature: {0}", "署名できません: {0}");
OPSCTL_MESSAGE(signer_hint, "opsctl signs with ssh-keygen (package openssh-client); nothing was recorded", "署名には ssh-keygen（パッケージ openssh-client）を使います。何も記録していません");

// Verifying.
OPSCTL_MESSAGE(about_verify, "Whether the journal is whole: exit 0, or 1 with what is wrong", "記録簿が正しいか検査する（正常なら終了コード 0、異常があれば 1）");
OPSCTL_MESSAGE(opt_deep, "also make every derived table again and compare", "記録から導かれる表もすべて作り直して比べる");
OPSCTL_MESSAGE(opt_anchor, "an anchor that was kept: the record's number and at least 8 digits of its hash", "控えておいたアンカー（記録番号とハッシュの先頭 8 桁以上）");
OPSCTL_MESSAGE(opt_anchors, "a file of anchors, one a line: UUID SEQ HASH, or SEQ:HASH", "アンカーのファイル（一行に一つ、UUID SEQ HASH または SEQ:HASH）");
OPSCTL_MESSAGE(anchor_hint, "an anchor is SEQ:HASH, e.g. 1204:9f31c2d0, in a file also UUID SEQ HASH", "アンカーは SEQ:HASH（例 1204:9f31c2d0）です。ファイルでは UUID SEQ HASH も使えます");
OPSCTL_MESSAGE(anchor_line_wrong, "{0}:{1}: that is no anchor", "{0}:{1}: アンカーではありません");
OPSCTL_MESSAGE(anchors_unreadable, "the file of anchors {0} cannot be read", "アンカーのファイル {0} を読めません");
OPSCTL_MESSAGE(anchors_hint, "nothing was checked", "検査は行っていません");
OPSCTL_MESSAGE(opt_allowed_signers, "check the signatures of sign-offs by this file of ssh-keygen's", "署名の鍵を ssh-keygen の allowed_signers ファイルで確かめる");

}  // namespace opsctl::messages
