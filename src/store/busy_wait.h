// What SQLite does while a file is locked: short sleeps of random length until a deadline. SQLite's
// own handler sleeps longer and longer and starves one of several writers.
#pragma once

#include <chrono>
#include <random>

struct sqlite3;

namespace opsctl {

class BusyWait {
 public:
  explicit BusyWait(std::chrono::milliseconds limit);

  /// To be called before the first statement. The object must outlive the connection.
  void install(sqlite3* db);

 private:
  static int on_busy(void* self, int tries);
  bool wait_a_little(bool first);

  std::chrono::milliseconds limit_;
  std::chrono::steady_clock::time_point since_;
  std::minstd_rand random_;
};

}  // namespace opsctl
