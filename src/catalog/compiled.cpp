#include "catalog/compiled.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/checksum.h"
#include "catalog/pack_fields.h"

namespace opsctl {
namespace {

constexpr std::string_view kMagic = "opsctl-catalogue\n";

/// Goes up with every change of what is packed, or of what reading a file makes of it.
constexpr std::uint64_t kFormat = 5;

/// The coarsest clock of a file system in use (FAT's), in ns.
constexpr std::int64_t kMoment = 2'000'000'000;

bool was_quiet(const FileStamp& stamp, std::int64_t began_at) {
  return std::max(stamp.modified_at, stamp.changed_at) < began_at - kMoment;
}

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
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

std::optional<FileStamp> stamp_of(const std::string& path, int folder) {
  struct stat status {};
  if (::fstatat(folder, path.c_str(), &status, 0) != 0) return std::nullopt;
  return FileStamp{status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
                   status.st_ino};
}

Compiled::Compiled(std::string heads, std::string_view catalogue) : heads_(std::move(heads)) {
  const auto body = checked_body(heads_);
  if (!body) return;
  try {
    Unpacker from(*body);
    std::uint64_t format = 0;
    std::string_view version;
    std::string_view whose;
    from(format, version, whose);
    if (format != kFormat || version != OPSCTL_VERSION || whose != catalogue) return;
    std::uint64_t size = 0;
    from(began_at_);
    for (std::size_t layer = 1; layer < kLayers; ++layer) from(checksums_[layer]);
    from(size, listed_);
    if (size <= listed_.size()) size_ = size;
  } catch (const NotPacked&) {  // NOLINT(bugprone-empty-catch)
    // There is nothing in it.
  }
}

void Compiled::attach(Layer layer, std::string bytes) {
  const auto place = static_cast<std::size_t>(layer);
  if (checksum(bytes) != checksums_[place]) throw NotPacked();
  layers_[place] = std::move(bytes);
  if (!index_.empty()) make_index();
}

bool Compiled::every(const std::function<bool(const CompiledEntry&)>& take) const {
  Unpacker from(listed_);
  ByLayer<std::string_view> left{};
  std::ranges::copy(layers_, left.begin());
  for (std::size_t i = 0; i < size_; ++i) {
    CompiledEntry entry;
    std::string_view head;
    from(entry.name, entry.kind, entry.stamp, head);
    for (std::size_t layer = 1; layer < kLayers; ++layer) {
      std::uint64_t length = 0;
      from(length);
      if (layers_[layer].empty()) continue;
      if (length > left[layer].size()) throw NotPacked();
      entry.packed[layer] = left[layer].substr(0, length);
      left[layer].remove_prefix(length);
    }
    entry.packed.front() = head;
    if (!take(entry)) return false;
  }
  if (!from.is_at_end()) throw NotPacked();
  return true;
}

void Compiled::make_index() {
  index_.reserve(size_);
  every([&](const CompiledEntry& entry) {
    index_.insert_or_assign(entry.name, entry);
    return true;
  });
}

const CompiledEntry* Compiled::find(std::string_view name) {
  if (index_.empty()) make_index();
  const auto found = index_.find(name);
  return found == index_.end() ? nullptr : &found->second;
}

bool Compiled::is_unchanged(const CompiledEntry& entry, const FileStamp& now) const {
  return entry.stamp == now && was_quiet(entry.stamp, began_at_);
}

void Compilation::add(const std::string& name, EntryKind kind, const FileStamp& stamp,
                      ByLayer<std::string> packed) {
  Added& added = added_.emplace_back(Added{name, std::move(packed), {}});
  added.entry = {added.name, kind, stamp, {}};
  std::ranges::copy(added.packed, added.entry.packed.begin());
  entries_.push_back(&added.entry);
}

bool Compilation::is_useful(std::int64_t began_at) const {
  return std::ranges::any_of(
      added_, [&](const Added& one) { return was_quiet(one.entry.stamp, began_at); });
}

ByLayer<std::string> Compilation::bytes(std::string_view catalogue, std::int64_t began_at) const {
  ByLayer<std::string> bytes;
  Packer list;
  for (const CompiledEntry* entry : entries_) {
    list(entry->name, entry->kind, entry->stamp, entry->packed.front());
    for (std::size_t layer = 1; layer < kLayers; ++layer) {
      list(std::uint64_t{entry->packed[layer].size()});
      bytes[layer] += entry->packed[layer];
    }
  }
  Packer to;
  to(kFormat, std::string_view(OPSCTL_VERSION), catalogue, began_at);
  for (std::size_t layer = 1; layer < kLayers; ++layer) to(checksum(bytes[layer]));
  to(std::uint64_t{entries_.size()}, list.take());
  bytes.front() = with_checksum(to.take());
  return bytes;
}

}  // namespace opsctl
