// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// Spreadsheets: export and import.

// --- export
OPSCTL_MESSAGE(about_export, "Write a table of the catalogue or the journal to a file: for a spreadsheet or a program",
               "カタログや記録簿の表を、表計算やプログラム用のファイルに書き出す");
OPSCTL_MESSAGE(arg_export_what, "sheet: the items as the sheet has them · runs: every run · due: how every item stands · raci: who does what · register: an item's record fields · log: the journal",
               "sheet: 作業項目一覧の形、runs: すべての実行、due: 全作業項目の期限と状態、raci: 役割分担、register: 作業項目の台帳、log: 記録簿");
OPSCTL_MESSAGE(arg_export_name, "of a register (or of runs) its ITEM; of a sheet its prefix, where several are loaded",
               "register では作業項目（runs では省略可）。sheet では、一覧が複数あるときの接頭辞");
OPSCTL_MESSAGE(opt_output, "a new file, which appears whole or not at all; its ending says the format", "新しいファイルに書き出す（途中の状態は残らない）。形式は拡張子で決まる");
OPSCTL_MESSAGE(opt_overwrite, "replace the file if it is there", "ファイルが既にあれば置き換える");
OPSCTL_MESSAGE(opt_export_from, "runs and register: performed at this time or later", "runs と register: この日時以後に実施したもの");
OPSCTL_MESSAGE(opt_export_to, "runs and register: performed before this time", "runs と register: この日時より前に実施したもの");
OPSCTL_MESSAGE(export_what_unknown, "there is nothing called '{0}' to export", "「{0}」は書き出せません");
OPSCTL_MESSAGE(export_format_missing, "in which format is not said", "形式の指定がありません");
OPSCTL_MESSAGE(export_format_missing_hint, "add --format {0}, or -o FILE with such an ending", "--format {0} を付けるか、-o でその拡張子のファイル名を指定してください");
OPSCTL_MESSAGE(export_to_terminal, "an .xlsx workbook is nothing for a terminal", "xlsx は端末に表示できません");
OPSCTL_MESSAGE(export_to_terminal_hint, "opsctl export {0} -o {0}.xlsx", "opsctl export {0} -o {0}.xlsx");
OPSCTL_MESSAGE(export_option_elsewhere, "{0} does not belong to 'export {1}'", "{0} は export {1} では使えません");
OPSCTL_MESSAGE(export_name_missing, "whose register is not said", "どの作業項目の台帳かの指定がありません");
OPSCTL_MESSAGE(export_name_missing_hint, "opsctl export register ITEM", "opsctl export register 作業項目");
OPSCTL_MESSAGE(sheet_unknown, "there is no sheet '{0}'", "接頭辞が「{0}」の一覧はありません");
OPSCTL_MESSAGE(sheet_not_said, "several sheets are loaded", "一覧が複数あります");
OPSCTL_MESSAGE(export_written, "written: {0}", "書き出しました: {0}");
OPSCTL_MESSAGE(file_there_already, "{0} is there already, and nothing was written", "{0} は既にあります（何も書き出していません）");
OPSCTL_MESSAGE(file_there_already_hint, "choose another name, or add --overwrite", "別の名前を指定するか、--overwrite を付けてください");
OPSCTL_MESSAGE(file_not_regular, "{0} is not a regular file, so it is not replaced", "{0} は通常のファイルではないため、置き換えません");
OPSCTL_MESSAGE(file_not_regular_hint, "without -o the table goes to standard output", "-o を付けなければ標準出力に出ます");
OPSCTL_MESSAGE(file_not_written, "{0} could not be written: {1}", "{0} を書き込めませんでした: {1}");
OPSCTL_MESSAGE(file_not_written_hint, "check the folder, its rights and the free space, then repeat", "フォルダ、権限、空き容量を確かめてから、もう一度実行してください");
OPSCTL_MESSAGE(journal_replaced, "the journal was replaced by another one while it was read", "読み込み中に、記録簿が別のものに置き換えられました");
OPSCTL_MESSAGE(journal_replaced_hint, "run it again; what was printed before is not complete", "もう一度実行してください。ここまでの出力は不完全です");
OPSCTL_MESSAGE(runs_title, "Runs", "実行一覧");
OPSCTL_MESSAGE(due_sheet_title, "Due", "期限一覧");
OPSCTL_MESSAGE(raci_sheet_title, "RACI", "役割分担表");
OPSCTL_MESSAGE(log_sheet_title, "Journal", "記録簿");
OPSCTL_MESSAGE(xlsx_not_installed, "the library that writes .xlsx is not installed ({0})", "xlsx を書き出すライブラリがありません（{0}）");
OPSCTL_MESSAGE(xlsx_not_installed_hint, "apt-get install libxlsxwriter4, or use --format csv", "apt-get install libxlsxwriter4 を実行するか、--format csv を使ってください");
OPSCTL_MESSAGE(xlsx_failed, "the workbook could not be written: {0}", "xlsx を書き込めませんでした: {0}");
OPSCTL_MESSAGE(xlsx_too_large, "a worksheet has no room for more than {0} rows and {1} columns", "ワークシートには {0} 行、{1} 列までしか入りません");
OPSCTL_MESSAGE(xlsx_too_large_hint, "use --format csv or jsonl, or export less with --from and --to", "--format csv か jsonl を使うか、--from と --to で範囲を狭めてください");

