// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// The rules (src/model), schedule excepted.

// Texts and values that people give.
OPSCTL_MESSAGE(text_empty, "{0} has no text", "{0} が空です");
OPSCTL_MESSAGE(text_too_long, "{0} is longer than {1} characters", "{0} が {1} 文字を超えています");
OPSCTL_MESSAGE(text_control, "{0} contains control characters", "{0} に制御文字が含まれています");
OPSCTL_MESSAGE(text_not_utf8, "{0} is not valid UTF-8", "{0} が正しい UTF-8 ではありません");
OPSCTL_MESSAGE(value_not_assigned, "'{0}' is not KEY=VALUE", "「{0}」は KEY=VALUE の形ではありません");
OPSCTL_MESSAGE(value_unknown_key, "{0} has no record field '{1}'", "{0} に記録項目「{1}」はありません");
OPSCTL_MESSAGE(value_keys, "its record fields: {0}", "記録項目: {0}");
OPSCTL_MESSAGE(value_no_keys, "it has no record fields", "記録項目のない作業");
OPSCTL_MESSAGE(value_wrong, "{0} takes {1}, not '{2}'", "{0} は{1}で指定（「{2}」は使えません）");
OPSCTL_MESSAGE(value_of_integer, "a whole number such as 42", "整数（例: 42）");
OPSCTL_MESSAGE(value_of_decimal, "a number such as 3.14", "数（例: 3.14）");
OPSCTL_MESSAGE(value_of_date, "a date such as 2026-11-22", "日付（例: 2026-11-22）");
OPSCTL_MESSAGE(value_of_datetime, "a date and time such as 2026-11-22 08:30", "日時（例: 2026-11-22 08:30）");
OPSCTL_MESSAGE(value_of_boolean, "yes or no", "はい・いいえ");
OPSCTL_MESSAGE(value_of_ip, "an IP address such as 192.0.2.10", "IP アドレス（例: 192.0.2.10）");
OPSCTL_MESSAGE(value_of_list, "a list such as A、B", "列挙（例: A、B）");
OPSCTL_MESSAGE(value_of_choice, "one of: {0}", "次のどれか（{0}）");

// Who may.
OPSCTL_MESSAGE(as_deputy, "{0} as deputy of {1}", "{0}（{1} の代行）");
OPSCTL_MESSAGE(deputy_not_in_force, "{0} is not the deputy of {1} on {2}", "{0} は {2} の時点で {1} の代行者ではありません");
OPSCTL_MESSAGE(deputy_from_until, "the roster has {0} for {1} from {2} to {3}", "名簿の代行: {0} → {1}（{2} から {3} まで）");
OPSCTL_MESSAGE(deputy_hint, "deputies and their days stand under 'deputies:' in roster.yaml", "代行者と期間は roster.yaml の deputies に書きます");
OPSCTL_MESSAGE(deputy_could, "with --deputy-for {0} you act as deputy of {0}", "--deputy-for {0} を付けると {0} の代行として行えます");
OPSCTL_MESSAGE(party_not_theirs, "{0} does not belong to the party '{1}'", "{0} は実施者「{1}」に属していません");
OPSCTL_MESSAGE(party_theirs, "parties of {0}: {1}", "{0} の所属: {1}");
OPSCTL_MESSAGE(party_without_part, "the party '{0}' does not do this for {1}: it is for {2}", "{1} のこの作業は「{0}」ではなく {2} の担当");
OPSCTL_MESSAGE(party_leave_out, "leave out --party, or name one that does", "--party を省くか、担当する実施者を指定");
OPSCTL_MESSAGE(not_a_performer, "{0} may not do the work of {1}: it is for {2}", "{0} は {1} の作業を実施できません（実施者: {2}）");
OPSCTL_MESSAGE(not_involved, "{0} has no part in {1}", "{0} は {1} に関わる実施者に属していません");
OPSCTL_MESSAGE(ask_one_of, "one of these may: {0}", "できる人: {0}");
OPSCTL_MESSAGE(roster_offers_nobody, "the roster has nobody who may", "名簿にできる人がいません");
OPSCTL_MESSAGE(signer_may_not_work, "{0} has signed off in run {1} and so may not do its work", "{0} は実行 {1} に署名したため、その作業を実施できません");

