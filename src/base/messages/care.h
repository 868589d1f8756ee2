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
OPSCTL_MESSAGE(about_backup, "Copy the journal while others work, or prove a copy (--check)", "作業を止めずに記録簿の写しを取る、または写しを確かめる（--check）");
OPSCTL_MESSAGE(arg_backup, "the file of the copy; its manifest is FILE.manifest", "写しのファイル（目録は FILE.manifest）");
OPSCTL_MESSAGE(opt_check_backup, "the restore drill: whether this copy could take the journal's place", "復元の訓練: この写しで記録簿を復元できるか確かめる");
OPSCTL_MESSAGE(backup_exists, "{0} exists already; no copy was made", "{0} は既にあります（写しは取っていません）");
OPSCTL_MESSAGE(backup_exists_hint, "choose another name, for example with the date", "日付を入れるなど、別の名前を指定してください");
OPSCTL_MESSAGE(backup_is_folder, "{0} is a folder", "{0} はフォルダです");
OPSCTL_MESSAGE(backup_is_folder_hint, "name a file in it, for example {0}", "その中のファイル名を指定してください（例 {0}）");
OPSCTL_MESSAGE(backup_folder_missing, "there is no folder {0} for the copy", "写しを置くフォルダ {0} はありません");
OPSCTL_MESSAGE(backup_folder_missing_hint, "create the folder: mkdir -p {0}", "フォルダを作成してください: mkdir -p {0}");
OPSCTL_MESSAGE(backup_folder_unusable, "the folder {0} of the copy cannot be used: {1}", "写しのフォルダ {0} を使えません: {1}");
OPSCTL_MESSAGE(backup_on_network, "{0} is on a network file system, where a copy cannot be proved safely", "{0} はネットワークファイルシステムにあり、写しを安全に確かめられません");
OPSCTL_MESSAGE(backup_on_network_hint, "name a file on a local disk, and move both files between there and the network", "ローカルディスクのファイルを指定し、写しと目録の両方をネットワークとの間で移してください");
OPSCTL_MESSAGE(backup_disk_full, "the disk of {0} is full; no copy was made", "{0} のディスクに空きがありません（写しは取っていません）");
OPSCTL_MESSAGE(backup_disk_full_hint, "make room there, or name a file on another disk", "空きを作るか、別のディスクのファイルを指定してください");
OPSCTL_MESSAGE(backup_not_written, "the copy {0} could not be written, and was removed: {1}", "写し {0} を書き込めなかったため削除しました: {1}");
OPSCTL_MESSAGE(backup_source_damaged, "no copy was made: the journal {0} is not whole", "写しは取っていません: 記録簿 {0} に異常があります");
OPSCTL_MESSAGE(backup_source_damaged_hint, "run opsctl verify, keep the earlier copies, and put the file as it is aside with cp", "opsctl verify を実行してください。以前の写しを残し、今のファイルもそのまま cp で控えてください");
OPSCTL_MESSAGE(backup_head_other, "the copy does not end where the journal did", "写しの末尾が記録簿と一致しません");
OPSCTL_MESSAGE(backup_taken, "copied to {1}, up to record {0}", "{1} に記録 {0} までを写しました");
OPSCTL_MESSAGE(backup_manifest, "what it must be is in {0}", "写しの内容は {0} に控えてあります");
OPSCTL_MESSAGE(backup_next, "next: move both files away from this disk; 'opsctl backup --check FILE' proves them there", "次は両方のファイルを別のディスクに移し、そこで opsctl backup --check FILE で確かめてください");

