// Texts that mean harm: to a terminal, a spreadsheet, a browser, a parser, or whoever reads them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsctl::hostile {

struct Text {
  std::string_view name;
  std::string bytes;
};

/// What follows a line end in a hostile text. Nothing that was printed may begin a line with it.
inline constexpr std::string_view kTail = "TAIL";

inline std::string repeated(std::string_view what, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += what;
  return out;
}

/// A new text is one more line: it goes through every way in and every sink.
inline const std::vector<Text>& texts() {
  using namespace std::string_literals;
  static const std::vector<Text> all = {
      {"plain", "plain text"},
      {"japanese", "版の書き誤り ◎▲△□●"},
      {"colour", "\x1B[31mred\x1B[0m"},
      {"clear screen", "\x1B[2J\x1B[H"},
      {"title of the window", "\x1B]0;owned\x07"},
      {"link of the terminal", "\x1B]8;;http://x.example/\x1B\\here\x1B]8;;\x1B\\"},
      {"cursor up and erase", "ok\x1B[1A\x1B[2K"},
      {"backspaces", "ng\b\bok"},
      {"carriage return", "ng\rTAIL ok"},
      {"bell", "\x07"},
      {"delete", "a\x7F"},
      {"C1 CSI",
       "\xC2\x9B"
       "31mred"},
      {"C1 alone",
       "\x9B"
       "31m"},
      {"next line", "a\xC2\x85TAIL"},
      {"line end", "one\nTAIL two"},
      {"CRLF", "one\r\nTAIL two"},
      {"line separator", "one\u2028TAIL"},
      {"tab", "a\tb"},
      {"vertical tab", "a\vTAIL"},
      {"NUL", "a\0TAIL"s},
      {"bidi override", "\u202Etxt.exe"},
      {"bidi isolate", "\u2066a\u2069 \u2067b"},
      {"right-to-left mark", "a\u200Fb\u061C"},
      {"zero width", "a\u200Bb\u2060c\uFEFFd"},
      {"soft hyphen", "a\u00ADb"},
      {"tags", "a\U000E0041\U000E0042"},
      {"annotation", "a\uFFF9b\uFFFAc\uFFFB"},
      {"non-character", "a\uFFFF\U0010FFFF"},
      {"fillers", "\u3164\uFFA0\u115F"},
      {"full-width space", "\u3000"},
      {"no-break space", "\u00A0=1+1"},
      {"combining flood", "o" + repeated("\u0301", 400)},
      {"combining first", "\u0301\u0302x"},
      {"joined picture", "👨\u200D👩\u200D👧 葛\U000E0100"},
      {"invalid UTF-8", "a\xFF\xFE"},
      {"cut UTF-8", "a\xE3\x81"},
      {"overlong", "\xC0\xAF\xE0\x80\xAF"},
      {"surrogate", "\xED\xA0\x80"},
      {"beyond Unicode", "\xF4\x90\x80\x80"},
      {"formula", "=HYPERLINK(\"http://x.example\";\"x\")"},
      {"formula plus", "+1+cmd|' /C calc'!A0"},
      {"formula minus", "-1+1"},
      {"formula at", "@SUM(1)"},
      {"formula after tab", "\t=1+1"},
      {"formula after space", " =1+1"},
      {"formula after line end", "\n=1+1"},
      {"full-width formula", "＝1+1"},
      {"script", "<script>alert(1)</script>"},
      {"attribute", "\" onmouseover=\"alert(1)\" x='"},
      {"entity", "&lt;b&gt; &#x1b; <!-- x"},
      {"markdown", "](http://x.example) | a | `b` **c** # d\\"},
      {"quotes", "\"'`\",'"},
      {"separators", "a,b;c|d"},
      {"shell", "$(touch x) `id`; rm -rf / #"},
      {"format", "%s%n {0} {} {9}"},
      {"SQL", "'; DROP TABLE event; --"},
      {"path", "../../../etc/passwd"},
      {"option", "--approve"},
      {"short option", "-q"},
      {"yaml", "a: [b, {c: *d}] # &e !f"},
      {"long", repeated("長い", 500)},
      {"longer", repeated("x", 20'000)},
      {"long words", repeated("wwwwwwwwww", 30)},
  };
  return all;
}

}  // namespace opsctl::hostile
