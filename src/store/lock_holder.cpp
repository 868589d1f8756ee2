// Who holds a lock, as /proc/locks shows it. Asking SQLite's file itself with fcntl() would drop
// our own locks on it when that descriptor is closed.
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "store/lock_file.h"

namespace opsctl {
namespace {

/// Of a line "7: POSIX  ADVISORY  WRITE 4242 fe:00:31337 0 EOF"; those who wait have "->" after
/// the number.
struct Line {
  std::string kind;
  std::string mode;
  pid_t pid = 0;
  std::string file;
};

std::optional<Line> parse(const std::string& text) {
  std::istringstream words(text);
  std::string number;
  std::string advisory;
  Line line;
  words >> number >> line.kind >> advisory >> line.mode >> line.pid >> line.file;
  if (!words || line.kind == "->" || line.pid <= 0) return std::nullopt;
  return line;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::optional<pid_t> holder_of_file(const std::string& locks, const char* kind,
                                    const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return holder_in(locks, kind, status.st_dev, status.st_ino, getpid());
}

}  // namespace

std::optional<pid_t> holder_in(std::string_view locks, std::string_view kind, std::uint64_t device,
                               std::uint64_t inode, pid_t own) {
  const std::string file = fmt::format("{:02x}:{:02x}:{}", major(device), minor(device), inode);
  std::optional<pid_t> reader;
  std::istringstream lines{std::string(locks)};
  for (std::string text; std::getline(lines, text);) {
    const std::optional<Line> line = parse(text);
    if (!line || line->kind != kind || line->file != file || line->pid == own) continue;
    if (line->mode == "WRITE") return line->pid;
    reader = line->pid;
  }
  return reader;
}

std::optional<Holder> holder_of(const std::filesystem::path& journal) {
  const std::string locks = content_of("/proc/locks");
  std::optional<pid_t> pid = holder_of_file(locks, "FLOCK", lock_file_of(journal));
  if (!pid) pid = holder_of_file(locks, "POSIX", journal);
  if (!pid) return std::nullopt;
  std::string program = content_of(fmt::format("/proc/{}/comm", *pid));
  if (program.ends_with('\n')) program.pop_back();
  return Holder{*pid, program.empty() ? "?" : program};
}

}  // namespace opsctl