// --- the restore drill
OPSCTL_MESSAGE(backup_missing, "there is no copy {0}", "写し {0} はありません");
OPSCTL_MESSAGE(backup_missing_hint, "opsctl backup FILE takes one", "opsctl backup FILE で取れます");
OPSCTL_MESSAGE(backup_unreadable, "the copy {0} cannot be read: {1}", "写し {0} を読めません: {1}");
OPSCTL_MESSAGE(backup_no_file, "the copy {0} is not a regular file", "写し {0} は通常のファイルではありません");
OPSCTL_MESSAGE(backup_beside, "{0} lies beside the copy: something was cut off while it changed it", "写しの横に {0} があります（写しを変更する処理が途中で中断されています）");
OPSCTL_MESSAGE(backup_beside_hint, "the copy was not opened; check another, or this one after: mv -n {0} {0}.aside", "写しは開いていません。別の写しを確かめるか、mv -n {0} {0}.aside の後でもう一度確かめてください");
OPSCTL_MESSAGE(backup_manifest_closed, "the manifest {0} cannot be read: {1}", "目録 {0} を読めません: {1}");
OPSCTL_MESSAGE(backup_manifest_closed_hint, "look from the account that took the copy, or have it give the right", "写しを取ったアカウントで実行するか、読む権限をもらってください");
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
OPSCTL_MESSAGE(copy_content, "records {0}, runs {1}, requests {2}, waivers {3}, texts and files {4}", "記録 {0}、実行 {1}、依頼 {2}、免除 {3}、文書とファイル {4}");
OPSCTL_MESSAGE(label_copy_standing, "Journal in use", "使用中の記録簿");
OPSCTL_MESSAGE(copy_up_to_date, "{0}: nothing was recorded since", "{0}: この写しの後の記録はない");
OPSCTL_MESSAGE(copy_behind, "{0}: records added since: {1}", "{0}: この写しの後に {1} 件の記録");
OPSCTL_MESSAGE(copy_not_compared, "{0}: not compared: {1}", "{0}: 照合していない: {1}");
OPSCTL_MESSAGE(copy_contradicted, "{0}: does not go with this copy", "{0}: この写しと合わない");
OPSCTL_MESSAGE(label_copy_wrong, "Copy and manifest", "写しと目録");
OPSCTL_MESSAGE(copy_good, "good: this copy can be restored", "正常: この写しで復元できます");
OPSCTL_MESSAGE(copy_other, "doubtful: this copy is whole, but it is not of the journal in use", "要確認: 写しに異常はありませんが、使用中の記録簿の写しではありません");
OPSCTL_MESSAGE(copy_other_hint, "which of the two is the right one, an anchor kept elsewhere tells: opsctl verify --anchor; nothing was changed", "どちらが正しいかは、別に控えたアンカーで分かります（opsctl verify --anchor）。何も変更していません");
OPSCTL_MESSAGE(copy_bad, "bad: do not restore from this copy", "異常: この写しで復元しないでください");
OPSCTL_MESSAGE(copy_bad_hint, "nothing was changed; keep both files, and check another copy", "何も変更していません。両方のファイルを残し、別の写しを確かめてください");

// --- doctor: what it looks at
OPSCTL_MESSAGE(about_doctor, "What is wrong around opsctl, and how to mend it; changes nothing", "opsctl の周りの異常と直し方を示す（何も変更しない）");
OPSCTL_MESSAGE(topic_settings, "settings", "設定");
OPSCTL_MESSAGE(topic_runbooks, "runbooks", "手順書");
OPSCTL_MESSAGE(topic_roster, "roster", "名簿");
OPSCTL_MESSAGE(topic_account, "account", "アカウント");
OPSCTL_MESSAGE(topic_journal, "journal", "記録簿");
OPSCTL_MESSAGE(topic_rights, "rights", "権限");
OPSCTL_MESSAGE(topic_disk, "disk", "ディスク");
OPSCTL_MESSAGE(topic_clock, "clock", "時計");
OPSCTL_MESSAGE(topic_copies, "copies", "写し");
OPSCTL_MESSAGE(topic_terminal, "terminal", "端末");
OPSCTL_MESSAGE(health_good, "ok", "正常");
OPSCTL_MESSAGE(health_doubtful, "note", "注意");
OPSCTL_MESSAGE(health_wrong, "wrong", "異常");
OPSCTL_MESSAGE(doctor_line, "{0}: {1}", "{0}: {1}");
OPSCTL_MESSAGE(doctor_all_good, "nothing is wrong", "異常はありません");
OPSCTL_MESSAGE(doctor_no_wrong, "nothing is wrong; to note: {0}", "異常はありません（注意 {0} 件）");
OPSCTL_MESSAGE(doctor_some_wrong, "wrong: {0}; to note: {1}", "異常 {0} 件、注意 {1} 件");

