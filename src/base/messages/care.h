// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// Care: backup, its restore drill, upgrade, doctor.

// --- versions of the journal
OPSCTL_MESSAGE(journal_older, "the journal {0} has version {1}, this opsctl works with version {2}", "記録簿 {0} の版は {1} ですが、この opsctl が扱うのは {2} です");
OPSCTL_MESSAGE(journal_older_hint, "bring it up to date: opsctl init --upgrade (a copy of it is kept)", "opsctl init --upgrade で更新してください（更新前の写しを残します）");
OPSCTL_MESSAGE(opt_upgrade, "bring a journal of an older opsctl up to date; a copy is kept", "古い版の opsctl の記録簿を更新する（更新前の写しを残す）");
OPSCTL_MESSAGE(upgrade_needs_root, "a shared journal is upgraded by root", "共用の記録簿の更新は root が行います");
OPSCTL_MESSAGE(upgrade_root_hint, "sudo opsctl init --upgrade", "sudo opsctl init --upgrade を実行してください");
OPSCTL_MESSAGE(upgrade_or_system, "--system and --upgrade are two things", "--system と --upgrade は同時に指定できません");
OPSCTL_MESSAGE(upgrade_or_system_hint, "first --upgrade, then --system", "先に --upgrade、次に --system を実行してください");
OPSCTL_MESSAGE(upgrade_done, "upgraded {0} from version {1} to version {2}; as it was before: {3}", "記録簿 {0} を版 {1} から版 {2} に更新しました（更新前の写し: {3}）");
OPSCTL_MESSAGE(upgrade_needless, "{0} has version {1} already; nothing was changed", "記録簿 {0} は既に版 {1} です（何も変更していません）");
OPSCTL_MESSAGE(upgrade_failed, "the journal {0} was not upgraded, and is as it was", "記録簿 {0} を更新できませんでした（元のままです）");
OPSCTL_MESSAGE(upgrade_failed_hint, "go on with the opsctl that wrote it; opsctl verify there says whether it is whole", "これまでの版の opsctl で使い続け、その版の opsctl verify で異常がないか確認してください");
OPSCTL_MESSAGE(upgrade_step, "on the way from version {0} to version {1}", "版 {0} から版 {1} への更新の途中です");
OPSCTL_MESSAGE(upgrade_head_other, "the records are not the same before and after", "更新の前後で記録が一致しません");
OPSCTL_MESSAGE(upgrade_unknown, "unknown whether the journal {0} was upgraded", "記録簿 {0} が更新されたか不明です");
OPSCTL_MESSAGE(upgrade_unknown_hint, "run opsctl verify; the journal as it was before is {0}", "opsctl verify を実行してください。更新前の写しは {0} にあります");

// --- backup
OPSCTL_MESSAGE(about_backup, "Copy the journal while others work, or prove a copy (--check)", "作業を止めずに記録簿の写しを取る。写しを確かめる（--check）");
OPSCTL_MESSAGE(arg_backup, "the file of the copy; its manifest is FILE.manifest", "写しのファイル（目録は FILE.manifest）");
OPSCTL_MESSAGE(opt_check_backup, "the restore drill: whether this copy could take the journal's place", "復元の訓練: この写しで記録簿を復元できるか確かめる");
OPSCTL_MESSAGE(backup_exists, "{0} exists already; no copy was made", "{0} は既にあります（写しは取っていません）");
OPSCTL_MESSAGE(backup_exists_hint, "choose another name, for example with the date", "日付を入れるなど、別の名前を指定してください");
OPSCTL_MESSAGE(backup_is_folder, "{0} is a folder", "{0} はフォルダーです");
OPSCTL_MESSAGE(backup_is_folder_hint, "name a file in it, for example {0}", "その中のファイル名を指定してください（例 {0}）");
OPSCTL_MESSAGE(backup_folder_missing, "there is no folder {0} for the copy", "写しを置くフォルダー {0} はありません");
OPSCTL_MESSAGE(backup_folder_missing_hint, "create the folder: mkdir -p {0}", "フォルダーを作成してください: mkdir -p {0}");
OPSCTL_MESSAGE(backup_folder_unusable, "the folder {0} of the copy cannot be used: {1}", "写しのフォルダー {0} を使えません: {1}");
OPSCTL_MESSAGE(backup_on_network, "{0} is on a network file system, where a copy cannot be proved safely", "{0} はネットワークファイルシステムにあり、写しを安全に確かめられません");
OPSCTL_MESSAGE(backup_on_network_hint, "name a file on a local disk, and move both files between there and the network", "ローカルディスクのファイルを指定し、写しと目録の両方をネットワークとの間で移してください");
OPSCTL_MESSAGE(backup_disk_full, "the disk of {0} is full; no copy was made", "{0} のディスクに空きがありません（写しは取っていません）");
OPSCTL_MESSAGE(backup_disk_full_hint, "make room there, or name a file on another disk", "空きを作るか、別のディスクのファイルを指定してください");
OPSCTL_MESSAGE(backup_not_written, "the copy {0} could not be written, and was removed: {1}", "写し {0} を書き込めなかったため削除しました: {1}");
OPSCTL_MESSAGE(backup_source_damaged, "no copy was made: the journal {0} is not whole", "写しは取っていません: 記録簿 {0} に異常があります");
OPSCTL_MESSAGE(backup_source_damaged_hint, "run opsctl verify, keep the earlier copies, and put the file as it is aside with cp", "opsctl verify を実行してください。以前の写しを残し、今のファイルもそのまま cp で控えてください");
OPSCTL_MESSAGE(backup_head_other, "the copy does not end where the journal did", "写しの末尾が記録簿と一致しません");
OPSCTL_MESSAGE(backup_taken, "copied {0} records to {1}", "{0} 件の記録を {1} に写しました");
OPSCTL_MESSAGE(backup_manifest, "what it must be is in {0}", "写しの内容は {0} に控えてあります");
OPSCTL_MESSAGE(backup_next, "next: move both files away from this disk; 'opsctl backup --check FILE' proves them there", "次は両方のファイルを別のディスクに移し、そこで opsctl backup --check FILE で確かめてください");

