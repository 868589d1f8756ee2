// Command lines that mean something else than they seem to: each has its answer, and none records
// what nobody meant.
#include <catch2/catch.hpp>

#include "base/text.h"
#include "hostile/stage.h"
#include "hostile/texts.h"

using namespace opsctl;
using namespace opsctl::hostile;

namespace {

struct Case {
  Words words;
  int exit;
  std::string err;  // in what was said on stderr
};

void play(const Stage& stage, const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(visible(join(one.words, " ")).substr(0, 200));
    const Answer answer = stage.run(one.words);
    CHECK(answer.exit == one.exit);
    CHECK_THAT(answer.err, Catch::Contains(one.err));
  }
}

/// A journal with run 20261122-001 of item 1 open, and how many records it has.
struct Prepared : Stage {
  Prepared() {
    run({"init"});
    start();
    records = count();
  }
  std::size_t count() const {
    return nlohmann::json::parse(run({"log", "--format=json"}).out).at("events").size();
  }
  std::size_t records = 0;
};

}  // namespace

TEST_CASE("no option swallows another", "[arguments]") {
  const Prepared stage;
  play(stage,
       {{{"step", "1", "1", "--ok", "--note=", "--approve", "--as=op"}, 2, "--note needs a value"},
        {{"step", "1", "1", "--ok", "--note", "--as", "op"}, 2, "--note needs a value"},
        {{"step", "1", "1", "--ok", "--note", "-q", "--as=op"}, 2, "--note needs a value"},
        {{"step", "1", "1", "--ok", "--note", "--", "--as=op"}, 2, "--note needs a value"},
        {{"step", "1", "1", "--ok", "--as=op", "--note"}, 2, "--note needs a value"},
        {{"step", "1", "1", "--ok", "--as", "--note", "x"}, 2, "--as needs a value"},
        {{"--as", "note", "step", "1", "1", "--note", "--ok"}, 2, "--note needs a value"},
        {{"--as=", "list"}, 2, "--as needs a value"},
        {{"list", "--runbooks="}, 2, "--runbooks needs a value"},
        {{"log", "--db="}, 2, "--db needs a value"},
        {{"step", "1", "1", "--ok", "--evidence=", "x", "--as=op"}, 2, "--evidence needs a value"},
        {{"done", "1", "--all-ok", "--as=op", "--value="}, 2, "--value needs a value"}});
  CHECK(stage.count() == stage.records);
}

TEST_CASE("what is blank is no value", "[arguments]") {
  const Prepared stage;
  for (const char* blank : {"", " ", "\t", "\n", "\u3000", " \u3000 "}) {
    play(stage,
         {{{"step", "1", "1", "--ok", "--as=op", "--note", blank}, 2, "--note needs a value"},
          {{"start", "1", "--as", blank}, 2, "--as needs a value"},
          {{"step", "1", "1", "--ok", "--as=op", "--evidence", blank},
           2,
           "--evidence needs a value"},
          {{"show", blank}, 2, "needs a value"},
          {{"note", "1", "--as=op", blank}, 2, "needs a value"}});
  }
  CHECK(stage.count() == stage.records);
}

TEST_CASE("options are said once, and only where they are options", "[arguments]") {
  const Prepared stage;
  play(stage, {{{"step", "1", "1", "--ok", "--note=a", "--note=b", "--as=op"},
                2,
                "--note may be given only once"},
               {{"list", "--as=op", "--as=boss1"}, 2, "--as may be given only once"},
               {{"list", "--format=json", "--format=csv"}, 2, "only once"},
               {{"step", "1", "1", "--ok", "--ng", "--as=op"}, 2, "exactly one"},
               {{"note", "1", "--approve", "--as=op"}, 2, "there is no option '--approve' here"},
               {{"list", "--no-such"}, 2, "there is no option '--no-such' here"},
               {{"list", "-x"}, 2, "there is no option '-x' here"},
               {{"list", "--formt=json"}, 2, "did you mean '--format'"},
               {{"list", "--"}, 0, ""},
               {{"--", "list"}, 0, ""},
               {{"---"}, 2, ""},
               {{"-"}, 2, ""},
               {{"list", "--=x"}, 2, ""},
               {{"list", "=x"}, 0, ""}});
  CHECK(stage.count() == stage.records);
}

TEST_CASE("behind -- everything is a word", "[arguments]") {
  const Prepared stage;
  play(stage, {{{"note", "1", "--as=op", "--", "--approve"}, 0, ""},
               {{"note", "1", "--as=op", "--", "-q"}, 0, ""},
               {{"note", "--as=op", "--", "1", "-5"}, 0, ""},
               {{"note", "--as=op", "--", "-x"}, 0, ""},
               {{"step", "1", "--as=op", "--ok", "--", "1", "2", "3"}, 2, "too many"},
               {{"show", "--", "-001"}, 0, ""},
               {{"step", "1", "1", "--as=op", "--", "--ok"}, 2, ""}});
  CHECK(stage.count() == stage.records + 4);
}

