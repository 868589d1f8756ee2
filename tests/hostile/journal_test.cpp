// A journal that is not what it should be: every command answers with exit 6 and what is so, and
// leaves the file as it is.
#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <functional>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/text.h"
#include "hostile/checks.h"
#include "hostile/kept.h"
#include "store/forger.h"

using namespace opsctl;
using namespace opsctl::hostile;
namespace fs = std::filesystem;
using opsctl::test::Forger;
using opsctl::test::meddle;

namespace {

/// How every command answered.
struct Answers {
  std::string said;   // by `log`
  bool exits = true;  // each with 6, `check` with 3
  std::string wrong;  // what is not safe to look at, or changed the file
};

Answers answers(const Stage& stage, const fs::path& journal, bool regular = true) {
  const std::string before = regular ? read(journal) : "";
  Answers all;
  const auto look = [&](const Words& words, Form form, int exit) {
    Words line = words;
    line.push_back("--db=" + journal.string());
    const Answer answer = stage.run(line);
    if (answer.exit != exit) {
      all.exits = false;
      UNSCOPED_INFO(join(line, " ") << " ended with " << answer.exit << ": " << answer.err);
    }
    const Form err = answer.err.starts_with("{") ? Form::json : Form::text;
    const std::string wrong =
        (answer.out.empty() ? "" : wrong_with(form, answer.out)) + wrong_with(err, answer.err);
    if (!wrong.empty()) all.wrong += words.front() + ": " + wrong + "\n";
    if (answer.err.find("bug in opsctl") != std::string::npos) all.wrong += answer.err;
    if (words.front() == "log" && words.size() == 1) all.said = answer.err;
  };
  for (const Words& words : readers())
    look(words, words.back() == "--format=json" ? Form::json : Form::text, 6);
  for (const Words& words : writers()) look(words, Form::text, 6);
  look({"check"}, Form::plugin, 3);
  if (regular && read(journal) != before) all.wrong += "the file was changed\n";
  return all;
}

/// `verify` finds what is broken (1) or says why it cannot look (6).
int verified(const Stage& stage, const fs::path& journal) {
  const Answer answer = stage.run({"verify", "--deep", "--db=" + journal.string()});
  CHECK(wrong_with(Form::text, answer.out + answer.err) == "");
  CHECK_THAT(answer.err, !Catch::Contains("bug in opsctl"));
  return answer.exit;
}

struct Case {
  std::string name;
  std::function<void(const fs::path&)> spoil;
  std::string says;
  int verify = 6;
};

const std::string kNotOurs = "is not a journal of opsctl";
const std::string kOtherTables = "the tables of the journal";
const std::string kDamaged = "damaged";

void sql(const fs::path& file, const std::string& text) { meddle(file, text); }

/// Changes the definitions in the file, as no statement would.
void rewrite_schema(const fs::path& file, const std::string& update) {
  meddle(file, "PRAGMA writable_schema = ON; " + update + "; PRAGMA writable_schema = OFF;");
}

std::vector<Case> cases() {
  return {
      {"empty", [](const fs::path& f) { fs::resize_file(f, 0); }, "is an empty file"},
      {"text", [](const fs::path& f) { write(f, repeated("not a database\n", 1000)); }, kNotOurs},
      {"one byte", [](const fs::path& f) { write(f, "S"); }, kNotOurs},
      {"header alone", [](const fs::path& f) { fs::resize_file(f, 100); }, "", 1},
      {"zeros", [](const fs::path& f) { write(f, std::string(8192, '\0')); }, kNotOurs},
      {"another database",
       [](const fs::path& f) {
         fs::remove(f);
         SQLite::Database(f.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
             .exec("CREATE TABLE event (seq, payload, hash)");
       },
       kNotOurs},
      {"another application", [](const fs::path& f) { sql(f, "PRAGMA application_id = 7"); },
       kNotOurs},
      {"no version", [](const fs::path& f) { sql(f, "PRAGMA user_version = 0"); }, kNotOurs},
      {"negative version", [](const fs::path& f) { sql(f, "PRAGMA user_version = -1"); }, kNotOurs},
      {"newer", [](const fs::path& f) { sql(f, "PRAGMA user_version = 99"); }, "has version 99"},
      {"WAL", [](const fs::path& f) { sql(f, "PRAGMA journal_mode = WAL"); }, "wal"},
      {"another table", [](const fs::path& f) { sql(f, "CREATE TABLE extra (x)"); }, kOtherTables,
       1},
      {"statistics", [](const fs::path& f) { sql(f, "ANALYZE"); }, kOtherTables, 1},
      {"an index less", [](const fs::path& f) { sql(f, "DROP INDEX event_index_run"); },
       kOtherTables, 1},
      {"a trigger less", [](const fs::path& f) { sql(f, "DROP TRIGGER event_kept"); }, kOtherTables,
       1},
      {"a trigger that deletes",
       [](const fs::path& f) {
         sql(f, "CREATE TRIGGER more AFTER INSERT ON event_index BEGIN DELETE FROM waiver; END");
       },
       kOtherTables, 1},
      {"a trigger with a name of ours",
       [](const fs::path& f) {
         sql(f,
             "DROP TRIGGER event_in_order; CREATE TRIGGER event_in_order BEFORE INSERT ON event "
             "BEGIN SELECT 1; END");
       },
       kOtherTables, 1},
      {"no table", [](const fs::path& f) { sql(f, "DROP TABLE waiver"); }, kOtherTables, 1},
      {"a view that never ends",
       [](const fs::path& f) {
         sql(f,
             "DROP TABLE event; CREATE VIEW event AS WITH RECURSIVE r (seq) AS (SELECT 1 UNION ALL "
             "SELECT seq + 1 FROM r) SELECT seq, '' AS payload, zeroblob(32) AS hash FROM r");
       },
       kOtherTables, 1},
      {"a view of a run",
       [](const fs::path& f) {
         sql(f, "ALTER TABLE run RENAME TO real_run; CREATE VIEW run AS SELECT * FROM real_run");
       },
       kOtherTables, 1},
      {"SQL in the schema",
       [](const fs::path& f) {
         rewrite_schema(f,
                        "UPDATE sqlite_schema SET sql = 'CREATE TABLE run (x DEFAULT "
                        "(load_extension(''x'')))' WHERE name = 'run'");
       },
       kDamaged, 1},
      {"no SQL in the schema",
       [](const fs::path& f) {
         rewrite_schema(f, "UPDATE sqlite_schema SET sql = 'ESC \x1B[31m' WHERE name = 'event'");
       },
       kDamaged, 1},
      {"a table on the pages of another",
       [](const fs::path& f) {
         rewrite_schema(f,
                        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema "
                        "WHERE name = 'waiver') WHERE name = 'event'");
       },
       "", 1},
      {"a table beyond the end",
       [](const fs::path& f) {
         rewrite_schema(f, "UPDATE sqlite_schema SET rootpage = 4711 WHERE name = 'event'");
       },
       "", 1},
      {"no first record", [](const fs::path& f) { Forger(f).erase(1).write(); }, "", 1},
      {"no records", [](const fs::path& f) { Forger(f).erase(1, 7).write(); }, "", 1},
      {"a birth that is no JSON",
       [](const fs::path& f) { Forger(f).replace(1, "{", "\x1B[2J").rehash().write(); }, "", 1},
      {"a birth of a kind that is not known",
       [](const fs::path& f) {
         Forger(f).replace(1, "journal-created", "\x1B[31m\nTAIL").rehash().write();
       },
       "", 1},
      {"a birth that is deep",
       [](const fs::path& f) {
         Forger forger(f);
         forger.record(1).payload = repeated("[", 100'000);
         forger.rehash().write();
       },
       "", 1},
      {"a birth that is huge",
       [](const fs::path& f) {
         Forger forger(f);
         forger.record(1).payload.append(70'000'000, ' ');
         forger.rehash().write();
       },
       kDamaged, 1},
  };
}

}  // namespace

TEST_CASE("a journal that is none of ours, or was changed by others, is refused by every command",
          "[journal]") {
  for (const Case& one : cases()) {
    DYNAMIC_SECTION(one.name) {
      const Kept stage;
      const fs::path journal = stage.path("hostile.db");
      fs::copy_file(stage.journal(), journal);
      one.spoil(journal);
      const Answers all = answers(stage, journal);
      CHECK(all.exits);
      CHECK(all.wrong == "");
      CHECK_THAT(all.said, Catch::StartsWith("error: "));
      CHECK_THAT(all.said, Catch::Contains(one.says));
      CHECK(verified(stage, journal) == one.verify);
    }
  }
}

TEST_CASE("a journal that was cut anywhere is refused by every command", "[journal]") {
  const Kept stage;
  const std::string whole = read(stage.journal());
  const fs::path journal = stage.path("hostile.db");
  constexpr std::size_t kPage = 4096;
  REQUIRE(whole.size() % kPage == 0);
  for (std::size_t size = kPage; size < whole.size(); size += kPage) {
    for (const std::size_t cut : {size, size + 1, size + kPage / 2}) {
      write(journal, whole.substr(0, cut));
      INFO("cut to " << cut);
      for (const Words& words : std::vector<Words>{{"log"}, {"note", "@last", "x", "--as=op"}}) {
        Words line = words;
        line.push_back("--db=" + journal.string());
        const Answer answer = stage.run(line);
        CHECK(answer.exit == 6);
        CHECK_THAT(answer.err, Catch::Contains("journal"));
      }
      const int exit = verified(stage, journal);
      CHECK((exit == 1 || exit == 6));
      CHECK(read(journal) == whole.substr(0, cut));
    }
  }
}

TEST_CASE("pages of noise are refused or found, and never obeyed", "[journal]") {
  const Kept stage;
  const std::string whole = read(stage.journal());
  const fs::path journal = stage.path("hostile.db");
  for (std::size_t at = 0; at < whole.size(); at += 4096) {
    for (const char* noise : {"\xFF", "=", "\x01"}) {
      std::string spoiled = whole;
      spoiled.replace(at + (at == 0 ? 100 : 0), 1000, repeated(noise, 1000));
      write(journal, spoiled);
      INFO("noise at " << at);
      for (const Words& words : std::vector<Words>{
               {"log"}, {"status"}, {"show", "@last"}, {"note", "@last", "x", "--as=op"}}) {
        write(journal, spoiled);
        Words line = words;
        line.push_back("--db=" + journal.string());
        const Answer answer = stage.run(line);
        CHECK((answer.exit == 0 || answer.exit == 3 || answer.exit == 6));
        CHECK(wrong_with(Form::text, answer.out + answer.err) == "");
        CHECK_THAT(answer.err, !Catch::Contains("bug in opsctl"));
        if (answer.exit == 6) CHECK(read(journal) == spoiled);
      }
      write(journal, spoiled);
      CHECK(verified(stage, journal) != 0);
    }
  }
}

TEST_CASE("what lies beside a journal does not change what it says", "[journal]") {
  const Kept stage;
  const std::string whole = read(stage.journal());
  const std::string log = stage.run({"log"}).out;
  for (const char* end : {"-journal", "-wal", "-shm", "-lock"}) {
    for (const std::string& content : {std::string(), std::string("noise"),
                                       std::string(100'000, '\0'), repeated("\xFF", 5'000)}) {
      INFO(end << ", " << content.size() << " bytes");
      write(stage.journal().string() + end, content);
      const Answer answer = stage.run({"log"});
      CHECK((answer.exit == 0 || answer.exit == 6));
      if (answer.exit == 0) CHECK(answer.out == log);
      CHECK(read(stage.journal()) == whole);
      fs::remove(stage.journal().string() + end);
    }
  }
}

TEST_CASE("a place that is no file, or cannot be reached, is refused by every command",
          "[journal]") {
  const Kept stage;
  mkfifo(stage.path("fifo").c_str(), 0600);
  fs::create_symlink(stage.path("loop"), stage.path("loop"));
  fs::create_symlink(stage.journal(), stage.path("link"));
  fs::create_directory_symlink(stage.path("round"), stage.path("round"));
  const std::vector<std::pair<std::string, std::string>> places = {
      {"/dev/full", "is not a regular file"},
      {"/dev/null", "is not a regular file"},
      {"/dev/stdin", ""},
      {stage.path("fifo").string(), "is not a regular file"},
      {stage.path("").string(), ""},
      {"/", ""},
      {stage.path("loop").string(), "symbolic link"},
      {stage.path("link").string(), "symbolic link"},
      {stage.path("round/journal.db").string(), ""},
      {stage.path("etc/config.yaml/journal.db").string(), ""},
      {stage.path(repeated("n", 300)).string(), ""},
      {stage.path(repeated("n/", 3'000)).string(), ""},
      {"file:" + stage.journal().string() + "?mode=ro", ""},
  };
  for (const auto& [place, says] : places) {
    INFO(place.substr(0, 100));
    for (const Words& words : std::vector<Words>{{"start", "2", "--as=op"}, {"init"}}) {
      Words line = words;
      line.push_back("--db=" + place);
      const Answer answer = stage.run(line);
      CHECK(answer.exit == 6);
      CHECK(wrong_with(Form::text, answer.err) == "");
      if (words.front() == "start") CHECK_THAT(answer.err, Catch::Contains(says));
    }
    const Answer check = stage.run({"check", "--db=" + place});
    CHECK(check.exit == 3);
    CHECK(wrong_with(Form::plugin, check.out) == "");
  }
}
