// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// Reading the catalogue (src/catalog).

// Bytes.
OPSCTL_MESSAGE(file_too_large, "the file is larger than 1 MiB", "ファイルが 1 MiB を超えている");
OPSCTL_MESSAGE(not_utf8, "this is not UTF-8", "UTF-8 ではない文字がある");
OPSCTL_MESSAGE(save_as_utf8, "save the file as UTF-8", "ファイルを UTF-8 で保存し直す");
OPSCTL_MESSAGE(control_character, "control character {0}", "制御文字 {0} がある");
OPSCTL_MESSAGE(invisible_character, "invisible character {0}", "見えない文字 {0} がある");
OPSCTL_MESSAGE(remove_character, "remove it", "この文字を取り除く");
OPSCTL_MESSAGE(tab_character, "a tab", "タブがある");
OPSCTL_MESSAGE(use_spaces, "use spaces", "半角の空白を使う");

// The form of the text.
OPSCTL_MESSAGE(no_yaml, "this cannot be read as YAML: {0}", "YAML として読めない: {0}");
OPSCTL_MESSAGE(file_empty, "the file is empty", "ファイルに中身がない");
OPSCTL_MESSAGE(root_is_no_map, "the file must begin with keys (key: value)", "ファイルは「キー: 値」で始める");
OPSCTL_MESSAGE(second_document, "a second document begins or this one ends here", "ここで文書が終わるか、2つ目の文書が始まっている");
OPSCTL_MESSAGE(yaml_directive, "directives (%…) are not allowed", "指示行（%…）は使えない");
OPSCTL_MESSAGE(one_document, "write one document in one file, without markers", "1つのファイルには文書を1つだけ、区切りなしで書く");
OPSCTL_MESSAGE(unclosed_quote, "the quote {0} is not closed on its line", "引用符 {0} がこの行で閉じていない");
OPSCTL_MESSAGE(close_on_line, "close it on the same line; text over several lines is not allowed", "同じ行で閉じる（複数行の文字列は使えない）");
OPSCTL_MESSAGE(bad_escape, "an escape that is not known here", "使えないエスケープがある");
OPSCTL_MESSAGE(escape_help, "write \\\\ for one \\, or use single quotes", "\\ を1つ書くには \\\\ とするか、' で囲む");
OPSCTL_MESSAGE(text_after_value, "something stands behind the end of the value", "値の後ろに余分な文字がある");
OPSCTL_MESSAGE(yaml_anchor, "anchors (&) are not allowed", "アンカー（&）は使えない");
OPSCTL_MESSAGE(yaml_alias, "aliases (*) are not allowed", "エイリアス（*）は使えない");
OPSCTL_MESSAGE(yaml_tag, "tags (!) are not allowed", "タグ（!）は使えない");
OPSCTL_MESSAGE(block_text, "text over several lines ({0}) is not allowed", "複数行の文字列（{0}）は使えない");
OPSCTL_MESSAGE(one_line_text, "write the text on the line of its key", "文字列はキーと同じ行に書く");
OPSCTL_MESSAGE(quote_it, "if it is meant as text, put the text in quotes", "文字として書くなら、文字列全体を引用符で囲む");
OPSCTL_MESSAGE(bad_text_start, "text cannot begin with {0}", "文字列を {0} で始めることはできない");
OPSCTL_MESSAGE(null_word, "{0} means \"nothing\" in YAML", "YAML では {0} は「値なし」を意味する");
OPSCTL_MESSAGE(colon_in_text, "': ' within text", "文字列の中に「: 」がある");
OPSCTL_MESSAGE(colon_in_list, "'key: value' within a list", "リストの中に「キー: 値」がある");
OPSCTL_MESSAGE(full_width_space, "a full-width or no-break space where a plain one belongs", "半角の空白を置くところに、全角などの空白がある");
OPSCTL_MESSAGE(use_ascii_space, "use an ordinary space", "半角の空白にする");
OPSCTL_MESSAGE(full_width_colon, "a full-width colon behind '{0}'", "「{0}」の後ろのコロンが全角になっている");
OPSCTL_MESSAGE(space_after_colon, "a space is missing behind '{0}:'", "「{0}:」の後ろに空白がない");
OPSCTL_MESSAGE(write_colon_space, "write '{0}: ' with an ordinary colon and space", "「{0}: 」のように、半角のコロンと空白を書く");
OPSCTL_MESSAGE(smart_quote, "a typographic quote {0}", "引用符 {0} は使えない");
OPSCTL_MESSAGE(use_ascii_quotes, "use \" or '", "半角の \" か ' を使う");
OPSCTL_MESSAGE(neither_key_nor_entry, "this line is neither 'key: value' nor '- entry'", "この行は「キー: 値」でも「- 項目」でもない");
OPSCTL_MESSAGE(key_too_long, "the key is too long", "キーが長すぎる");
OPSCTL_MESSAGE(odd_indentation, "the indentation fits none of the lines above", "字下げが上のどの行とも合わない");
OPSCTL_MESSAGE(align_lines, "lines that belong together begin in the same column", "同じまとまりの行は、同じ桁から書き始める");
OPSCTL_MESSAGE(too_deep, "nested deeper than {0} levels", "入れ子が {0} 段を超えている");
OPSCTL_MESSAGE(empty_list_entry, "a list entry without a value", "リストの項目に値がない");
OPSCTL_MESSAGE(unclosed_bracket, "{0} is not closed", "{0} が閉じていない");
OPSCTL_MESSAGE(close_or_indent, "close it; lines that go on must be indented more than the key", "閉じる。次の行に続けるときは、キーより深く字下げする");
OPSCTL_MESSAGE(wrong_bracket, "{0} where {1} belongs", "{1} を置くところに {0} がある");
OPSCTL_MESSAGE(flow_no_comma, "a comma is missing here", "ここにコンマがない");
OPSCTL_MESSAGE(flow_no_value, "a value is missing here", "ここに値がない");
OPSCTL_MESSAGE(flow_no_key, "a key is missing here", "ここにキーがない");
OPSCTL_MESSAGE(flow_no_colon, "'key: value' belongs here", "ここには「キー: 値」を書く");

