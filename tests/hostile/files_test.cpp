// Files that are not what they should be: in the catalogue, and as evidence.
#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "base/text.h"
#include "hostile/checks.h"
#include "hostile/stage.h"

using namespace opsctl;
using namespace opsctl::hostile;
namespace fs = std::filesystem;

namespace {

/// `validate` of a catalogue in which one file was changed.
struct Validated {
  int exit = 0;
  std::string words;
};

Validated validated(const Stage& stage) {
  const Answer answer = stage.run({"validate"});
  CHECK(wrong_with(Form::text, answer.out) == "");
  CHECK(wrong_with(Form::text, answer.err) == "");
  // Whatever it is: no command works with such a catalogue, and check says so in its own way.
  const Answer list = stage.run({"list"});
  CHECK(list.exit == answer.exit);
  CHECK(stage.run({"check"}).exit == 3);
  return {answer.exit, answer.out + answer.err};
}

struct Change {
  std::string name;
  std::string content;
  std::string says;  // "": it is fine
};

std::string nested(int depth) {
  return "steps: " + repeated("[", depth) + repeated("]", depth) + "\n";
}

const std::string kBook = "runbooks/one/01-one.yaml";
const std::string kRoster = "runbooks/roster.yaml";

}  // namespace

TEST_CASE("a catalogue's file that is no YAML of ours is named, with what is wrong", "[files]") {
  const Stage fresh;
  const std::string book = read(fresh.path(kBook));
  const std::string roster = read(fresh.path(kRoster));
  std::string crlf;
  for (const char c : book) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  const std::vector<Change> changes = {
      {"crlf", crlf, ""},
      {"bom", "\uFEFF" + book, ""},
      {"two boms", "\uFEFF\uFEFF" + book, "invisible"},
      {"UTF-16", std::string("\xFF\xFE i\0d\0", 8), "UTF-8"},
      {"NUL", book + std::string("# \0\n", 4), "U+0000"},
      {"nothing", "", "empty"},
      {"only NUL", std::string(4096, '\0'), "U+0000"},
      {"tab", book + "\tx: y\n", "tab"},
      {"anchor", book + "x: &a y\n", "anchor"},
      {"alias", book + "x: *a\n", "alias"},
      {"merge key", book + "<<: *a\n", "alias"},
      {"tag", book + "x: !!python/object:os.system y\n", "tag"},
      {"directive", "%YAML 1.1\n---\n" + book, "%"},
      {"two documents", book + "---\nid: x\n", "document"},
      {"key twice", book + "title: again\n", "title"},
      {"complex key", book + "? a\n: b\n", "?"},
      {"depth in brackets", book + nested(2'000), "deep"},
      {"depth of blocks",
       book + "x:\n" +
           [] {
             std::string text;
             for (int i = 1; i < 200; ++i)
               text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
             return text;
           }(),
       "deep"},
      {"size", book + "# " + repeated("x", 1 << 20) + "\n", "large"},
      {"huge word", book + "x: " + repeated("y", 900'000) + "\n", "unknown key"},
      {"many keys",
       book +
           [] {
             std::string text;
             for (int i = 0; i < 20'000; ++i) text += fmt::format("k{}: v\n", i);
             return text;
           }(),
       "unknown key"},
      {"many brackets", book + "x: [" + repeated("[],", 100'000) + "]\n", "unknown key"},
      {"huge number",
       [&] {
         std::string text = book;
         return text.replace(text.find("no: 1"), 5, "no: 99999999999999999999");
       }(),
       "no"},
      {"block scalar", book + "x: |\n  a\n", "several lines"},
      {"comma alone", ",", ""},
  };
  for (const Change& change : changes) {
    INFO(change.name);
    Stage stage;
    stage.write(kBook, change.content);
    const Validated result = validated(stage);
    if (change.name == "comma alone") {  // yaml-cpp alone would read it for ever
      CHECK(result.exit == 5);
      continue;
    }
    CHECK(result.exit == (change.says.empty() ? 0 : 5));
    CHECK_THAT(result.words, Catch::Contains(change.says));
    CHECK_THAT(result.words,
               change.says.empty() ? Catch::Contains("errors: 0") : Catch::Contains("01-one.yaml"));
  }
  for (const std::string& more :
       {std::string("persons: []\n"), std::string("x: y\n"), std::string("\tx\n"),
        std::string("  - {id: op, name: x, parties: [crew], accounts: any}\n"),
        std::string("  - {id: \"o\\u0070x y\", name: x, parties: [crew], accounts: any}\n"),
        std::string("  - {id: ор, name: x, parties: [crew], accounts: any}\n")}) {
    INFO(more);
    Stage stage;
    stage.write(kRoster, roster + more);
    const Validated result = validated(stage);
    CHECK(result.exit == 5);
    CHECK_THAT(result.words, Catch::Contains("roster.yaml"));
  }
}

TEST_CASE("what is no regular file in the catalogue is never waited for", "[files]") {
  for (const std::string& file : {kBook, kRoster, std::string("runbooks/catalog.yaml"),
                                  std::string("runbooks/one/sheet.yaml")}) {
    INFO(file);
    const auto replaced = [&](const auto& make) {
      const Stage stage;
      const fs::path path = stage.path(file);
      fs::remove(path);
      make(path);
      const Validated result = validated(stage);
      CHECK(result.exit == 5);
      CHECK_THAT(result.words, Catch::Contains(path.filename().string()));
    };
    replaced([](const fs::path& path) { mkfifo(path.c_str(), 0600); });
    replaced([](const fs::path& path) { fs::create_directory(path); });
    replaced([](const fs::path& path) { fs::create_symlink("/dev/zero", path); });
    replaced([](const fs::path& path) { fs::create_symlink("/dev/full", path); });
    replaced([](const fs::path& path) { fs::create_symlink(path, path); });
    replaced([](const fs::path& path) { fs::create_symlink("nowhere", path); });
  }
  const Stage stage;
  for (const char* folder : {"/dev/null", "/dev/zero", "/proc/self/mem", "none"})
    CHECK(stage.run({"list", std::string("--runbooks=") + folder}).exit == 5);
}

TEST_CASE("a link in the catalogue is what it leads to", "[files]") {
  const Stage stage;
  fs::rename(stage.path(kBook), stage.path("elsewhere.yaml"));
  fs::create_symlink(stage.path("elsewhere.yaml"), stage.path(kBook));
  CHECK(stage.run({"validate"}).exit == 0);
}

TEST_CASE("hostile names in the catalogue's folder are shown, not sent", "[files]") {
  for (const char* name :
       {"x\x1B[2J.yaml", "a\nTAIL.yaml", "\u202Ex.yaml", "\xFF.yaml", "-.yaml"}) {
    const Stage stage;
    stage.write(std::string("runbooks/one/") + name, "x: y\n");
    CHECK(validated(stage).exit == 5);
  }
}

TEST_CASE("evidence is a file that stands still, or it is refused", "[files]") {
  const Stage stage;
  CHECK(stage.run({"init"}).exit == 0);
  const std::string run = stage.start();
  const auto give = [&](const std::string& file) {
    return stage.run({"step", run, "1", "--ok", "--as=op", "--evidence=" + file});
  };
  mkfifo(stage.path("fifo").c_str(), 0600);
  fs::create_directory(stage.path("folder"));
  stage.write("real", "content");
  fs::create_symlink(stage.path("real"), stage.path("link"));
  fs::create_symlink(stage.path("loop"), stage.path("loop"));
  const std::vector<std::pair<std::string, std::string>> refused = {
      {stage.path("fifo").string(), "not a regular file"},
      {stage.path("folder").string(), "not a regular file"},
      {stage.path("link").string(), "a symbolic link"},
      {stage.path("loop").string(), "a symbolic link"},
      {stage.path("none").string(), "No such file"},
      {stage.path("real/x").string(), "Not a directory"},
      {"/dev/zero", "not a regular file"},
      {"/dev/full", "not a regular file"},
      {"/proc/self/environ", "it changed while it was read"},  // has no size, but content
  };
  for (const auto& [file, why] : refused) {
    INFO(file);
    const Answer answer = give(file);
    CHECK(answer.exit == 1);
    CHECK_THAT(answer.err, Catch::Contains(why) && Catch::Contains("nothing was recorded"));
  }
  CHECK_THAT(
      stage.run({"step", run, "1", "--ok", "--as=op", "--lang=ja", "--evidence=/proc/self/environ"})
          .err,
      Catch::Contains("読み込み中に変更されました"));

  // Its name is kept without its folders, in one line; it is written out under no other's name.
  for (const char* name : {"a\nTAIL.txt", "x\x1B[31m.txt", "\u202Etxt.exe", "..", "-rf", "=1+1"}) {
    const std::string where = std::string(name) == ".." ? "..x" : name;
    stage.write("in/" + where, where);
    CHECK(give(stage.path("in/" + where).string()).exit == 0);
  }
  fs::create_directory(stage.path("out"));
  const Answer saved = stage.run({"evidence", run, "--save=" + stage.path("out").string()});
  CHECK(saved.exit == 0);
  CHECK(wrong_with(Form::text, saved.out) == "");
  int files = 0;
  for (const auto& entry : fs::directory_iterator(stage.path("out"))) {
    ++files;
    CHECK(wrong_with(Form::text, entry.path().filename().string()) == "");
    CHECK(entry.path().filename().string().starts_with("01-"));
  }
  CHECK(files == 6);
  // Nothing is written over, and no link is followed.
  CHECK(stage.run({"evidence", run, "--save=" + stage.path("out").string()}).exit == 1);
}

TEST_CASE("a file that grows while it is read is refused, not read for ever", "[files]") {
  const Stage stage;
  CHECK(stage.run({"init"}).exit == 0);
  const std::string run = stage.start();
  const std::uintmax_t size = 4 << 20;
  stage.write("growing", std::string(size, 'x'));
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    std::ofstream out(stage.path("growing"), std::ios::app | std::ios::binary);
    const std::string part(1 << 14, 'y');
    for (int i = 0; i < 10'000 && !stop; ++i) {
      out << part << std::flush;
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
  });
  while (fs::file_size(stage.path("growing")) == size) std::this_thread::yield();
  const Answer answer = stage.run(
      {"step", run, "1", "--ok", "--as=op", "--evidence=" + stage.path("growing").string()});
  stop = true;
  writer.join();
  CHECK(answer.exit == 1);
  CHECK_THAT(answer.err, Catch::Contains("it changed while it was read"));
}