// --- import: the command
OPSCTL_MESSAGE(about_import, "Make a catalogue with skeleton runbooks of a work items' sheet that was saved as text (CSV or TSV)",
               "テキスト（CSV・TSV）で保存した作業項目一覧から、骨組みだけの手順書を持つカタログを作る");
OPSCTL_MESSAGE(arg_sheet_file, "the sheet, in UTF-8: separated by tabs or commas, as copied from a spreadsheet or a PDF",
               "作業項目一覧（UTF-8）。タブ区切りかコンマ区切り。表計算やPDFからコピーしたままでよい");
OPSCTL_MESSAGE(opt_import_folder, "a new folder for the catalogue", "カタログを作る新しいフォルダ");
OPSCTL_MESSAGE(opt_parties, "a catalog.yaml whose parties give the columns their ids (else p1, p2 …)", "列の実施者のIDを定める catalog.yaml（なければ p1、p2 …）");
OPSCTL_MESSAGE(opt_prefix, "what the items' ids begin with (else item)", "作業項目のIDの接頭辞（省略すると item）");
OPSCTL_MESSAGE(opt_sheet_title, "the title, where no line above the table says it", "一覧の題名（表の上に書かれていない場合）");
OPSCTL_MESSAGE(opt_partial, "write what could be read, without the rows that could not", "読めなかった行を除いて作る");
OPSCTL_MESSAGE(import_prefix_hint, "a to z and digits, beginning with a letter, at most 12", "英小文字で始まる12字までの英小文字と数字で指定してください");
OPSCTL_MESSAGE(import_title_hint, "one line of at most {0} characters, each of which can be seen", "見えない文字を含まない1行（{0}文字まで）で指定してください");
OPSCTL_MESSAGE(import_summary, "{0} items read, {1} errors, {2} warnings", "読み取った作業項目 {0} 件、エラー {1} 件、警告 {2} 件");
OPSCTL_MESSAGE(import_party, "{0}: {1}", "{0}: {1}");
OPSCTL_MESSAGE(import_party_supervised, "{0}: {1} (●)", "{0}: {1}（●）");
OPSCTL_MESSAGE(import_skipped, "taken for titles, legends and notes: lines {0}", "題名・凡例・注記とみなした行: {0}");
OPSCTL_MESSAGE(import_written, "written: {0} ({1} runbooks)", "作成しました: {0}（手順書 {1} 件）");
OPSCTL_MESSAGE(import_next, "not in the sheet, so as usual: time zone {0}, fiscal year from {1}; the roster and every runbook's steps are a beginning: opsctl validate {2}",
               "一覧にないため既定値としました: 時間帯 {0}、年度の始まり {1}。名簿と手順は仮のものです。書き直してから確かめてください: opsctl validate {2}");
