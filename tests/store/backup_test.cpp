// Copies: taken while others write, complete or not there, and proved against their manifest.
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <fstream>

#include <catch2/catch.hpp>

#include "base/json.h"
#include "model/manifest.h"
#include "store/backup.h"
#include "store/connection.h"
#include "store/forger.h"
#include "store/honest.h"
#include "store/site.h"
#include "store/verify.h"

using namespace opsctl;
using namespace opsctl::test;
namespace fs = std::filesystem;

namespace {

const BackupStamp kStamp{kNoon, "ops1", "0.1.0"};

void write_file(const fs::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

/// An honest journal, a folder for its copies, and one copy.
struct Copied {
  HonestFixture fixture;
  TempFolder folder;
  fs::path copy = folder.path() / "copy.db";
  Manifest manifest = take_backup(fixture.path, copy, kStamp, kShort);

  BackupCheck check() const { return check_backup(copy, fixture.path, kShort); }
  /// What disagrees, a line each, checks of verify not among it.
  std::string findings() const {
    std::string text;
    for (const Message& finding : check().findings) text += to_text(finding, Language::en) + "\n";
    return text;
  }
  void change_manifest(const std::function<void(Json&)>& change) const {
    Json json = Json::parse(bytes_of(manifest_of(copy)));
    change(json);
    write_file(manifest_of(copy), to_text(json));
  }
  /// A manifest that describes the file as it is now.
  void describe_again() const {
    change_manifest([&](Json& json) {
      json["size"] = fs::file_size(copy);
      json["sha256"] = hex(sha256(bytes_of(copy)));
    });
  }
};

std::string taking(const fs::path& journal, const fs::path& target) {
  return error_of([&] { take_backup(journal, target, kStamp, kShort); });
}

/// To the run that an honest journal has begun.
Event note() {
  Event event = event_of("20261122-001", NoteAdded{"note"});
  event.actor = HonestJournal::operator_of("sato");
  event.recorded_at = event.performed_at = kNoon + std::chrono::hours(1);
  event.runbook_hash = sha256("the runbook");
  event.roster_hash = sha256("the roster");
  return event;
}

}  // namespace

TEST_CASE("a copy is the journal, record for record, with a manifest that says what it must be") {
  const Copied copied;
  const Journal journal = Journal::open(copied.fixture.path, Access::read);
  CHECK(copied.manifest.head == journal.head());
  CHECK(copied.manifest.counts == JournalCounts{12, 3, 2, 1, 1});
  CHECK(copied.manifest.schema == schema_version());
  CHECK(copied.manifest.size == static_cast<std::int64_t>(fs::file_size(copied.copy)));
  CHECK(copied.manifest.sha256 == sha256(bytes_of(copied.copy)));
  CHECK(copied.manifest.source == copied.fixture.path.string());
  CHECK(parse_manifest(bytes_of(manifest_of(copied.copy))) == copied.manifest);
  CHECK(names_in(copied.folder.path()) == std::vector<std::string>{"copy.db", "copy.db.manifest"});
  CHECK(is_whole(verify_journal(copied.copy, {.deep = true})));
  const auto events = [](const fs::path& path) {
    return Journal::open(path, Access::read).records({.after = 0});
  };
  CHECK(events(copied.copy) == events(copied.fixture.path));
}

TEST_CASE("a copy is read by its owner's group and by nobody else, whatever the umask was") {
  const HonestFixture fixture;
  const TempFolder folder;
  for (const mode_t mask : std::initializer_list<mode_t>{0, 022, 077}) {
    const mode_t before = umask(mask);
    const fs::path copy = folder.path() / std::to_string(mask);
    take_backup(fixture.path, copy, kStamp, kShort);
    umask(before);
    for (const fs::path& path : {copy, manifest_of(copy)}) {
      struct stat status {};
      REQUIRE(stat(path.c_str(), &status) == 0);
      CHECK((status.st_mode & 07777) == 0640);
    }
  }
}

TEST_CASE("copies are taken while others write, each of one moment, and nobody is refused") {
  const TempFolder folder;
  HonestJournal(folder.journal()).start("20261122-001");
  std::vector<std::unique_ptr<Child>> writers;
  for (int i = 0; i < 3; ++i)
    writers.push_back(std::make_unique<Child>([&] {
      Journal journal = Journal::open(folder.journal(), Access::write);
      for (int n = 0; n < 20; ++n) append(journal, note());
      return std::string("done");
    }));
  std::int64_t last = 0;
  for (int i = 0; i < 5; ++i) {
    const fs::path copy = folder.path() / ("copy" + std::to_string(i));
    const Manifest manifest = take_backup(folder.journal(), copy, kStamp);
    CHECK(manifest.head.seq >= last);
    last = manifest.head.seq;
    const BackupCheck check = check_backup(copy, folder.journal());
    CHECK(can_be_restored(check));
    CHECK(check.standing->behind.has_value());
  }
  for (const auto& writer : writers) CHECK(writer->answer() == "done");
  CHECK(Journal::open(folder.journal(), Access::read).head().seq == 3 + 3 * 20);
}

TEST_CASE("a copy never replaces anything, and leaves nothing behind where it cannot be made") {
  const Copied copied;
  const std::string before = bytes_of(copied.copy);
  CHECK(taking(copied.fixture.path, copied.copy) == "1 backup_exists");
  CHECK(bytes_of(copied.copy) == before);
  const fs::path other = copied.folder.path() / "other.db";
  write_file(manifest_of(other), "mine");
  CHECK(taking(copied.fixture.path, other) == "1 backup_exists");
  CHECK(bytes_of(manifest_of(other)) == "mine");
  fs::create_symlink("nowhere", copied.folder.path() / "link.db");
  CHECK(taking(copied.fixture.path, copied.folder.path() / "link.db") == "1 backup_exists");
  CHECK(taking(copied.fixture.path, copied.fixture.path) == "1 backup_exists");
  CHECK(names_in(copied.folder.path()).size() == 4);
}

TEST_CASE("a folder that is missing, none, or closed is told from a copy that was not written") {
  const HonestFixture fixture;
  const TempFolder folder;
  CHECK(taking(fixture.path, folder.path()) == "1 backup_is_folder");
  CHECK(taking(fixture.path, folder.path() / "none" / "copy.db") == "1 backup_folder_missing");
  write_file(folder.path() / "file", "x");
  CHECK(taking(fixture.path, folder.path() / "file" / "copy.db") == "1 backup_folder_unusable");
  CHECK(taking(fixture.path, folder.path() / std::string(250, 'x')) == "1 backup_not_written");
  chmod(fixture.folder.path().c_str(), 0755);
  chmod(fixture.path.c_str(), 0644);
  chmod(folder.path().c_str(), 0555);
  CHECK(as_nobody([&] { return taking(fixture.path, folder.path() / "copy.db"); }) ==
        "1 backup_folder_unusable");
  chmod(folder.path().c_str(), 0755);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"file"});
}