TEST_CASE("ids are folded; what only looks like one is refused with the character", "[arguments]") {
  const Prepared stage;
  play(stage, {{{"show", "ＯＮＥ－０１"}, 0, ""},
               {{"show", "１"}, 0, ""},
               {{"show", " One-01\n"}, 0, ""},
               {{"show", "①"}, 0, ""},
               {{"show", "２０２６１１２２－００１"}, 0, ""},
               {{"start", "2", "--as=ＯＰ", "--quiet"}, 0, ""},
               {{"show", "оne-1"}, 3, "'о' (U+043E) only looks like"},
               {{"show", "οne-1"}, 3, "'ο' (U+03BF) only looks like"},
               {{"show", "one−1"}, 3, "'−' (U+2212) only looks like"},
               {{"show", "one‐1"}, 3, "(U+2010) only looks like"},
               {{"show", "one-١"}, 3, "(U+0661) only looks like"},
               {{"show", "one-\u200D1"}, 3, "(U+200D) only looks like"},
               {{"start", "1", "--as=ор"}, 3, "'о' (U+043E) only looks like"},
               {{"list", "--party=сrew"}, 3, "'с' (U+0441) only looks like"},
               {{"show", "作業"}, 3, "'opsctl list' shows all items"}});
}

TEST_CASE("a command of two names is the first word that can be one", "[arguments]") {
  const Prepared stage;
  const Answer answer = stage.run({"--as", "check", "start", "2"});
  CHECK_THAT(answer.err, Catch::Contains("no person 'check'"));
  CHECK(answer.out.empty());  // no status line of a plugin
  CHECK_THAT(stage.run({"list", "check"}).out, !Catch::Contains("OPSCTL"));
}

TEST_CASE("numbers beyond every range are answered", "[arguments]") {
  const Prepared stage;
  for (const char* number :
       {"0", "-1", "007", "2147483647", "2147483648", "9223372036854775807", "18446744073709551616",
        "1e9", "0x10", "+1", "1.5", "99999999999999999999999999"}) {
    const std::string n = number;
    for (const Words& words : std::vector<Words>{{"log", "--limit=" + n},
                                                 {"check", "--timeout=" + n},
                                                 {"due", "--within=" + n + "d"},
                                                 {"due", "--within=" + n + "y"},
                                                 {"due", "--within=" + n + "min"},
                                                 {"list", "--cycle=" + n + "/D"},
                                                 {"list", "--cycle=1/" + n + "Y"},
                                                 {"due", "--as-of=" + n + "-01-01"},
                                                 {"due", "--as-of=2026-" + n + "-01"},
                                                 {"show", n},
                                                 {"show", "20261122-" + n},
                                                 {"show", "--", "-" + n},
                                                 {"step", "1", n, "--ng", "--as=op"},
                                                 {"verify", "--anchor=" + n + ":00000000"},
                                                 {"list", "--ambiwidth=" + n}}) {
      INFO(join(words, " "));
      const Answer answer = stage.run(words);
      CHECK(answer.exit <= 5);
      CHECK_THAT(answer.err + answer.out, !Catch::Contains("bug in opsctl"));
    }
  }
  for (const char* time :
       {"1900-01-01", "2999-12-31", "2999-12-31 24:00", "1900-01-01T00:00:00+23:59"}) {
    for (const Words& words : std::vector<Words>{{"due", "--all", "--within=999y"},
                                                 {"explain", "2"},
                                                 {"check"},
                                                 {"log", "2", "--occurrences"}}) {
      Words line = words;
      line.push_back(line.front() == "log"       ? "--to=" + std::string(time)
                     : line.front() == "explain" ? "--format=json"
                                                 : "--as-of=" + std::string(time));
      INFO(join(line, " "));
      CHECK(stage.run(line).exit <= 5);
    }
  }
}

TEST_CASE("an enormous argument costs little and is answered", "[arguments]") {
  const Prepared stage;
  const std::string enormous = repeated("x", 130'000);
  const std::string wide = repeated("あ", 40'000);
  for (const std::string& word : {enormous, wide}) {
    for (const Words& words :
         std::vector<Words>{{word},
                            {"list", "--" + word},
                            {"show", word},
                            {"note", "1", word, "--as=op"},
                            {"status", "--as=" + word},
                            {"log", "--db=" + word},
                            {"log", "--kind=" + word},
                            {"list", "--runbooks=" + word},
                            {"step", "1", "1", "--ok", "--as=op", "--evidence=" + word}}) {
      const int exit = stage.run(words).exit;
      CHECK(exit >= 1);
      CHECK(exit <= 6);
    }
  }
  Words many(5'000, "1");
  many.insert(many.begin(), "raci");
  CHECK(stage.run(many).exit == 0);
  CHECK(stage.count() == stage.records);
}
