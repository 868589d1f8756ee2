// A file that appears whole or not at all, and never takes the place of another unless told to.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace opsctl::cli {

inline constexpr mode_t kUsualMode = 0640;

class NewFile {
 public:
  /// Begins it beside `path`. Throws Error (failure) where it cannot be begun, or where `path` is
  /// there and may not be replaced. Only a regular file is ever replaced. `mode` holds whatever the
  /// umask. `shown`: what errors call it, where `path` is not where it will be in the end.
  NewFile(std::filesystem::path path, bool may_replace, mode_t mode = kUsualMode,
          const std::filesystem::path& shown = {});
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();  // what was not committed leaves nothing behind

  void write(std::string_view bytes);
  /// On the disk under its name, or Error (failure): also where another file has come there since.
  void commit();

 private:
  [[noreturn]] void fail(int error) const;
  void refuse_existing() const;
  int publish() const;

  std::filesystem::path path_;
  std::string shown_;
  bool may_replace_;
  std::filesystem::path begun_;  // empty once it is committed
  int fd_ = -1;
};

}  // namespace opsctl::cli