// Keys and values.
OPSCTL_MESSAGE(unknown_key, "unknown key '{0}'", "キー「{0}」は使えない");
OPSCTL_MESSAGE(known_keys, "the keys here are {0}", "ここで使えるキー: {0}");
OPSCTL_MESSAGE(repeated_key, "key '{0}' appears twice (first in line {1})", "キー「{0}」が重複している（最初は {1} 行目）");
OPSCTL_MESSAGE(missing_key, "'{0}' is missing", "「{0}」がない");
OPSCTL_MESSAGE(no_value, "'{0}' has no value", "「{0}」に値がない");
OPSCTL_MESSAGE(empty_text, "'{0}' is empty", "「{0}」が空になっている");
OPSCTL_MESSAGE(unprintable_text, "'{0}' holds a control or invisible character", "「{0}」に制御文字か見えない文字がある");
OPSCTL_MESSAGE(wrong_type, "'{0}' must be {1}", "「{0}」には{1}を書く");
OPSCTL_MESSAGE(bad_value, "'{0}' is not {1}", "「{0}」は{1}ではない");
OPSCTL_MESSAGE(repeated_value, "'{0}' appears twice", "「{0}」が重複している");
OPSCTL_MESSAGE(empty_list, "'{0}' must have at least one entry", "「{0}」には1つ以上の項目が要る");
OPSCTL_MESSAGE(list_too_short, "'{0}' must have at least {1} entries", "「{0}」には {1} つ以上の項目が要る");

