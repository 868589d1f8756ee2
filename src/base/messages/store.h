// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// The journal (src/store).
OPSCTL_MESSAGE(journal_missing, "there is no journal {0}", "記録簿 {0} はありません");
OPSCTL_MESSAGE(journal_missing_hint, "opsctl init creates one", "opsctl init で作成できます");
OPSCTL_MESSAGE(journal_missing_shared_hint, "root puts a copy back that 'opsctl backup --check' finds good, or begins another journal: sudo opsctl init --system", "root が opsctl backup --check で正常な写しから復元するか、sudo opsctl init --system で新しい記録簿を作成してください");
OPSCTL_MESSAGE(journal_exists, "the journal {0} exists already; nothing was changed", "記録簿 {0} は既にあります（何も変更していません）");
OPSCTL_MESSAGE(journal_folder_missing, "there is no folder {0} for the journal", "記録簿のフォルダ {0} はありません");
OPSCTL_MESSAGE(journal_folder_missing_hint, "create the folder: mkdir -p {0}", "フォルダを作成してください: mkdir -p {0}");
OPSCTL_MESSAGE(journal_folder_unusable, "the folder {0} of the journal cannot be used: {1}", "記録簿のフォルダ {0} を使えません: {1}");
OPSCTL_MESSAGE(journal_on_network, "the journal {0} is on a network file system, where locks are not safe", "記録簿 {0} はネットワークファイルシステムにあり、ロックが安全ではありません");
OPSCTL_MESSAGE(journal_on_network_hint, "name a file on a local disk with --db or OPSCTL_DB", "--db または OPSCTL_DB でローカルディスクのファイルを指定してください");
OPSCTL_MESSAGE(journal_is_link, "the journal {0} is a symbolic link", "記録簿 {0} はシンボリックリンクです");
OPSCTL_MESSAGE(journal_is_link_hint, "name the file itself", "リンク先のファイルを直接指定してください");
OPSCTL_MESSAGE(journal_is_folder, "the journal {0} is a folder", "記録簿 {0} はフォルダです");
OPSCTL_MESSAGE(journal_is_no_file, "the journal {0} is not a regular file", "記録簿 {0} は通常のファイルではありません");
OPSCTL_MESSAGE(journal_is_empty, "the journal {0} is an empty file", "記録簿 {0} は空のファイルです");
OPSCTL_MESSAGE(journal_unreadable, "the journal {0} cannot be read: {1}", "記録簿 {0} を読めません: {1}");
OPSCTL_MESSAGE(journal_not_writable, "the journal {0} cannot be written to: {1}", "記録簿 {0} に書き込めません: {1}");
OPSCTL_MESSAGE(journal_not_ours, "{0} is not a journal of opsctl", "{0} は opsctl の記録簿ではありません");
OPSCTL_MESSAGE(journal_newer, "the journal {0} has version {1}, this opsctl knows version {2}", "記録簿 {0} の版は {1} ですが、この opsctl が扱えるのは {2} までです");
OPSCTL_MESSAGE(journal_newer_hint, "use a newer opsctl; nothing was changed", "新しい opsctl を使ってください（何も変更していません）");
OPSCTL_MESSAGE(journal_other_mode, "the journal {0} was set to journal mode '{1}' by another program", "記録簿 {0} は別のプログラムにより journal mode「{1}」に変更されています");
OPSCTL_MESSAGE(journal_damaged, "the journal {0} is damaged: {1}", "記録簿 {0} は壊れています: {1}");
OPSCTL_MESSAGE(journal_damaged_hint, "nothing is written to it any more; run opsctl verify and look at the backups", "以後書き込みません。opsctl verify を実行し、バックアップを確認してください");
OPSCTL_MESSAGE(journal_disk_full, "the disk of the journal {0} is full", "記録簿 {0} のディスクに空きがありません");
OPSCTL_MESSAGE(journal_disk_error, "the disk of the journal {0} reports an error: {1}", "記録簿 {0} のディスクでエラーが発生しました: {1}");
OPSCTL_MESSAGE(journal_recovery_needed, "the journal {0} holds an interrupted write that this account may not undo", "記録簿 {0} に中断された書き込みが残っていますが、このアカウントでは取り消せません");
OPSCTL_MESSAGE(journal_recovery_needed_hint, "run any opsctl command from an account that may write to the journal", "記録簿に書き込めるアカウントで opsctl を実行してください");
OPSCTL_MESSAGE(journal_failed, "the journal {0} cannot be used: {1}", "記録簿 {0} を使えません: {1}");
OPSCTL_MESSAGE(journal_busy, "the journal {0} is busy", "記録簿 {0} は使用中です");
OPSCTL_MESSAGE(journal_busy_by, "the journal {0} is busy: process {1} ({2}) holds it", "記録簿 {0} は使用中です: プロセス {1}（{2}）がロックしています");
OPSCTL_MESSAGE(journal_busy_hint, "nothing was recorded; try again", "何も記録していません。もう一度実行してください");
OPSCTL_MESSAGE(commit_not_recorded, "not recorded: the journal {0} did not take the write", "記録されていません: 記録簿 {0} に書き込めませんでした");
OPSCTL_MESSAGE(commit_not_recorded_hint, "repeat the command when the cause is removed", "原因を取り除いてから、もう一度実行してください");
OPSCTL_MESSAGE(commit_unknown, "unknown whether recorded: writing to the journal {0} failed, and it could not be asked afterwards", "記録されたか不明です: 記録簿 {0} への書き込みに失敗し、その後の確認もできませんでした");
OPSCTL_MESSAGE(commit_unknown_hint, "look at opsctl log before you repeat the command; --idempotency-key {0} records it only once", "再実行の前に opsctl log で確認してください。--idempotency-key {0} を付ければ二重には記録されません");
OPSCTL_MESSAGE(record_damaged, "record {0} of the journal does not match its hash", "記録簿の記録 {0} はハッシュと一致しません");
OPSCTL_MESSAGE(record_not_json, "record {0} of the journal is not a JSON object", "記録簿の記録 {0} は JSON オブジェクトではありません");
OPSCTL_MESSAGE(record_kind_unknown, "record {0} of the journal is of an unknown kind '{1}'", "記録簿の記録 {0} の種類「{1}」は不明です");
OPSCTL_MESSAGE(record_field_missing, "record {0} of the journal has no field '{1}'", "記録簿の記録 {0} に項目「{1}」がありません");
OPSCTL_MESSAGE(record_field_wrong, "record {0} of the journal has an unexpected value in field '{1}'", "記録簿の記録 {0} の項目「{1}」の値が正しくありません");
OPSCTL_MESSAGE(record_not_utf8, "the record contains text that is not valid UTF-8; nothing was recorded", "記録に UTF-8 として正しくない文字列が含まれています（何も記録していません）");
OPSCTL_MESSAGE(record_not_as_written, "record {0} did not read back as it was written; nothing was recorded", "記録 {0} を読み戻したところ書き込んだ内容と異なりました（何も記録していません）");
OPSCTL_MESSAGE(run_row_wrong, "the journal's list of runs is damaged at run {0}", "記録簿の実行一覧が実行 {0} の箇所で壊れています");
OPSCTL_MESSAGE(run_history_wrong, "the records of run {0} do not begin with its one start", "実行 {0} の記録が、ただ一つの開始の記録から始まっていません");
OPSCTL_MESSAGE(blob_damaged, "the text {0} in the journal does not match its hash", "記録簿内の文書 {0} はハッシュと一致しません");

