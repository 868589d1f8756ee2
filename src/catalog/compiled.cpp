#include "catalog/compiled.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/checksum.h"
#include "catalog/pack.h"

namespace opsctl {
namespace {

constexpr std::string_view kMagic = "opsctl-catalogue\n";

/// Goes up with every change of what is packed, or of what reading a file makes of it.
constexpr std::uint64_t kFormat = 2;

/// The coarsest clock of a file system in use (FAT's), in ns.
constexpr std::int64_t kMoment = 2'000'000'000;

bool was_quiet(const FileStamp& stamp, std::int64_t began_at) {
  return std::max(stamp.modified_at, stamp.changed_at) < began_at - kMoment;
}

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

template <class Io, class Stamp>
void describe_stamp(Io& io, Stamp& stamp) {
  io(stamp.size, stamp.modified_at, stamp.changed_at, stamp.inode);
}

std::string with_checksum(const std::string& body) {
  const std::uint64_t sum = checksum(body);
  std::string bytes(kMagic);
  bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  return bytes + body;
}

/// Nothing where it is damaged or something else.
std::optional<std::string_view> checked_body(std::string_view bytes) {
  std::uint64_t sum = 0;
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + sizeof sum) return std::nullopt;
  bytes.remove_prefix(kMagic.size());
  std::memcpy(&sum, bytes.data(), sizeof sum);
  bytes.remove_prefix(sizeof sum);
  return checksum(bytes) == sum ? std::optional(bytes) : std::nullopt;
}

}  // namespace

std::optional<FileStamp> stamp_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return FileStamp{status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
                   status.st_ino};
}

Compiled::Compiled(std::string bytes, std::string_view catalogue) : bytes_(std::move(bytes)) {
  const auto body = checked_body(bytes_);
  if (!body) return;
  try {
    Unpacker from(*body);
    std::uint64_t format = 0;
    std::string_view version;
    std::string_view whose;
    std::uint64_t count = 0;
    from(format, version, whose);
    if (format != kFormat || version != OPSCTL_VERSION || whose != catalogue) return;
    from(began_at_, count);
    for (; count > 0; --count) {
      std::string_view name;
      CompiledEntry entry;
      from(name);
      describe_stamp(from, entry.stamp);
      from(entry.packed);
      entries_.emplace(name, entry);
    }
    if (!from.is_at_end()) throw NotPacked();
  } catch (const NotPacked&) {
    entries_.clear();
  }
}

std::optional<std::string_view> Compiled::unchanged(const std::string& name,
                                                    const FileStamp& now) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return std::nullopt;
  const auto& [stamp, packed] = found->second;
  return stamp == now && was_quiet(stamp, began_at_) ? std::optional(packed) : std::nullopt;
}

std::optional<std::string_view> Compiled::packed(const std::string& name) const {
  const auto found = entries_.find(name);
  return found == entries_.end() ? std::nullopt : std::optional(found->second.packed);
}

void Compilation::keep(const std::string& name, const FileStamp& stamp, std::string_view packed) {
  entries_.push_back({name, {stamp, packed}, false});
}

void Compilation::add(const std::string& name, const FileStamp& stamp, std::string packed) {
  entries_.push_back({name, {stamp, added_.emplace_back(std::move(packed))}, true});
}

std::optional<std::string> Compilation::bytes(std::string_view catalogue,
                                              std::int64_t began_at) const {
  const bool is_useful = std::ranges::any_of(entries_, [&](const Entry& one) {
    return one.is_new && was_quiet(one.entry.stamp, began_at);
  });
  if (!is_useful) return std::nullopt;
  Packer to;
  to(kFormat, std::string_view(OPSCTL_VERSION), catalogue, began_at,
     std::uint64_t{entries_.size()});
  for (const auto& [name, entry, is_new] : entries_) {
    to(name);
    describe_stamp(to, entry.stamp);
    to(entry.packed);
  }
  return with_checksum(to.take());
}

}  // namespace opsctl
