// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// The command line (src/cli): help.
OPSCTL_MESSAGE(help_usage, "usage:", "使い方:");
OPSCTL_MESSAGE(help_command_word, "COMMAND", "コマンド");
OPSCTL_MESSAGE(help_options_word, "[options]", "[オプション]");
OPSCTL_MESSAGE(help_arguments, "arguments:", "引数:");
OPSCTL_MESSAGE(help_options, "options:", "オプション:");
OPSCTL_MESSAGE(help_commands, "commands:", "コマンド:");
OPSCTL_MESSAGE(help_examples, "examples:", "例:");
OPSCTL_MESSAGE(help_see_globals, "'opsctl --help' lists the options that every command takes", "すべてのコマンドに共通のオプションは opsctl --help で表示します");
OPSCTL_MESSAGE(help_program, "Runs an operations centre's work: what is due, step by step, signed, on a record that can be proved. Without a command: what concerns you now.", "運用作業を動かす道具です。期限の来た作業を示し、手順ごとに記録し、確認・承認を受け、後から証明できる形で残します。コマンドを付けなければ、いま自分に関わるものを表示します。");
OPSCTL_MESSAGE(help_help, "show help; after a command, its own", "使い方を表示する（コマンドの後ではそのコマンドのもの）");
OPSCTL_MESSAGE(help_version, "show the version", "版を表示する");
OPSCTL_MESSAGE(help_runbooks, "folder of the runbooks (OPSCTL_RUNBOOKS)", "手順書のフォルダ（OPSCTL_RUNBOOKS）");
OPSCTL_MESSAGE(help_db, "file of the journal (OPSCTL_DB)", "記録簿のファイル（OPSCTL_DB）");
OPSCTL_MESSAGE(help_as, "who is acting, where your account serves several persons", "操作する人（アカウントを複数の人で使う場合）");
OPSCTL_MESSAGE(help_format, "form of the output", "出力の形式");
OPSCTL_MESSAGE(help_lang, "language; else LC_ALL, LC_MESSAGES or LANG decides", "表示する言語（指定がなければ LC_ALL、LC_MESSAGES、LANG に従う）");
OPSCTL_MESSAGE(help_color, "colour; auto: on a terminal, unless NO_COLOR is set", "色（auto は端末のとき。NO_COLOR があれば付けない）");
OPSCTL_MESSAGE(help_ambiwidth, "columns that ◎▲△□● take on your terminal", "端末での ◎▲△□● の桁数");
OPSCTL_MESSAGE(help_no_input, "never ask; fail where an answer is missing", "問い合わせをしない（答えが要るときは失敗する）");
OPSCTL_MESSAGE(help_quiet, "no remarks; 'check' prints nothing when all is well", "注記を出さない（check は異常がなければ何も出さない）");

// The command line: what each command does.
OPSCTL_MESSAGE(about_status, "What concerns you now, each with the command to type next", "いま自分に関わるものを、次に打つコマンドとともに表示する");
OPSCTL_MESSAGE(about_due, "The items that need doing, most urgent first, by cycle", "実施が必要な作業項目を、周期ごとに急ぐ順で表示する");
OPSCTL_MESSAGE(about_list, "The work items, filtered", "作業項目を条件で絞って一覧する");
OPSCTL_MESSAGE(about_show, "One work item or one run in full", "作業項目または実行を一つ詳しく表示する");
OPSCTL_MESSAGE(about_checklist, "A printable checklist; a run's shows what was done", "印刷用のチェックリスト（実行を指定すると記入済みのもの）");
OPSCTL_MESSAGE(about_raci, "Who performs, approves, directs and supports", "誰が実施・承認・監督・支援するかの表");
OPSCTL_MESSAGE(about_start, "Begin an item: opens a run and prints its checklist", "作業項目を開始し、チェックリストを表示する");
OPSCTL_MESSAGE(about_step, "Record a step of an open run, or confirm it as the second person", "進行中の実行の手順を記録する、または二人目として確認する");
OPSCTL_MESSAGE(about_note, "Add a note to an open run", "進行中の実行にメモを加える");
OPSCTL_MESSAGE(about_done, "Finish a run", "実行を終える");
OPSCTL_MESSAGE(about_abort, "Break off a run that will not be finished", "完了しない実行を中止する");
OPSCTL_MESSAGE(about_pending, "The runs that wait for a sign-off", "確認・承認を待つ実行を表示する");
OPSCTL_MESSAGE(about_approve, "Sign a finished run: as supervisor (●), then as approver (▲)", "終わった実行に署名する（スーパーバイザ●、続いて承認者▲）");
OPSCTL_MESSAGE(about_return, "Send a finished run back to its performers", "終わった実行を実施者に差し戻す");
OPSCTL_MESSAGE(about_reject, "Reject a finished run: it counts for nothing", "終わった実行を却下する（実施と数えない）");
OPSCTL_MESSAGE(about_check, "For cron and monitoring: one status line, exit 0/1/2/3", "cron と監視のための点検（状態を一行、終了コード 0/1/2/3）");
OPSCTL_MESSAGE(about_log, "The journal, filtered", "記録簿を条件で絞って表示する");
OPSCTL_MESSAGE(about_validate, "Check runbooks: all problems of all files", "手順書を検査し、すべての問題を表示する");
OPSCTL_MESSAGE(about_schema, "Print the JSON Schema for editors", "エディタ用の JSON Schema を出力する");
OPSCTL_MESSAGE(about_init, "Create the journal", "記録簿を作る");