// Starting.
OPSCTL_MESSAGE(item_has_open_run, "{0} already has the open run {1}", "{0} には実施中の実行 {1} があります");
OPSCTL_MESSAGE(item_open_run_hint, "go on with it: opsctl show {0}; or start another beside it with --parallel", "続けるには opsctl show {0}、並行して始めるには --parallel");
OPSCTL_MESSAGE(supervisor_unknown, "there is no person '{0}' in the roster", "名簿に「{0}」はいません");
OPSCTL_MESSAGE(supervisor_not_one, "{0} is not a supervisor of {1}", "{0} は {1} のスーパーバイザではありません");
OPSCTL_MESSAGE(supervisor_starts, "{0} starts the run and so cannot be its supervisor on duty", "{0} は開始する本人のため、担当スーパーバイザになれません");
OPSCTL_MESSAGE(supervisor_nobody, "{0} cannot start without a supervisor (●) of {1} on duty, and the roster offers nobody", "{0} の開始には {1} の担当スーパーバイザ（●）が必要ですが、名簿に候補がいません");
OPSCTL_MESSAGE(supervisor_nobody_hint, "give a person of {0} 'supervisor: true' in the roster", "名簿で {0} の人に supervisor: true を付ける");
OPSCTL_MESSAGE(supervisor_several, "{0} cannot start without naming the supervisor (●) on duty: the roster offers several", "{0} の開始には担当スーパーバイザ（●）の指定が必要です（候補が複数）");
OPSCTL_MESSAGE(supervisor_name_one, "the same command with --supervisor {0}", "同じコマンドに --supervisor {0} を付ける");
OPSCTL_MESSAGE(supervisor_not_owed, "{0} has no work under a supervisor (●)", "{0} にスーパーバイザの管理下（●）の作業はありません");
OPSCTL_MESSAGE(supervisor_leave_out, "leave out --supervisor", "--supervisor を省く");

// The states of a run.
OPSCTL_MESSAGE(run_state_open, "open", "実施中");
OPSCTL_MESSAGE(run_state_returned, "returned", "差戻し");
OPSCTL_MESSAGE(run_state_awaiting_supervisor, "awaiting the supervisor (●)", "スーパーバイザ確認待ち（●）");
OPSCTL_MESSAGE(run_state_awaiting_approval, "awaiting approval (▲)", "承認待ち（▲）");
OPSCTL_MESSAGE(run_state_approved, "approved", "承認済み");
OPSCTL_MESSAGE(run_state_rejected, "rejected", "却下");
OPSCTL_MESSAGE(run_state_aborted, "aborted", "中止");
OPSCTL_MESSAGE(run_takes_no_work, "run {0} takes no more work: it is {1}", "実行 {0} にはもう記録できません（{1}）");
OPSCTL_MESSAGE(run_return_hint, "a return opens it again: opsctl return {0} --reason TEXT", "差し戻すと再開できる: opsctl return {0} --reason 理由");
OPSCTL_MESSAGE(run_start_hint, "begin anew: opsctl start {0}", "新しく始める: opsctl start {0}");

