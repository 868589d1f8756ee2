#include <catch2/catch.hpp>

#include "render/document.h"
#include "render/lines.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

Look look_of(int width, int ambiguous = 1) { return {Language::en, width, ambiguous, false}; }

Table sample() {
  Table table;
  table.columns = {{"No.", Align::right}, {"Title", Align::left, 6}, {"Duty"}};
  table.rows = {{"5", "short", "◎●"}, {"49", "侵入防御装置の更新", "-"}};
  return table;
}

}  // namespace

TEST_CASE("a table is aligned by display width, without trailing spaces") {
  CHECK(to_text(sample(), look_of(0)) ==
        "No.  Title               Duty\n"
        "---  ------------------  ----\n"
        "  5  short               ◎●\n"
        " 49  侵入防御装置の更新  -\n");
}

TEST_CASE("columns that may be wrapped give way to the width") {
  CHECK(to_text(sample(), look_of(40)) == to_text(sample(), look_of(0)));
  Table table = sample();
  table.columns[2].title = "Duty of the party";
  CHECK(to_text(table, look_of(40)) ==
        "No.  Title             Duty of the party\n"
        "---  ----------------  -----------------\n"
        "  5  short             ◎●\n"
        " 49  侵入防御装置の更  -\n"
        "     新\n");
}

TEST_CASE("where the columns do not fit, each row becomes lines") {
  Table table = sample();
  table.columns[2].title = "The duty of the party for this item";
  CHECK(to_text(table, look_of(40)) ==
        "No.: 5\n"
        "Title: short\n"
        "The duty of the party for this item: ◎●\n"
        "\n"
        "No.: 49\n"
        "Title: 侵入防御装置の更新\n"
        "The duty of the party for this item: -\n");
}

TEST_CASE("a table that comes in parts is the same table") {
  for (const int width : {0, 40, 24, 12}) {
    const Table whole = sample();
    TextTable table(whole, look_of(width));
    table.measure({whole.rows.data(), 1});
    table.measure({&whole.rows[1], 1});
    std::string text = table.begin();
    for (const Row& row : whole.rows) text += table.add({&row, 1});
    CHECK(text == to_text(whole, look_of(width)));
  }
}

TEST_CASE("a boxed table has lines around its cells and room to write") {
  Table table;
  table.boxed = true;
  table.columns = {{"Role"}, {"Name", Align::left, 0, 8}};
  table.rows = {{"承認 ▲", ""}};
  CHECK(to_text(table, look_of(0, 2)) ==
        "+---------+----------+\n"
        "| Role    | Name     |\n"
        "+---------+----------+\n"
        "| 承認 ▲ |          |\n"
        "+---------+----------+\n");
}

TEST_CASE("csv is for Excel: BOM, CRLF, quotes, and no formulas") {
  Table table;
  table.columns = {{"a"}, {"b"}};
  table.rows = {{"-", "-5"},
                {"=1+1", "+1"},
                {"@x", "\tx"},
                {"say \"hi\"", "a,b"},
                {"two\nlines", "\x1B[31m"},
                {"＝1", "\u202Ex"},
                {"plain text", "<b>|"}};
  CHECK(to_csv(table) ==
        "\uFEFFa,b\r\n"
        "-,'-5\r\n"
        "'=1+1,'+1\r\n"
        "'@x,' x\r\n"
        "\"say \"\"hi\"\"\",\"a,b\"\r\n"
        "\"two\nlines\",␛[31m\r\n"
        "'＝1,<U+202E>x\r\n"
        "plain text,<b>|\r\n");
}

TEST_CASE("tsv has one line a row whatever the cells hold") {
  Table table;
  table.columns = {{"a"}, {"b"}};
  table.rows = {{"x\ty", "two\nlines"}, {"=1+1", "\x1B[31m"}};
  CHECK(to_tsv(table) == "a\tb\nx y\ttwo␊lines\n'=1+1\t␛[31m\n");
}

