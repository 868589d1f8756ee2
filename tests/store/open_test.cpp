// Opening and creating: what is refused, and with which words.
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "store/connection.h"
#include "store/helpers.h"
#include "store/schema.h"

using namespace opsctl;
using namespace opsctl::test;
namespace fs = std::filesystem;

namespace {

std::string opening(const fs::path& path, Access access = Access::read) {
  return error_of([&] { Journal::open(path, access, kShort); });
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

void write_file(const fs::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

/// What another program does to the file, triggers or not.
void meddle(const fs::path& path, const std::string& sql) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(sql);
}

}  // namespace

TEST_CASE("a new journal is there whole, with its birth and nothing else beside it") {
  const TempFolder folder;
  const Event born = birth("the-uuid");
  {
    const Journal journal = Journal::create(folder.journal(), born);
    CHECK(journal.uuid() == "the-uuid");
    CHECK(journal.created_at() == born.recorded_at);
    CHECK(journal.head().seq == 1);
    CHECK(journal.path() == fs::canonical(folder.path()) / "journal.db");
  }
  CHECK(names_in(folder.path()) == std::vector<std::string>{"journal.db"});
  const Journal again = Journal::open(folder.journal(), Access::read);
  CHECK(again.head() == Anchor{"the-uuid", 1, again.head().hash});
}

TEST_CASE("nothing ever replaces what is there") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth("first"));
  CHECK(error_of([&] { Journal::create(folder.journal(), birth()); }) == "6 journal_exists");
  CHECK(Journal::open_or_create(folder.journal(), birth()).uuid() == "first");
  const fs::path link = folder.path() / "dangling";
  fs::create_symlink(folder.path() / "nowhere", link);
  CHECK(error_of([&] { Journal::create(link, birth()); }) == "6 journal_exists");
  CHECK(error_of([&] { Journal::open_or_create(link, birth()); }) == "6 journal_is_link");
  CHECK_FALSE(fs::exists(folder.path() / "nowhere"));
}

TEST_CASE("processes that create the default journal at the same time get the same one") {
  const TempFolder folder;
  std::vector<std::unique_ptr<Child>> children;
  for (int i = 0; i < 6; ++i)
    children.push_back(std::make_unique<Child>(
        [&] { return Journal::open_or_create(folder.journal(), birth()).uuid(); }));
  const std::string uuid = children.front()->answer();
  CHECK(uuid.size() == 36);
  for (std::size_t i = 1; i < children.size(); ++i) CHECK(children[i]->answer() == uuid);
  children.clear();
  CHECK(names_in(folder.path()) == std::vector<std::string>{"journal.db"});
}

TEST_CASE("opening never creates a file") {
  const TempFolder folder;
  CHECK(opening(folder.journal()) == "6 journal_missing");
  CHECK(opening(folder.journal(), Access::write) == "6 journal_missing");
  CHECK(names_in(folder.path()).empty());
  Journal::create(folder.journal(), birth());
  Journal::open(folder.journal(), Access::read).events();
  CHECK(names_in(folder.path()) == std::vector<std::string>{"journal.db"});
}

TEST_CASE("a missing folder is said, with the command that creates it") {
  const TempFolder folder;
  const fs::path path = folder.path() / "none" / "journal.db";
  CHECK(opening(path) == "6 journal_folder_missing");
  CHECK(error_of([&] { Journal::create(path, birth()); }) == "6 journal_folder_missing");
  write_file(folder.path() / "file", "x");
  CHECK(opening(folder.path() / "file" / "journal.db") == "6 journal_folder_unusable");
}

TEST_CASE("what is no regular file is refused, each kind with its own words") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth());
  fs::create_symlink(folder.journal(), folder.path() / "link");
  CHECK(opening(folder.path() / "link") == "6 journal_is_link");
  CHECK(opening(folder.path()) == "6 journal_is_folder");
  CHECK(opening("/dev/null") == "6 journal_is_no_file");
  mkfifo((folder.path() / "fifo").c_str(), 0600);
  CHECK(opening(folder.path() / "fifo") == "6 journal_is_no_file");
}

TEST_CASE("a link in the folder's path is followed") {
  const TempFolder folder;
  fs::create_directory(folder.path() / "real");
  fs::create_directory_symlink(folder.path() / "real", folder.path() / "way");
  Journal::create(folder.path() / "way" / "journal.db", birth());
  CHECK(opening(folder.path() / "way" / "journal.db").empty());
  CHECK(fs::exists(folder.path() / "real" / "journal.db"));
}

TEST_CASE("a name that looks like a URI is a name") {
  const TempFolder folder;
  const fs::path path = folder.path() / "file:x?mode=memory";
  Journal::create(path, birth());
  CHECK(names_in(folder.path()) == std::vector<std::string>{"file:x?mode=memory"});
  CHECK(opening(path).empty());
}

TEST_CASE("a file that is not a journal of ours is left alone") {
  const TempFolder folder;
  write_file(folder.path() / "text", std::string(5000, 'x'));
  CHECK(opening(folder.path() / "text") == "6 journal_not_ours");
  write_file(folder.path() / "empty", "");
  CHECK(opening(folder.path() / "empty") == "6 journal_is_empty");
  const fs::path other = folder.path() / "other.db";
  SQLite::Database(other.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE t (x)");
  CHECK(opening(other, Access::write) == "6 journal_not_ours");
  meddle(other, "PRAGMA application_id = " + std::to_string(kApplicationId));
  CHECK(opening(other) == "6 journal_not_ours");
}

TEST_CASE("a newer journal is refused with both numbers") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth());
  meddle(folder.journal(), "PRAGMA user_version = 41");
  CHECK(opening(folder.journal(), Access::write) == "6 journal_newer");
  CHECK(words_of_error([&] { Journal::open(folder.journal(), Access::read); }) ==
        "the journal " + fs::canonical(folder.journal()).string() +
            " has version 41, this opsctl knows version " + std::to_string(schema_version()));
}