// Steps.
OPSCTL_MESSAGE(step_unknown, "{0} has no step '{1}'", "{0} に手順「{1}」はありません");
OPSCTL_MESSAGE(step_numbers, "its steps are numbered 1 to {0}", "手順は 1 から {0} まで");
OPSCTL_MESSAGE(step_not_next, "step {0} is not next", "手順 {0} はまだ先です");
OPSCTL_MESSAGE(step_next_hint, "step {0} comes first: {1}", "先に手順 {0}: {1}");
OPSCTL_MESSAGE(step_needs_note, "step {0} as {1} needs a note", "手順 {0} を {1} とするには理由が必要です");
OPSCTL_MESSAGE(step_note_hint, "opsctl step {0} {1} --{2} --note TEXT{3}", "opsctl step {0} {1} --{2} --note 理由{3}");
OPSCTL_MESSAGE(step_needs_choice, "step {0} needs a choice", "手順 {0} は選択が必要です");
OPSCTL_MESSAGE(choices_of_step, "choices: {0}", "選択肢: {0}");
OPSCTL_MESSAGE(step_choice_unknown, "'{0}' is not a choice of step {1}", "「{0}」は手順 {1} の選択肢にありません");
OPSCTL_MESSAGE(step_nothing_to_choose, "step {0} has nothing to choose", "手順 {0} に選択肢はありません");
OPSCTL_MESSAGE(step_choice_leave_out, "leave out --choice", "--choice を省く");
OPSCTL_MESSAGE(step_of_party, "step {0} is for {1}", "手順 {0} は {1} の担当です");
OPSCTL_MESSAGE(step_party_without_duty, "step {0} names the party '{1}', which has no duty for {2}", "手順 {0} の実施者「{1}」は {2} に役割がありません");
OPSCTL_MESSAGE(step_party_hint, "correct the runbook of {0}", "{0} の手順書を直す");
OPSCTL_MESSAGE(step_awaits_second, "step {0} waits: {2} has not confirmed step {1}", "手順 {1} を {2} が確認していないため、手順 {0} には進めません");
OPSCTL_MESSAGE(step_second_hint, "the second person types 'opsctl step {0} {1} --confirm'", "二人目が opsctl step {0} {1} --confirm を実行してください");
OPSCTL_MESSAGE(confirm_not_asked, "step {0} asks for no second person", "手順 {0} に第二者の確認は不要です");
OPSCTL_MESSAGE(confirm_none_hint, "see what is left: opsctl show {0}", "残りの確認: opsctl show {0}");
OPSCTL_MESSAGE(confirm_too_early, "step {0} is not recorded yet", "手順 {0} はまだ記録されていません");
OPSCTL_MESSAGE(confirm_record_hint, "first: opsctl step {0} {1} --ok", "先に: opsctl step {0} {1} --ok");
OPSCTL_MESSAGE(confirm_of_party, "step {0} is confirmed by {1}", "手順 {0} を確認するのは {1} です");
OPSCTL_MESSAGE(confirm_same_person, "{0} recorded step {1}: a second person confirms it", "手順 {1} は {0} が記録したため、別の人の確認が必要です");
OPSCTL_MESSAGE(confirm_already, "step {0} is already confirmed by {1}", "手順 {0} は {1} が確認済みです");

// Finishing and aborting.
OPSCTL_MESSAGE(finish_incomplete, "run {0} is not complete", "実行 {0} は未完了です");
OPSCTL_MESSAGE(finish_step_open, "step {0} is not recorded: {1}", "手順 {0} が未記録: {1}");
OPSCTL_MESSAGE(finish_choice_open, "step {0} needs a choice ({1}): {2}", "手順 {0} は選択が必要（{1}）: {2}");
OPSCTL_MESSAGE(finish_second_person, "step {0} needs a second person, {1}: {2}, then --confirm", "手順 {0} は第二者（{1}）の確認が必要: {2}、続いて --confirm");
OPSCTL_MESSAGE(finish_confirmation_open, "step {1} is not confirmed by {2}: opsctl step {0} {1} --confirm", "手順 {1} は {2} の確認待ち: opsctl step {0} {1} --confirm");
OPSCTL_MESSAGE(finish_field_open, "record field {0} is not filled in: {1}", "記録欄 {0} が未記入: {1}");
OPSCTL_MESSAGE(finish_all_ok_hint, "everything that is left as ok in one go: opsctl done {0} --all-ok{1}", "残りをまとめて ok にする: opsctl done {0} --all-ok{1}");
OPSCTL_MESSAGE(finish_hint, "then: opsctl done {0}{1}", "そのあと: opsctl done {0}{1}");
OPSCTL_MESSAGE(finish_failed_hint, "opsctl done {0} --failed --reason TEXT", "opsctl done {0} --failed --reason 理由");
OPSCTL_MESSAGE(reason_missing, "'{0}' needs a reason", "「{0}」には理由が必要です");
OPSCTL_MESSAGE(reason_hint, "opsctl {0} {1} --reason TEXT", "opsctl {0} {1} --reason 理由");