// --- the restore drill
OPSCTL_MESSAGE(backup_missing, "there is no copy {0}", "写し {0} はありません");
OPSCTL_MESSAGE(backup_missing_hint, "opsctl backup FILE takes one", "opsctl backup FILE で取れます");
OPSCTL_MESSAGE(backup_unreadable, "the copy {0} cannot be read: {1}", "写し {0} を読めません: {1}");
OPSCTL_MESSAGE(backup_manifest_missing, "there is no manifest {0}: what the copy must be is unknown", "目録 {0} がなく、写しの正しい内容が分かりません");
OPSCTL_MESSAGE(backup_manifest_unreadable, "{0} is no manifest of a copy that opsctl took", "{0} は opsctl が取った写しの目録ではありません");
OPSCTL_MESSAGE(backup_manifest_hint, "opsctl verify --deep --db {0} looks at the copy by itself", "opsctl verify --deep --db {0} で写しだけを検査できます");
OPSCTL_MESSAGE(backup_size_other, "the file has {0} bytes, the manifest says {1}", "ファイルは {0} バイトですが、目録では {1} バイトです");
OPSCTL_MESSAGE(backup_bytes_other, "the file's SHA-256 is {0}, the manifest says {1}", "ファイルの SHA-256 は {0} ですが、目録では {1} です");
OPSCTL_MESSAGE(backup_manifest_head, "the copy does not end with the record that the manifest names: {0}", "写しの最後の記録が目録と一致しません（目録では {0}）");
OPSCTL_MESSAGE(backup_counts_other, "the copy does not have as many rows as the manifest says", "写しの件数が目録と一致しません");
OPSCTL_MESSAGE(backup_other_journal, "it is another journal ({0})", "別の記録簿です（{0}）");
OPSCTL_MESSAGE(backup_journal_cut, "the journal {0} ends with record {1}, before the copy's last record {2}: records are gone", "記録簿 {0} は記録 {1} で終わり、写しの最後の記録 {2} より前です（記録が失われています）");
OPSCTL_MESSAGE(backup_journal_other, "record {1} of the journal {0} is not the copy's: one of the two was rewritten", "記録簿 {0} の記録 {1} が写しと異なります（どちらかが書き換えられています）");
OPSCTL_MESSAGE(backup_title, "Copy {0}", "写し {0}");
OPSCTL_MESSAGE(label_copy_taken, "Taken", "取得");
OPSCTL_MESSAGE(label_copy_of, "Of", "元の記録簿");
OPSCTL_MESSAGE(label_copy_content, "Content", "内容");
OPSCTL_MESSAGE(copy_content, "{0} records, {1} runs, {2} requests, {3} waivers, {4} texts and files", "記録 {0}、実行 {1}、依頼 {2}、免除 {3}、文書とファイル {4}");
OPSCTL_MESSAGE(label_copy_standing, "Journal in use", "使用中の記録簿");
OPSCTL_MESSAGE(copy_up_to_date, "{0}: nothing was recorded since", "{0}: この写しの後の記録はない");
OPSCTL_MESSAGE(copy_behind, "{0}: {1} records were added since", "{0}: この写しの後に {1} 件の記録");
OPSCTL_MESSAGE(copy_not_compared, "{0}: not compared: {1}", "{0}: 照合していない: {1}");
OPSCTL_MESSAGE(copy_contradicted, "{0}: does not go with this copy", "{0}: この写しと合わない");
OPSCTL_MESSAGE(label_copy_wrong, "Copy and manifest", "写しと目録");
OPSCTL_MESSAGE(copy_good, "good: this copy can be restored", "正常: この写しで復元できます");
OPSCTL_MESSAGE(copy_bad, "bad: do not restore from this copy", "異常: この写しで復元しないでください");
OPSCTL_MESSAGE(copy_bad_hint, "nothing was changed; keep both files, and check another copy", "何も変更していません。両方のファイルを残し、別の写しを確かめてください");

}  // namespace opsctl::messages