// --- doctor: what it finds
OPSCTL_MESSAGE(doctor_settings_none, "none in {0}; the defaults hold", "{0} はなく、既定値を使用");
OPSCTL_MESSAGE(doctor_settings, "read from {0}", "{0} を使用");
OPSCTL_MESSAGE(doctor_settings_wrong, "{0} has {1} mistakes; where runbooks and journal are is unknown", "{0} に {1} 件の誤りがあり、手順書と記録簿の場所が不明");
OPSCTL_MESSAGE(doctor_validate_hint, "opsctl validate shows them", "opsctl validate で表示できます");
OPSCTL_MESSAGE(doctor_runbooks, "{0} in {1}", "{1} に {0} 件");
OPSCTL_MESSAGE(doctor_runbooks_doubt, "{0} in {1}, with {2} warnings", "{1} に {0} 件（警告 {2} 件）");
OPSCTL_MESSAGE(doctor_runbooks_wrong, "{0} has {1} mistakes; no command that needs runbooks works", "{0} に {1} 件の誤りがあり、手順書を使うコマンドは動かない");
OPSCTL_MESSAGE(doctor_demonstration, "a demonstration of {0} persons, whom anybody may be", "体験用の {0} 人で、誰でも名簿の人になれる");
OPSCTL_MESSAGE(doctor_demonstration_hint, "replace roster.yaml with your own people and their accounts", "roster.yaml を実在の人とアカウントに書き換えてください");
OPSCTL_MESSAGE(doctor_accounts_unknown, "accounts that this host does not know: {0}", "このホストにないアカウント: {0}");
OPSCTL_MESSAGE(doctor_accounts_hint, "make them, or mend accounts: in roster.yaml", "アカウントを作るか、roster.yaml の accounts: を直してください");
OPSCTL_MESSAGE(doctor_roster_good, "{0} persons, whose accounts this host knows", "{0} 人。アカウントはすべてこのホストにある");
OPSCTL_MESSAGE(doctor_root, "root may change everything, so what it records proves little", "root は何でも変更できるため、その記録は証明にならない");
OPSCTL_MESSAGE(doctor_root_hint, "work from a personal account", "個人のアカウントで作業してください");
OPSCTL_MESSAGE(doctor_stranger, "{0} is nobody in the roster: it reads, and records nothing", "{0} は名簿になく、閲覧だけで記録はできない");
OPSCTL_MESSAGE(doctor_stranger_hint, "add it to accounts: of its person in roster.yaml", "roster.yaml の本人の accounts: に加えてください");
OPSCTL_MESSAGE(doctor_anybody, "{0} may be anybody with accounts: any: it proves nobody", "{0} は accounts: any の誰にでもなれ、本人の証明にならない");
OPSCTL_MESSAGE(doctor_anybody_hint, "list the accounts of each person in roster.yaml", "roster.yaml に各人のアカウントを書いてください");
OPSCTL_MESSAGE(doctor_personal, "{0} is a personal account: {1}", "{0} は {1} の個人アカウント");
OPSCTL_MESSAGE(doctor_shared, "{0} is a shared account ({1}): it proves nobody, and signs nothing off", "{0} は共用アカウント（{1}）で、本人の証明にならず、署名もできない");
OPSCTL_MESSAGE(doctor_shared_signs, "{0} is a shared account ({1}): it proves nobody, and the roster lets it sign off", "{0} は共用アカウント（{1}）で本人の証明にならないが、名簿により署名できる");
OPSCTL_MESSAGE(doctor_shared_hint, "give each person an account of their own", "一人ずつ別のアカウントにしてください");
OPSCTL_MESSAGE(doctor_journal, "{0}: {1} records, version {2}", "{0}: 記録 {1} 件、版 {2}");
OPSCTL_MESSAGE(doctor_journal_hint, "name another with --db or OPSCTL_DB, or restore a copy that 'opsctl backup --check' finds good", "--db か OPSCTL_DB で別のものを指定するか、opsctl backup --check で正常な写しから復元してください");
OPSCTL_MESSAGE(doctor_journal_none, "{0} is not there yet; the first record creates it", "{0} はまだなく、最初の記録のときに作られる");
OPSCTL_MESSAGE(doctor_journal_reads, "this account reads it, and cannot record: {0}", "このアカウントは閲覧だけで、記録できない: {0}");
OPSCTL_MESSAGE(doctor_journal_reads_hint, "have its owner give the right, or name another with --db", "所有者に権限をもらうか、--db で別のものを指定してください");
OPSCTL_MESSAGE(doctor_leftover, "{0} was left by something that was cut off", "{0} は途中で中断した処理の残り");
OPSCTL_MESSAGE(doctor_leftover_hint, "remove it while no opsctl runs: rm {0}", "opsctl が動いていないときに削除してください: rm {0}");
OPSCTL_MESSAGE(doctor_other_journal, "a shared journal is set up in {0}, and this opsctl uses another", "{0} に共用の記録簿があるが、この opsctl は別のものを使用");
OPSCTL_MESSAGE(doctor_other_journal_hint, "run the installed opsctl; root sets it right with 'opsctl init --system'", "導入済みの opsctl を使ってください。root が opsctl init --system を実行すると直ります");
OPSCTL_MESSAGE(doctor_shared_host, "set up for a shared host: only opsctl's group writes the journal", "共用ホストとして整備済み。記録簿に書けるのは opsctl のグループだけ");
OPSCTL_MESSAGE(doctor_weak, "whoever may write the journal may also replace it: its integrity is weak", "記録簿に書ける人は差し替えもでき、完全性の保証は弱い");
OPSCTL_MESSAGE(doctor_weak_hint, "where several people record: sudo opsctl init --system", "複数人で記録する場合は sudo opsctl init --system を実行してください");
OPSCTL_MESSAGE(doctor_open_to_all, "everybody on this host may change {0}", "{0} はこのホストの誰でも変更できる");
OPSCTL_MESSAGE(doctor_open_to_group, "its group may change {0}", "{0} はグループの全員が変更できる");
OPSCTL_MESSAGE(doctor_open_hint, "chmod {0} {1}", "chmod {0} {1}");
OPSCTL_MESSAGE(doctor_memory_disk, "{0} is in memory: the journal is lost at the next restart", "{0} はメモリ上にあり、再起動で記録簿が失われる");
OPSCTL_MESSAGE(doctor_no_rights_disk, "the file system of {0} knows no rights: anybody may change the journal", "{0} のファイルシステムには権限がなく、誰でも記録簿を変更できる");
OPSCTL_MESSAGE(doctor_disk_hint, "name a journal on a local disk with --db or OPSCTL_DB", "--db または OPSCTL_DB でローカルディスクの記録簿を指定してください");
OPSCTL_MESSAGE(doctor_no_room, "{0} has {1} MiB left: the next record may fail", "{0} の空きは {1} MiB で、次の記録に失敗するおそれがある");
OPSCTL_MESSAGE(doctor_little_room, "{0} has only {1} MiB left", "{0} の空きは {1} MiB しかない");
OPSCTL_MESSAGE(doctor_no_inodes, "{0} can take no more files: the next record fails", "{0} にはファイルを作れず、次の記録に失敗する");
OPSCTL_MESSAGE(doctor_room_hint, "make room on that disk", "そのディスクに空きを作ってください");
OPSCTL_MESSAGE(doctor_room, "{0} MiB left for the journal", "記録簿のための空き {0} MiB");
OPSCTL_MESSAGE(doctor_clock, "{0} ({1})", "{0}（{1}）");
OPSCTL_MESSAGE(doctor_clock_back, "it says {0}, and the last record is of {1}", "現在は {0} だが、最後の記録は {1}");
OPSCTL_MESSAGE(doctor_clock_hint, "set the clock right (timedatectl); records say that it went back", "時計を合わせてください（timedatectl）。記録には時計が戻った旨が残ります");
OPSCTL_MESSAGE(doctor_zone_unknown, "not compared: this host has no time zone data", "このホストに時間帯のデータがなく、照合できない");
OPSCTL_MESSAGE(doctor_zone_hint, "install the package tzdata", "パッケージ tzdata を導入してください");
OPSCTL_MESSAGE(doctor_copies_unknown, "where copies of the journal are kept is not said", "記録簿の写しの置き場所が不明");
OPSCTL_MESSAGE(doctor_copies_unknown_hint, "take one with 'opsctl backup FILE', and name the folder: backups: DIR in {0}", "opsctl backup FILE で写しを取り、置き場所を {0} に backups: DIR と書いてください");
OPSCTL_MESSAGE(doctor_copies_unreadable, "the folder {0} cannot be read: {1}", "フォルダ {0} を読めない: {1}");
OPSCTL_MESSAGE(doctor_copies_unreadable_hint, "mend backups: in {0}, or the folder's rights", "{0} の backups: か、フォルダの権限を直してください");
OPSCTL_MESSAGE(doctor_no_copy, "no copy of this journal in {0}", "{0} にこの記録簿の写しがない");
OPSCTL_MESSAGE(doctor_copies_closed, "copies in {0} that this account may not read, {1} among them", "{0} にこのアカウントでは読めない写しがある（{1} など）");
OPSCTL_MESSAGE(doctor_copy_broken, "{0} is not the file of {1} bytes that its manifest describes: it does not count", "{0} は目録にある {1} バイトのファイルではなく、写しに数えない");
OPSCTL_MESSAGE(doctor_copy_future, "{0} says that it is of {1}, which is yet to come: it does not count", "{0} の日時 {1} は未来で、写しに数えない");
OPSCTL_MESSAGE(doctor_copy_check_hint, "opsctl backup --check {0}", "opsctl backup --check {0}");
OPSCTL_MESSAGE(doctor_no_other_copy, "no other copy of this journal in {0}", "{0} にこの記録簿の写しはほかにない");
OPSCTL_MESSAGE(doctor_old_copy, "the newest copy {0} is of {1}: older than a week", "最新の写し {0} は {1} のもので、一週間より古い");
OPSCTL_MESSAGE(doctor_copy, "the newest is {0} of {1}", "最新は {0}（{1}）");
OPSCTL_MESSAGE(doctor_copy_hint, "take one: opsctl backup {0}/journal-20261122.db", "写しを取ってください: opsctl backup {0}/journal-20261122.db");
OPSCTL_MESSAGE(doctor_locale, "the locale {0} is not UTF-8: Japanese may not be shown", "ロケール {0} は UTF-8 ではなく、日本語が表示されないことがある");
OPSCTL_MESSAGE(doctor_no_locale, "no locale is set: Japanese may not be shown", "ロケールが設定されておらず、日本語が表示されないことがある");
OPSCTL_MESSAGE(doctor_locale_hint, "export LANG=ja_JP.UTF-8", "export LANG=ja_JP.UTF-8");
OPSCTL_MESSAGE(doctor_narrow, "{0} columns; views need {1}", "{0} 桁で、表示には {1} 桁が必要");
OPSCTL_MESSAGE(doctor_narrow_hint, "make the window wider", "画面の幅を広げてください");
OPSCTL_MESSAGE(doctor_terminal, "{0} columns, {1}", "{0} 桁、{1}");

}  // namespace opsctl::messages
