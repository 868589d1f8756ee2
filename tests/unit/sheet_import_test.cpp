// Reading a sheet: our own irregular document, and the ways in which a saved table goes wrong.

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/messages/base.h"
#include "base/messages/sheet.h"
#include "base/text.h"
#include "catalog/catalog_loader.h"
#include "catalog/sheet_import.h"
#include "catalog/skeleton.h"
#include "render/sheet_view.h"
#include "unit/temp_folder.h"

using namespace opsctl;

namespace {

std::string own_document() {
  std::ifstream in(OPSCTL_SOURCE_DIR "/tests/sheet/annex.tsv");
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// A small sheet: a party that approves and two of one organisation.
const std::string kHead =
    "別紙1 点検一覧\n\n"
    "No.\t運用項目\t\t\t\t\t作業実施周期\t実施者\t\t\tツール化等実施方法\n"
    "\t分類\t大項目\t中項目\t小項目\t作業概要\t\t発注者\t受託者\t\n"
    "\t\t\t\t\t\t\t業務\t監視\t保守\n";
const std::string kRow = "1\t点検\t監視\t画面\t朝の確認\t画面を見る。\t1/D\t▲\t◎\t-\tツール\n";

ImportResult read(const std::string& text) { return import_sheet(text, "s", {}); }

/// "line:column message" of all that was found.
std::vector<std::string> found(const ImportResult& result) {
  std::vector<std::string> all;
  for (const Diagnostic& one : result.diagnostics) {
    all.push_back((one.severity == Severity::error ? "error " : "warning ") +
                  std::to_string(one.pos.line) + ":" + std::to_string(one.pos.column) + " " +
                  to_text(one.message, Language::en));
  }
  return all;
}

std::vector<std::string> found(const std::string& text) { return found(read(text)); }

using Found = std::vector<std::string>;

std::string hint_of(const std::string& text) {
  const ImportResult result = read(text);
  REQUIRE(!result.diagnostics.empty());
  REQUIRE(result.diagnostics.front().hint);
  return to_text(*result.diagnostics.front().hint, Language::en);
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string with_commas(std::string text) {
  std::ranges::replace(text, '\t', ',');
  return text;
}

/// The facts of a sheet as one text, to compare two readings.
std::string facts(const ImportResult& result) {
  REQUIRE(result.sheet);
  std::string out;
  for (const auto& [name, text] : skeleton_files(*result.sheet, "item")) out += name + "\n" + text;
  return out;
}

Catalog loaded(const std::map<std::string, std::string>& files) {
  const TempFolder folder;
  for (const auto& [name, text] : files) folder.write(name, text);
  LoadResult result = load_catalog(folder.path(), Instant{});
  for (const Diagnostic& one : result.diagnostics) {
    if (one.severity == Severity::error) FAIL(to_text(one, Language::en, 1));
  }
  return std::move(*result.catalog);
}

std::string exported(const Catalog& catalog, render::Format format) {
  return render::sheet(catalog, catalog.sheets.front(), format, {});
}

}  // namespace

TEST_CASE("our own irregular document is read whole, and nothing is mended in silence", "[sheet]") {
  const ImportResult result = read(own_document());
  REQUIRE(result.sheet);
  CHECK(result.sheet->annex == "別紙9-1");
  CHECK(result.sheet->title == "夜間運用作業項目一覧（給付計算）");
  CHECK(result.sheet->items.size() == 12);
  CHECK(found(result) ==
        Found{"warning 20:1 受託会社 works under its supervisor (●), as this sentence says",
              "warning 51:1 this head lacks names of parties, read as that of line 26",
              "warning 54:46 No. 6: no party has ◎; p5 stands in as performer, as the runbook's "
              "note says",
              "warning 56:50 No. 8: the method 'ツール作業' is read as ツール"});
  std::string parties;
  for (const Party& party : result.sheet->parties)
    parties += party.id + " " + party.organisation + " " + party.function +
               (party.supervised ? " ●\n" : "\n");
  CHECK(parties ==
        "p1 給付事務局 業務\np2 運営会社 統括\np3 受託会社 監視窓口 ●\n"
        "p4 受託会社 夜間運用 ●\np5 機器・回線保守会社 保守\n"
        "p6 連携先（年金）担当 他システム\n");
  const SheetItem& second = result.sheet->items.at(1);
  CHECK(second.no == 2);
  CHECK(second.summary == "次を確かめる。 ①電源 ②回線 ③時刻のずれ");
  CHECK(second.methods == std::vector{Method::manual, Method::tool});
  CHECK(result.sheet->items.at(0).title() == "常時監視");
  CHECK(to_text(result.sheet->items.at(2).cycle) == "1/W");
}

TEST_CASE("import, export, import is the identity", "[sheet]") {
  const ImportResult first = read(own_document());
  const auto files = skeleton_files(*first.sheet, "item");
  const Catalog catalog = loaded(files);
  for (const render::Format format : {render::Format::tsv, render::Format::csv}) {
    const std::string table = exported(catalog, format);
    const ImportResult again = read(table);
    REQUIRE(again.sheet);
    CHECK(!has_errors(again.diagnostics));
    CHECK(skeleton_files(*again.sheet, "item") == files);
    CHECK(exported(loaded(skeleton_files(*again.sheet, "item")), format) == table);
  }
}

TEST_CASE("texts that look like formulas, quotes or YAML come back as they were", "[sheet]") {
  for (const char* text : {"=1+1", "'=1+1", "-x", "＋一", "\"q\"", "a, b: c # d", "{x: [y]}", "- x",
                           "*a", "&b", "!c", "\\n", "%", "@d", "`e`", "yes", "012", "~"}) {
    std::string row = kRow;
    std::string quoted;
    for (const char* c = text; *c != '\0'; ++c) quoted += *c == '"' ? "\"\"" : std::string(1, *c);
    // In a spreadsheet's own CSV there is no guard: the text is what is there.
    const bool guards_itself = text[0] == '\'';
    const std::string csv =
        replaced(with_commas(kHead + row), "画面を見る。", "\"" + quoted + "\"");
    const ImportResult first = read(csv);
    REQUIRE(first.sheet);
    const std::string read_as = guards_itself ? std::string(text).substr(1) : text;
    CHECK(first.sheet->items.front().summary == read_as);
    const Catalog catalog = loaded(skeleton_files(*first.sheet, "item"));
    CHECK(catalog.runbooks.front().summary == read_as);
    for (const render::Format format : {render::Format::csv, render::Format::tsv})
      CHECK(facts(read(exported(catalog, format))) == facts(first));
  }
}

TEST_CASE("tabs or commas, LF or CRLF, with or without a byte order mark", "[sheet]") {
  const std::string expected = facts(read(kHead + kRow));
  std::string crlf;
  for (const char c : kHead + kRow) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  CHECK(facts(read(with_commas(kHead + kRow))) == expected);
  CHECK(facts(read("\uFEFF" + with_commas(crlf))) == expected);
  CHECK(facts(read(crlf)) == expected);
  std::string unfinished = kHead + kRow;
  unfinished.pop_back();
  CHECK(facts(read(unfinished)) == expected);
}

TEST_CASE("quoted cells may have separators, quotes and line ends", "[sheet]") {
  const std::string csv =
      replaced(with_commas(kHead + kRow), "画面を見る。", "\"画面を,\n\"\"全部\"\"見る。\"") +
      with_commas(replaced(kRow, "1\t", "x\t"));
  const ImportResult result = read(csv);
  REQUIRE(result.sheet);
  CHECK(result.sheet->items.front().summary == "画面を, \"全部\"見る。");
  // Lines are those of the file, also behind a cell of two.
  CHECK(found(result) == Found{"error 8:1 No. x: this is no item's number"});
}

TEST_CASE("a slip with quotes costs its row, not the rest", "[sheet]") {
  const std::string second = replaced(kRow, "1\t", "2\t");
  CHECK(found(replaced(kHead + kRow + second, "画面を見る。", "\"画面\"を見る。")) ==
        Found{"error 6:17 text follows the closing quote of this cell"});
  CHECK(found(replaced(kHead + kRow + second, "画面を見る。", "\"画面を見る。")) ==
        Found{"error 6:17 the quote that begins here is never closed"});
  CHECK(
      read(replaced(kHead + kRow + second, "画面を見る。", "\"画面を見る。")).sheet->items.size() ==
      2);
}

TEST_CASE("what is no UTF-8 text is refused with what helps", "[sheet]") {
  CHECK(found("\x95\xCA\x8E\x86\n") == Found{"error 1:1 this is not UTF-8, probably Shift_JIS"});
  CHECK(hint_of("\x95\xCA\x8E\x86\n").starts_with("iconv -f CP932 -t UTF-8 s"));
  CHECK(found("\xFF\xFEN\0o\0") == Found{"error 0:0 this is UTF-16 or no text"});
  CHECK(found("PK\x03\x04...") == Found{"error 0:0 this is a workbook, not text"});
  CHECK(found(std::string(kMaxSheetSize + 1, ' ')) == Found{"error 0:0 this is larger than 4 MiB"});
  CHECK(found("") == Found{"error 0:0 there is no table: no row has 'No.' and other titles"});
}

TEST_CASE("merged cells: headings come from the row above, and it is said", "[sheet]") {
  const std::string below = "2\t\t\t\t昼の確認\t画面を見る。\t1/D\t▲\t◎\t-\tツール\n";
  const ImportResult result = read(kHead + kRow + below);
  REQUIRE(result.sheet);
  CHECK(result.sheet->items.at(1).category == Category{"点検", "監視", "画面", "昼の確認"});
  CHECK(found(result) ==
        Found{"warning 7:3 No. 2: '分類' is empty, taken from the row above: 点検",
              "warning 7:4 No. 2: '大項目' is empty, taken from the row above: 監視",
              "warning 7:5 No. 2: '中項目' is empty, taken from the row above: 画面"});
  // Below a new heading an empty one is nobody's.
  CHECK(found(kHead + kRow + replaced(below, "2\t\t\t", "2\t\t回線\t")) ==
        Found{"warning 7:3 No. 2: '分類' is empty, taken from the row above: 点検",
              "error 7:7 No. 2: '中項目' is empty"});
}

TEST_CASE("a row is read whole or is an error", "[sheet]") {
  const auto of_row = [](const char* what, const char* with) {
    return found(kHead + replaced(kRow, what, with));
  };
  CHECK(of_row("ツール\n", "\n") == Found{"error 6:34 No. 1: '' is no method"});
  CHECK(of_row("\tツール\n", "\n") ==
        Found{"error 6:1 No. 1: the row has 10 cells, the table 11 columns"});
  CHECK(of_row("ツール\n", "ツール\t予備\n") ==
        Found{"error 6:1 No. 1: the row has 12 cells, the table 11 columns"});
  CHECK(of_row("ツール\n", "ツール\t\t\n") == Found{});
  CHECK(of_row("◎", "○") == Found{"error 6:30 No. 1: 受託者監視: '○' is no duty"});
  CHECK(of_row("◎", "◎▲") == Found{"error 6:30 No. 1: 受託者監視: '◎▲' is no duty"});
  CHECK(of_row("▲", "▲●") == Found{"error 6:28 No. 1: 発注者業務: '▲●' is no duty"});
  CHECK(of_row("◎\t-", "\t") == Found{"error 6:28 No. 1: nobody could perform: there is only ▲",
                                      "warning 6:30 No. 1: 受託者監視: empty, read as '-'",
                                      "warning 6:31 No. 1: 受託者保守: empty, read as '-'"});
  CHECK(of_row("▲\t◎\t-", "-\t-\t-") == Found{"error 6:28 No. 1: no party has a duty"});
  CHECK(of_row("◎", "◎（※1）") == Found{"warning 6:30 No. 1: 受託者監視: '◎（※1）' read as ◎"});
  CHECK(of_row("◎", "◎□") ==
        Found{"warning 6:30 No. 1: 受託者監視: '◎□' read as ◎, which contains □"});
  CHECK(of_row("1/D", "毎日") == Found{"error 6:24 No. 1: '毎日' is not a cycle"});
  CHECK(of_row("1/D", "2/3M") ==
        Found{"error 6:24 No. 1: 2/3M needs a beginning, which a sheet does not say"});
  CHECK(of_row("朝の確認", "朝の\u200B確認") ==
        Found{"error 6:12 No. 1: '小項目' has a character that nobody sees (U+200B)"});
  CHECK(read(kHead + replaced(kRow, "朝の確認", " 朝の\u00A0 確認 ")).sheet->items.at(0).title() ==
        "朝の 確認");
  CHECK(of_row("画面\t朝の確認", "-\t-") == Found{});
  CHECK(of_row("監視\t画面\t朝の確認", "-\t-\t-") ==
        Found{"error 6:10 No. 1: every heading is '-', so the item has no title"});
  CHECK(of_row("1\t", "1000\t") == Found{"error 6:1 No. 1000: this is no item's number"});
  CHECK(of_row("1\t", "\t") == Found{"error 6:1 No. ?: this is no item's number"});
}

TEST_CASE("every cycle of the legend makes a runbook that loads", "[sheet]") {
  for (const char* cycle : {"24H", "1/D", "2/D", "1/W", "1/M", "1/Y", "2/Y", "1/5Y", "随時", "2/W",
                            "3/M", "1/Q", "1/2M", "１／Ｄ"}) {
    const ImportResult result = read(kHead + replaced(kRow, "1/D", cycle));
    REQUIRE(result.sheet);
    CHECK(!has_errors(result.diagnostics));
    const Catalog catalog = loaded(skeleton_files(*result.sheet, "item"));
    CHECK(to_text(catalog.runbooks.front().cycle()) == fold_width(cycle));
  }
}

TEST_CASE("a file of another kind is given up early", "[sheet]") {
  std::string text = kHead;
  for (int i = 0; i < 5000; ++i) text += "1\n";
  const Found all = found(text);
  CHECK(all.size() < 1010);
  CHECK(all.back() ==
        "error 1006:1 there are more than 1000 problems, so the rest was not looked at");
  // Quotes that mean something else cost no more than reading the file.
  std::string quotes = kHead;
  for (int i = 0; i < 100000; ++i) quotes += "\"x\n";
  CHECK(found(quotes).size() == 100);
  // "No." in another list is no head of a table.
  CHECK(found("No.\t氏名\n1\t甲\n\n" + kHead + kRow) == Found{});
}

TEST_CASE("numbers twice are errors, numbers that lack are told of", "[sheet]") {
  CHECK(found(kHead + kRow + kRow) == Found{"error 7:1 No. 1 stands in line 6, too"});
  CHECK(found(kHead + kRow + replaced(kRow, "1\t", "4\t")) ==
        Found{"warning 7:1 between No. 1 and No. 4 there is none: was a row lost?"});
}

TEST_CASE("the head of the table decides what is read", "[sheet]") {
  // A column of the user's own behind the method.
  const std::string extra = replaced(replaced(kHead, "方法\n", "方法\t備考\n"), "", "");
  CHECK(found(extra + replaced(kRow, "ツール\n", "ツール\tメモ\n")) ==
        Found{"warning 3:1 the column '備考' is not read"});
  CHECK(found(replaced(kHead, "作業概要", "概要") + kRow) ==
        Found{"error 3:1 the table's head has no column '作業概要'"});
  CHECK(found(replaced(kHead, "大項目\t中項目", "中項目\t大項目") + kRow) ==
        Found{"error 3:1 the columns of the table's head are in another order"});
  // Moved by a cell, nothing is read as something else.
  CHECK(found(replaced(kHead, "\t分類", "\t\t分類") + kRow) ==
        Found{"error 3:1 the columns of the table's head are in another order"});
  CHECK(found(kHead + "\t" + kRow) ==
        Found{"error 6:1 No. ?: this is no item's number",
              "error 6:1 No. ?: the row has 12 cells, the table 11 columns"});
  // Indented as a whole it is the same table.
  std::string indented;
  for (const std::string& line : split(kHead + kRow, '\n'))
    indented += line.empty() ? "\n" : "\t" + line + "\n";
  CHECK(facts(read(indented)) == facts(read(kHead + kRow)));
  // Another table further down is another sheet.
  CHECK(
      found(kHead + kRow + "\n" + replaced(kHead, "保守", "警備") + replaced(kRow, "1\t", "2\t")) ==
      Found{"error 10:1 this head has other columns than that of line 3"});
}

TEST_CASE("heads of one row of parties, or none", "[sheet]") {
  const std::string one = replaced(replaced(kHead, "\t\t\t\t\t\t\t業務\t監視\t保守\n", ""),
                                   "発注者\t受託者\t", "発注者\t受託者\t保守会社");
  const ImportResult result = read(one + kRow);
  REQUIRE(result.sheet);
  CHECK(result.sheet->parties.at(2) == Party{"p3", "保守会社", "保守会社"});
  CHECK(found(result).front() ==
        "warning 3:1 発注者 has no function in the table's head, so its own name stands for it");
  CHECK(found(replaced(one, "発注者\t受託者\t保守会社", "\t\t") + kRow) ==
        Found{"error 3:1 the parties in the table's head cannot be told"});
}

TEST_CASE("known parties give the columns their names", "[sheet]") {
  const std::vector<Party> known = {{"client", "発注者", "業務"},
                                    {"watch", "受 託者", "監視", true},
                                    {"care", "受託者", "保守", true}};
  const ImportResult result = import_sheet(kHead + kRow, "s", known);
  REQUIRE(result.sheet);
  CHECK(result.sheet->parties == known);
  CHECK(result.sheet->items.front().duties.at(1) == DutyCell{"watch", Duty::perform});
  const ImportResult other = import_sheet(kHead + kRow, "s", {known[0], known[1]});
  CHECK(!other.sheet);
  CHECK(found(other) == Found{"error 3:1 the file of --parties has no '受託者 保守'"});
}

TEST_CASE("● in cells puts an organisation under its supervisor", "[sheet]") {
  const ImportResult result =
      read(kHead + replaced(kRow, "◎", "◎●") + replaced(kRow, "1\t", "2\t"));
  REQUIRE(result.sheet);
  CHECK(!result.sheet->parties.at(0).supervised);
  CHECK(result.sheet->parties.at(1).supervised);
  CHECK(result.sheet->parties.at(2).supervised);
  CHECK(found(result) == Found{"warning 7:1 No. 2: ◎ of p2 lacks the ● that it has elsewhere"});
}