// What a value should be; follows "must be" and "is not".
OPSCTL_MESSAGE(a_text, "a text", "文字列");
OPSCTL_MESSAGE(a_list, "a list ([a, b] or lines with -)", "リスト（[a, b] または - の行）");
OPSCTL_MESSAGE(a_mapping, "a mapping of keys and values", "キーと値の組");
OPSCTL_MESSAGE(entries_of_keys, "a list of mappings (key: value)", "「キー: 値」の組のリスト");
OPSCTL_MESSAGE(true_or_false, "true or false", "true か false");
OPSCTL_MESSAGE(one_of, "one of {0}", "次のどれか（{0}）");
OPSCTL_MESSAGE(a_date, "a date (2026-04-01)", "日付（2026-04-01）");
OPSCTL_MESSAGE(a_date_or_journal, "a date (2026-04-01) or the word journal", "日付（2026-04-01）または journal");
OPSCTL_MESSAGE(a_month_day, "a month and day (04-01)", "月日（04-01）");
OPSCTL_MESSAGE(a_zone, "a time zone of the system (Asia/Tokyo)", "システムにある時間帯の名前（Asia/Tokyo）");
OPSCTL_MESSAGE(a_file_name, "the name of a .yaml file beside catalog.yaml", "catalog.yaml と同じ場所の .yaml ファイルの名前");
OPSCTL_MESSAGE(an_id, "an id (a-z, 0-9 and -, beginning with a letter)", "識別子（英小文字で始まる a-z、0-9、-）");
OPSCTL_MESSAGE(a_prefix, "a prefix (a-z and 0-9, beginning with a letter, at most 12)", "接頭辞（英小文字で始まる a-z、0-9、12字まで）");
OPSCTL_MESSAGE(an_item_id, "an item's id (inc-13)", "作業項目の識別子（inc-13）");
OPSCTL_MESSAGE(an_item_no, "a number from 1 to 999 without leading zero", "1 から 999 までの番号（先頭に 0 を付けない）");
OPSCTL_MESSAGE(a_step_id, "a step's id (a-z, 0-9 and -, at most 24)", "手順の識別子（英小文字で始まる a-z、0-9、-、24字まで）");
OPSCTL_MESSAGE(a_record_key, "a record's key (a-z, 0-9 and _, at most 40)", "記録欄のキー（英小文字で始まる a-z、0-9、_、40字まで）");
OPSCTL_MESSAGE(an_account, "the name of an OS account", "OSのアカウント名");
OPSCTL_MESSAGE(accounts_or_any, "a list of accounts or the word any", "アカウントのリストまたは any");
OPSCTL_MESSAGE(a_duration, "a duration (15min, 6h, 3d, 2w, 1mo, 1y)", "期間（15min、6h、3d、2w、1mo、1y）");
OPSCTL_MESSAGE(a_duration_or_bd, "a duration (15min, 6h, 3d, 2w, 1mo, 1y, 3BD)", "期間（15min、6h、3d、2w、1mo、1y、3BD）");
OPSCTL_MESSAGE(a_day_count, "a number of days (3d, 1w)", "日数（3d、1w）");
OPSCTL_MESSAGE(a_weekday, "a weekday (mon, tue, wed, thu, fri, sat, sun)", "曜日（mon、tue、wed、thu、fri、sat、sun）");
OPSCTL_MESSAGE(a_day_filter, "all, weekdays, business or a list of weekdays", "all、weekdays、business または曜日のリスト");
OPSCTL_MESSAGE(a_deadline, "a deadline (\"18:00\", fri 17:00, 31, last, 04-30)", "期限（\"18:00\"、fri 17:00、31、last、04-30）");
OPSCTL_MESSAGE(a_slot_end, "a time (12:00) or a month and day (10-01)", "時刻（12:00）または月日（10-01）");

// The schedule of an item.
OPSCTL_MESSAGE(slot_mixed, "'from' and 'due' must both be times or both be month and day", "from と due は、両方とも時刻か、両方とも月日にする");

// Runbooks.
OPSCTL_MESSAGE(id_not_of_no, "id '{0}' does not belong to No. {1}", "識別子「{0}」と項番 {1} が合わない");
OPSCTL_MESSAGE(write_id, "the id of this No. is '{0}'", "この項番の識別子は「{0}」");
OPSCTL_MESSAGE(unknown_party, "unknown party '{0}'", "実施者「{0}」は catalog.yaml にない");
OPSCTL_MESSAGE(known_parties, "the parties are {0}", "実施者: {0}");
OPSCTL_MESSAGE(unknown_duty, "'{0}' is not one of ◎ ▲ △ □", "「{0}」は ◎ ▲ △ □ のどれでもない");
OPSCTL_MESSAGE(supervised_is_a_rule, "write ◎; ● follows from it for parties with supervised: true", "◎ と書く。● は supervised: true の実施者に自動で付く");
OPSCTL_MESSAGE(leave_party_out, "leave out a party that has no duty", "役割のない実施者は書かない");
OPSCTL_MESSAGE(no_duties, "no party has a duty", "実施者が1つもない");
OPSCTL_MESSAGE(party_without_duty, "party '{0}' has no duty in this item", "実施者「{0}」はこの項目に役割がない");
OPSCTL_MESSAGE(nobody_performs, "no party performs (◎)", "作業を実施する（◎）実施者がいない");
OPSCTL_MESSAGE(name_performers, "if the sheet is so, name them in a note with field: duties and performers: [party]", "一覧がそうなっているなら、notes に field: duties と performers を書いて補う");
OPSCTL_MESSAGE(performers_elsewhere, "'performers' belongs to a note with field: duties", "performers は field: duties の注記にだけ書ける");
OPSCTL_MESSAGE(performers_besides_duties, "a note names performers although a party has ◎", "◎ の実施者がいるのに、注記でも実施者を定めている");
OPSCTL_MESSAGE(choice_without_choices, "a field of type choice needs 'choices'", "type: choice の記録欄には choices が要る");
OPSCTL_MESSAGE(choices_without_choice, "'choices' belongs to a field of type choice", "choices は type: choice の記録欄にだけ書ける");
OPSCTL_MESSAGE(valid_until_is_date, "'valid_until' must be of type date or datetime", "valid_until の type は date か datetime にする");

