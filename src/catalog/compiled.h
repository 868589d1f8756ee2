// The compiled catalogue: what was read of each file, so that an unchanged file is not parsed
// again. It only saves time: what is recorded comes from the files themselves (see Purpose in
// catalog_loader.h).
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace opsctl {

/// How a file or folder looks without being read. Times in ns since 1970.
struct FileStamp {
  std::int64_t size = 0;
  std::int64_t modified_at = 0;
  std::int64_t changed_at = 0;  // of the inode: nobody can set it back
  std::uint64_t inode = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Nothing where it cannot be looked at. Links are followed.
std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

/// What is noted of one file or folder: how it looked before it was read, and what was read.
struct CompiledEntry {
  FileStamp stamp;
  std::string_view packed;
};

/// An earlier compilation.
class Compiled {
 public:
  /// `bytes` as they lay in the cache. Nothing is taken from them where they are none of ours,
  /// damaged, or of another program, format or catalogue.
  Compiled(std::string bytes, std::string_view catalogue);
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;

  /// What was read of it, if it looks as it did then and cannot have been changed since without
  /// looking different: a change within the same moment as the reading may leave no trace, so what
  /// was young then is not believed (as git's index has it).
  std::optional<std::string_view> unchanged(const std::string& name, const FileStamp& now) const;

  /// What was read of it then.
  std::optional<std::string_view> packed(const std::string& name) const;

 private:
  std::string bytes_;  // what the entries point to
  std::int64_t began_at_ = 0;
  std::unordered_map<std::string_view, CompiledEntry> entries_;
};

/// A compilation in the making.
class Compilation {
 public:
  /// `packed` must live as long.
  void keep(const std::string& name, const FileStamp& stamp, std::string_view packed);
  void add(const std::string& name, const FileStamp& stamp, std::string packed);

  /// As for the constructor of Compiled. `began_at`: before the first stamp of what was added, by
  /// the clock of the file system. Nothing where none of what was added would be believed.
  std::optional<std::string> bytes(std::string_view catalogue, std::int64_t began_at) const;

 private:
  struct Entry {
    std::string name;
    CompiledEntry entry;
    bool is_new;
  };
  std::vector<Entry> entries_;
  std::deque<std::string> added_;
};

}  // namespace opsctl
