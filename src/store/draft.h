// A new file under a name of its own until it is whole: what is at its place appears complete,
// never over anything else, or not at all.
#pragma once

#include <sys/types.h>

#include <filesystem>

namespace opsctl {

class Draft {
 public:
  /// Creates the draft, empty, beside `place`. Throws std::system_error where that cannot be done.
  Draft(std::filesystem::path place, mode_t mode);
  /// Removes the draft, and what SQLite left beside it.
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const std::filesystem::path& place() const { return place_; }
  /// Where the draft is.
  const std::filesystem::path& path() const { return path_; }

  /// Gives it its name; making that durable is for sync_folder(). Throws std::system_error, with
  /// errc::file_exists where the name is taken.
  void publish();

 private:
  void remove() const;

  std::filesystem::path place_;
  std::filesystem::path path_;
};

}  // namespace opsctl
