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
  CHECK(
      found(result) ==
      Found{"warning 20:1 受託会社 (p3, p4) works under its supervisor (●), as this sentence says",
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

TEST_CASE("the shipped catalogue comes back from its own sheet, with its parties", "[sheet]") {
  const LoadResult shipped = load_catalog(OPSCTL_SOURCE_DIR "/runbooks", Instant{});
  REQUIRE(shipped.catalog);
  const Catalog& catalog = *shipped.catalog;
  for (const render::Format format : {render::Format::tsv, render::Format::csv}) {
    const std::string table = exported(catalog, format);
    const ImportResult result = import_sheet(table, "s", catalog.parties);
    REQUIRE(result.sheet);
    CHECK(!has_errors(result.diagnostics));
    const Catalog again = loaded(skeleton_files(*result.sheet, catalog.sheets.front().prefix));
    CHECK(again.parties == catalog.parties);
    CHECK(again.sheets.front().title == catalog.sheets.front().title);
    CHECK(again.sheets.front().annex == catalog.sheets.front().annex);
    REQUIRE(again.runbooks.size() == catalog.runbooks.size());
    for (std::size_t i = 0; i < again.runbooks.size(); ++i) {
      const Runbook& here = again.runbooks[i];
      const Runbook& there = catalog.runbooks[i];
      INFO(there.id);
      CHECK(here.id == there.id);
      CHECK(here.category == there.category);
      CHECK(here.summary == there.summary);
      CHECK(to_text(here.cycle()) == to_text(there.cycle()));
      CHECK(here.methods == there.methods);
      CHECK(here.duties == there.duties);
    }
    CHECK(exported(again, format) == table);
  }
  // Without its parties, columns have ids of their own, and a name may have been split by its cell:
  // so the README says.
  const ImportResult alone = read(exported(catalog, render::Format::tsv));
  REQUIRE(alone.sheet);
  CHECK(alone.sheet->parties.at(8).organisation == catalog.parties.at(8).organisation);
  CHECK(catalog.parties.at(9).organisation == "支払基金・国保中央会 担当者");
  CHECK(alone.sheet->parties.at(9).organisation == "支払基金・国保中央会担当者");
}

TEST_CASE("an organisation that has all the functions keeps its name", "[sheet]") {
  for (const std::string& functions : {std::string("業務\t監視\t保守"), std::string("監視")}) {
    const bool several = functions != "監視";
    const std::string gap = several ? "\t\t" : "";
    const std::string head = "別紙1 点検一覧\t\t\t\t\t\t\t\t" + gap + "\n" +
                             "\t運用項目\t\t\t\t\t\t実施者\t" + gap + "\n" +
                             "\t\t\t\t\t\t\t受託者\t" + gap + "\n" +
                             "No.\t分類\t大項目\t中項目\t小項目\t作業概要\t作業実施周期\t" +
                             functions + "\tツール化等実施方法\n";
    const std::string row = several ? kRow : replaced(kRow, "▲\t◎\t-", "◎");
    const ImportResult result = read(head + row);
    REQUIRE(result.sheet);
    CHECK(found(result) == Found{});
    CHECK(result.sheet->title == "点検一覧");
    CHECK(result.sheet->parties.size() == (several ? 3 : 1));
    for (const Party& party : result.sheet->parties) CHECK(party.organisation == "受託者");
    CHECK(result.sheet->parties.back().function == (several ? "保守" : "監視"));
    const auto files = skeleton_files(*result.sheet, "item");
    for (const render::Format format : {render::Format::tsv, render::Format::csv})
      CHECK(skeleton_files(*read(exported(loaded(files), format)).sheet, "item") == files);
  }
  // A title, too, stands alone in its row, but not over the first of the parties.
  const std::string one_row = replaced(replaced(kHead, "\t\t\t\t\t\t\t業務\t監視\t保守\n", ""),
                                       "発注者\t受託者\t", "発注者\t受託者\t保守会社");
  const std::string titled = replaced(one_row, "別紙1 点検一覧\n\n", "別紙1 点検一覧\n");
  CHECK(read(titled + kRow).sheet->parties == read(one_row + kRow).sheet->parties);
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
  CHECK(of_row("◎", "○") == Found{"error 6:30 No. 1: 受託者 監視: '○' is no duty"});
  CHECK(of_row("◎", "◎▲") == Found{"error 6:30 No. 1: 受託者 監視: '◎▲' is no duty"});
  CHECK(of_row("▲", "▲●") == Found{"error 6:28 No. 1: 発注者 業務: '▲●' is no duty"});
  CHECK(of_row("◎\t-", "\t") == Found{"error 6:28 No. 1: nobody could perform: there is only ▲",
                                      "warning 6:30 No. 1: 受託者 監視: empty, read as '-'",
                                      "warning 6:31 No. 1: 受託者 保守: empty, read as '-'"});
  CHECK(of_row("▲\t◎\t-", "-\t-\t-") == Found{"error 6:28 No. 1: no party has a duty"});
  CHECK(of_row("◎", "◎（※1）") == Found{"warning 6:30 No. 1: 受託者 監視: '◎（※1）' read as ◎"});
  CHECK(of_row("◎", "◎□") ==
        Found{"warning 6:30 No. 1: 受託者 監視: '◎□' read as ◎, which contains □"});
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

TEST_CASE("a dash means that there is none, however it was typed, in every cell", "[sheet]") {
  const auto with = [](const std::string& dash) {
    std::string row = replaced(kRow, "画面\t朝の確認", dash + "\t" + dash);
    row = replaced(row, "画面を見る。", dash);
    return read(kHead + replaced(row, "◎\t-", "◎\t" + dash));
  };
  const ImportResult expected = with("-");
  CHECK(expected.sheet->items.front().title() == "監視");
  CHECK(expected.sheet->items.front().duties.size() == 2);
  for (const char* dash :
       {"－", "―", "–", "—", "ー", "‐", "−", "‑", "─", " - ", "－\u3000", "――"}) {
    INFO(dash);
    CHECK(found(with(dash)) == Found{});
    CHECK(facts(with(dash)) == facts(expected));
  }
  // All that a row has above its title may not be dashes.
  CHECK(found(kHead + replaced(kRow, "監視\t画面\t朝の確認", "－\t―\tー")) ==
        Found{"error 6:10 No. 1: every heading is '-', so the item has no title"});
  // A full-width space alone is an empty cell.
  CHECK(found(kHead + replaced(kRow, "朝の確認", "\u3000")) ==
        Found{"error 6:12 No. 1: '小項目' is empty"});
}

TEST_CASE("what no catalogue can hold is an error at its place", "[sheet]") {
  const auto of_sheet = [](const std::string& what, const std::string& with) {
    const ImportResult result = read(replaced(kHead + kRow, what, with));
    CHECK(!result.sheet);
    for (const Diagnostic& one : result.diagnostics) CHECK(one.hint);
    return found(result);
  };
  CHECK(of_sheet("点検一覧", "点検\u202E一覧") ==
        Found{"error 1:1 'title' has a character that nobody sees (U+202E)"});
  CHECK(of_sheet("別紙1", "別\x1B紙1") ==
        Found{"error 1:1 'title' has a character that nobody sees (U+001B)"});
  CHECK(of_sheet("点検一覧", std::string(1200, 'x')) ==
        Found{"error 1:1 'title' has 1204 characters, more than 400"});
  CHECK(of_sheet("受託者", "受\u200B託者") ==
        Found{"error 4:27 '受<U+200B>託者' has a character that nobody sees (U+200B)"});
  CHECK(of_sheet("監視\t保守\n", "監\x7F視\t保守\n") ==
        Found{"error 5:11 '監␡視' has a character that nobody sees (U+007F)"});
  CHECK(of_sheet("受託者", std::string(401, 'x')) ==
        Found{"error 4:27 '" + std::string(40, 'x') + "' has 401 characters, more than 400"});
  std::string many;
  for (int i = 0; i < 100; ++i) many += "監視" + std::to_string(i) + "\t";
  CHECK(of_sheet("監視\t保守\n", many + "\n") ==
        Found{"error 3:1 the table's head has 101 parties, more than 100"});
  // In a row it is the row alone.
  const std::string second = replaced(kRow, "1\t", "2\t");
  const ImportResult result =
      read(kHead +
           replaced(replaced(kRow, "画面を見る。", std::string(1100000, '"')), "画面",
                    std::string(401, 'x')) +
           second);
  CHECK(found(result) ==
        Found{"error 6:9 No. 1: '中項目' has 401 characters, more than 400",
              "error 6:416 No. 1: '作業概要' has 549999 characters, more than 100000"});
  REQUIRE(result.sheet);
  CHECK(result.sheet->items.size() == 1);
}

TEST_CASE("what is as long as it may be makes a catalogue that loads", "[sheet]") {
  const auto repeated = [](std::size_t times, const char* what) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += what;
    return text;
  };
  const std::string wide = repeated(397, "𠮷");
  std::string head = replaced(kHead, "点検一覧", repeated(390, "𠮷"));
  head = replaced(head, "受託者\t", wide + "甲" + repeated(98, "\t"));
  head = replaced(head, "実施者\t\t", "実施者" + repeated(99, "\t"));
  std::string functions;
  for (int i = 100; i < 199; ++i) functions += "\t" + wide + std::to_string(i);
  head = replaced(head, "\t監視\t保守", functions);
  std::string row = replaced(kRow, "画面\t", wide + "\t");
  row = replaced(row, "朝の確認", wide);
  row = replaced(row, "画面を見る。", repeated(100000, "𠮷"));
  row = replaced(row, "◎\t-", repeated(98, "◎●\t") + "◎●");
  const ImportResult result = read(head + row);
  CHECK(found(result) == Found{});
  REQUIRE(result.sheet);
  const Catalog catalog = loaded(skeleton_files(*result.sheet, "item"));
  CHECK(catalog.parties.size() == 100);
  CHECK(catalog.runbooks.front().summary.size() == 400000);
}

TEST_CASE("a no-break space is a space, and in the names of known parties it is kept", "[sheet]") {
  const ImportResult result = read(replaced(kHead + kRow, "受託者", "A\u00A0B"));
  REQUIRE(result.sheet);
  CHECK(result.sheet->parties.at(1).organisation == "A B");
  const std::vector<Party> known = {
      {"client", "発注者", "業務"}, {"watch", "A\u00A0B", "監視"}, {"care", "A\u00A0B", "保守"}};
  const ImportResult named = import_sheet(replaced(kHead + kRow, "受託者", "A B"), "s", known);
  REQUIRE(named.sheet);
  CHECK(loaded(skeleton_files(*named.sheet, "item")).parties == known);
}

TEST_CASE("the longest id that a party may have makes no person's id too long", "[sheet]") {
  const std::string longest(40, 'x');
  const ImportResult result = import_sheet(kHead + kRow, "s",
                                           {{"client", "発注者", "業務"},
                                            {longest, "受託者", "監視", true},
                                            {"care", "受託者", "保守", true}});
  REQUIRE(result.sheet);
  const Catalog catalog = loaded(skeleton_files(*result.sheet, "item"));
  std::string ids;
  for (const Person& person : catalog.roster.persons) ids += person.id + " ";
  CHECK(ids == "client-1 column-2-1 column-2-supervisor care-1 ");
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

TEST_CASE("two columns of one name are both named", "[sheet]") {
  const auto all = [](const std::string& what, const std::string& with) {
    const ImportResult result = read(replaced(kHead, what, with) + kRow);
    CHECK(!result.sheet);
    for (const Diagnostic& one : result.diagnostics)
      CHECK(to_text(*one.hint, Language::en) == "delete one of them, or give it a name of its own");
    return found(result);
  };
  CHECK(all("監視\t保守\n", "監視\t監 視\n") ==
        Found{"error 5:14 columns 9 and 10 are both called '受託者 監視'"});
  CHECK(all("大項目\t中項目", "大項目\t大項目\t中項目") ==
        Found{"error 4:9 columns 3 and 4 are both called '大項目'"});
  CHECK(all("No.\t", "No.\t項番\t") == Found{"error 3:5 columns 1 and 2 are both called 'No.'"});
  CHECK(all("実施方法\n", "実施方法\tツール化等 実施方法\n") ==
        Found{"error 3:37 columns 11 and 12 are both called 'ツール化等実施方法'"});
  // A column of the user's own behind the method may be called anything.
  CHECK(found(replaced(kHead, "実施方法\n", "実施方法\t番号\n") + kRow) ==
        Found{"warning 3:1 the column '番号' is not read"});
  // The same function of two organisations is two names.
  CHECK(found(replaced(kHead, "監視\t保守\n", "業務\t保守\n") + kRow) == Found{});
  // Also where the parties are known.
  const std::vector<Party> known = {
      {"client", "発注者", "業務"}, {"watch", "受託者", "監視"}, {"care", "受託者", "保守"}};
  CHECK(found(import_sheet(replaced(kHead, "監視\t保守\n", "保守\t保守\n") + kRow, "s", known)) ==
        Found{"error 5:14 columns 9 and 10 are both called '受託者 保守'"});
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
  CHECK(
      found(result) ==
      Found{"warning 6:30 p3 has no ●, but works under its supervisor, too: this ● of p2 is taken "
            "for all of 受託者",
            "warning 7:1 No. 2: ◎ of p2 lacks the ● that it has elsewhere"});
  CHECK(hint_of(kHead + replaced(kRow, "◎", "◎●")) ==
        "where that is not so, correct supervised in catalog.yaml");
  // A party with a ● of its own is as the sheet says.
  CHECK(found(kHead + replaced(kRow, "◎\t-", "◎●\t◎●")) == Found{});
  // The known parties decide; what the sheet says against them is told.
  const ImportResult known =
      import_sheet(kHead + replaced(kRow, "◎", "◎●"), "s",
                   {{"a", "発注者", "業務"}, {"b", "受託者", "監視"}, {"c", "受託者", "保守"}});
  CHECK(found(known) ==
        Found{"warning 6:30 cells of b have ●, but the file of --parties does not say supervised"});
  CHECK(!known.sheet->parties.at(1).supervised);
}

TEST_CASE("a sentence about ● is of the organisation that it names, and told of", "[sheet]") {
  const std::string head =
      replaced(replaced(kHead, "発注者\t受託者\t", "受託\t受託者\t"), "別紙1 点検一覧\n",
               "別紙1 点検一覧\n受託者の◎はスーパーバイザの下で行い、●を付ける。\n");
  const auto supervised = [](const ImportResult& result) {
    std::string ids;
    for (const Party& party : result.sheet->parties) ids += party.supervised ? party.id + " " : "";
    return ids;
  };
  const std::string row = replaced(kRow, "▲\t◎", "◎\t◎");
  // 受託 begins the sentence, too, but 受託者 is what it says.
  CHECK(supervised(read(head + row)) == "p2 p3 ");
  CHECK(found(head + row) ==
        Found{"warning 2:1 受託者 (p2, p3) works under its supervisor (●), as this sentence says"});
  // Each organisation has a sentence of its own; pages repeat them.
  const std::string both =
      replaced(head, "\n受託者の", "\n受託の◎●はスーパーバイザの下。\n受託者の");
  CHECK(supervised(read(both + row)) == "p1 p2 p3 ");
  CHECK(found(both + row) ==
        Found{"warning 2:1 受託 (p1) works under its supervisor (●), as this sentence says",
              "warning 3:1 受託者 (p2, p3) works under its supervisor (●), as this sentence says"});
  // ● in a cell of another organisation is not that sentence's doing.
  CHECK(found(head + replaced(row, "◎\t◎", "◎●\t◎")) ==
        Found{"warning 2:1 受託者 (p2, p3) works under its supervisor (●), as this sentence says"});
  // Who performs nowhere works under nobody.
  CHECK(supervised(read(head + replaced(kRow, "▲\t◎", "◎\t▲"))) == "");
}