OPSCTL_MESSAGE(import_refused, "nothing was written: the sheet was not read completely", "一覧に読めない箇所があるため、何も作成していません");
OPSCTL_MESSAGE(import_refused_hint, "correct these places in the sheet, or add --partial to write the {0} items that were read", "一覧のその箇所を直すか、--partial を付けて、読めた {0} 件だけで作成してください");
OPSCTL_MESSAGE(import_unreadable, "nothing was written: this sheet cannot be read", "この一覧は読めないため、何も作成していません");
OPSCTL_MESSAGE(import_unreadable_hint, "what is expected: README, section Spreadsheets", "読める形は README の Spreadsheets で確かめてください");
OPSCTL_MESSAGE(import_empty, "nothing was written: no item was read", "作業項目を一つも読み取れなかったため、何も作成していません");
OPSCTL_MESSAGE(import_without_title, "no line above the table says the sheet's title", "表の上に一覧の題名がありません");
OPSCTL_MESSAGE(import_without_title_hint, "add --title TEXT", "--title 題名 を付けてください");
OPSCTL_MESSAGE(folder_there_already, "{0} is there already, and nothing was written", "{0} は既にあります（何も作成していません）");
OPSCTL_MESSAGE(folder_there_already_hint, "name a folder that does not exist yet: -o DIR", "まだないフォルダを -o で指定してください");
OPSCTL_MESSAGE(place_and_message, "{0}:{1}:{2}: {3}", "{0}:{1}:{2}: {3}");
OPSCTL_MESSAGE(parties_file_unreadable, "nothing was written: {0}, the file of --parties, cannot be read", "--parties のファイル {0} を読めないため、何も作成していません");
OPSCTL_MESSAGE(parties_file_unreadable_hint, "--parties takes the catalog.yaml of a catalogue", "--parties にはカタログの catalog.yaml を指定してください");
OPSCTL_MESSAGE(parties_file_invalid, "{0} has no parties that could be used", "{0} から実施者を読み取れません");

// --- import: the file as a whole
OPSCTL_MESSAGE(sheet_too_large, "this is larger than 4 MiB", "4 MiB を超えている");
OPSCTL_MESSAGE(sheet_too_large_hint, "save the table alone", "表だけを保存し直す");
OPSCTL_MESSAGE(sheet_is_workbook, "this is a workbook, not text", "表計算のブックであり、テキストではない");
OPSCTL_MESSAGE(sheet_is_utf16, "this is UTF-16 or no text", "UTF-16 か、テキストではないファイルである");
OPSCTL_MESSAGE(sheet_save_as_hint, "save it from the spreadsheet as 'CSV UTF-8'", "表計算で「CSV UTF-8」として保存し直す");
OPSCTL_MESSAGE(sheet_not_utf8, "this is not UTF-8, probably Shift_JIS", "UTF-8 ではない（おそらく Shift_JIS）");
OPSCTL_MESSAGE(sheet_not_utf8_hint, "iconv -f CP932 -t UTF-8 {0} > sheet.csv, or save it as 'CSV UTF-8'", "iconv -f CP932 -t UTF-8 {0} > sheet.csv とするか、「CSV UTF-8」で保存し直す");
OPSCTL_MESSAGE(csv_quote_open, "the quote that begins here is never closed", "ここで始まる引用符が閉じていない");
OPSCTL_MESSAGE(csv_text_after_quote, "text follows the closing quote of this cell", "このセルの閉じ引用符の後に文字がある");
OPSCTL_MESSAGE(csv_quote_hint, "a cell with quotes is written in quotes, each quote in it twice", "引用符を含むセルは全体を引用符で囲み、中の引用符は二つ重ねる");

