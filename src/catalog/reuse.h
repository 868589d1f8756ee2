// One loading of a catalogue with the cache at hand: what was compiled before, and what is compiled
// now. The cache is written again only where that helps the next who comes.
#pragma once

#include <concepts>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "catalog/cache_file.h"
#include "catalog/catalog_loader.h"
#include "catalog/compiled.h"
#include "catalog/pack_fields.h"

namespace opsctl {

class Reuse {
 public:
  /// `catalogue`: the absolute path of its folder. `caches`: as for CacheFile.
  /// `anew`: what was compiled before is of no use.
  Reuse(const std::filesystem::path& catalogue, const std::filesystem::path& caches,
        Purpose purpose, bool anew);

  Purpose purpose() const { return purpose_; }

  /// What was read of an unchanged file or folder. Throws NotPacked.
  template <class T>
  std::optional<T> take(const std::string& path, const std::string& name) {
    const auto stamp = stamp_of(path);
    const CompiledEntry* entry = stamp ? compiled_.unchanged(name, *stamp) : nullptr;
    if (entry == nullptr) return std::nullopt;
    compilation_.keep(name, *entry);
    Unpacker from(entry->packed);
    std::optional<T> value(std::in_place);
    from(*value);
    if constexpr (kHasRest<T>) {
      if (purpose_ == Purpose::overview) return value;
      Unpacker rest(entry->rest);
      describe_rest(rest, *value);
    }
    return value;
  }

  /// A file that only decides whether other things are as they were is unchanged, and stays noted.
  bool is_unchanged(const std::string& path);

  /// How a file looks that is about to be read; nothing where that is not to be noted.
  std::optional<FileStamp> stamp_to_read(const std::string& path);

  /// Something was about to be read. Where nothing was, the files are those that were found to
  /// agree with each other when they were compiled.
  bool has_read() const { return has_read_; }

  /// As many files and folders as were compiled before.
  std::size_t compiled_count() const { return compiled_.size(); }

  template <class T>
  void note(const std::string& name, const FileStamp& stamp, const T& value) {
    Packer rest;
    if constexpr (kHasRest<T>) describe_rest(rest, value);
    compilation_.add(name, stamp, packed(value), rest.take());
  }

  /// The file says what it said when the cache was made.
  template <class T>
  bool is_as_compiled(const std::string& name, const T& value) const {
    const auto before = compiled_.packed(name);
    return before && *before == packed(value);
  }

  /// For the next time. Only after a loading without a mistake. Throws NotPacked.
  void publish();

 private:
  template <class T>
  static std::string packed(const T& value) {
    Packer to;
    to(value);
    return to.take();
  }

  template <class T>
  static constexpr bool kHasRest = std::same_as<T, Runbook>;

  std::string catalogue_;
  CacheFile heads_;
  CacheFile rests_;
  Purpose purpose_;
  Compiled compiled_;
  Compilation compilation_;
  std::optional<std::int64_t> began_at_;  // by the clock of the cache
  bool has_read_ = false;
};

}  // namespace opsctl
