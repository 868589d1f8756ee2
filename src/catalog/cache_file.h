// A file in the user's own cache folder. Whatever is wrong with it or its place, there is then no
// cache: that is never worth a word.
//
// On a shared host, too, it belongs to the user alone and is touched with the user's own rights.
// Who could forge it is the user whom it shows things to, and who could as well run another
// program; what is recorded for others does not come from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace opsctl {

/// The new content under a name of its own, until it is published; removed if it never is.
class CacheDraft {
 public:
  CacheDraft(std::filesystem::path place, std::filesystem::path draft, int fd,
             std::int64_t began_at);
  CacheDraft(const CacheDraft&) = delete;
  CacheDraft& operator=(const CacheDraft&) = delete;
  ~CacheDraft();

  /// When it was begun, by the clock of its file system: ns since 1970.
  std::int64_t began_at() const { return began_at_; }
  void publish(std::string_view bytes);

 private:
  std::filesystem::path place_;
  std::filesystem::path draft_;
  int fd_;
  std::int64_t began_at_;
};

class CacheFile {
 public:
  /// `home`: the folder that caches are made in ($XDG_CACHE_HOME, ~/.cache); empty: there is none.
  CacheFile(const std::filesystem::path& home, const std::string& name);

  /// Empty where there is none that nobody else could have written.
  std::string bytes() const;

  /// Nothing where none can be made.
  std::unique_ptr<CacheDraft> begin() const;

 private:
  std::filesystem::path folder_;
  std::filesystem::path place_;
};

}  // namespace opsctl
