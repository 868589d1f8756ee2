// The strict reading of YAML: what is refused, where, and in which words.
#include <catch2/catch.hpp>

#include "catalog/sheet_yaml.h"
#include "catalog_helpers.h"

using namespace opsctl;

namespace {

/// Of a sheet, which has the fewest keys.
std::string problems(std::string_view text) {
  return brief(read_sheet(text, "s.yaml").diagnostics);
}

std::string title_problem(const std::string& value) {
  return problems("title: " + value + "\nprefix: inc\n");
}

const std::string kAlign = " | lines that belong together begin in the same column\n";
const std::string kOneLine = " | write the text on the line of its key\n";
const std::string kQuote = " | if it is meant as text, put the text in quotes\n";

}  // namespace

TEST_CASE("good YAML of many forms is read") {
  for (const char* text : {
           "title: T\nprefix: inc\n",
           "---\ntitle: T\nprefix: inc",
           "--- # begins\n# c\n\ntitle: T # comment\nprefix:   inc\n\n",
           "\xEF\xBB\xBFtitle: T\r\nprefix: inc\r\n",
           "{title: T, prefix: inc}\n",
           "{\ntitle: T,\nprefix: inc\n}\n",
           "{title: 'it''s', # comment\n  prefix: \"inc\",\n}\n",
           "  title: T\n  prefix: inc\n",
           "\"title\": \"a \\\"b\\\" \\\\ \\u3042: # -\"\n'prefix': inc\n",
           "title: a#b, c [d] {e} - f ? g https://example.org\nprefix: inc\n",
       }) {
    INFO(text);
    CHECK(problems(text) == "");
  }
  CHECK(read_sheet("title: \"a \\u3042\\\\\"\nprefix: inc\n", "s").value->title == "a あ\\");
  CHECK(read_sheet("title: 'it''s'\nprefix: inc\n", "s").value->title == "it's");
}

TEST_CASE("scalars are text and never re-interpreted") {
  for (const char* word : {"yes", "no", "on", "off", "true", "010", "0x10", "12:30", "1e3",
                           "2026-04-01", ".5", "-5", "<<", "=", "none"}) {
    INFO(word);
    const auto sheet = read_sheet(std::string("title: ") + word + "\nprefix: inc\n", "s.yaml");
    REQUIRE(sheet.value);
    CHECK(sheet.value->title == word);
  }
}

TEST_CASE("bytes that are no text are refused first") {
  CHECK(problems("title: a\xFF\n") == "1:9: this is not UTF-8 | save the file as UTF-8\n");
  CHECK(problems(std::string("title: 日\0x\n", 13)) ==
        "1:9: control character U+0000 | remove it\n");
  CHECK(problems("title: \x1B[31m\n") == "1:8: control character U+001B | remove it\n");
  CHECK(problems("title: a\rprefix: b\n") == "1:9: control character U+000D | remove it\n");
  CHECK(problems("title: a\u0085b\n") == "1:9: control character U+0085 | remove it\n");
  CHECK(problems("title: a\u2028b\n") == "1:9: invisible character U+2028 | remove it\n");
  CHECK(problems("title: a\u202Eb\n") == "1:9: invisible character U+202E | remove it\n");
  CHECK(problems("title: a\uFEFFb\n") == "1:9: invisible character U+FEFF | remove it\n");
  CHECK(
      problems("title: a\u200Bb\nprefix: \u200Bc\n") ==
      "1:9: invisible character U+200B | remove it\n2:9: invisible character U+200B | remove it\n");
  CHECK(problems("\xFF\xFEt\0i\0") == "1:1: this is not UTF-8 | save the file as UTF-8\n");
}

TEST_CASE("a file of 1 MiB is read, and one byte more is not") {
  const std::string head = "title: T\nprefix: inc\n#";
  CHECK(problems(head + std::string(kMaxFileSize - head.size(), 'x')) == "");
  CHECK(problems(head + std::string(kMaxFileSize - head.size() + 1, 'x')) ==
        "0:0: the file is larger than 1 MiB\n");
}

