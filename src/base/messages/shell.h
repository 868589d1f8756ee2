// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// For the shell (src/cli): completion, man page.
OPSCTL_MESSAGE(about_completion, "Print the completion file of a shell", "シェルの補完ファイルを出力する");
OPSCTL_MESSAGE(arg_shell, "bash, zsh or fish", "bash、zsh、fish");
OPSCTL_MESSAGE(about_man, "Print the manual page, for man(1)", "マニュアルページを出力する（man(1) 用）");

OPSCTL_MESSAGE(man_section, "User Commands", "ユーザーコマンド");
OPSCTL_MESSAGE(man_name, "NAME", "名前");
OPSCTL_MESSAGE(man_synopsis, "SYNOPSIS", "書式");
OPSCTL_MESSAGE(man_description, "DESCRIPTION", "説明");
OPSCTL_MESSAGE(man_commands, "COMMANDS", "コマンド");
OPSCTL_MESSAGE(man_options, "OPTIONS", "オプション");
OPSCTL_MESSAGE(man_environment, "ENVIRONMENT", "環境変数");
OPSCTL_MESSAGE(man_files, "FILES", "ファイル");
OPSCTL_MESSAGE(man_exit_status, "EXIT STATUS", "終了ステータス");
OPSCTL_MESSAGE(man_examples, "EXAMPLES", "例");
OPSCTL_MESSAGE(man_see_also, "SEE ALSO", "関連項目");

OPSCTL_MESSAGE(man_purpose, "an operations centre's work from its own table of work items", "運用作業項目一覧に沿って作業を進め、記録する");
OPSCTL_MESSAGE(man_naming_items, "An item of work is named by its id (inc-13) or by its number in the sheet (13); its definition is a runbook, one YAML file. A run is one execution of an item, named by its id (20261122-003), by the end of that where it is unique (-003, behind --), by @last, or by its item where only one run of it is in question; left out, it is your only open run.", "作業項目はID（inc-13）または一覧の番号（13）で指定する。項目ごとに一つの手順書（YAMLファイル）がある。実行は作業項目を一回実施したもので、ID（20261122-003）、ほかと区別できる末尾（-- の後に -003）、@last、または該当する実行が一つだけの作業項目で指定する。省略すると自分の進行中の一つになる。");
OPSCTL_MESSAGE(man_rules, "Who may do what follows from the table that 'opsctl raci' prints: ◎ performs, ▲ approves, △ directs, □ supports; ● signs as the contractor's supervisor before ▲ does. Whoever worked on a run cannot sign it. Everything is recorded in the journal, one SQLite file that is only added to.", "誰が何をしてよいかは opsctl raci の表で決まる。◎は実施、▲は承認、△は監督、□は支援、●は▲の前に署名する運用業者のスーパーバイザを表す。実行に携わった人は署名できない。すべては記録簿（追記だけの SQLite ファイル一つ）に残る。");
OPSCTL_MESSAGE(man_global_options, "Every command takes these. Options may stand anywhere; -- ends them.", "すべてのコマンドに共通。オプションはどこに置いてもよく、-- で終わる。");

