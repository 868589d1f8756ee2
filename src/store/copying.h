// How a copy of a journal is written: pages, bytes on the disk, manifest. What backup and upgrade
// share.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "model/backup.h"

namespace opsctl {

/// The file that a copy is to be, its folder resolved. Throws Error (failure) where it cannot be.
std::filesystem::path place_for_copy(const std::filesystem::path& target);

/// The end of the chain. Throws Error (journal) where the first or the last record is damaged.
Anchor head_of(SQLite::Database& db);

JournalCounts counts_of(SQLite::Database& db);

/// Size and SHA-256. Throws std::system_error.
void measure(const std::filesystem::path& file, Manifest& manifest);

/// The first bytes of a file, `longest` at most; nothing where it is none, a pipe among it, which
/// is not waited for. Throws std::system_error where it cannot be read.
std::optional<std::string> beginning_of(const std::filesystem::path& file, std::size_t longest);

/// A copy at its place, durable; both files or none. `place` as place_for_copy() gives it.
class Copy {
 public:
  /// Throws Error (failure).
  explicit Copy(const std::filesystem::path& place);
  ~Copy();
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  /// All pages of the database, as the transaction that it is in sees them. Throws Error (failure)
  /// where they cannot be written, SQLite::Exception where they cannot be read.
  void write_pages(SQLite::Database& from);

  /// Where the copy is until it is published.
  const std::filesystem::path& path() const;

  /// Fills in what the manifest says of the file, and gives both their names. Throws Error
  /// (failure).
  void publish(Manifest& manifest);

  /// Removes what was published: it is not needed after all.
  void withdraw();

 private:
  struct Drafts;
  std::unique_ptr<Drafts> drafts_;
};

}  // namespace opsctl