// Sign-offs.
OPSCTL_MESSAGE(sign_not_finished, "run {0} is not finished yet", "実行 {0} はまだ完了していません");
OPSCTL_MESSAGE(sign_finish_hint, "its performer finishes it: opsctl done {0}", "実施者が完了させる: opsctl done {0}");
OPSCTL_MESSAGE(sign_decided, "run {0} is already decided: {1}", "実行 {0} は決定済みです（{1}）");
OPSCTL_MESSAGE(sign_show_hint, "see it: opsctl show {0}", "確認: opsctl show {0}");
OPSCTL_MESSAGE(sign_changed, "run {0} has changed since it was shown", "実行 {0} は表示のあとに変わりました");
OPSCTL_MESSAGE(sign_changed_hint, "look again, then decide: opsctl show {0}", "もう一度見てから決める: opsctl show {0}");
OPSCTL_MESSAGE(sign_shared_account, "the account '{0}' is shared and cannot sign off", "共用アカウント「{0}」では署名できません");
OPSCTL_MESSAGE(sign_shared_hint, "from an account of your own: opsctl {0} {1}", "個人のアカウントで: opsctl {0} {1}");
OPSCTL_MESSAGE(sign_performed, "{0} took part in the work of run {1} and so may not sign it off", "{0} は実行 {1} の実施者のため、署名できません");
OPSCTL_MESSAGE(sign_awaits_second, "step {1} of run {0} was corrected and waits for the second person ({2})", "実行 {0} の手順 {1} は訂正され、二人目（{2}）の確認を待っています");
OPSCTL_MESSAGE(correct_again_hint, "give the same command again, with that mended", "そこを直して同じコマンドを実行してください");
OPSCTL_MESSAGE(correct_time_hint, "--performed-at names when the work was really done, between the run's start and now", "--performed-at には実際に作業を終えた時刻（開始から現在まで）を指定します");
OPSCTL_MESSAGE(correct_while_open, "run {0} is still open: what is recorded again counts", "実行 {0} は進行中です。記録し直せば後の記録が有効になります");
OPSCTL_MESSAGE(correct_open_hint, "opsctl step {0} STEP …, or opsctl fill {0} KEY=VALUE", "opsctl step {0} 手順 … または opsctl fill {0} KEY=VALUE を実行してください");
OPSCTL_MESSAGE(correct_of_nothing, "run {0} is {1}: it counts for nothing, so there is nothing to correct", "実行 {0} は{1}のため無効であり、訂正の対象になりません");
OPSCTL_MESSAGE(sign_needs_key, "run {0}: the roster asks for the signer's own signature", "実行 {0}: 名簿の定めにより、署名者の鍵による署名が必要です");
OPSCTL_MESSAGE(sign_key_hint, "opsctl {0} {1} --sign KEY, with the SSH key that is yours", "opsctl {0} {1} --sign 鍵 で、自分の SSH 鍵を指定してください");
OPSCTL_MESSAGE(sign_twice, "{0} has already signed run {1}", "{0} は実行 {1} に署名済みです");
OPSCTL_MESSAGE(sign_was_supervisor, "{0} signed run {1} as its supervisor (●) and so may not decide as ▲", "{0} は実行 {1} に ● で署名したため、▲ の決定はできません");
OPSCTL_MESSAGE(sign_was_approver, "{0} decided on run {1} as ▲ and so may not sign as its supervisor (●)", "{0} は実行 {1} を ▲ で決定したため、● の署名はできません");
OPSCTL_MESSAGE(sign_supervisor_first, "run {0} is not yet signed by the supervisor: {1}", "実行 {0} には先にスーパーバイザの署名が必要です: {1}");
OPSCTL_MESSAGE(sign_given, "{0} is already signed by {1}", "{0} は {1} が署名済みです");
OPSCTL_MESSAGE(sign_not_theirs, "{0} has nothing to sign in run {1}: missing is {2}", "{0} が実行 {1} で署名するものはありません（残り: {2}）");
OPSCTL_MESSAGE(sign_hint, "opsctl {0} {1} --as {2}", "opsctl {0} {1} --as {2}");
OPSCTL_MESSAGE(sign_nobody_hint, "the roster has nobody who can sign {0}: it must name such a person", "名簿に {0} に署名できる人がいません。名簿に追加する");

