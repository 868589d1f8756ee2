// The compiled catalogue: what was read of each file, so that an unchanged file is not parsed
// again. It only saves time: what is recorded comes from the files themselves (see purpose.h).
#pragma once

#include <fcntl.h>

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
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

/// Nothing where it cannot be looked at. Links are followed. `folder`: an open one that a relative
/// path begins at; the system then has less of a way to go, for every file again.
std::optional<FileStamp> stamp_of(const std::string& path, int folder = AT_FDCWD);

/// What a file or folder was read as.
enum class EntryKind { names, head, roster, holidays, sheet, runbook, zone };

/// What was read of runbooks lies in three files of the cache, by who needs it (see purpose.h);
/// what was read of everything else lies in the heads.
enum class Layer { heads, details, rests };
inline constexpr std::size_t kLayers = 3;
template <class T>
using ByLayer = std::array<T, kLayers>;

/// What is noted of one file or folder: how it looked before it was read, and what was read.
/// `name`: within the catalogue's folder; of the zone's file, its path.
struct CompiledEntry {
  std::string_view name;
  EntryKind kind{};
  FileStamp stamp;
  ByLayer<std::string_view> packed;  // empty in a layer that was not attached
};

/// An earlier compilation.
class Compiled {
 public:
  /// `heads` as they lay in the cache. Nothing is taken from them where they are none of ours,
  /// damaged, or of another program, format or catalogue.
  Compiled(std::string heads, std::string_view catalogue);
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;

  /// Another layer as it lay in the cache. Throws NotPacked where it is not that of these heads.
  void attach(Layer layer, std::string bytes);
  bool has(Layer layer) const { return !layers_[static_cast<std::size_t>(layer)].empty(); }

  /// The entries in the order in which the files were read, until `take` is false for one: then
  /// false. What it is given does not stay. Throws NotPacked.
  bool every(const std::function<bool(const CompiledEntry&)>& take) const;

  /// It stays, and has what is attached later, too. Nothing where there is none. Throws NotPacked.
  const CompiledEntry* find(std::string_view name);

  /// Its file looks as it did then and cannot have been changed since without looking different: a
  /// change within the same moment as the reading may leave no trace, so what was young then is not
  /// believed (as git's index has it).
  bool is_unchanged(const CompiledEntry& entry, const FileStamp& now) const;

  /// How many entries there are.
  std::size_t size() const { return size_; }

 private:
  void make_index();

  std::string heads_;
  std::string_view listed_;      // of the heads: the entries
  ByLayer<std::string> layers_;  // but for the heads: what was packed of each entry, end to end
  ByLayer<std::uint64_t> checksums_{};
  std::int64_t began_at_ = 0;
  std::size_t size_ = 0;
  std::unordered_map<std::string_view, CompiledEntry> index_;  // made when first asked for
};

/// A compilation in the making.
class Compilation {
 public:
  /// `entry` must live as long.
  void keep(const CompiledEntry& entry) { entries_.push_back(&entry); }
  void add(const std::string& name, EntryKind kind, const FileStamp& stamp,
           ByLayer<std::string> packed);

  /// Some of what was added would be believed. `began_at`: before the first stamp of what was
  /// added, by the clock of the file system.
  bool is_useful(std::int64_t began_at) const;
  /// What lies in the cache from now on. All that was kept must have all layers.
  ByLayer<std::string> bytes(std::string_view catalogue, std::int64_t began_at) const;

 private:
  struct Added {
    std::string name;
    ByLayer<std::string> packed;
    CompiledEntry entry;
  };
  std::vector<const CompiledEntry*> entries_;
  std::deque<Added> added_;  // they stay where they are
};

}  // namespace opsctl
