// What the tests of the store share: folders that vanish, events to write, work done in another
// process, and faults.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "base/random.h"
#include "model/event.h"
#include "store/journal.h"

namespace opsctl::test {

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "opsctl-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path journal() const { return path_ / "journal.db"; }

 private:
  std::filesystem::path path_;
};

inline constexpr std::chrono::milliseconds kShort{40};
inline const Instant kNoon{std::chrono::seconds(1795316400)};  // 2026-11-22T12:00:00+09:00

inline Event birth(std::string uuid = random_uuid()) {
  Event event;
  event.body = JournalCreated{std::move(uuid)};
  event.actor = {"p-sato", "", "", "sato", 1001};
  event.recorded_at = event.performed_at = kNoon;
  event.utc_offset_seconds = 9 * 3600;
  event.origin = {"pts/1", "ops1", "0.1.0"};
  return event;
}

inline Runbook small_book(std::string item = "inc-13") {
  Runbook book;
  book.id = std::move(item);
  book.no = 13;
  book.sheet = "inc";
  book.title = "DBMS復旧";
  book.duties = {{"operator", Duty::perform}, {"manager", Duty::approve}};
  book.steps = {{.id = "1", .text = "確認する"}, {.id = "2", .text = "復旧する"}};
  book.hash = sha256("book");
  return book;
}

inline Event event_of(std::string run, EventBody body, std::string item = "inc-13") {
  Event event = birth();
  event.run = std::move(run);
  event.item = std::move(item);
  event.body = std::move(body);
  event.actor.party = "operator";
  event.actor.duty = "perform";
  event.runbook_hash = sha256("book");
  event.roster_hash = sha256("roster");
  event.idempotency_key = random_uuid();
  return event;
}

inline Event start_of(std::string run, std::string item = "inc-13") {
  return event_of(std::move(run),
                  RunStarted{small_book(item), {{"operator", "運用", "担当", false}}, "1/M"}, item);
}

inline Event append(Journal& journal, const Event& event) {
  auto transaction = journal.begin();
  Event recorded = transaction.append(event);
  transaction.commit();
  return recorded;
}

/// "6 journal_missing": how an Error ends the process, and its code; "" where there is none.
inline std::string error_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return std::to_string(static_cast<int>(error.exit())) + " " +
           std::string(error.problem().what.text->name);
  }
  return "";
}

/// The message itself, in English.
inline std::string words_of_error(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

/// Runs `work` in a process of its own. What it gives is read by answer(); the process waits for
/// dismiss() before it ends, if `stays`.
class Child {
 public:
  enum class After { ends, stays };

  explicit Child(const std::function<std::string()>& work, After after = After::ends) {
    if (pipe(answer_) != 0 || pipe(leave_) != 0) throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error("no process");
    if (pid_ == 0) live(work, after);
    close(answer_[1]);
    close(leave_[0]);
  }
  ~Child() {
    dismiss();
    close(answer_[0]);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  pid_t pid() const { return pid_; }

  /// Up to the next line end, without it.
  std::string answer() {
    std::string text;
    char c = 0;
    while (read(answer_[0], &c, 1) == 1 && c != '\n') text += c;
    return text;
  }

  /// Lets it go and waits for its end.
  void dismiss() {
    if (pid_ == 0) return;
    close(leave_[1]);
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }

 private:
  [[noreturn]] void live(const std::function<std::string()>& work, After after) {
    close(answer_[0]);
    close(leave_[1]);
    std::string text;
    try {
      text = work();
    } catch (const std::exception& e) {
      text = std::string("threw ") + e.what();
    }
    text += '\n';
    [[maybe_unused]] auto written = write(answer_[1], text.data(), text.size());
    char c = 0;
    if (after == After::stays) written = read(leave_[0], &c, 1);
    _exit(0);
  }

  pid_t pid_ = 0;
  int answer_[2] = {};
  int leave_[2] = {};
};

/// `work` as a user who owns nothing here; tests may run as root, whom no permission stops.
inline std::string as_nobody(const std::function<std::string()>& work) {
  Child child([&] {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) return std::string("root");
    return work();
  });
  return child.answer();
}

}  // namespace opsctl::test