OPSCTL_MESSAGE(man_env_runbooks, "the folder of the runbooks, where --runbooks does not name one", "手順書のフォルダ（--runbooks がない場合）");
OPSCTL_MESSAGE(man_env_db, "the file of the journal, where --db does not name one", "記録簿のファイル（--db がない場合）");
OPSCTL_MESSAGE(man_env_state, "where the journal is kept otherwise: $XDG_STATE_HOME/opsctl/journal.db, or ~/.local/state/opsctl/journal.db", "ほかに指定がない場合の記録簿の場所: $XDG_STATE_HOME/opsctl/journal.db または ~/.local/state/opsctl/journal.db");
OPSCTL_MESSAGE(man_env_cache, "where what was read of the runbooks is kept: $XDG_CACHE_HOME/opsctl, or ~/.cache/opsctl", "読み込んだ手順書の控えの場所: $XDG_CACHE_HOME/opsctl または ~/.cache/opsctl");
OPSCTL_MESSAGE(man_env_language, "the language, where --lang does not say: the first that is set; Japanese where it begins with ja, else English", "表示する言語（--lang がない場合）。設定されている最初のものに従い、ja で始まれば日本語、ほかは英語");
OPSCTL_MESSAGE(man_env_charset, "whether doctor takes the terminal for one of UTF-8, where LC_ALL does not say", "端末が UTF-8 かどうかの doctor の判断（LC_ALL がない場合）");
OPSCTL_MESSAGE(man_env_colour, "no colour with the first, colour also in pipes with the second; --color decides before them", "前者があれば色を付けず、後者があればパイプでも付ける。--color が優先する");
OPSCTL_MESSAGE(man_env_terminal, "dumb, empty or not set: no colour, no pager, and the terminal is asked nothing", "dumb、空または未設定なら、色もページャも使わず、端末に何も問い合わせない");
OPSCTL_MESSAGE(man_env_pager, "what long listings go through; less, if not set; none, if empty", "長い一覧を表示するページャ。未設定なら less、空なら使わない");
OPSCTL_MESSAGE(man_env_less, "for less; where they are not set: FRX and utf-8", "less の設定。未設定なら FRX と utf-8");
OPSCTL_MESSAGE(man_env_agent, "the agent that ssh-keygen asks for the key of --sign", "--sign の鍵について ssh-keygen が問い合わせるエージェント");

OPSCTL_MESSAGE(man_file_config, "the site's settings: runbooks, db, syslog", "サイトの設定（runbooks、db、syslog）");
OPSCTL_MESSAGE(man_file_runbooks, "the site's runbooks: catalog.yaml, roster.yaml, holidays.yaml and a folder for each sheet", "サイトの手順書（catalog.yaml、roster.yaml、holidays.yaml と、一覧ごとのフォルダ）");
OPSCTL_MESSAGE(man_file_system_journal, "the journal of a shared host, made by 'opsctl init --system'", "共用ホストの記録簿（opsctl init --system が作る）");
OPSCTL_MESSAGE(man_file_own_journal, "the journal otherwise", "それ以外の場合の記録簿");
OPSCTL_MESSAGE(man_file_cache, "what was read of the runbooks; may be deleted at any time", "読み込んだ手順書の控え。いつ消してもよい");

OPSCTL_MESSAGE(man_exit_ok, "done", "完了");
OPSCTL_MESSAGE(man_exit_failure, "failed, or the answer is no", "失敗、または答えが否");
OPSCTL_MESSAGE(man_exit_usage, "the command line makes no sense", "コマンドラインの誤り");
OPSCTL_MESSAGE(man_exit_not_found, "no such item, run or person", "作業項目・実行・人が見つからない");
OPSCTL_MESSAGE(man_exit_refused, "refused by the rules", "規則による拒否");
OPSCTL_MESSAGE(man_exit_invalid, "the runbooks have errors", "手順書の誤り");
OPSCTL_MESSAGE(man_exit_journal, "the journal cannot be used", "記録簿を使えない");
OPSCTL_MESSAGE(man_exit_busy, "the journal is busy; try again", "記録簿が使用中（再試行）");
OPSCTL_MESSAGE(man_exit_interrupted, "interrupted", "中断");
OPSCTL_MESSAGE(man_exit_check, "'opsctl check' alone answers as a monitoring plugin: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and every trouble is 3 there.", "opsctl check だけは監視プラグインとして答える: 0 正常、1 警告、2 重大、3 不明（どのような障害も 3）。");

OPSCTL_MESSAGE(man_example_due, "What is due, and the daily item from its start to its last signature:", "期限の来た作業と、日次の作業項目の開始から最後の署名まで:");
OPSCTL_MESSAGE(man_example_cron, "For cron: a line when something is overdue, silence otherwise:", "cron から: 期限超過があれば一行、なければ何も出さない:");
OPSCTL_MESSAGE(man_example_request, "Work that is done on request:", "依頼による作業:");

// For monitoring (src/cli, src/render): metrics.
OPSCTL_MESSAGE(about_metrics, "Figures for Prometheus, to be read by node_exporter", "Prometheus 用の数値（node_exporter が読む形式）");
OPSCTL_MESSAGE(opt_metrics_output, "write the file whole and at once, instead of printing", "表示せずにファイルに書き出す（途中の状態は残らない）");

}  // namespace opsctl::messages