// Requests, waivers, watches, late entry.
OPSCTL_MESSAGE(may_not_request, "{0} may not ask for {1}: that is for {2}", "{0} は {1} を依頼できません（依頼できる実施者: {2}）");
OPSCTL_MESSAGE(may_not_decide, "{0} may not decide this about {1}: that is for {2}", "{0} は {1} についてこれを決められません（決められる実施者: {2}）");
OPSCTL_MESSAGE(request_deadline_past, "the deadline of a request must lie ahead", "依頼の期限が過去になっています");
OPSCTL_MESSAGE(request_deadline_hint, "name a later time with --by, or none", "--by に今より後の日時を指定するか、省いてください");
OPSCTL_MESSAGE(request_done_already, "the request {0} has been done", "依頼 {0} は完了しています");
OPSCTL_MESSAGE(request_withdrawn_already, "the request {0} has been withdrawn", "依頼 {0} は取り下げ済みです");
OPSCTL_MESSAGE(request_log_hint, "'opsctl log {0} --occurrences' shows its requests", "経過は opsctl log {0} --occurrences で表示します");
OPSCTL_MESSAGE(request_not_open, "{0} is no open request of {1}", "{0} は {1} の未完了の依頼ではありません");
OPSCTL_MESSAGE(request_none_hint, "there is none: leave out --request", "未完了の依頼はありません。--request を省いてください");
OPSCTL_MESSAGE(request_several, "{0} has several open requests ({1})", "{0} には未完了の依頼が {1} 件あります");
OPSCTL_MESSAGE(request_several_hint, "say which one with --request: {0}", "--request で一つを示してください: {0}");
OPSCTL_MESSAGE(key_of_no_calendar, "{0} has no named occurrences", "{0} には名前のある対象回がありません");
OPSCTL_MESSAGE(key_leave_out, "leave out --for", "--for を省いてください");
OPSCTL_MESSAGE(key_unknown, "{0} owes no occurrence '{1}'", "{0} に対象回「{1}」はありません");
OPSCTL_MESSAGE(key_settled, "the occurrence '{1}' of {0} is already done or excused", "{0} の対象回「{1}」は実施済みか免除済みです");
OPSCTL_MESSAGE(key_hint, "'opsctl log {0} --occurrences' lists them", "対象回の一覧は opsctl log {0} --occurrences で表示します");
OPSCTL_MESSAGE(waive_needs_key, "say which occurrence of {0} is excused", "{0} のどの対象回を免除するかの指定がありません");
OPSCTL_MESSAGE(waive_key_hint, "--for KEY; 'opsctl log {0} --occurrences' lists them", "--for KEY で示す（一覧は opsctl log {0} --occurrences）");
OPSCTL_MESSAGE(waive_until_of_calendar, "{0} has named occurrences: its due date is not moved, an occurrence is excused", "{0} は対象回ごとに免除します（期限は移せません）");
OPSCTL_MESSAGE(waive_needs_until, "{0} counts from its last execution: its due date is moved, not an occurrence excused", "{0} は前回の実施から数えるため、対象回の免除ではなく期限を移します");
OPSCTL_MESSAGE(waive_until_hint, "opsctl waive {0} --until DATE --reason TEXT", "opsctl waive {0} --until 日付 --reason 理由");
OPSCTL_MESSAGE(waive_nothing, "{0} has no occurrences that could be excused", "{0} に免除できる対象回はありません");
OPSCTL_MESSAGE(waive_nothing_hint, "withdraw a request with 'opsctl withdraw'; suspend a watch with 'suspend' in the runbook", "依頼は opsctl withdraw で取り下げ、監視は手順書の suspend で休止します");
OPSCTL_MESSAGE(planned_end_of_no_watch, "--planned-end is for watches, and {0} is not 24H", "--planned-end は24H監視のためのもので、{0} は24Hではありません");
OPSCTL_MESSAGE(planned_end_hint, "leave out --planned-end", "--planned-end を省いてください");
OPSCTL_MESSAGE(item_open_watch_hint, "take it over: opsctl handover {0} --to PERSON; or start another beside it with --parallel", "引き継ぐには opsctl handover {0} --to 人、並行して始めるには --parallel");
OPSCTL_MESSAGE(confirm_no_watch, "run {0} is no watch: only 24H work is confirmed so", "実行 {0} は監視ではありません（この確認は24Hの作業だけ）");
OPSCTL_MESSAGE(confirm_step_hint, "a step is confirmed with 'opsctl step {0} N --confirm'", "手順の確認は opsctl step {0} N --confirm");
OPSCTL_MESSAGE(handover_to_self, "{0} has the run already", "実行はすでに {0} のものです");
OPSCTL_MESSAGE(handover_hint, "name a colleague with --to", "--to で引き継ぐ相手を指定してください");
OPSCTL_MESSAGE(watch_leaves_uncovered, "ending {0} leaves {1} with nobody there", "{0} を終えると {1} の担当者がいなくなります");
OPSCTL_MESSAGE(watch_leaves_hint, "opsctl handover {0} --to PERSON; or 'done --leave-uncovered'", "opsctl handover {0} --to 人。引継ぎ先がないなら done --leave-uncovered");
OPSCTL_MESSAGE(late_in_future, "that time lies in the future", "その日時は未来です");
OPSCTL_MESSAGE(late_hint, "--at names when the work was done; leave it out where that is now", "--at には作業した日時を書きます（今なら省く）");
OPSCTL_MESSAGE(late_before_start, "that time is before run {0} was started", "その日時は実行 {0} の開始より前です");
OPSCTL_MESSAGE(late_before_work, "that time is before the last work recorded in run {0}", "その日時は実行 {0} の最後の作業より前です");
OPSCTL_MESSAGE(late_show_hint, "'opsctl show {0}' shows the times", "日時は opsctl show {0} で確かめられます");