TEST_CASE("a file without content says so") {
  CHECK(problems("") == "0:0: the file is empty\n");
  CHECK(problems("\n\n") == "0:0: the file is empty\n");
  CHECK(problems("# a comment\n") == "0:0: the file is empty\n");
  CHECK(problems("---\n") == "0:0: the file is empty\n");
  CHECK(problems("- a\n") == "1:1: the file must begin with keys (key: value)\n");
  CHECK(problems("[a]\n") == "1:1: the file must begin with keys (key: value)\n");
  CHECK(problems("just text\n") ==
        "1:1: this line is neither 'key: value' nor '- entry'" + kOneLine);
  CHECK(problems(",\n") == "1:1: this line is neither 'key: value' nor '- entry'" + kOneLine);
}

TEST_CASE("one file holds one document") {
  const std::string second =
      ": a second document begins or this one ends here | write one document in one file, without "
      "markers\n";
  CHECK(problems("title: T\nprefix: inc\n---\ntitle: U\n") == "3:1" + second);
  CHECK(problems("title: T\nprefix: inc\n...\n") == "3:1" + second);
  CHECK(problems("%YAML 1.2\n---\ntitle: T\n") ==
        "1:1: directives (%…) are not allowed | write one document in one file, without markers\n");
  CHECK(problems("- a\ntitle: T\n") ==
        "2:1: the indentation fits none of the lines above" + kAlign);
}

TEST_CASE("quoted text closes on its line") {
  CHECK(title_problem("'a") ==
        "1:8: the quote ' is not closed on its line | close it on the same line; "
        "text over several lines is not allowed\n");
  CHECK(
      title_problem("\"a\n  b\"") ==
      "1:8: the quote \" is not closed on its line | close it on the same line; text over several "
      "lines is not allowed\n2:3: this line is neither 'key: value' nor '- entry'" +
          kOneLine);
  CHECK(title_problem("\"a\" b") == "1:12: something stands behind the end of the value" + kQuote);
  CHECK(title_problem("\"a\\x41\"") ==
        "1:10: an escape that is not known here | write \\\\ for one \\, or use single quotes\n");
  CHECK(title_problem("\"a\\u12\"") ==
        "1:10: an escape that is not known here | write \\\\ for one \\, or use single quotes\n");
  CHECK(title_problem("\"a\\u001B\"") == "1:8: 'title' holds a control or invisible character\n");
  CHECK(title_problem("\"\\uD800\"") ==
        "1:15: this cannot be read as YAML: invalid unicode: 55296\n");
}

TEST_CASE("typographic quotes, colons and spaces are told by name") {
  CHECK(title_problem("“a”") == "1:8: a typographic quote “ | use \" or '\n");
  CHECK(title_problem("\u3000a") ==
        "1:8: a full-width or no-break space where a plain one belongs | use an ordinary space\n");
  CHECK(title_problem("a\u00A0") ==
        "1:9: a full-width or no-break space where a plain one belongs | use an ordinary space\n");
  CHECK(title_problem("a\u3000# c") ==
        "1:9: a full-width or no-break space where a plain one belongs | use an ordinary space\n");
  CHECK(title_problem("山田\u3000太郎") == "");
  CHECK(problems("title： T\nprefix: inc\n") ==
        "1:6: a full-width colon behind 'title' | write 'title: ' with an ordinary colon and "
        "space\n");
  CHECK(problems("title:\u3000T\nprefix: inc\n") ==
        "1:7: a full-width or no-break space where a plain one belongs | use an ordinary space\n");
  CHECK(problems("title:T\nprefix: inc\n") ==
        "1:7: a space is missing behind 'title:' | write 'title: ' with an ordinary colon and "
        "space\n");
  CHECK(problems("{title：T, prefix: inc}\n") ==
        "1:7: a full-width colon behind 'title' | write 'title: ' with an ordinary colon and "
        "space\n");
  CHECK(problems("{title:T, prefix: inc}\n") ==
        "1:8: a space is missing behind 'title:' | write 'title: ' with an ordinary colon and "
        "space\n");
  CHECK(problems("\u3000title: T\nprefix: inc\n") ==
        "1:1: a full-width or no-break space where a plain one belongs | use an ordinary space\n");
  CHECK(title_problem("a\tb\t") == "1:9: a tab | use spaces\n");
  CHECK(problems("title: T\n\tprefix: inc\n") ==
        "2:1: a tab | use spaces\n2:2: the indentation fits none of the lines above" + kAlign);
}

