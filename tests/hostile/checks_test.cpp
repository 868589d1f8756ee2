// The controls: what the checks must object to. Checks that find nothing prove nothing.
#include "hostile/checks.h"

#include <catch2/catch.hpp>

#include "render/table.h"
#include "render/xlsx.h"

using namespace opsctl::hostile;

namespace {

bool objects(Form form, std::string_view output) { return !wrong_with(form, output).empty(); }

}  // namespace

TEST_CASE("the checks object to each kind of harm, and to nothing else") {
  using enum Form;
  for (const Form form : {text, complaint, coloured, md, json, jsonl, html, ics, plugin}) {
    CHECK(objects(form, "OPSCTL \x1B[2J"));
    CHECK(objects(form, "OPSCTL \u202E"));
    CHECK(objects(form, "OPSCTL \xFF"));
  }
  CHECK_FALSE(objects(text, "日本語 ◎\n"));
  CHECK(objects(text, "one\nTAIL two\n"));
  CHECK(objects(text, "o" + repeated("\u0301", 400)));
  CHECK(objects(text, "\x1B[31mred\x1B[0m"));
  CHECK_FALSE(objects(coloured, "\x1B[1;31mred\x1B[0m"));
  CHECK(objects(coloured, "\x1B[31K"));

  CHECK_FALSE(objects(text, "no   text\n---  ----\n1    日本\n"));
  CHECK(objects(text, "no   text\n---  ----\n日本x  a\n"));
  CHECK_FALSE(objects(complaint, "no   text\n---  ----\n日本x  a\n"));
  CHECK(objects(complaint, "one\nTAIL two\n"));

  CHECK_FALSE(objects(csv, "\uFEFFa,b\r\n\"x,\"\"y\",-\r\n"));
  CHECK(objects(csv, "a,b\r\n"));
  CHECK(objects(csv, "\uFEFFa,b\r\n=1,2\r\n"));
  CHECK(objects(csv, "\uFEFFa,b\r\n\" =1\",2\r\n"));
  CHECK(objects(csv, "\uFEFFa,b\r\n1\r\n"));
  CHECK(objects(csv, "\uFEFFa,b\r\n1,2,3\r\n"));
  CHECK(objects(csv, "\uFEFFa,b\r\n\"1,2\r\n"));
  CHECK(objects(csv, "\uFEFFa,b\r\n\x1B,2\r\n"));

  CHECK_FALSE(objects(tsv, "a\tb\n1\t2\n"));
  CHECK(objects(tsv, "a\tb\n1\n"));
  CHECK(objects(tsv, "a\tb\n+1\t2\n"));
  CHECK(objects(tsv, "a\tb\n1\t2\r\n"));

  CHECK_FALSE(objects(md, "| a | b |\n| --- | --- |\n| 1 \\| | \\<b\\> |\n"));
  CHECK(objects(md, "| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n"));
  CHECK(objects(md, "<script>"));

  CHECK_FALSE(objects(json, "{\"a\": \"\\u001b\"}\n"));
  CHECK(objects(json, "{\"a\": \"b}"));
  CHECK(objects(json, "{\"a\": \"\u2066\"}"));

  CHECK_FALSE(objects(jsonl, "{\"a\": 1}\n{\"a\": 2}\n"));
  CHECK(objects(jsonl, "{\"a\": 1}\n{\"a\": \n"));

  CHECK_FALSE(objects(html, "<!DOCTYPE html>\n<p class=\"a\" title=\"x\">1 &lt; 2<br/></p>\n"));
  CHECK(objects(html, "<p>no page</p>"));
  CHECK(objects(html, "<!DOCTYPE html>\n<p>1 < 2</p>\n"));
  CHECK(objects(html, "<!DOCTYPE html>\n<script>alert(1)</script>\n"));
  CHECK(objects(html, "<!DOCTYPE html>\n<p title=\"a\" onmouseover=\"alert(1)\">x</p>\n"));
  CHECK(objects(html, "<!DOCTYPE html>\n<p title=\"a' x='\" y>x</p>\n"));
  CHECK(objects(html, "<!DOCTYPE html>\n\x1B\n"));

  const std::string calendar = "BEGIN:VCALENDAR\r\nSUMMARY:a\\nb\r\n c\r\nEND:VCALENDAR\r\n";
  CHECK_FALSE(objects(ics, calendar));
  CHECK(objects(ics, "x\r\n" + calendar));
  CHECK(objects(ics, "SUMMARY:a\nEND:VCALENDAR\r\n"));
  CHECK(objects(ics, "SUMMARY:" + repeated("x", 70) + "\r\n" + calendar));

  CHECK_FALSE(objects(plugin, "OPSCTL OK - fine | a=1\nmore\n"));
  CHECK_FALSE(objects(plugin, "OPSCTL UNKNOWN - there is no journal\n"));
  CHECK(objects(plugin, "OPSCTL OK - a|b | a=1\n"));
  CHECK(objects(plugin, "OPSCTL OK - fine | a=1\nx|y=2\n"));
}

