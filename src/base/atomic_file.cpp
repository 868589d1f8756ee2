#include "base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "base/messages/shell.h"
#include "base/problem.h"
#include "base/text.h"

namespace opsctl {
namespace {

[[noreturn]] void fail(int error) { throw std::system_error(error, std::system_category()); }

void check(bool well) {
  if (!well) fail(errno);
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) { check(fd_ >= 0); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  void close() { check(::close(std::exchange(fd_, -1)) == 0); }

 private:
  int fd_;
};

void write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    check(written >= 0);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_new(int fd, std::string_view content, mode_t mode) {
  Descriptor file(fd);
  check(::fchmod(file.get(), mode) == 0);
  write_all(file.get(), content);
  check(::fsync(file.get()) == 0);
  file.close();
}

/// The name is as durable as the content.
void flush_folder(const std::filesystem::path& path) {
  const std::filesystem::path parent = path.parent_path();
  Descriptor folder(
      ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  check(::fsync(folder.get()) == 0);
}

void replace(const std::filesystem::path& path, std::string_view content, mode_t mode) {
  std::string temporary = path.string() + ".XXXXXX";
  const int fd = ::mkostemp(temporary.data(), O_CLOEXEC);
  check(fd >= 0);
  try {
    write_new(fd, content, mode);
    check(::rename(temporary.c_str(), path.c_str()) == 0);
  } catch (const std::system_error&) {
    ::unlink(temporary.c_str());
    throw;
  }
  flush_folder(path);
}

}  // namespace

void replace_file(const std::filesystem::path& path, std::string_view content, mode_t mode) {
  try {
    replace(path, content, mode);
  } catch (const std::system_error& error) {
    throw Error(Exit::failure,
                say<messages::file_not_written>(visible(path.string()), error.code().message()),
                say<messages::file_not_written_hint>());
  }
}

}  // namespace opsctl
