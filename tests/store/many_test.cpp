// Several processes at one journal: they take turns, nothing is lost, and whoever waits too long
// hears who is in the way.
#include <csignal>
#include <ctime>
#include <random>

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "store/helpers.h"
#include "store/lock_file.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

void append_run(Journal& journal) {
  auto transaction = journal.begin();
  transaction.append(start_of(journal.next_run_id(*parse_date("2026-11-22"))));
  transaction.commit();
}

bool chain_is_whole(const Journal& journal) {
  ChainEnd end;
  return !check_chain(journal.records({.limit = 1'000'000}), end) && end.seq == journal.head().seq;
}

}  // namespace

TEST_CASE("eight processes append 25 events each: none is lost, nobody is told busy") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth());
  std::vector<std::unique_ptr<Child>> writers;
  for (int i = 0; i < 8; ++i) {
    writers.push_back(std::make_unique<Child>([&] {
      Journal journal = Journal::open(folder.journal(), Access::write);
      for (int n = 0; n < 25; ++n) append_run(journal);
      return std::string("done");
    }));
  }
  for (const auto& writer : writers) CHECK(writer->answer() == "done");
  const Journal journal = Journal::open(folder.journal(), Access::read);
  CHECK(journal.head().seq == 201);
  CHECK(chain_is_whole(journal));
  CHECK(journal.runs().size() == 200);
  CHECK(journal.next_run_id(*parse_date("2026-11-22")) == "20261122-201");
}

TEST_CASE("what a killed writer acknowledged is there, and the chain is whole") {
  const TempFolder folder;
  Journal::create(folder.journal(), birth());
  std::mt19937 random(7);
  for (int round = 0; round < 24; ++round) {
    int pipe_ends[2];
    REQUIRE(pipe(pipe_ends) == 0);
    const pid_t writer = fork();
    REQUIRE(writer >= 0);
    if (writer == 0) {
      Journal journal = Journal::open(folder.journal(), Access::write);
      for (;;) {
        append_run(journal);
        const std::int64_t seq = journal.head().seq;
        if (write(pipe_ends[1], &seq, sizeof seq) != sizeof seq) _exit(1);
      }
    }
    close(pipe_ends[1]);
    std::int64_t acknowledged = 0;
    for (int left = 1 + round % 3; left > 0; --left)
      REQUIRE(read(pipe_ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged);
    const timespec moment{0, static_cast<long>(random() % 12'000'000)};  // somewhere in a write
    nanosleep(&moment, nullptr);
    kill(writer, SIGKILL);
    waitpid(writer, nullptr, 0);
    while (read(pipe_ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) {
    }
    close(pipe_ends[0]);
    Journal journal = Journal::open(folder.journal(), Access::write, kShort);
    REQUIRE(journal.head().seq >= acknowledged);
    REQUIRE(chain_is_whole(journal));
    REQUIRE(journal.runs().size() + 1 == static_cast<std::size_t>(journal.head().seq));
  }
}

TEST_CASE("a reader sees what was committed before it began, while others write") {
  const TempFolder folder;
  Journal writer = Journal::create(folder.journal(), birth());
  auto transaction = writer.begin();
  transaction.append(start_of("20261122-001"));
  {
    const Journal reader = Journal::open(folder.journal(), Access::read, kShort);
    CHECK(reader.head().seq == 1);
    CHECK(reader.runs().empty());
  }
  transaction.commit();
  CHECK(Journal::open(folder.journal(), Access::read, kShort).head().seq == 2);
}

TEST_CASE("a reader has let go when it is destroyed, and cannot write") {
  const TempFolder folder;
  Journal writer = Journal::create(folder.journal(), birth(), kShort);
  std::vector<Event> loaded;
  {
    Journal reader = Journal::open(folder.journal(), Access::read);
    loaded = reader.events();
    CHECK_THROWS_AS(reader.begin(), std::logic_error);
  }
  append(writer, start_of("20261122-001"));
  CHECK(loaded.size() == 1);
}

TEST_CASE("of two writers in one process the second waits, and is told busy in the end") {
  const TempFolder folder;
  Journal first = Journal::create(folder.journal(), birth());
  Journal second = Journal::open(folder.journal(), Access::write, kShort);
  {
    auto transaction = first.begin();
    CHECK(error_of([&] { second.begin(); }) == "75 journal_busy");
  }
  CHECK(append(second, start_of("20261122-001")).seq == 2);
  CHECK(append(first, start_of("20261122-002")).seq == 3);
}

TEST_CASE("busy names the opsctl that holds the lock") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth(), kShort);
  Child holder(
      [&] {
        static Journal own = Journal::open(folder.journal(), Access::write);
        static auto transaction = own.begin();
        return std::string("holding");
      },
      Child::After::stays);
  CHECK(holder.answer() == "holding");
  CHECK(error_of([&] { journal.begin(); }) == "75 journal_busy_by");
  CHECK(
      words_of_error([&] {
        journal.begin();
      }).ends_with("is busy: process " + std::to_string(holder.pid()) + " (store_tests) holds it"));
  holder.dismiss();
  CHECK(append(journal, start_of("20261122-001")).seq == 2);
}

