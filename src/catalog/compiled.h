// The compiled catalogue: what was read of each file, so that an unchanged file is not parsed
// again. It only saves time: what is recorded comes from the files themselves (see purpose.h).
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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
std::optional<FileStamp> stamp_of(const std::string& path);

/// What is noted of one file or folder: how it looked before it was read, and what was read. `rest`
/// is what an overview does without; it lies in a file of its own.
struct CompiledEntry {
  FileStamp stamp;
  std::string_view packed;
  std::string_view rest;
  std::size_t rest_size = 0;
};

/// The two files of a compilation.
struct CompiledBytes {
  std::string heads;
  std::string rests;
};

/// An earlier compilation.
class Compiled {
 public:
  /// `heads` as they lay in the cache. Nothing is taken from them where they are none of ours,
  /// damaged, or of another program, format or catalogue.
  Compiled(std::string heads, std::string_view catalogue);
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;

  /// The rests as they lay in the cache. Throws NotPacked where they are not those of these heads.
  void attach(std::string rests);

  /// What was read of it, if it looks as it did then and cannot have been changed since without
  /// looking different: a change within the same moment as the reading may leave no trace, so what
  /// was young then is not believed (as git's index has it).
  const CompiledEntry* unchanged(std::string_view name, const FileStamp& now) const;

  std::size_t size() const { return entries_.size(); }

  /// What was read of it then.
  std::optional<std::string_view> packed(std::string_view name) const;

 private:
  std::string heads_;  // what the entries point to
  std::string rests_;  // the same, one behind the other
  std::uint64_t rests_checksum_ = 0;
  std::int64_t began_at_ = 0;
  std::vector<CompiledEntry> entries_;
  std::unordered_map<std::string_view, std::size_t> places_;  // among the entries
};

/// A compilation in the making.
class Compilation {
 public:
  /// `entry` must live as long, and have its rest by the end.
  void keep(const std::string& name, const CompiledEntry& entry);
  void add(const std::string& name, const FileStamp& stamp, std::string packed, std::string rest);

  /// Some of what was added would be believed. `began_at`: before the first stamp of what was
  /// added, by the clock of the file system.
  bool is_useful(std::int64_t began_at) const;
  CompiledBytes bytes(std::string_view catalogue, std::int64_t began_at) const;

 private:
  struct Added {
    std::string packed;
    std::string rest;
    CompiledEntry entry;
  };
  std::vector<std::pair<std::string, const CompiledEntry*>> entries_;
  std::deque<Added> added_;  // they stay where they are
};

}  // namespace opsctl