// A shared host.
OPSCTL_MESSAGE(shared_not_safe, "{0} is not fit for a shared journal: {1}", "{0} は共用の記録簿に適しません: {1}");
OPSCTL_MESSAGE(shared_not_usable, "{0} cannot be used: {1}", "{0} を使えません: {1}");
OPSCTL_MESSAGE(shared_not_safe_hint, "root sets it right with 'opsctl init --system'", "root が opsctl init --system を実行すると直ります");
OPSCTL_MESSAGE(shared_owner, "its owner is not root", "所有者が root ではない");
OPSCTL_MESSAGE(shared_group, "its group is not that of opsctl", "グループが opsctl のものではない");
OPSCTL_MESSAGE(shared_mode, "its mode is not {0}", "モードが {0} ではない");

// What verify finds.
OPSCTL_MESSAGE(verify_sqlite, "SQLite: {0}", "SQLite: {0}");
OPSCTL_MESSAGE(verify_object_missing, "the {0} '{1}' is missing", "{0}「{1}」がありません");
OPSCTL_MESSAGE(verify_object_other, "the {0} '{1}' is not as shipped", "{0}「{1}」が出荷時のものと異なります");
OPSCTL_MESSAGE(verify_object_extra, "the {0} '{1}' is not one of opsctl's", "{0}「{1}」は opsctl のものではありません");
OPSCTL_MESSAGE(verify_gap, "record {0} follows record {1}", "記録 {1} の次が記録 {0} になっています");
OPSCTL_MESSAGE(verify_follows_nothing, "record {0} has nothing that it follows", "記録 {0} の直前の記録がありません");
OPSCTL_MESSAGE(verify_not_canonical, "record {0} is not canonical JSON", "記録 {0} は正規形の JSON ではありません");
OPSCTL_MESSAGE(verify_no_record, "there is no record at all", "記録が一件もありません");
OPSCTL_MESSAGE(verify_first, "record 1 is not the creation of the journal", "記録 1 が記録簿の作成ではありません");
OPSCTL_MESSAGE(verify_uuid, "'{0}' is not a random uuid", "「{0}」は乱数による UUID ではありません");
OPSCTL_MESSAGE(verify_other_journal, "record {0} is of another journal: {1}", "記録 {0} は別の記録簿のものです: {1}");
OPSCTL_MESSAGE(verify_created_again, "record {0} creates the journal again", "記録 {0} で記録簿がもう一度作成されています");
OPSCTL_MESSAGE(verify_clock_went_back, "record {0} is earlier than the one before, and does not say so", "記録 {0} は直前の記録より前の時刻ですが、その旨の印がありません");
OPSCTL_MESSAGE(verify_clock_did_not, "record {0} says that the clock went back, and it did not", "記録 {0} には時計が戻った旨の印がありますが、戻っていません");
OPSCTL_MESSAGE(verify_index, "record {0} is not indexed as it is", "記録 {0} の索引が記録の内容と一致しません");
OPSCTL_MESSAGE(verify_index_orphan, "the index has an entry {0} without a record", "索引の {0} に対応する記録がありません");
OPSCTL_MESSAGE(verify_run_row, "run {0} is not listed as its records have it", "実行 {0} の一覧の行が記録の内容と一致しません");
OPSCTL_MESSAGE(verify_run_no_row, "run {0} is not listed", "実行 {0} が一覧にありません");
OPSCTL_MESSAGE(verify_run_no_records, "run {0} is listed and has no records", "一覧にある実行 {0} の記録がありません");
OPSCTL_MESSAGE(verify_last_done, "the last execution of item {0} is not listed as its runs have it", "項目 {0} の最終実施の記載が実行の内容と一致しません");
OPSCTL_MESSAGE(verify_run_unreadable, "run {0} has records that cannot be read", "実行 {0} に読めない記録があります");
OPSCTL_MESSAGE(verify_derived_row, "table {0}: {1} is not what follows from the records", "表 {0}: {1} が記録から導かれる内容と一致しません");
OPSCTL_MESSAGE(verify_derived_missing, "table {0}: {1} is missing", "表 {0}: {1} がありません");
OPSCTL_MESSAGE(verify_derived_extra, "table {0}: {1} follows from no record", "表 {0}: {1} のもとになる記録がありません");
OPSCTL_MESSAGE(verify_not_rebuilt, "what follows from the records cannot be made again: {0}", "記録から導かれる表を作り直せません: {0}");
OPSCTL_MESSAGE(verify_blob_missing, "record {0} names the content {1}, which is not here as it should be", "記録 {0} が示す内容 {1} が正しい形で保管されていません");
OPSCTL_MESSAGE(verify_of_record, "record {0}: {1}", "記録 {0}: {1}");
OPSCTL_MESSAGE(verify_anchor_gone, "the anchor {0}:{1} names a record that is not here; the journal ends with {2}", "アンカー {0}:{1} の示す記録がありません（最後の記録は {2}）");
OPSCTL_MESSAGE(verify_anchor_wrong, "the anchor {0}:{1} does not match: record {0} is {2}", "アンカー {0}:{1} と一致しません（記録 {0} は {2}）");
OPSCTL_MESSAGE(verify_anchor_of_other, "the anchor of record {0} is of journal {1}, and this is journal {2}", "記録 {0} のアンカーは記録簿 {1} のもので、この記録簿（{2}）のものではありません");
OPSCTL_MESSAGE(verify_signature, "record {0}: the signature is not {1}'s", "記録 {0}: 署名が {1} のものではありません");

}  // namespace opsctl::messages
