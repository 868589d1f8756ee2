// The writer of HTML, and pages made with it. A strict parser reads the pages in tests/paper.
#include "render/html.h"

#include <catch2/catch.hpp>

#include "render/checklist.h"
#include "render/document_html.h"
#include "render/html_page.h"
#include "render/svg.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("text becomes markup by escaping alone") {
  CHECK(escaped("<b> & \"x\" 'y'").markup() == "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;");
  CHECK(escaped("\x1b[1m\x07").markup() == "␛[1m␇");
  CHECK(escaped("a\nb").markup() == "a<br />b");
  CHECK(escaped("\na").markup() == "<br />a");
  CHECK(escaped("\xEF\xBF\xBE|\xEF\xBF\xBF|\xFF").markup() ==
        "&lt;U+FFFE&gt;|&lt;U+FFFF&gt;|\uFFFD");
  CHECK(escaped("\u202Ex").markup() == "&lt;U+202E&gt;x");
}

TEST_CASE("elements are closed and their attributes quoted") {
  CHECK(element("p", {{"title", "\"><script>"}}, escaped("x")).markup() ==
        "<p title=\"&quot;&gt;&lt;script&gt;\">x</p>\n");
  CHECK(element("br", Html()).markup() == "<br />");
  CHECK(element("span", "box").markup() == "<span class=\"box\"></span>");
  CHECK((escaped("a") + element("b", escaped("c"))).markup() == "a<b>c</b>");
}

TEST_CASE("words in a style sheet end neither the string nor the sheet") {
  CHECK(css_string("No.1 運用") == "\"No\\2E 1 運用\"");
  const std::string hostile = css_string("\"}</style><script>\\\n");
  CHECK(hostile.find_first_of("<>}\n") == std::string::npos);
  CHECK(count(hostile, "\"") == 2);
}

TEST_CASE("a page names its language, its paper and what it may load") {
  HtmlPage page{.title = "<t>", .foot = "foot", .style = "", .body = escaped("x")};
  const std::string ja = to_html(page, {Language::ja, 0, 1, false});
  CHECK(
      ja.starts_with("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
                     "lang=\"ja\"><head>"));
  CHECK(ja.find("<title>&lt;t&gt;</title>") != std::string::npos);
  CHECK(ja.find("size: A4 portrait;") != std::string::npos);
  CHECK(ja.find("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;") !=
        std::string::npos);
  page.orientation = Orientation::landscape;
  const std::string en = to_html(page, {Language::en, 0, 1, false});
  CHECK(en.find("lang=\"en\"") != std::string::npos);
  CHECK(en.find("size: A4 landscape;") != std::string::npos);
}

TEST_CASE(
    "a printed checklist has boxes, lines, places for the seals and what ties it to the book") {
  const Catalog catalog = sample_catalog();
  const Runbook& book = catalog.runbooks[2];
  const Anchor anchor{"00000000-0000-4000-8000-000000000001", 7, sha256("head")};
  const std::string html =
      checklist(book, catalog, anchor, Format::html, {Language::ja, 0, 1, false});
  CHECK(count(html, "class=\"stamp\"") == 4);
  CHECK(count(html, ">印<") == 4);
  // A result of three boxes for each of three steps, two choices, two contents, one confirmation.
  CHECK(count(html, "<span class=\"box") == 3 * 3 + 2 + 2 + 1);
  CHECK(count(html, "box one") == 2);
  CHECK(html.find("ticked") == std::string::npos);
  CHECK(count(html, "<td>◎●</td>") == 1);
  CHECK(html.find(hex(book.hash)) != std::string::npos);
  CHECK(html.find(hex(anchor.hash)) != std::string::npos);
  CHECK(html.find("opsctl done 49") != std::string::npos);
}

TEST_CASE(
    "the legend of a printed checklist has ● where somebody is supervised, and refers to nothing") {
  Catalog catalog = sample_catalog();
  const auto printed = [&](Language language) {
    return checklist(catalog.runbooks[2], catalog, {}, Format::html, {language, 0, 1, false});
  };
  CHECK(printed(Language::ja).find("● 運用業者が行う作業（◎）は") != std::string::npos);
  CHECK(printed(Language::en).find("※") == std::string::npos);
  for (Party& party : catalog.parties) party.supervised = false;
  CHECK(printed(Language::ja).find("●") == std::string::npos);
}

TEST_CASE("the boxes of a printed step say what their column has room for") {
  const Catalog catalog = sample_catalog();
  const std::string html =
      checklist(catalog.runbooks[2], catalog, {}, Format::html, {Language::en, 0, 1, false});
  CHECK(count(html, " n/a</p>") == 3);
  CHECK(html.find("not applicable") == std::string::npos);
}

TEST_CASE("a printed record shows what was recorded and by whom it was signed") {
  const Catalog catalog = sample_catalog();
  const std::string html =
      checklist(finished_run(), catalog, {}, Format::html, {Language::en, 0, 1, false});
  CHECK(count(html, "box ticked") == 3);
  CHECK(count(html, "box one ticked") == 1);
  CHECK(count(html, "class=\"stamp signed\"") == 3);      // two performed, ● signed
  CHECK(count(html, "class=\"stamp\"") == 1);             // ▲
  CHECK(html.find("回線が切れた") != std::string::npos);  // the earlier record
  CHECK(html.find("新しい版はない") != std::string::npos);
  CHECK(html.find("装置の再起動はしていない") != std::string::npos);
  CHECK(html.find("12.3") != std::string::npos);
  CHECK(html.find("20261122-003") != std::string::npos);
  CHECK(html.find("opsctl done") == std::string::npos);
}

TEST_CASE("a chart is bars in each form of a document") {
  Document document;
  document.chart({"件数", {{"障害 > <監視>", 4}, {"回復", 1}, {"なし", 0}}});
  document.chart({"nothing", {}});
  const Look look{Language::ja, 0, 1, false};
  CHECK(to_text(document, look) ==
        "件数\n障害 > <監視>  #### 4\n回復           # 1\nなし           0\n");
  CHECK(to_md(document) ==
        "| 件数 |  |\n| --- | ---: |\n| 障害 \\> \\<監視\\> | 4 |\n| 回復 | 1 |\n| なし | 0 |\n");
  const std::string html = to_html(document).markup();
  CHECK(count(html, "<rect ") == 3);
  CHECK(html.find("障害 &gt; &lt;監視&gt;") != std::string::npos);
  CHECK(html.find("aria-label=\"件数\"") != std::string::npos);
  Document many;
  many.chart({"多", {{"a", 1000}, {"b", 1}}});
  CHECK(to_text(many, look) == "多\na  " + std::string(40, '#') + " 1000\nb  # 1\n");
}

TEST_CASE("fields stand two in a row, long ones alone") {
  Document document;
  document.field("a", "1");
  document.field("b", "2");
  document.field("c", "3");
  document.field("long", std::string(50, 'x'));
  document.field("d", "4");
  const std::string html = field_table(document).markup();
  CHECK(count(html, "<tr>") == 4);
  CHECK(count(html, "colspan=\"3\"") == 3);
}
