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
      heads_(caches, file_name(catalogue_)),
      rests_(caches, file_name(catalogue_) + "-rest"),
      purpose_(purpose),
      compiled_(anew ? std::string() : heads_.bytes(), catalogue_) {
  if (purpose_ != Purpose::overview) compiled_.attach(rests_.bytes());
}

bool Reuse::is_unchanged(const std::string& path) {
  const auto stamp = stamp_of(path);
  const CompiledEntry* entry = stamp ? compiled_.unchanged(path, *stamp) : nullptr;
  if (entry != nullptr) compilation_.keep(path, *entry);
  return entry != nullptr;
}

std::optional<FileStamp> Reuse::stamp_to_read(const std::string& path) {
  const bool is_first = !std::exchange(has_read_, true);
  if (purpose_ == Purpose::recording) return std::nullopt;
  if (is_first) began_at_ = heads_.clock();  // before the first look at what is read
  return began_at_ ? stamp_of(path) : std::nullopt;
}

void Reuse::publish() {
  if (!began_at_) return;
  if (!compilation_.is_useful(*began_at_)) return;
  compiled_.attach(rests_.bytes());
  const CompiledBytes bytes = compilation_.bytes(catalogue_, *began_at_);
  // In this order: heads that find other rests than theirs are made anew.
  rests_.publish(bytes.rests);
  heads_.publish(bytes.heads);
}

}  // namespace opsctl
