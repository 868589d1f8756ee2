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
constexpr std::uint64_t kFormat = 4;

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

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
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
    std::uint64_t count = 0;
    from(format, version, whose);
    if (format != kFormat || version != OPSCTL_VERSION || whose != catalogue) return;
    from(began_at_, rests_checksum_, count);
    for (; count > 0; --count) {
      std::string_view name;
      CompiledEntry entry;
      std::uint64_t rest_size = 0;
      from(name, entry.stamp, entry.packed, rest_size);
      entry.rest_size = rest_size;
      places_.emplace(name, entries_.size());
      entries_.push_back(entry);
    }
    if (!from.is_at_end()) throw NotPacked();
  } catch (const NotPacked&) {
    places_.clear();
  }
}

void Compiled::attach(std::string rests) {
  if (places_.empty() || !rests_.empty()) return;
  if (checksum(rests) != rests_checksum_) throw NotPacked();
  rests_ = std::move(rests);
  std::string_view left = rests_;
  for (CompiledEntry& entry : entries_) {
    if (entry.rest_size > left.size()) throw NotPacked();
    entry.rest = left.substr(0, entry.rest_size);
    left.remove_prefix(entry.rest_size);
  }
}

const CompiledEntry* Compiled::unchanged(std::string_view name, const FileStamp& now) const {
  const auto found = places_.find(name);
  if (found == places_.end()) return nullptr;
  const CompiledEntry& entry = entries_[found->second];
  return entry.stamp == now && was_quiet(entry.stamp, began_at_) ? &entry : nullptr;
}

std::optional<std::string_view> Compiled::packed(std::string_view name) const {
  const auto found = places_.find(name);
  if (found == places_.end()) return std::nullopt;
  return entries_[found->second].packed;
}

void Compilation::keep(const std::string& name, const CompiledEntry& entry) {
  entries_.emplace_back(name, &entry);
}

void Compilation::add(const std::string& name, const FileStamp& stamp, std::string packed,
                      std::string rest) {
  added_.push_back({std::move(packed), std::move(rest), {}});
  Added& added = added_.back();
  added.entry = {stamp, added.packed, added.rest, added.rest.size()};
  entries_.emplace_back(name, &added.entry);
}

bool Compilation::is_useful(std::int64_t began_at) const {
  return std::ranges::any_of(
      added_, [&](const Added& one) { return was_quiet(one.entry.stamp, began_at); });
}

CompiledBytes Compilation::bytes(std::string_view catalogue, std::int64_t began_at) const {
  std::string rests;
  for (const auto& [name, entry] : entries_) rests += entry->rest;
  Packer to;
  to(kFormat, std::string_view(OPSCTL_VERSION), catalogue, began_at, checksum(rests),
     std::uint64_t{entries_.size()});
  for (const auto& [name, entry] : entries_)
    to(name, entry->stamp, entry->packed, std::uint64_t{entry->rest.size()});
  return {with_checksum(to.take()), std::move(rests)};
}

}  // namespace opsctl