TEST_CASE("what YAML has and a catalogue does not need is refused") {
  CHECK(title_problem("&a T") == "1:8: anchors (&) are not allowed" + kQuote);
  CHECK(title_problem("*a") == "1:8: aliases (*) are not allowed" + kQuote);
  CHECK(title_problem("!!str T") == "1:8: tags (!) are not allowed" + kQuote);
  CHECK(title_problem("|\n  a\n  b: c") ==
        "1:8: text over several lines (|) is not allowed" + kOneLine);
  CHECK(title_problem(">-\n  a") == "1:8: text over several lines (>) is not allowed" + kOneLine);
  CHECK(title_problem("a\n  b") ==
        "2:3: this line is neither 'key: value' nor '- entry'" + kOneLine);
  CHECK(title_problem("a: b") == "1:9: ': ' within text" + kQuote);
  CHECK(title_problem("a:") == "1:9: ': ' within text" + kQuote);
  CHECK(title_problem("-") == "1:8: text cannot begin with -" + kQuote);
  CHECK(title_problem("@a") == "1:8: text cannot begin with @" + kQuote);
  CHECK(title_problem("~") == "1:8: ~ means \"nothing\" in YAML" + kQuote);
  CHECK(title_problem("null") == "1:8: null means \"nothing\" in YAML" + kQuote);
  CHECK(problems("? title\n: T\nprefix: inc\n").find("1:1: this line is neither") == 0);
  CHECK(problems("&a title: T\nprefix: inc\n") == "1:1: anchors (&) are not allowed" + kQuote);
  CHECK(problems(std::string(101, 'k') + ": T\n").find("1:1: the key is too long\n") == 0);
}

TEST_CASE("brackets close, and what is in them is whole") {
  CHECK(title_problem("[a") ==
        "1:8: [ is not closed | close it; lines that go on must be indented "
        "more than the key\n");
  CHECK(title_problem("{a: 1]") == "1:13: ] where } belongs\n");
  CHECK(title_problem("{a: 1, b}") == "1:15: 'key: value' belongs here\n");
  CHECK(title_problem("{a: }") == "1:12: a value is missing here\n");
  CHECK(title_problem("{a: , b: 1}") == "1:12: a value is missing here\n");
  CHECK(title_problem("{[a]: 1}") == "1:9: a key is missing here\n");
  CHECK(title_problem("[a: 1]") == "1:10: 'key: value' within a list" + kQuote);
  CHECK(title_problem("{a: b: c}") == "1:13: ': ' within text" + kQuote);
  CHECK(title_problem("['a' 'b']") == "1:13: a comma is missing here\n");
  CHECK(title_problem("[,]") == "1:9: a value is missing here\n");
  CHECK(title_problem("[a,\n  b\n  c]") == "3:3: a comma is missing here\n");
  CHECK(title_problem("[a] b") == "1:12: something stands behind the end of the value\n");
  CHECK(problems("title: {a:\nprefix: inc\n") ==
        "1:8: { is not closed | close it; lines that go on must be indented more than the key\n");
}

TEST_CASE("indentation tells what belongs together") {
  CHECK(problems("title: T\n  prefix: inc\n") ==
        "2:3: the indentation fits none of the lines above" + kAlign);
  CHECK(problems("  title: T\nprefix: inc\n") ==
        "2:1: the indentation fits none of the lines above" + kAlign);
  CHECK(problems("title: T\nprefix: inc\nlist:\n  -\n  - b\n") ==
        "3:1: unknown key 'list' | the keys here are title, prefix, annex\n"
        "4:3: a list entry without a value\n");
}

