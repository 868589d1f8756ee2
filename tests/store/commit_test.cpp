// When a commit fails: the journal is asked again, and the words say what became of the record.
#include <sys/eventfd.h>

#include <cerrno>

#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "base/messages/store.h"
#include "store/helpers.h"

using namespace opsctl;
using namespace opsctl::test;
namespace fs = std::filesystem;

namespace {

/// Exchanges one of the system calls of SQLite's file layer while it lives.
class Fault {
 public:
  template <class Call>
  Fault(const char* name, Call* call) : name_(name) {
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    const auto pointer = reinterpret_cast<sqlite3_syscall_ptr>(call);
    REQUIRE(vfs->xSetSystemCall(vfs, name, pointer) == SQLITE_OK);
  }
  ~Fault() {
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    vfs->xSetSystemCall(vfs, name_, nullptr);
  }
  Fault(const Fault&) = delete;
  Fault& operator=(const Fault&) = delete;

 private:
  const char* name_;
};

bool disk_is_full = false;

/// Fails once.
ssize_t full_once(int fd, const void* bytes, size_t count, off_t offset) {
  if (std::exchange(disk_is_full, false)) {
    errno = ENOSPC;
    return -1;
  }
  return pwrite(fd, bytes, count, offset);
}
ssize_t full_once_here(int fd, const void* bytes, size_t count) {
  if (std::exchange(disk_is_full, false)) {
    errno = ENOSPC;
    return -1;
  }
  return write(fd, bytes, count);
}

/// A folder that opens but cannot be synced: the last of a commit's five syncs fails.
int no_folder_to_sync(const char*, int* fd) {
  *fd = eventfd(0, 0);
  return SQLITE_OK;
}

}  // namespace

TEST_CASE("a commit that failed but is found in the journal is recorded") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  auto transaction = journal.begin();
  const Event event = transaction.append(start_of("20261122-001"));
  {
    const Fault fault("openDirectory", no_folder_to_sync);
    transaction.commit();
  }
  CHECK(journal.head().hash == event.hash);
  CHECK(Journal::open(folder.journal(), Access::read).head().hash == event.hash);
}

TEST_CASE("a commit that failed and is not found says that nothing was recorded, and why") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  auto transaction = journal.begin();
  transaction.append(start_of("20261122-001"));
  const Fault fault("write", full_once_here);
  const Fault other_name("pwrite64", full_once);
  const Fault third_name("pwrite", full_once);
  disk_is_full = true;
  try {
    transaction.commit();
    FAIL("the commit succeeded on a full disk");
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::journal);
    CHECK(error.problem().what.text == &messages::commit_not_recorded);
    REQUIRE(error.problem().details.size() == 1);
    CHECK(error.problem().details.front().text == &messages::journal_disk_full);
  }
  CHECK_FALSE(disk_is_full);
  CHECK(journal.head().seq == 1);
  Journal again = Journal::open(folder.journal(), Access::write);
  CHECK(append(again, start_of("20261122-001")).seq == 2);
}

TEST_CASE("a commit that failed and cannot be asked for is called unknown, with its key") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  auto transaction = journal.begin();
  Event start = start_of("20261122-001");
  start.idempotency_key = "key-7";
  transaction.append(start);
  const Fault fault("openDirectory", no_folder_to_sync);
  fs::rename(folder.journal(), folder.path() / "elsewhere");
  try {
    transaction.commit();
    FAIL("the commit succeeded");
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::journal);
    CHECK(error.problem().what.text == &messages::commit_unknown);
    CHECK(to_text(*error.problem().hint, Language::en).find("key-7") != std::string::npos);
  }
}

TEST_CASE("a full disk while writing rolls everything back") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  const Fault fault("write", full_once_here);
  const Fault other_name("pwrite64", full_once);
  const Fault third_name("pwrite", full_once);
  disk_is_full = true;
  CHECK(error_of([&] { append(journal, start_of("20261122-001")); }) == "6 journal_disk_full");
  CHECK(append(journal, start_of("20261122-001")).seq == 2);
}

TEST_CASE("a commit that readers do not let through is not recorded and names them") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth());
  Child reader(
      [&] {
        static const Journal open = Journal::open(folder.journal(), Access::read);
        return std::string("reading");
      },
      Child::After::stays);
  CHECK(reader.answer() == "reading");
  Journal journal = Journal::open(folder.journal(), Access::write, kShort);
  const std::string words = words_of_error([&] { append(journal, start_of("20261122-001")); });
  CHECK(words.find("is busy: process " + std::to_string(reader.pid()) + " (") != std::string::npos);
  reader.dismiss();
  CHECK(journal.head().seq == 1);
  CHECK(append(journal, start_of("20261122-001")).seq == 2);
}
