#include "render/html_page.h"

#include <fmt/format.h>

namespace opsctl::render {
namespace {

/// Measures are those of paper. The margin at the left is wide enough for a file's holes. Chromium
/// prints the page's foot; browsers without margin boxes print their own.
constexpr std::string_view kPaper = R"css(
* { box-sizing: border-box; }
html { color: #000; background: #fff; }
body { margin: 0; font-size: 9pt; line-height: 1.4; font-family: "BIZ UDPGothic", "Yu Gothic",
  "Hiragino Kaku Gothic ProN", "Noto Sans CJK JP", "Noto Sans JP", sans-serif;
  line-break: strict; overflow-wrap: anywhere; }
@media screen { body { max-width: 190mm; margin: 8mm auto; padding: 0 4mm; } }
h1 { font-size: 14pt; line-height: 1.25; margin: 0 0 1mm; }
h2 { font-size: 10pt; margin: 4mm 0 1mm; break-after: avoid; }
p { margin: 0 0 1mm; }
ul { margin: 0; padding: 0; list-style: none; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.25mm solid #000; padding: 0.8mm 1.2mm; text-align: left; vertical-align: top; }
th { font-weight: bold; background: #eee; print-color-adjust: exact; }
svg { display: block; max-width: 100%; break-inside: avoid; }
svg text { font-family: inherit; }
.small { font-size: 7pt; line-height: 1.3; }
.right { text-align: right; }
.center { text-align: center; }
.mono { font-family: "Noto Sans Mono CJK JP", "BIZ UDGothic", monospace; }
.bad { font-weight: bold; }
.faint { color: #444; }
.nowrap { white-space: nowrap; }
.box { display: inline-block; width: 3.2mm; height: 3.2mm; border: 0.25mm solid #000;
  vertical-align: -0.5mm; text-indent: 0; }
.box.one { border-radius: 50%; }
.box svg { width: 100%; height: 100%; }
.box path { fill: none; stroke: #000; stroke-width: 1.8; }
)css";

/// What is printed at the foot, and on which paper.
std::string page_rule(const HtmlPage& page) {
  return fmt::format(
      "@page {{ size: A4 {}; margin: {};\n"
      "  @bottom-left {{ content: {}; font-size: 7pt; }}\n"
      "  @bottom-right {{ content: counter(page) \" / \" counter(pages); font-size: 7pt; }} }}\n",
      page.orientation == Orientation::portrait ? "portrait" : "landscape",
      page.orientation == Orientation::portrait ? "12mm 12mm 14mm 20mm" : "18mm 12mm 14mm 12mm",
      css_string(page.foot));
}

}  // namespace

std::string to_html(const HtmlPage& page, const Look& look) {
  // Should markup of somebody else's ever get in: no script runs and nothing is fetched.
  const std::string policy = "default-src 'none'; style-src 'unsafe-inline'";
  const Html head = element(
      "head",
      element("meta", {{"charset", "utf-8"}}) +
          element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}}) +
          element("meta", {{"name", "viewport"}, {"content", "width=device-width"}}) +
          element("title", escaped(page.title)) +
          style_sheet(page_rule(page) + std::string(kPaper.substr(1)) + std::string(page.style)));
  return "<!DOCTYPE html>\n" + element("html",
                                       {{"xmlns", "http://www.w3.org/1999/xhtml"},
                                        {"lang", look.language == Language::ja ? "ja" : "en"}},
                                       head + element("body", page.body))
                                   .markup();
}

}  // namespace opsctl::render