TEST_CASE("Markdown shows text as it is") {
  Table table;
  table.columns = {{"a", Align::right}, {"b"}};
  table.rows = {{"x|y", "<b>*bold*</b>"}, {"# no heading", "two\nlines `code` [link](x)"}};
  CHECK(to_md(table) ==
        "| a | b |\n"
        "| ---: | --- |\n"
        "| x\\|y | \\<b\\>\\*bold\\*\\</b\\> |\n"
        "| \\# no heading | two␊lines \\`code\\` \\[link\\](x) |\n");
}

TEST_CASE("JSON is not a form of a table") {
  CHECK_THROWS_AS(written(sample(), Format::json, look_of(0)), std::logic_error);
  CHECK(written(sample(), Format::tsv, look_of(0)) == to_tsv(sample()));
}

TEST_CASE("text hangs below itself after its prefix, or below a prefix without room beside it") {
  CHECK(hanging("1. ", "one two three four five six seven eight nine", look_of(40)) ==
        "1. one two three four five six seven\n"
        "   eight nine\n");
  CHECK(hanging("    a long label of its own, quite long", "the text", look_of(40)) ==
        "    a long label of its own, quite long\n"
        "      the text\n");
  CHECK(hanging("", "", look_of(40)) == "\n");
  CHECK(one_line("侵入防御装置のシグネチャ更新とその確認の作業", look_of(40)) ==
        "侵入防御装置のシグネチャ更新とその確認…\n");
}

TEST_CASE("colour is only where it was asked for, and never in the padding") {
  Look look = look_of(0);
  CHECK(styled("x", Style::bad, look) == "x");
  look.colour = true;
  CHECK(styled("x", Style::bad, look) == "\x1B[31mx\x1B[0m");
  CHECK(styled("x", Style::plain, look) == "x");
  CHECK(styled("", Style::bad, look).empty());
  Table table;
  table.columns = {{"a"}, {"b"}};
  table.rows = {{Cell("x", Style::good), "longer"}};
  CHECK(to_text(table, look) ==
        "\x1B[1ma\x1B[0m  \x1B[1mb\x1B[0m\n-  ------\n\x1B[32mx\x1B[0m  longer\n");
}

TEST_CASE("markers stand below one another, whatever stands between them, each list for itself") {
  Document document;
  document.bullet(0, "9.", "Open");
  document.bullet(1, "->", "go on");
  document.bullet(0, "10.", "Close");
  document.bullet(1, "-", "by hand");
  document.heading("Marks");
  document.bullet(0, "!", "other");
  CHECK(to_text(document, look_of(0)) ==
        "9.  Open\n"
        "    -> go on\n"
        "10. Close\n"
        "    - by hand\n\n"
        "Marks\n"
        "! other\n");
}

TEST_CASE("a document is text for a terminal and Markdown") {
  Document document;
  document.title = "49 Update";
  document.field("ID", "inc-49");
  document.field("Empty", "");
  document.field("Method", "manual");
  document.heading("Steps");
  document.bullet(0, "[ ] 1.", "Fetch");
  document.bullet(1, "", "from the vendor");
  document.bullet(0, "[x] 2.", "Apply");
  document.bullet(1, "( )", "a|b");
  document.heading("Marks");
  document.bullet(0, "◎●", "performs");
  document.bullet(0, "▲", "approves");
  document.paragraph("one");
  document.paragraph("two");
  CHECK(to_text(document, look_of(0)) ==
        "49 Update\n\n"
        "ID      inc-49\n"
        "Method  manual\n\n"
        "Steps\n"
        "[ ] 1. Fetch\n"
        "    from the vendor\n"
        "[x] 2. Apply\n"
        "    ( ) a|b\n\n"
        "Marks\n"
        "◎● performs\n"
        "▲  approves\n\n"
        "one\ntwo\n");
  CHECK(to_md(document) ==
        "# 49 Update\n\n"
        "- **ID**: inc-49\n"
        "- **Method**: manual\n\n"
        "## Steps\n\n"
        "- [ ] 1. Fetch\n"
        "    - from the vendor\n"
        "- [x] 2. Apply\n"
        "    - ( ) a\\|b\n\n"
        "## Marks\n\n"
        "- ◎● performs\n"
        "- ▲ approves\n\n"
        "one\n\ntwo\n");
}
