#include "cli/evidence.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/messages/cli.h"
#include "base/messages/hostile.h"
#include "base/text.h"

namespace opsctl::cli {
namespace {

constexpr std::int64_t kKept = 10LL * 1024 * 1024;
constexpr int kLongestName = 120;

[[noreturn]] void refuse(const std::string& name, MessageArg why) {
  throw Error(Exit::failure, say<messages::evidence_unreadable>(visible(name), std::move(why)),
              say<messages::evidence_hint>());
}

class OpenFile {
 public:
  explicit OpenFile(const std::string& name)
      : fd_(::open(name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
    if (fd_ < 0) refuse(name, errno == ELOOP ? "a symbolic link" : std::strerror(errno));
    struct stat status {};
    if (::fstat(fd_, &status) != 0 || !S_ISREG(status.st_mode)) {
      ::close(fd_);
      refuse(name, "not a regular file");
    }
    size_ = status.st_size;
  }
  ~OpenFile() { ::close(fd_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int fd() const { return fd_; }
  /// In bytes, when it was opened.
  std::int64_t size() const { return size_; }

 private:
  int fd_;
  std::int64_t size_ = 0;
};

/// Without its folder, and safe to show.
std::string safe_name(const std::string& name) {
  const std::string shown = visible(std::filesystem::path(name).filename().string());
  return shown.empty() ? "-" : first_characters(shown, kLongestName);
}

ReadFile read_file(const std::string& name) {
  const OpenFile file(name);
  ReadFile read;
  read.evidence.name = safe_name(name);
  std::array<char, 65536> part{};
  read.evidence.hash = sha256([&]() -> std::string_view {
    ssize_t got = -1;
    do {
      got = ::read(file.fd(), part.data(), part.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) refuse(name, std::strerror(errno));
    read.evidence.size += got;
    // A file that grows as it is read might never end.
    if (read.evidence.size > file.size()) refuse(name, say<messages::evidence_changed>());
    const std::string_view bytes(part.data(), static_cast<std::size_t>(got));
    if (read.evidence.size <= kKept) read.content += bytes;
    return bytes;
  });
  if (read.evidence.size != file.size()) refuse(name, say<messages::evidence_changed>());
  read.evidence.kept = read.evidence.size <= kKept;
  if (!read.evidence.kept) read.content.clear();
  return read;
}

}  // namespace

std::vector<ReadFile> read_evidence(const std::vector<std::string>& names) {
  std::vector<ReadFile> files;
  for (const std::string& name : names) files.push_back(read_file(name));
  return files;
}

std::vector<Evidence> described(const std::vector<ReadFile>& files) {
  std::vector<Evidence> all;
  for (const ReadFile& file : files) all.push_back(file.evidence);
  return all;
}

void keep(Recording& recording, const std::vector<ReadFile>& files) {
  for (const ReadFile& file : files) {
    if (file.evidence.kept) recording.keep(file.content);
  }
}

}  // namespace opsctl::cli
