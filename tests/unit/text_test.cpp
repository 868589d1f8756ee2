#include "base/text.h"
#include "base/messages/base.h"

#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "base/hidden.h"
#include "base/width.h"

using namespace opsctl;

TEST_CASE("typed ids are folded") {
  CHECK(fold_id("ＩＮＣ－１３ ") == "inc-13");
  CHECK(fold_id("Inc-13") == "inc-13");
}

TEST_CASE("spaces of either width are blank") {
  CHECK(is_blank(""));
  CHECK(is_blank(" \t　"));
  CHECK_FALSE(is_blank("　、"));
}

TEST_CASE("what could steer a terminal is shown, not sent") {
  CHECK(visible("a\x1B[31mb") == "a␛[31mb");
  CHECK(visible("x\u202Ey") == "x<U+202E>y");
  CHECK(visible("x\u0085y\u007F") == "x<U+0085>y␡");
  CHECK(visible("two\nlines\tand \xFF") == "two␊lines and \uFFFD");
  CHECK(visible("日本語 ◎▲") == "日本語 ◎▲");
}

TEST_CASE("what nobody sees is shown, what a script needs is left alone") {
  CHECK(visible("a\u200Bb\u00ADc\u2066d\uFFF9\uFFFF\U000E0041\u3164") ==
        "a<U+200B>b<U+00AD>c<U+2066>d<U+FFF9><U+FFFF><U+E0041><U+3164>");
  const std::string kept = "👨\u200D👩 葛\U000E0100 ♥\uFE0F が か\u3099 e\u0301";
  CHECK(visible(kept) == kept);
  std::string flood = "o";
  for (int i = 0; i < 10; ++i) flood += "\u0301";
  CHECK(visible(flood) == flood.substr(0, 17) + "<U+0301><U+0301>");
  CHECK(visible(visible(flood)) == visible(flood));
  const std::string marked = flood.substr(0, 17);  // as many marks as a character may have
  CHECK(visible(marked + "p" + marked) == marked + "p" + marked);
}

TEST_CASE("a message stays one line whatever its words hold") {
  CHECK(to_text(say<messages::did_you_mean>("a\n\x1B[2J"), Language::en) ==
        "did you mean 'a␊␛[2J'?");
}

TEST_CASE("characters that only look like those of an id are known") {
  for (const char32_t c : U"оοａ−‐ー١\u200D\u0301é") CHECK((c == 0 || resembles_ascii(c)));
  for (const char32_t c : U"a-0作あ。◎") CHECK_FALSE(resembles_ascii(c));
}

TEST_CASE("the nearest word is suggested only for a slip") {
  const std::vector<std::string> words = {"start", "status", "step", "approve"};
  CHECK(nearest("strat", words) == "start");
  CHECK(nearest("aprove", words) == "approve");
  CHECK_FALSE(nearest("launch", words));
  CHECK_FALSE(nearest("", words));
}

TEST_CASE("ambiguous characters are as wide as the terminal makes them") {
  CHECK(display_width("◎▲△□●", 1) == 5);
  CHECK(display_width("◎▲△□●", 2) == 10);
  CHECK(display_width("運用 ops", 1) == 8);
  CHECK(display_width("e\u0301", 1) == 1);
  for (char c = ' '; c <= '~'; ++c) {
    CAPTURE(c);
    const std::string plain(2, c);
    CHECK(visible(plain) == plain);
    CHECK(display_width(plain, 1) == 2);
    CHECK(display_width(plain, 2) == 2);
  }
  CHECK(pad("◎", 4, 2) == "◎  ");
  CHECK(pad("12", 4, 1, Align::right) == "  12");
  CHECK(pad("ab", 5, 1, Align::center) == " ab  ");
}

TEST_CASE("text is cut between graphemes, with a mark") {
  CHECK(cut("運用作業", 8, 1) == "運用作業");
  CHECK(cut("運用作業", 7, 1) == "運用作…");
  CHECK(cut("運用作業", 6, 1) == "運用…");
  CHECK(cut("運用作業", 0, 1).empty());
}

TEST_CASE("lines break by Japanese rules and never exceed the width") {
  CHECK(wrap("確認する。次へ", 8, 1) == std::vector<std::string>{"確認す", "る。次へ"});
  CHECK(wrap("one two three", 7, 1) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("type --at TIME --reason X", 20, 1) ==
        std::vector<std::string>{"type --at TIME", "--reason X"});
  CHECK(wrap("abcdefghij", 4, 1) == std::vector<std::string>{"abcd", "efgh", "ij"});
  CHECK(wrap("", 10, 1) == std::vector<std::string>{""});
  const std::string text =
      "侵入防御装置の（保護）シグネチャを「毎日」取得し、version 12.3 を適用する。";
  for (int width = 4; width < 60; ++width) {
    std::string joined;
    for (const std::string& line : wrap(text, width, 2)) {
      CHECK(display_width(line, 2) <= width);
      joined += line;
    }
    std::erase(joined, ' ');
    std::string all = text;
    std::erase(all, ' ');
    CHECK(joined == all);
  }
}

TEST_CASE("a diagnostic shows its place with a caret under Japanese text") {
  const Diagnostic diagnostic{Severity::error,
                              {"r.yaml", 3, 7},
                              say<messages::plain>("bad value"),
                              say<messages::did_you_mean>("1/M"),
                              "周期の値: 1/m"};
  CHECK(to_text(diagnostic, Language::en, 1) ==
        "r.yaml:3:7: error: bad value\n"
        "  周期の値: 1/m\n"
        "            ^\n"
        "  hint: did you mean '1/M'?\n");
}

TEST_CASE("messages come in both languages and may hold messages") {
  const Message message = say<messages::did_you_mean>(say<messages::severity_error>());
  CHECK(to_text(message, Language::en) == "did you mean 'error'?");
  CHECK(to_text(message, Language::ja) == "「エラー」ではありませんか");
}

TEST_CASE("a count is plain digits") {
  CHECK(parse_count("0") == 0);
  CHECK(parse_count("75") == 75);
  for (const char* wrong : {"", "01", "+1", "-1", "1.0", " 1", "0x1", "99999999999", "１"}) {
    INFO(wrong);
    CHECK_FALSE(parse_count(wrong));
  }
}
