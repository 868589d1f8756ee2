#include "catalog/reuse.h"

#include <utility>

#include "base/sha256.h"

namespace opsctl {
namespace {

/// Of the files for a catalogue. The heads have the catalogue's name in them, too.
std::string file_name(const std::string& catalogue) {
  return "catalogue-" + hex(sha256(catalogue)).substr(0, 32);
}

}  // namespace

Reuse::Reuse(const std::filesystem::path& catalogue, const std::filesystem::path& caches,
             Purpose purpose, bool anew)
    : catalogue_(catalogue.string()),
      files_{CacheFile(caches, file_name(catalogue_)),
             CacheFile(caches, file_name(catalogue_) + "-details"),
             CacheFile(caches, file_name(catalogue_) + "-rest")},
      purpose_(purpose),
      compiled_(anew ? std::string() : files_.front().bytes(), catalogue_) {
  if (purpose_ >= Purpose::overview) attach(Layer::details);
  if (purpose_ >= Purpose::reading) attach(Layer::rests);
}

void Reuse::attach(Layer layer) {
  if (compiled_.size() > 0 && !compiled_.has(layer))
    compiled_.attach(layer, files_[static_cast<std::size_t>(layer)].bytes());
}

const CompiledEntry* Reuse::unchanged(const std::string& path, const std::string& name) {
  const auto stamp = stamp_of(path);
  const CompiledEntry* entry = stamp ? compiled_.find(name) : nullptr;
  if (entry == nullptr || !compiled_.is_unchanged(*entry, *stamp)) return nullptr;
  compilation_.keep(*entry);
  return entry;
}

std::optional<FileStamp> Reuse::stamp_to_read(const std::string& path) {
  const bool is_first = !std::exchange(has_read_, true);
  if (purpose_ == Purpose::recording) return std::nullopt;
  if (is_first) began_at_ = files_.front().clock();  // before the first look at what is read
  return began_at_ ? stamp_of(path) : std::nullopt;
}

void Reuse::publish() {
  if (!began_at_) return;
  if (!compilation_.is_useful(*began_at_)) return;
  attach(Layer::details);
  attach(Layer::rests);
  const ByLayer<std::string> bytes = compilation_.bytes(catalogue_, *began_at_);
  // The heads last: where they find other layers than theirs, all is made anew.
  for (std::size_t layer = kLayers; layer-- > 0;) files_[layer].publish(bytes[layer]);
}

}  // namespace opsctl