// --- import: the head of the table
OPSCTL_MESSAGE(title_of_sheet, "title", "題名");
OPSCTL_MESSAGE(sheet_without_head, "there is no table: no row has 'No.' and other titles", "表が見つからない（「No.」とほかの見出しのある行がない）");
OPSCTL_MESSAGE(head_columns_hint, "the titles are No., 分類, 大項目, 中項目, 小項目, 作業概要, 作業実施周期, then the parties (実施者), then ツール化等実施方法", "見出しは No.、分類、大項目、中項目、小項目、作業概要、作業実施周期、実施者、ツール化等実施方法 の順");
OPSCTL_MESSAGE(head_lacks_column, "the table's head has no column '{0}'", "表の見出しに「{0}」の列がない");
OPSCTL_MESSAGE(head_out_of_order, "the columns of the table's head are in another order", "表の見出しの順序が違う");
OPSCTL_MESSAGE(head_without_parties, "the parties in the table's head cannot be told", "表の見出しから実施者を読み取れない");
OPSCTL_MESSAGE(head_too_many_parties, "the table's head has {0} parties, more than {1}", "表の見出しに実施者が {0} あり、{1} を超えている");
OPSCTL_MESSAGE(head_function_alone, "'{0}' in the table's head has no organisation above it", "表の見出しの「{0}」の上に組織名がない");
OPSCTL_MESSAGE(head_parties_hint, "above the duties stand a row of organisations and a row of their functions", "実施者の列の上には、組織名の行と役割の行を置く");
OPSCTL_MESSAGE(head_contradicts, "this head has other columns than that of line {0}", "この見出しは {0} 行目の見出しと列が違う");
OPSCTL_MESSAGE(head_contradicts_hint, "one sheet has one table: save each table as a file of its own", "一つの一覧は一つの表とし、別の表は別のファイルにする");
OPSCTL_MESSAGE(head_incomplete, "this head lacks names of parties, read as that of line {0}", "この見出しは実施者の一部を欠くため、{0} 行目と同じとみなした");
OPSCTL_MESSAGE(party_without_function, "{0} has no function in the table's head, so its own name stands for it", "{0} の役割が見出しにないため、組織名で代えた");
OPSCTL_MESSAGE(column_of_no_party, "the file of --parties has no '{0}'", "--parties のファイルに「{0}」がない");
OPSCTL_MESSAGE(column_of_no_party_hint, "give organisation and function there the names they have in the sheet", "そのファイルの organisation と function を一覧の名前に合わせる");
OPSCTL_MESSAGE(columns_alike, "columns {0} and {1} are both called '{2}'", "{0} 列目と {1} 列目がどちらも「{2}」である");
OPSCTL_MESSAGE(columns_alike_hint, "delete one of them, or give it a name of its own", "どちらかを消すか、別の名前にする");
OPSCTL_MESSAGE(column_not_read, "the column '{0}' is not read", "「{0}」の列は読まない");
OPSCTL_MESSAGE(supervised_by_rule, "{0} ({1}) works under its supervisor (●), as this sentence says", "この文により、{0}（{1}）の作業はスーパーバイザの管理の下（●）とした");
OPSCTL_MESSAGE(supervised_by_mark, "{0} has no ●, but works under its supervisor, too: this ● of {1} is taken for all of {2}", "{0} に ● はないが、{1} のこの ● により、{2} の作業はすべてスーパーバイザの管理の下（●）とした");
OPSCTL_MESSAGE(supervised_hint, "where that is not so, correct supervised in catalog.yaml", "違う場合は、catalog.yaml の supervised を直す");
OPSCTL_MESSAGE(mark_against_parties, "cells of {0} have ●, but the file of --parties does not say supervised", "{0} のセルに ● があるが、--parties のファイルに supervised がない");
OPSCTL_MESSAGE(mark_against_parties_hint, "add supervised: true to that party if its work is done under a supervisor", "スーパーバイザの下で行うなら、その実施者に supervised: true を書く");