TEST_CASE("nesting ends at 32 levels") {
  const auto nested = [](int levels) {
    return "title: T\nprefix: inc\nannex: " + std::string(static_cast<std::size_t>(levels), '[') +
           "a" + std::string(static_cast<std::size_t>(levels), ']') + "\n";
  };
  CHECK(problems(nested(31)) == "3:8: 'annex' must be a text\n");
  CHECK(problems(nested(32)) == "3:8: nested deeper than 32 levels\n");
  CHECK(problems(nested(100000)) == "3:8: nested deeper than 32 levels\n");
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "k:\n";
  CHECK(problems(deep) ==
        "1:1: unknown key 'k' | the keys here are title, prefix, annex\n33:33: nested deeper than "
        "32 levels\n");
  CHECK(problems(std::string(40000, '-') + "\n").find("1:1: ") == 0);
  std::string dashes;
  for (int i = 0; i < 5000; ++i) dashes += "- ";
  CHECK(problems(dashes + "a\n").find("1:65: nested deeper than 32 levels\n") == 0);
}

TEST_CASE("an alias bomb is refused at its first anchor") {
  CHECK(problems("title: &a [x, x]\nprefix: &b [*a, *a]\nannex: [*b, *b]\n") ==
        "1:8: anchors (&) are not allowed" + kQuote + "2:9: anchors (&) are not allowed" + kQuote +
            "3:9: aliases (*) are not allowed" + kQuote);
}

TEST_CASE("keys are known, written once, and all there") {
  CHECK(problems("title: T\n") == "1:1: 'prefix' is missing\n");
  CHECK(problems("titel: T\nprefix: inc\n") ==
        "1:1: unknown key 'titel' | did you mean 'title'?\n");
  CHECK(problems("colour: T\nprefix: inc\n") ==
        "1:1: unknown key 'colour' | the keys here are title, prefix, annex\n1:1: 'title' is "
        "missing\n");
  CHECK(problems("title: T\nprefix: inc\ntitle: U\n") ==
        "3:1: key 'title' appears twice (first in line 1)\n");
  CHECK(problems("title:\nprefix: inc\n") == "1:1: 'title' has no value\n");
  CHECK(title_problem("\" \"") == "1:8: 'title' is empty\n");
  CHECK(title_problem("[a]") == "1:8: 'title' must be a text\n");
  CHECK(title_problem("{a: 1}") == "1:8: 'title' must be a text\n");
}

TEST_CASE("all mistakes of a file are told at once, in order") {
  CHECK(
      problems("title:T\nprefix: Inc\ncolour: 'a\ncolour: b\nannex: \u3000x\n") ==
      "1:7: a space is missing behind 'title:' | write 'title: ' with an ordinary colon and space\n"
      "2:9: 'Inc' is not a prefix (a-z and 0-9, beginning with a letter, at most 12)\n"
      "3:1: unknown key 'colour' | the keys here are title, prefix, annex\n"
      "3:9: the quote ' is not closed on its line | close it on the same line; text over several "
      "lines "
      "is not allowed\n"
      "4:1: unknown key 'colour' | the keys here are title, prefix, annex\n"
      "5:8: a full-width or no-break space where a plain one belongs | use an ordinary space\n");
}

TEST_CASE("columns count characters and the line is shown") {
  const auto result = read_sheet("title: 作業項目 : 一覧\nprefix: inc\n", "シート.yaml");
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(to_text(result.diagnostics[0], Language::ja, 1) ==
        "シート.yaml:1:13: エラー: 文字列の中に「: 」がある\n"
        "  title: 作業項目 : 一覧\n"
        "                  ^\n"
        "  ヒント: 文字として書くなら、文字列全体を引用符で囲む\n");
}
