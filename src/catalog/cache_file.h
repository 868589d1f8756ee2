// A file in the user's own cache folder. Whatever is wrong with it or its place, there is then no
// cache: that is never worth a word.
//
// On a shared host, too, it belongs to the user alone and is touched with the user's own rights.
// Who could forge it is the user whom it shows things to, and who could as well run another
// program; what is recorded for others does not come from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace opsctl {

class CacheFile {
 public:
  /// `home`: the folder that caches are made in ($XDG_CACHE_HOME, ~/.cache); empty: there is none.
  CacheFile(const std::filesystem::path& home, const std::string& name);

  /// Empty where there is none that nobody else could have written.
  std::string bytes() const;

  /// Now, by the clock of its file system: ns since 1970. Nothing where no file can be made.
  std::optional<std::int64_t> clock() const;

  /// The new content, whole or not at all.
  void publish(std::string_view bytes) const;

 private:
  std::filesystem::path folder_;
  std::filesystem::path place_;
};

}  // namespace opsctl
