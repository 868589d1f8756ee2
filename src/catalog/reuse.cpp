#include "catalog/reuse.h"

#include "base/sha256.h"

namespace opsctl {
namespace {

/// One file for each catalogue. It has the catalogue's name in it, too.
std::string file_name(const std::string& catalogue) {
  return "catalogue-" + hex(sha256(catalogue)).substr(0, 32);
}

}  // namespace

Reuse::Reuse(const std::filesystem::path& catalogue, const std::filesystem::path& caches,
             Purpose purpose)
    : catalogue_(catalogue.string()),
      file_(caches, file_name(catalogue_)),
      purpose_(purpose),
      compiled_(file_.bytes(), catalogue_) {}

std::optional<FileStamp> Reuse::stamp_to_read(const std::filesystem::path& path) {
  if (purpose_ == Purpose::recording) return std::nullopt;
  if (!has_begun_) began_at_ = file_.clock();  // before the first look at what is read
  has_begun_ = true;
  return began_at_ ? stamp_of(path) : std::nullopt;
}

void Reuse::publish() {
  if (!began_at_) return;
  if (const auto bytes = compilation_.bytes(catalogue_, *began_at_)) file_.publish(*bytes);
}

}  // namespace opsctl