// Gates, evidence.
OPSCTL_MESSAGE(gate_not_instructor, "{0} may not instruct {1}", "{0} は {1} を指示できません");
OPSCTL_MESSAGE(gate_no_instruction, "{0} starts on instruction, and nobody has instructed it (that is for: {1})", "{0} は指示・依頼を受けて始める作業ですが、その記録がありません（できる人: {1}）");
OPSCTL_MESSAGE(gate_nothing_approved, "{0} starts only when its request has been approved, and there is none", "{0} は承認済みの依頼があって始められますが、依頼がありません");
OPSCTL_MESSAGE(gate_not_approved, "{0} starts only when its request has been approved: {1} has not", "{0} は依頼の承認後に始められますが、{1} は未承認です");
OPSCTL_MESSAGE(gate_request_line, "opsctl request {0} --reason TEXT", "opsctl request {0} --reason 理由");
OPSCTL_MESSAGE(gate_instructed_line, "opsctl start {0} --instructed-by PERSON", "opsctl start {0} --instructed-by 人");
OPSCTL_MESSAGE(gate_approve_line, "opsctl approve {0}", "opsctl approve {0}");
OPSCTL_MESSAGE(gate_emergency_hint, "in an emergency: opsctl start {0} --emergency --reason TEXT, to be accepted afterwards", "緊急なら opsctl start {0} --emergency --reason 理由（事後承認が必要）");
OPSCTL_MESSAGE(gate_no_emergency, "nothing keeps {0} from starting", "{0} の開始を妨げるものはありません");
OPSCTL_MESSAGE(gate_leave_out, "leave out --emergency", "--emergency を省いてください");
OPSCTL_MESSAGE(request_approved_already, "the request {0} has been approved", "依頼 {0} は承認済みです");
OPSCTL_MESSAGE(step_needs_evidence, "step {0} asks for evidence", "手順 {0} には証跡が必要です");
OPSCTL_MESSAGE(finish_evidence_open, "step {0} asks for evidence: {1}", "手順 {0} には証跡が必要: {1}");
OPSCTL_MESSAGE(waive_not_later, "the due date of {0} is {1}, and {2} is not later", "{0} の期限は {1} です。{2} はそれより後ではありません");
OPSCTL_MESSAGE(handover_to_supervisor, "{0} is the supervisor on duty of run {1} and so cannot do its work", "{0} は実行 {1} の担当スーパーバイザのため、作業を引き継げません");