TEST_CASE("busy names another program that holds SQLite's own lock, for readers too") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth(), kShort);
  Child holder(
      [&] {
        static SQLite::Database db(folder.journal().string(), SQLite::OPEN_READWRITE);
        db.exec("BEGIN EXCLUSIVE");
        return std::string("holding");
      },
      Child::After::stays);
  CHECK(holder.answer() == "holding");
  const std::string process = "process " + std::to_string(holder.pid()) + " (";
  CHECK(words_of_error([&] { journal.begin(); }).find(process) != std::string::npos);
  CHECK(error_of([&] { Journal::open(folder.journal(), Access::read, kShort); }) ==
        "75 journal_busy_by");
  holder.dismiss();
  CHECK(append(journal, start_of("20261122-001")).seq == 2);
}

TEST_CASE("waiting for the lock leaves the process's alarm as it was") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth(), kShort);
  const auto lock = FileLock::acquire(journal.path(), kShort);
  CHECK(error_of([&] { journal.begin(); }) == "75 journal_busy");
  struct sigaction action {};
  sigaction(SIGALRM, nullptr, &action);
  CHECK(action.sa_handler == SIG_DFL);
}

TEST_CASE("the holder of a lock is read from /proc/locks, a writer before a reader") {
  const std::string locks =
      "1: POSIX  ADVISORY  READ 11 fe:00:7 1073741826 1073742335\n"
      "2: POSIX  ADVISORY  WRITE 12 fe:00:7 1073741825 1073741825\n"
      "2: -> POSIX  ADVISORY  WRITE 13 fe:00:7 1073741825 1073741825\n"
      "3: FLOCK  ADVISORY  WRITE 14 fe:00:8 0 EOF\n"
      "3: -> FLOCK  ADVISORY  WRITE 15 fe:00:8 0 EOF\n"
      "4: OFDLCK ADVISORY  WRITE -1 fe:00:9 0 EOF\n"
      "5: POSIX  ADVISORY  READ 16 fe:00:10 0 EOF\n";
  const std::uint64_t device = 0xFE00;  // 254:0
  CHECK(holder_in(locks, "POSIX", device, 7, 99) == 12);
  CHECK(holder_in(locks, "POSIX", device, 7, 12) == 11);
  CHECK(holder_in(locks, "FLOCK", device, 8, 99) == 14);
  CHECK_FALSE(holder_in(locks, "FLOCK", device, 8, 14));
  CHECK_FALSE(holder_in(locks, "FLOCK", device, 7, 99));
  CHECK_FALSE(holder_in(locks, "OFDLCK", device, 9, 99));
  CHECK(holder_in(locks, "POSIX", device, 10, 99) == 16);
  CHECK_FALSE(holder_in("", "POSIX", device, 7, 99));
  CHECK_FALSE(holder_in("nonsense\n\n: : :\n", "POSIX", device, 7, 99));
}