TEST_CASE("a journal in WAL mode is refused, not converted") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth());
  meddle(folder.journal(), "PRAGMA journal_mode = WAL");
  CHECK(opening(folder.journal()) == "6 journal_other_mode");
}

TEST_CASE("a damaged journal is said to be damaged") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth());
  const auto size = fs::file_size(folder.journal());
  fs::resize_file(folder.journal(), size / 2);
  CHECK(opening(folder.journal()) == "6 journal_damaged");
}

TEST_CASE("a journal that this account may not read or write is said so") {
  const TempFolder folder;
  chmod(folder.path().c_str(), 0755);
  Journal::create(folder.journal(), birth());
  const auto open_as_nobody = [&](Access access) {
    return as_nobody([&] { return opening(folder.journal(), access); });
  };
  chmod(folder.journal().c_str(), 0444);
  CHECK(open_as_nobody(Access::read).empty());
  CHECK(open_as_nobody(Access::write) == "6 journal_not_writable");
  chmod(folder.journal().c_str(), 0000);
  CHECK(open_as_nobody(Access::read) == "6 journal_unreadable");
  chmod(folder.journal().c_str(), 0666);
  chmod(folder.path().c_str(), 0555);
  CHECK(open_as_nobody(Access::write) == "6 journal_not_writable");
  CHECK(as_nobody([&] {
          return error_of([&] { Journal::create(folder.path() / "new.db", birth()); });
        }) == "6 journal_not_writable");
  chmod(folder.path().c_str(), 0000);
  CHECK(open_as_nobody(Access::read) == "6 journal_unreadable");
  chmod(folder.path().c_str(), 0755);
}

TEST_CASE("words of the system say why a journal cannot be written") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth());
  Child child([&] {
    // A disk that is mounted read-only, in a mount namespace of this process.
    const char* path = folder.path().c_str();
    if (unshare(CLONE_NEWNS) != 0 || mount("", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount(path, path, nullptr, MS_BIND, nullptr) != 0 ||
        mount(path, path, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) != 0)
      return std::string("not allowed");
    return opening(folder.journal()) + "; " +
           words_of_error([&] { Journal::open(folder.journal(), Access::write); });
  });
  const std::string answer = child.answer();
  if (answer == "not allowed")
    WARN("mounting is not allowed here: a read-only disk was not tried");
  else
    CHECK(answer == "; the journal " + fs::canonical(folder.journal()).string() +
                        " cannot be written to: Read-only file system");
}

TEST_CASE("network file systems are refused, local ones are not") {
  for (const long magic : {0x6969L, 0xFF534D42L, 0xFE534D42L, 0x517BL, 0x01021997L})
    CHECK(error_of([&] { require_local("/x/journal.db", magic); }) == "6 journal_on_network");
  for (const long magic :
       {0xEF53L, 0x58465342L, 0x9123683EL, 0x01021994L, 0x65735546L, 0x794C7630L})
    CHECK(error_of([&] { require_local("/x/journal.db", magic); }).empty());
}

TEST_CASE("an interrupted write is undone by whoever may, and explained to whoever may not") {
  const TempFolder folder;
  chmod(folder.path().c_str(), 0755);
  Journal::create(folder.journal(), birth());
  chmod(folder.journal().c_str(), 0644);
  Child writer([&] {
    SQLite::Database db(folder.journal().string(), SQLite::OPEN_READWRITE);
    db.exec("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE");
    for (int i = 0; i < 200; ++i)
      db.exec("INSERT INTO blob VALUES (randomblob(32), zeroblob(9000))");
    kill(getpid(), SIGKILL);  // with pages in the file and a rollback journal beside it
    return std::string();
  });
  CHECK(writer.answer().empty());
  writer.dismiss();
  REQUIRE(fs::exists(folder.journal().string() + "-journal"));
  CHECK(as_nobody([&] { return opening(folder.journal()); }) == "6 journal_recovery_needed");
  CHECK(opening(folder.journal()).empty());
  CHECK(names_in(folder.path()) == std::vector<std::string>{"journal.db"});
}

TEST_CASE("every connection has the settings that the records rely on") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth());
  const fs::path place = resolved_place(folder.journal());
  for (const Access access : {Access::read, Access::write}) {
    Connection connection(place, access, kShort);
    const auto setting = [&](const std::string& name) {
      return connection.raw().execAndGet("PRAGMA " + name).getString();
    };
    CHECK(setting("journal_mode") == "delete");
    CHECK(setting("synchronous") == "3");
    CHECK(setting("foreign_keys") == "1");
    CHECK(setting("recursive_triggers") == "1");
    CHECK(setting("temp_store") == "2");
    CHECK(setting("trusted_schema") == "0");
    CHECK(setting("query_only") == (access == Access::read ? "1" : "0"));
    connection.raw().exec("PRAGMA writable_schema = ON");  // of no use: DEFENSIVE
    CHECK_THROWS_AS(connection.raw().exec("DELETE FROM sqlite_schema"), SQLite::Exception);
  }
}