// The audit: what the rules would not have let happen, each after "record 12: ".
OPSCTL_MESSAGE(audit_unknown_person, "'{0}' was not in the roster", "「{0}」は当時の名簿にありません");
OPSCTL_MESSAGE(audit_account, "the account '{0}' was not one of {1}", "アカウント「{0}」は当時 {1} のものではありません");
OPSCTL_MESSAGE(audit_no_roster, "no roster was recorded before it", "これより前に名簿の記録がありません");
OPSCTL_MESSAGE(audit_other_roster, "it names another roster than the one on record", "記録されている名簿と異なる名簿を示しています");
OPSCTL_MESSAGE(audit_roster_changes, "the changes it names are not those since the roster before", "記載された変更点が、前の名簿からの変更と一致しません");
OPSCTL_MESSAGE(audit_future, "it took place after it was recorded", "記録した時刻より後に行われたことになっています");
OPSCTL_MESSAGE(audit_late, "it took place at another time than it was recorded, without a reason", "行った時刻と記録した時刻が異なりますが、理由がありません");
OPSCTL_MESSAGE(audit_other_duty, "recorded as '{0}' for party '{1}', which should be '{2}' for '{3}'", "実施者「{1}」の役割「{0}」として記録されていますが、正しくは「{3}」の「{2}」です");
OPSCTL_MESSAGE(audit_duty_too_small, "the duty '{0}' does not allow a '{1}'", "役割「{0}」では「{1}」を行えません");
OPSCTL_MESSAGE(audit_other_sign_off, "recorded as the sign-off of a '{0}', which was not the one to be given", "「{0}」の署名として記録されていますが、求められていたのは別の署名です");
OPSCTL_MESSAGE(audit_no_supervisor, "it names no supervisor on duty, and one was owed", "当番スーパーバイザが必要ですが、記載がありません");
OPSCTL_MESSAGE(audit_incomplete, "run {0} was finished as done with {1} points still open", "実行 {0} は未了の点が {1} 件残ったまま完了とされています");
OPSCTL_MESSAGE(audit_not_pinned, "it names another item or runbook than the start of run {0}", "実行 {0} の開始時と異なる作業項目または手順書を示しています");
OPSCTL_MESSAGE(audit_gate, "{0} was begun without what its gate asks for", "{0} は開始の条件（指示または承認）を満たさずに始められています");
OPSCTL_MESSAGE(audit_id, "{0} is not the next id, which would be {1}", "番号 {0} は順番どおりではありません（次の番号は {1}）");

}  // namespace opsctl::messages
