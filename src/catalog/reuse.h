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

  /// What was compiled before.
  const Compiled& compiled() const { return compiled_; }

  /// What was read of an unchanged file or folder. Throws NotPacked.
  template <class T>
  std::optional<T> take(const std::string& path, const std::string& name) {
    const CompiledEntry* entry = unchanged(path, name);
    if (entry == nullptr) return std::nullopt;
    std::optional<T> value(std::in_place);
    unpack(*entry, *value);
    return value;
  }

  /// As much of it as the purpose asks for. Throws NotPacked.
  template <class T>
  void unpack(const CompiledEntry& entry, T& value) const {
    const auto in = [&](Layer layer) {
      return Unpacker(entry.packed[static_cast<std::size_t>(layer)]);
    };
    Unpacker from = in(Layer::heads);
    from(value);
    if constexpr (std::same_as<T, Runbook>) {
      if (purpose_ == Purpose::standings) return;
      Unpacker details = in(Layer::details);
      describe_details(details, value);
      if (purpose_ == Purpose::overview) return;
      Unpacker rest = in(Layer::rests);
      describe_rest(rest, value);
    }
  }

  /// A file that only decides whether other things are as they were is unchanged, and stays noted.
  bool is_unchanged(const std::string& path) { return unchanged(path, path) != nullptr; }

  /// How a file looks that is about to be read; nothing where that is not to be noted.
  std::optional<FileStamp> stamp_to_read(const std::string& path);

  /// Something was about to be read. Where nothing was, the files are those that were found to
  /// agree with each other when they were compiled.
  bool has_read() const { return has_read_; }

  template <class T>
  void note(const std::string& name, EntryKind kind, const FileStamp& stamp, const T& value) {
    ByLayer<std::string> layers{packed(value)};
    if constexpr (std::same_as<T, Runbook>) {
      Packer details;
      describe_details(details, value);
      Packer rest;
      describe_rest(rest, value);
      layers = {packed(value), details.take(), rest.take()};
    }
    compilation_.add(name, kind, stamp, std::move(layers));
  }

  /// The file says what it said when the cache was made.
  template <class T>
  bool is_as_compiled(const std::string& name, const T& value) {
    const CompiledEntry* before = compiled_.find(name);
    return before != nullptr && before->packed.front() == packed(value);
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

  /// Kept for the next time.
  const CompiledEntry* unchanged(const std::string& path, const std::string& name);
  void attach(Layer layer);

  std::string catalogue_;
  ByLayer<CacheFile> files_;
  Purpose purpose_;
  Compiled compiled_;
  Compilation compilation_;
  std::optional<std::int64_t> began_at_;  // by the clock of the cache
  bool has_read_ = false;
};

}  // namespace opsctl