TEST_CASE("the checks of a workbook object to what a spreadsheet would obey") {
  opsctl::render::Worksheet worksheet;
  worksheet.name = "n";
  worksheet.table.columns = {{"a"}, {"b"}};
  worksheet.table.rows = {{"=1+1", "<f>&\x1B[2J_x001B_"}, {"1", "◎\n二行目"}};
  const std::string book = opsctl::render::to_xlsx(worksheet);
  CHECK(wrong_with(Form::xlsx, book) == "");
  CHECK(objects(Form::xlsx, book.substr(0, book.size() - 30)));
  CHECK(objects(Form::xlsx, "PK"));
  const auto parts = parts_of(book);
  REQUIRE(parts);
  const std::string cells = "xl/worksheets/sheet1.xml";
  const std::string texts = "xl/sharedStrings.xml";
  CHECK(detail::as_shown(elements(parts->at(texts), "t").at(2)) == "=1+1");
  CHECK(detail::as_shown(elements(parts->at(texts), "t").at(3)) == "<f>&␛[2J_x001B_");
  const auto objects_to = [&](const std::string& name, const std::string& before,
                              const std::string& more) {
    Parts changed = *parts;
    std::string& content = changed[name];
    const std::size_t at = before.empty() ? 0 : content.find(before);
    REQUIRE(at != std::string::npos);
    content.insert(at, more);
    return !detail::wrong_parts(changed).empty();
  };
  CHECK_FALSE(objects_to(cells, "</sheetData>", "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row>"));
  CHECK(objects_to(cells, "</sheetData>", "<row r=\"9\"><c r=\"A9\"><f>1+1</f></c></row>"));
  CHECK(objects_to(cells, "</sheetData>", "<row r=\"9\"><c r=\"A9\" t=\"str\"><v>1</v></c></row>"));
  CHECK(objects_to(cells, "</sheetData>", "<hyperlinks><hyperlink ref=\"A1\"/></hyperlinks>"));
  CHECK(objects_to(texts, "</sst>", "<si><t>\x1B</t></si>"));
  CHECK(objects_to(texts, "</sst>", "<si><t>_x001B_</t></si>"));
  CHECK(objects_to(texts, "</sst>", "<si><t>&amp;lt;_x202E_</t></si>"));
  CHECK(objects_to(texts, "</sst>", "<si><t xml:space=\"preserve\">\u202E</t></si>"));
  CHECK(objects_to(texts, "</sst>", "<si><t><b></t></si>"));
  CHECK(objects_to("xl/vbaProject.bin", "", "x"));
  CHECK(objects_to("xl/externalLinks/externalLink1.xml", "", "<x/>"));
  Parts none = *parts;
  none.erase(cells);
  CHECK(!detail::wrong_parts(none).empty());
}