// --- import: a row
OPSCTL_MESSAGE(row_says, "No. {0}: {1}", "No. {0}: {1}");
OPSCTL_MESSAGE(cell_says, "{0}: {1}", "{0}: {1}");
OPSCTL_MESSAGE(row_width, "the row has {0} cells, the table {1} columns", "この行は {0} セルで、表は {1} 列である");
OPSCTL_MESSAGE(row_width_hint, "a cell is missing or too many, or its text has a tab, a comma or a line end without quotes", "セルの過不足か、引用符のないタブ・コンマ・改行がある");
OPSCTL_MESSAGE(row_no, "this is no item's number", "作業項目の番号ではない");
OPSCTL_MESSAGE(row_no_hint, "the first column has a whole number, 1 to {0}", "先頭の列には 1 から {0} までの整数を書く");
OPSCTL_MESSAGE(too_many_problems, "there are more than {0} problems, so the rest was not looked at", "問題が {0} 件を超えたため、残りは調べていない");
OPSCTL_MESSAGE(too_many_problems_hint, "correct these first", "まずこれらを直す");
OPSCTL_MESSAGE(no_twice, "No. {0} stands in line {1}, too", "No. {0} は {1} 行目にもある");
OPSCTL_MESSAGE(no_twice_hint, "give every item a number of its own", "作業項目ごとに別の番号を付ける");
OPSCTL_MESSAGE(no_gap, "between No. {0} and No. {1} there is none: was a row lost?", "No. {0} と No. {1} の間が抜けている。行が失われていないか確かめる");
OPSCTL_MESSAGE(cell_empty, "'{0}' is empty", "「{0}」が空である");
OPSCTL_MESSAGE(cell_empty_hint, "fill it in; '-' means that there is none", "記入する。該当がなければ「-」とする");
OPSCTL_MESSAGE(cell_hidden, "'{0}' has a character that nobody sees ({1})", "「{0}」に見えない文字（{1}）がある");
OPSCTL_MESSAGE(cell_too_long, "'{0}' has {1} characters, more than {2}", "「{0}」が {1} 文字あり、{2} 文字を超えている");
OPSCTL_MESSAGE(cell_too_long_hint, "shorten it in the sheet", "一覧の側で短くする");
OPSCTL_MESSAGE(cell_hidden_hint, "delete it in the sheet", "一覧の側でその文字を消す");
OPSCTL_MESSAGE(heading_from_above, "'{0}' is empty, taken from the row above: {1}", "「{0}」が空のため、上の行の「{1}」とした");
OPSCTL_MESSAGE(item_without_title, "every heading is '-', so the item has no title", "見出しがすべて「-」で、題名にするものがない");
OPSCTL_MESSAGE(item_without_title_hint, "write 小項目 or 中項目", "小項目か中項目を書く");
OPSCTL_MESSAGE(cycle_words_hint, "cycles are 24H, 1/D, 2/D, 1/W, 1/M, 1/Y, 2/Y, 1/5Y and 随時", "周期は 24H、1/D、2/D、1/W、1/M、1/Y、2/Y、1/5Y、随時 など");
OPSCTL_MESSAGE(cycle_without_anchor, "{0} needs a beginning, which a sheet does not say", "{0} には起算日が要るが、一覧にはない");
OPSCTL_MESSAGE(duty_unreadable, "'{0}' is no duty", "「{0}」は役割の記号ではない");
OPSCTL_MESSAGE(duty_hint, "a duty is ◎, ▲, △ or □; '-' means none", "役割は ◎、▲、△、□ のいずれか。なければ「-」");
OPSCTL_MESSAGE(duty_two_hint, "one party has one duty of an item", "一つの作業項目で、一つの実施者の役割は一つにする");
OPSCTL_MESSAGE(duty_supervised_hint, "● stands beside ◎ only", "● は ◎ と共にだけ付ける");
OPSCTL_MESSAGE(duty_empty, "empty, read as '-'", "空のため「-」とみなした");
OPSCTL_MESSAGE(duty_contained, "'{0}' read as {1}, which contains □", "「{0}」を {1} とした（□ を含む）");
OPSCTL_MESSAGE(duty_with_note, "'{0}' read as {1}", "「{0}」を {1} とした");
OPSCTL_MESSAGE(mark_missing, "◎ of {0} lacks the ● that it has elsewhere", "{0} の ◎ に、ほかの行にある ● がない");
OPSCTL_MESSAGE(row_without_duties, "no party has a duty", "どの実施者にも役割がない");
OPSCTL_MESSAGE(row_without_performer, "no party has ◎; {0} stands in as performer, as the runbook's note says", "◎ がないため {0} を行う者とし、手順書の注記に書いた");
OPSCTL_MESSAGE(row_without_performer_hint, "find out who performs, and correct performers in the runbook", "誰が行うかを確かめ、手順書の performers を直す");
OPSCTL_MESSAGE(row_only_approved, "nobody could perform: there is only ▲", "▲ しかなく、行う者がいない");
OPSCTL_MESSAGE(row_only_approved_hint, "mark who performs with ◎", "行う者に ◎ を付ける");
OPSCTL_MESSAGE(method_unreadable, "'{0}' is no method", "「{0}」は実施方法ではない");
OPSCTL_MESSAGE(method_hint, "methods are ツール and 手作業, one or both", "実施方法は「ツール」「手作業」、または両方");
OPSCTL_MESSAGE(method_irregular, "the method '{0}' is read as {1}", "実施方法「{0}」を {1} とした");

}  // namespace opsctl::messages