// The command line: arguments and options.
OPSCTL_MESSAGE(arg_item, "the item's id (inc-13) or number (13)", "作業項目のID（inc-13）または番号（13）");
OPSCTL_MESSAGE(arg_items, "items; all without any", "作業項目（省略すると全部）");
OPSCTL_MESSAGE(arg_item_or_run, "an item, or a run (20261122-003, -003, @last)", "作業項目、または実行（20261122-003、-003、@last）");
OPSCTL_MESSAGE(arg_run, "the run: its id, its end (-003), @last, or its item; else your only open one", "実行（ID、末尾 -003、@last、作業項目。省略すると自分の進行中の一つ）");
OPSCTL_MESSAGE(arg_runs, "the run, or several that have no exceptions; or a request that waits for approval", "実行（例外のないものは複数可）、または承認待ちの依頼");
OPSCTL_MESSAGE(arg_run_and_step, "the run (may be left out) and the number or id of the step", "実行（省略可）と、手順の番号またはID");
OPSCTL_MESSAGE(arg_note, "the run (may be left out) and the text", "実行（省略可）と本文");
OPSCTL_MESSAGE(arg_files, "catalogue folders or files; else the catalogue in use", "カタログのフォルダまたはファイル（省略すると使用中のもの）");
OPSCTL_MESSAGE(arg_schema, "runbook (default), catalog, sheet, roster or holidays", "runbook（既定）、catalog、sheet、roster、holidays");
OPSCTL_MESSAGE(opt_all, "everything, also what need not be done now", "いま実施しなくてよいものも含めて全部");
OPSCTL_MESSAGE(opt_overdue, "only what is overdue", "期限を超過したものだけ");
OPSCTL_MESSAGE(opt_within, "also what becomes due within this time, e.g. 7d", "この期間内に期限が来るものも含める（例 7d）");
OPSCTL_MESSAGE(opt_cycle, "only this cycle, e.g. 1/D", "この周期だけ（例 1/D）");
OPSCTL_MESSAGE(opt_party_filter, "only items with a duty of this party", "この実施者が関わる項目だけ");
OPSCTL_MESSAGE(opt_as_of, "as things stand at this time", "この時刻の状態");
OPSCTL_MESSAGE(opt_category, "only headings that contain this text", "見出しにこの文字列を含むものだけ");
OPSCTL_MESSAGE(opt_duty, "only where --party has this duty, or any party without --party", "--party がこの役割を持つものだけ（--party がなければいずれかの実施者）");
OPSCTL_MESSAGE(opt_method, "only this method", "この実施方法だけ");
OPSCTL_MESSAGE(arg_search, "text to look for in id, headings and summary", "ID・見出し・概要から探す文字列");
OPSCTL_MESSAGE(opt_letters, "letters R/A/C/S and V instead of ◎▲△□ and ●", "◎▲△□● の代わりに文字 R/A/C/S/V");
OPSCTL_MESSAGE(opt_supervisor, "the supervisor on duty (●)", "担当のスーパーバイザ（●）");
OPSCTL_MESSAGE(opt_party, "the party you act for, where you belong to several", "どの実施者として行うか（複数に属する場合）");
OPSCTL_MESSAGE(opt_parallel, "although the item has an open run", "進行中の実行があっても開始する");
OPSCTL_MESSAGE(opt_key, "a repeat with the same key is recorded once", "同じキーでの再実行は一度だけ記録する");
OPSCTL_MESSAGE(opt_ok, "done and in order", "実施し、異常なし");
OPSCTL_MESSAGE(opt_ng, "done, but not in order (needs --note)", "実施したが異常あり（--note が必要）");
OPSCTL_MESSAGE(opt_na, "not applicable this time (needs --note)", "今回は該当なし（--note が必要）");
OPSCTL_MESSAGE(opt_confirm_step, "confirm as the second person", "二人目として確認する");
OPSCTL_MESSAGE(opt_note, "a remark", "備考");
OPSCTL_MESSAGE(opt_choice, "what was chosen, where the step asks for it", "選択したもの（選択のある手順）");
OPSCTL_MESSAGE(opt_value, "fill in a record field; may be repeated", "記録欄に記入する（複数可）");
OPSCTL_MESSAGE(opt_all_ok, "tick all the remaining steps as ok", "残りの手順をすべて ok とする");
OPSCTL_MESSAGE(opt_valid_until, "until when the renewed certificate is valid", "更新した証明書の有効期限");
OPSCTL_MESSAGE(opt_failed, "the work did not succeed (needs --reason)", "作業は成功しなかった（--reason が必要）");
OPSCTL_MESSAGE(opt_reason, "why", "理由");
OPSCTL_MESSAGE(opt_comment, "a remark to the decision", "決定への備考");
OPSCTL_MESSAGE(opt_confirm_run, "the run you mean, again: signs without asking", "対象の実行をもう一度指定し、問い合わせずに署名する");
OPSCTL_MESSAGE(opt_warn_on, "due: what is due counts as a warning too", "due: 期限内に実施すべきものも警告とする");
OPSCTL_MESSAGE(opt_strict, "warnings fail too (exit 1)", "警告も失敗とする（終了コード1）");
OPSCTL_MESSAGE(opt_log_person, "only this person", "この人だけ");
OPSCTL_MESSAGE(opt_log_kind, "only this kind of record, e.g. run-started", "この種類だけ（例 run-started）");
OPSCTL_MESSAGE(opt_from, "from this time", "この時刻から");
OPSCTL_MESSAGE(opt_to, "before this time", "この時刻より前");
OPSCTL_MESSAGE(opt_limit, "only the newest so many; 0: all", "新しいものからこの件数だけ（0 は全部）");

}  // namespace opsctl::messages
