#include "store/busy_wait.h"

#include <unistd.h>

#include <algorithm>
#include <thread>

#include <sqlite3.h>

namespace opsctl {

using std::chrono::steady_clock;

BusyWait::BusyWait(std::chrono::milliseconds limit)
    : limit_(limit), random_(static_cast<std::minstd_rand::result_type>(getpid())) {}

void BusyWait::install(sqlite3* db) { sqlite3_busy_handler(db, &BusyWait::on_busy, this); }

int BusyWait::on_busy(void* self, int tries) {
  return static_cast<BusyWait*>(self)->wait_a_little(tries == 0) ? 1 : 0;
}

bool BusyWait::wait_a_little(bool first) {
  const auto now = steady_clock::now();
  if (first) since_ = now;
  if (now - since_ >= limit_) return false;
  const std::chrono::microseconds pause(std::uniform_int_distribution(500, 20'000)(random_));
  std::this_thread::sleep_for(std::min<steady_clock::duration>(pause, since_ + limit_ - now));
  return true;
}

}  // namespace opsctl
