// The least that a program can do, to measure against:
//
//   yardstick nothing           starts and ends
//   yardstick stat FOLDER       looks at every file below the folder, as one must who trusts
//   yardstick commit FILE       one durable record: appended and synced

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string_view>

namespace {

namespace fs = std::filesystem;

int stat_all(const char* folder) {
  long long bytes = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    struct stat status {};
    if (::stat(entry.path().c_str(), &status) != 0) return 1;
    bytes += status.st_size;
  }
  return bytes > 0 ? 0 : 1;
}

int commit(const char* file) {
  const int fd = ::open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return 1;
  constexpr std::string_view kRecord = "one record\n";
  const bool written = ::write(fd, kRecord.data(), kRecord.size()) > 0 && ::fsync(fd) == 0;
  return ::close(fd) == 0 && written ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (what == "nothing") return 0;
  if (what == "stat" && argc == 3) return stat_all(argv[2]);
  if (what == "commit" && argc == 3) return commit(argv[2]);
  return 2;
}