TEST_CASE("a full disk leaves no part of a copy, and the journal as it was") {
  const HonestFixture fixture;
  const TempFolder folder;
  const std::string before = bytes_of(fixture.path);
  Child child([&] {
    const char* path = folder.path().c_str();
    if (unshare(CLONE_NEWNS) != 0 || mount("", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", path, "tmpfs", 0, "size=64k") != 0)
      return std::string("not allowed");
    const std::string answer = taking(fixture.path, folder.path() / "copy.db");
    return answer + (names_in(folder.path()).empty() ? ", nothing left" : ", something left");
  });
  const std::string answer = child.answer();
  if (answer == "not allowed")
    WARN("mounting is not allowed here: a full disk was not tried");
  else
    CHECK(answer == "1 backup_disk_full, nothing left");
  CHECK(bytes_of(fixture.path) == before);
}

TEST_CASE("a journal that is missing, foreign, damaged or busy is not copied") {
  const HonestFixture fixture;
  const TempFolder folder;
  const fs::path copy = folder.path() / "copy.db";
  CHECK(taking(fixture.folder.path() / "none.db", copy) == "6 journal_missing");
  write_file(fixture.folder.path() / "text", std::string(5000, 'x'));
  CHECK(taking(fixture.folder.path() / "text", copy) == "6 journal_not_ours");
  {
    SQLite::Database other(fixture.path.string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN EXCLUSIVE");
    CHECK(taking(fixture.path, copy) == "75 journal_busy");
  }
  Forger(fixture.path).replace(4, "\"ok\"", "\"na\"").write();
  CHECK(taking(fixture.path, copy) == "6 backup_source_damaged");
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("the restore drill passes a copy as it was taken, and says how far it is behind") {
  Copied copied;
  const BackupCheck fresh = copied.check();
  CHECK(can_be_restored(fresh));
  CHECK(fresh.verified.deep);
  CHECK(fresh.standing->behind == 0);
  {
    Journal journal = Journal::open(copied.fixture.path, Access::write);
    append(journal, start_of("20261122-009"));
  }
  CHECK(copied.check().standing->behind == 1);
  const BackupCheck elsewhere = check_backup(copied.copy, std::nullopt, kShort);
  CHECK(can_be_restored(elsewhere));
  CHECK_FALSE(elsewhere.standing);
}

TEST_CASE("the restore drill finds a file that is not the one the manifest describes") {
  const Copied copied;
  const std::string whole = bytes_of(copied.copy);
  std::string changed = whole;
  changed.back() = static_cast<char>(changed.back() ^ 1);
  fs::permissions(copied.copy, fs::perms::owner_all);
  write_file(copied.copy, changed);
  CHECK(copied.findings().starts_with("the file's SHA-256 is "));
  write_file(copied.copy, whole.substr(0, whole.size() - 4096));
  CHECK(copied.findings().starts_with("the file has "));
  write_file(copied.copy, "");
  CHECK(copied.findings().find("is an empty file") != std::string::npos);
  write_file(copied.copy, std::string(whole.size(), 'x'));
  CHECK(copied.findings().find("is not a journal of opsctl") != std::string::npos);
  CHECK_FALSE(can_be_restored(copied.check()));
  write_file(copied.copy, whole);
  CHECK(can_be_restored(copied.check()));
}

TEST_CASE("the restore drill finds forged content, although the manifest was forged with it") {
  const Copied copied;
  fs::permissions(copied.copy, fs::perms::owner_all);
  meddle(copied.copy, "UPDATE run SET state = 'approved'");
  copied.describe_again();
  const BackupCheck check = copied.check();
  CHECK(copied.findings() == "");
  CHECK_FALSE(is_whole(check.verified));
  CHECK_FALSE(can_be_restored(check));
}

TEST_CASE("the restore drill compares head and counts with the manifest") {
  const Copied copied;
  copied.change_manifest([](Json& json) { json["runs"] = 7; });
  CHECK(copied.findings() == "the copy does not have as many rows as the manifest says\n");
  copied.change_manifest([](Json& json) {
    json["runs"] = 2;
    json["seq"] = 11;
  });
  CHECK(copied.findings().starts_with("the copy does not end with the record"));
}

TEST_CASE("the restore drill says where the journal in use is not the copy's") {
  const Copied copied;
  const fs::path older = copied.folder.path() / "older.db";
  {
    Journal first = Journal::create(older, birth(copied.manifest.head.journal));
    CHECK(check_backup(copied.copy, older, kShort).findings.size() == 1);
    for (int i = 0; i < 12; ++i) append(first, start_of("20261122-" + std::to_string(100 + i)));
  }
  const BackupCheck rewritten = check_backup(copied.copy, older, kShort);
  CHECK_FALSE(can_be_restored(rewritten));
  CHECK(to_text(rewritten.findings.at(0), Language::en).starts_with("record 12 of the journal"));
  // What cannot be compared is no fault of the copy's.
  const fs::path other = copied.folder.path() / "other.db";
  Journal::create(other, birth());
  const BackupCheck foreign = check_backup(copied.copy, other, kShort);
  CHECK(foreign.standing->not_compared);
  CHECK(foreign.findings.empty());
  // Nor is it a reason to put the copy over another journal.
  CHECK(verdict_of(foreign) == CopyVerdict::other);
  CHECK_FALSE(can_be_restored(foreign));
  write_file(copied.folder.path() / "broken.db", "x");
  CHECK(can_be_restored(check_backup(copied.copy, copied.folder.path() / "broken.db", kShort)));
}

TEST_CASE("what the restore drill cannot answer it does not answer") {
  const Copied copied;
  const auto checking = [&](const fs::path& copy) {
    return error_of([&] { check_backup(copy, std::nullopt, kShort); });
  };
  CHECK(checking(copied.folder.path() / "none.db") == "6 backup_missing");
  CHECK(checking(copied.folder.path()) == "1 backup_is_folder");
  fs::copy_file(copied.copy, copied.folder.path() / "bare.db");
  CHECK(checking(copied.folder.path() / "bare.db") == "6 backup_manifest_missing");
  const std::string manifest = bytes_of(manifest_of(copied.copy));
  for (const std::string& text :
       {std::string("{}"), std::string("[1]"), std::string("\xff"), manifest.substr(0, 80),
        std::string(100000, '['), std::string("")}) {
    write_file(manifest_of(copied.copy), text);
    CHECK(checking(copied.copy) == "6 backup_manifest_unreadable");
  }
  write_file(manifest_of(copied.copy), manifest);
  fs::permissions(copied.copy, fs::perms::owner_all);
  meddle(copied.copy, "PRAGMA user_version = 41");
  CHECK(checking(copied.copy) == "6 journal_newer");
}

TEST_CASE("a copy beside which a write was cut off is not opened, and stays as it is") {
  const Copied copied;
  const std::string before = bytes_of(copied.copy);
  // What is rolled back where the file is opened as a journal: its first page as it never was.
  {
    Child child([&] {
      SQLite::Database db(copied.copy.string(), SQLite::OPEN_READWRITE);
      db.exec(
          "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
          "CREATE TABLE big (x); INSERT INTO big SELECT randomblob(90000) FROM event");
      fs::copy_file(copied.copy.string() + "-journal", copied.folder.path() / "hot");
      return std::string("cut off");
    });
    REQUIRE(child.answer() == "cut off");
  }
  for (const char* suffix : {"-journal", "-wal"}) {
    write_file(copied.copy, before);
    const fs::path beside = copied.copy.string() + suffix;
    fs::copy_file(copied.folder.path() / "hot", beside);
    CHECK(error_of([&] { copied.check(); }) == "6 backup_beside");
    CHECK(bytes_of(copied.copy) == before);
    CHECK(bytes_of(beside) == bytes_of(copied.folder.path() / "hot"));
    fs::remove(beside);
  }
  CHECK(can_be_restored(copied.check()));
}

TEST_CASE("the restore drill opens a copy in a way that cannot change it, whatever it is named") {
  const Copied copied;
  const TempFolder folder;
  const fs::path odd = folder.path() / "a?immutable=0&mode=rw#%41 b.db";
  fs::copy_file(copied.copy, odd);
  fs::copy_file(manifest_of(copied.copy), manifest_of(odd));
  CHECK(can_be_restored(check_backup(odd, std::nullopt, kShort)));
  const auto connection = connect(fs::canonical(odd), Access::copy, kShort);
  CHECK(error_of([&] {
          connection->run([](SQLite::Database& db) {
            db.exec("PRAGMA query_only = OFF; COMMIT; CREATE TABLE more (x)");
          });
        }) == "6 journal_failed");
  CHECK(names_in(folder.path()).size() == 2);
}

TEST_CASE("a pipe instead of a copy or of its manifest is not waited for") {
  const Copied copied;
  const auto checking = [&] { return error_of([&] { copied.check(); }); };
  const std::string manifest = bytes_of(manifest_of(copied.copy));
  fs::remove(manifest_of(copied.copy));
  REQUIRE(mkfifo(manifest_of(copied.copy).c_str(), 0600) == 0);
  CHECK(checking() == "6 backup_manifest_unreadable");
  CHECK(copies_in(copied.folder.path()).empty());
  fs::remove(manifest_of(copied.copy));
  write_file(manifest_of(copied.copy), manifest);
  fs::remove(copied.copy);
  REQUIRE(mkfifo(copied.copy.c_str(), 0600) == 0);
  CHECK(checking() == "6 backup_no_file");
  CHECK(copies_in(copied.folder.path()).at(0).size == -1);
}

TEST_CASE("a manifest that this account may not read is not said to be missing") {
  const Copied copied;
  chmod(copied.folder.path().c_str(), 0755);
  chmod(copied.copy.c_str(), 0644);
  chmod(manifest_of(copied.copy).c_str(), 0600);
  CHECK(as_nobody([&] {
          return error_of([&] { check_backup(copied.copy, std::nullopt, kShort); });
        }) == "6 backup_manifest_closed");
  const auto found = [&] {
    const std::vector<FoundCopy> copies = copies_in(copied.folder.path());
    return std::to_string(copies.size()) + (copies.at(0).manifest ? " read" : " closed");
  };
  CHECK(as_nobody(found) == "1 closed");
  // A folder that may be listed, and not entered.
  chmod(copied.folder.path().c_str(), 0744);
  CHECK(as_nobody(found) == "1 closed");
}

TEST_CASE("a copy that this account may not read is said so") {
  const Copied copied;
  chmod(copied.folder.path().c_str(), 0755);
  chmod(manifest_of(copied.copy).c_str(), 0644);
  chmod(copied.copy.c_str(), 0600);
  CHECK(as_nobody([&] {
          return error_of([&] { check_backup(copied.copy, std::nullopt, kShort); });
        }) == "6 backup_unreadable");
  chmod(copied.folder.path().c_str(), 0700);
  CHECK(as_nobody([&] {
          return error_of([&] { check_backup(copied.copy, std::nullopt, kShort); });
        }) == "6 backup_unreadable");
}
