// A journal whose tables are as shipped and whose content is not: somebody with sqlite3, time, and
// knowledge of opsctl. What is found is damage; what is shown is harmless.
#include <catch2/catch.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/text.h"
#include "hostile/checks.h"
#include "hostile/kept.h"
#include "hostile/sinks.h"
#include "store/forger.h"
#include "store/schema.h"

using namespace opsctl;
using namespace opsctl::hostile;
namespace fs = std::filesystem;
using opsctl::test::Forger;

namespace {

std::string digest_of(const fs::path& journal) {
  SQLite::Database db(journal.string(), SQLite::OPEN_READONLY);
  return schema_digest(db);
}

std::string joined(SQLite::Database& db, const std::string& sql, const std::string& separator) {
  SQLite::Statement query(db, sql);
  std::string all;
  while (query.executeStep())
    all += (all.empty() ? "" : separator) + query.getColumn(0).getString();
  return all;
}

/// Puts `value` into the last row of a STRICT table, whatever its type, and leaves the definitions
/// as they were.
void put_value(const fs::path& journal, const std::string& table, const std::string& column,
               const std::string& value) {
  SQLite::Database db(journal.string(), SQLite::OPEN_READWRITE);
  const std::string of_table = "FROM sqlite_schema WHERE tbl_name = '" + table + "' AND type = ";
  const std::string was = joined(db, "SELECT sql " + of_table + "'table'", "");
  const std::string triggers =
      joined(db, "SELECT sql " + of_table + "'trigger' ORDER BY rowid", ";");
  db.exec(joined(db, "SELECT 'DROP TRIGGER ' || name " + of_table + "'trigger'", ";"));
  const std::string columns = joined(
      db,
      "SELECT name || iif(pk, iif(type = 'INTEGER', ' INTEGER PRIMARY KEY', ' PRIMARY KEY'), '') "
      "FROM pragma_table_info('" +
          table + "')",
      ", ");
  const auto define = [&](const std::string& definition) {
    db.exec("PRAGMA writable_schema = ON");
    SQLite::Statement update(db, "UPDATE sqlite_schema SET sql = ? WHERE name = ?");
    update.bind(1, definition);
    update.bind(2, table);
    update.exec();
    db.exec("PRAGMA writable_schema = RESET");
  };
  define("CREATE TABLE " + table + " (" + columns + ")");
  db.exec(
      fmt::format("PRAGMA foreign_keys = OFF; "
                  "UPDATE {0} SET {1} = {2} WHERE rowid = (SELECT max(rowid) FROM {0})",
                  table, column, value));
  define(was);
  db.exec(triggers);
}

}  // namespace

TEST_CASE("values of other types than the tables say are damage", "[journal]") {
  const std::vector<std::pair<std::string, std::string>> columns = {
      {"event", "payload"},   {"event", "hash"},
      {"event_index", "run"}, {"event_index", "recorded_at"},
      {"run", "state"},       {"run", "started_at"},
      {"run", "last_seq"},    {"request", "requested_at"},
      {"blob", "content"},    {"blob", "hash"}};
  const Kept stage;
  const fs::path journal = stage.path("hostile.db");
  for (const auto& [table, column] : columns) {
    for (const char* value : {"NULL", "1.5", "'text'", "x'00FF1B'", "9223372036854775807"}) {
      INFO(table << "." << column << " = " << value);
      fs::copy_file(stage.journal(), journal, fs::copy_options::overwrite_existing);
      put_value(journal, table, column, value);
      REQUIRE(digest_of(journal) == digest_of(stage.journal()));
      const std::string spoiled = read(journal);
      for (const Words& words : std::vector<Words>{{"status", "--as=op"},
                                                   {"log"},
                                                   {"show", "@last"},
                                                   {"pending"},
                                                   {"check"},
                                                   {"start", "2", "--as=op"},
                                                   {"note", "@last", "x", "--as=op"},
                                                   {"request", "1", "--reason=x", "--as=boss1"}}) {
        Words line = words;
        line.push_back("--db=" + journal.string());
        write(journal, spoiled);
        const Answer answer = stage.run(line);
        INFO(words.front());
        CHECK(answer.exit <= 6);
        CHECK_THAT(answer.err + answer.out, !Catch::Contains("bug in opsctl"));
        CHECK(wrong_with(Form::text, answer.out + answer.err) == "");
        if (answer.exit == 6) CHECK(read(journal) == spoiled);
      }
      write(journal, spoiled);
      const int exit = stage.run({"verify", "--deep", "--db=" + journal.string()}).exit;
      // A text that is no number where one belongs, or the like: whatever it is, it is found.
      CHECK((exit == 1 || value == std::string("'text'")));
    }
  }
}

TEST_CASE("records that were forged are shown harmless", "[journal]") {
  const std::vector<std::string> honest = {R"("DIS-1")",        R"("op")", R"("proof.txt")",
                                           R"("20261122-001")", R"("x")",  R"("crew")"};
  const std::vector<Sink> looks = {{{"log"}, Form::text},
                                   {{"log", "--format=csv"}, Form::csv},
                                   {{"log", "--format=tsv"}, Form::tsv},
                                   {{"log", "--format=md"}, Form::md},
                                   {{"log", "--format=json"}, Form::json},
                                   {{"show", "@last"}, Form::text},
                                   {{"evidence", "@last"}, Form::text},
                                   {{"status", "--as=op"}, Form::text},
                                   {{"pending", "--format=md"}, Form::md},
                                   {{"register", "1", "--format=csv"}, Form::csv},
                                   {{"verify", "--deep"}, Form::text},
                                   {{"check"}, Form::plugin}};
  const Kept kept;
  const fs::path journal = kept.path("hostile.db");
  for (std::size_t i = 0; i < texts().size(); ++i) {
    const std::string& word = honest[i % honest.size()];  // each word gets many of the texts
    INFO(texts()[i].name << " for " << word);
    const std::string forged = nlohmann::json(texts()[i].bytes.substr(0, 3'000))
                                   .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    fs::copy_file(kept.journal(), journal, fs::copy_options::overwrite_existing);
    Forger forger(journal);
    for (opsctl::StoredRecord& record : forger.records) {
      for (auto at = record.payload.find(word); at != std::string::npos;
           at = record.payload.find(word, at + forged.size()))
        record.payload.replace(at, word.size(), forged);
    }
    forger.rehash().write();
    for (const Sink& look : looks) {
      Words line = look.words;
      line.push_back("--db=" + journal.string());
      const Answer answer = kept.run(line);
      INFO(join(look.words, " "));
      CHECK(answer.exit <= 6);
      if (!answer.out.empty()) CHECK(wrong_with(look.form, answer.out) == "");
      CHECK(wrong_with(Form::text, answer.err) == "");
      CHECK_THAT(answer.err, !Catch::Contains("bug in opsctl"));
    }
  }
}

TEST_CASE("the digest of the schema is that of a new journal", "[journal]") {
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  create_schema(fresh);
  INFO("schema.cpp: kShippedSchema is now " << schema_digest(fresh));
  const Kept stage;
  CHECK(schema_digest(fresh) == digest_of(stage.journal()));
  CHECK(stage.run({"log"}).exit == 0);
}