// The roster and the holidays.
OPSCTL_MESSAGE(any_without_demonstration, "'any' is only for a demonstration roster", "any は体験用の名簿でしか使えない");
OPSCTL_MESSAGE(list_accounts, "list the person's OS accounts: accounts: [name]", "この人のOSアカウントを accounts: [名前] のように並べる");
OPSCTL_MESSAGE(supervises_nobody, "a supervisor must belong to a supervised party", "スーパーバイザは supervised: true の実施者に属していなければならない");
OPSCTL_MESSAGE(holiday_not_covered, "the date is after 'covers_until' ({0})", "covers_until（{0}）より後の日付である");

// The folder as a whole.
OPSCTL_MESSAGE(folder_unreadable, "the folder cannot be read: {0}", "フォルダを読めない: {0}");
OPSCTL_MESSAGE(file_missing, "there is no such file", "このファイルがない");
OPSCTL_MESSAGE(no_regular_file, "this is not a regular file", "通常のファイルではない");
OPSCTL_MESSAGE(file_unreadable, "the file cannot be read", "ファイルを読めない");
OPSCTL_MESSAGE(file_not_used, "this file is not used by the catalogue", "このファイルはカタログで使われていない");
OPSCTL_MESSAGE(runbooks_in_sheets, "runbooks lie in the folder of their sheet; remove or move the file", "手順書は一覧のフォルダに置く。移すか取り除く");
OPSCTL_MESSAGE(no_sheet, "there is no folder with a sheet in it", "作業項目一覧のフォルダがない");
OPSCTL_MESSAGE(no_runbook, "there is no runbook in this folder", "このフォルダに手順書がない");
OPSCTL_MESSAGE(no_runbook_file, "this is not a .yaml file, and would be left out silently", "拡張子が .yaml ではないため、読まれないまま抜け落ちる");
OPSCTL_MESSAGE(rename_or_hide, "rename it to NN-name.yaml, or move it elsewhere", "NN-名前.yaml に改めるか、ほかの場所へ移す");
OPSCTL_MESSAGE(duplicate_id, "id '{0}' is already that of {1}", "識別子「{0}」は {1} にもある");
OPSCTL_MESSAGE(duplicate_no, "No. {0} is already that of {1}", "項番 {0} は {1} にもある");
OPSCTL_MESSAGE(duplicate_prefix, "prefix '{0}' is already that of {1}", "接頭辞「{0}」は {1} にもある");
OPSCTL_MESSAGE(file_not_of_no, "the name of file '{0}' does not begin with '{1}'", "ファイル名「{0}」が「{1}」で始まっていない");

// Doubts.
OPSCTL_MESSAGE(explain_in_notes, "if it is meant so, explain it: notes with field: {0}", "これでよければ、notes に field: {0} として理由を書く");
OPSCTL_MESSAGE(nobody_approves, "no party approves (▲)", "承認する（▲）実施者がいない");
OPSCTL_MESSAGE(approver_performs, "'{0}' approves and is the only one who performs", "「{0}」は承認者であり、ただ一つの作業実施者でもある");
OPSCTL_MESSAGE(identical_items, "this item is the same as No. {0}", "項番 {0} と同じ内容である");
OPSCTL_MESSAGE(nearly_equal_headings, "heading '{0}' differs from '{1}' by one character", "中項目「{0}」は「{1}」と1文字だけ違う");
OPSCTL_MESSAGE(no_valid_until, "an item about a certificate without a record 'valid_until'", "証明書の項目なのに、有効期限の記録欄 valid_until がない");
OPSCTL_MESSAGE(no_holidays, "the schedule needs holidays, and the catalogue names no file of them", "祝日に左右される日程なのに、カタログに祝日のファイルがない");
OPSCTL_MESSAGE(holidays_end, "the holidays end on {0}, before the next due date", "祝日が {0} までしかなく、次の期日に届かない");

OPSCTL_MESSAGE(one_gate, "one gate is enough: prior approval includes the instruction", "requires は一つだけ書きます（prior-approval は指示を含みます）");
OPSCTL_MESSAGE(person_not_in_roster, "there is no person '{0}' in this roster", "この名簿に「{0}」という人はいない");
OPSCTL_MESSAGE(deputation_ends_early, "'until' is before 'from'", "until が from より前の日付である");
OPSCTL_MESSAGE(deputy_of_self, "nobody is their own deputy", "自分自身の代行はできない");

}  // namespace opsctl::messages
