#include "store/copying.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "base/messages/care.h"
#include "base/problem.h"
#include "model/manifest.h"
#include "store/draft.h"
#include "store/place.h"
#include "store/records.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kMode = 0640;

Error exists_already(const fs::path& path) {
  return {Exit::failure, say<messages::backup_exists>(path.string()),
          say<messages::backup_exists_hint>()};
}

Error unusable_folder(const fs::path& folder, int error) {
  return {Exit::failure, say<messages::backup_folder_unusable>(folder.string(), words_of(error))};
}

Error not_written(const fs::path& place, const std::string& words) {
  return {Exit::failure, say<messages::backup_not_written>(place.string(), words)};
}

Error full_disk(const fs::path& place) {
  return {Exit::failure, say<messages::backup_disk_full>(place.string()),
          say<messages::backup_disk_full_hint>()};
}

Error error_of(const std::system_error& cause, const fs::path& place) {
  switch (const int error = cause.code().value()) {
    case EEXIST:
      return exists_already(place);
    case EACCES:
    case EPERM:
    case EROFS:
      return unusable_folder(place.parent_path(), error);
    case ENOSPC:
    case EDQUOT:
      return full_disk(place);
    default:
      return not_written(place, words_of(error));
  }
}

/// What is read from the copy is nothing yet, so what cannot be read is the journal.
bool is_of_source(int code) {
  const int kind = code & 0xFF;
  return kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_BUSY ||
         kind == SQLITE_LOCKED || code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ;
}

Error error_of(const SQLite::Exception& cause, const fs::path& place) {
  if ((cause.getErrorCode() & 0xFF) == SQLITE_FULL) return full_disk(place);
  return not_written(place, cause.getErrorStr());
}

class File {
 public:
  File(const fs::path& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC)) {
    if (fd_ < 0) fail();
  }
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write_all(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = ::write(fd_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail();
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  /// Nothing at the end.
  std::string_view read_some(std::span<char> buffer) const {
    ssize_t got = -1;
    do {
      got = ::read(fd_, buffer.data(), buffer.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) fail();
    return {buffer.data(), static_cast<std::size_t>(got)};
  }

  std::int64_t size() const { return status().st_size; }
  bool is_regular() const { return S_ISREG(status().st_mode); }

  /// Whatever the umask of whoever took it: a copy is read by its owner's group.
  void make_durable() const {
    if (::fchmod(fd_, kMode) != 0 || ::fsync(fd_) != 0) fail();
  }

 private:
  struct stat status() const {
    struct stat status {};
    if (::fstat(fd_, &status) != 0) fail();
    return status;
  }

  [[noreturn]] static void fail() { throw std::system_error(errno, std::generic_category()); }

  int fd_;
};

}  // namespace

fs::path place_for_copy(const fs::path& target) {
  std::error_code error;
  if (fs::is_directory(target, error))
    throw Error(Exit::failure, say<messages::backup_is_folder>(target.string()),
                say<messages::backup_is_folder_hint>((target / "journal-20261122.db").string()));
  const fs::path named = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const fs::path folder = fs::canonical(named, error);
  if (error == std::errc::no_such_file_or_directory)
    throw Error(Exit::failure, say<messages::backup_folder_missing>(named.string()),
                say<messages::backup_folder_missing_hint>(named.string()));
  if (error) throw unusable_folder(named, error.value());
  if (!fs::is_directory(folder, error)) throw unusable_folder(named, ENOTDIR);
  struct statfs system {};
  if (::statfs(folder.c_str(), &system) != 0) throw unusable_folder(folder, errno);
  if (is_network_file_system(static_cast<long>(system.f_type)))
    throw Error(Exit::failure, say<messages::backup_on_network>(target.string()),
                say<messages::backup_on_network_hint>());
  return folder / target.filename();
}

Anchor head_of(SQLite::Database& db) {
  const ChainEnd end = chain_end(db);
  return {std::get<JournalCreated>(first_event(db).body).uuid, end.seq, end.hash};
}

JournalCounts counts_of(SQLite::Database& db) {
  const auto count = [&](const char* table) {
    return db.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt64();
  };
  return {count("event"), count("blob"), count("run"), count("request"), count("waiver")};
}

void measure(const fs::path& path, Manifest& manifest) {
  const File file(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  std::array<char, 1 << 16> buffer{};
  manifest.size = file.size();
  manifest.sha256 = sha256([&] { return file.read_some(buffer); });
}

std::optional<std::string> beginning_of(const fs::path& path, std::size_t longest) {
  const File file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (!file.is_regular()) return std::nullopt;
  std::string text(longest, '\0');
  std::size_t length = 0;
  while (length < longest) {
    const auto got = file.read_some(std::span(text).subspan(length));
    if (got.empty()) break;
    length += got.size();
  }
  text.resize(length);
  return text;
}

struct Copy::Drafts {
  explicit Drafts(const fs::path& place)
      : copy(place, kMode), manifest(manifest_of(place), kMode) {}

  void remove_published() const {
    if (manifest_published) ::unlink(manifest.place().c_str());
    if (copy_published) ::unlink(copy.place().c_str());
  }

  Draft copy;
  Draft manifest;
  bool copy_published = false;
  bool manifest_published = false;
};

Copy::Copy(const fs::path& place) {
  for (const fs::path& taken : {place, manifest_of(place)}) {
    if (is_taken(taken)) throw exists_already(taken);
  }
  try {
    drafts_ = std::make_unique<Drafts>(place);
  } catch (const std::system_error& error) {
    throw error_of(error, place);
  }
}

Copy::~Copy() = default;

const fs::path& Copy::path() const { return drafts_->copy.path(); }

void Copy::write_pages(SQLite::Database& from) {
  try {
    SQLite::Database to(path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW);
    // A copy that is not finished is thrown away, and synced as a whole at the end.
    to.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    SQLite::Backup pages(to, from);
    const int code = pages.executeStep(-1);
    if (code != SQLITE_DONE) throw SQLite::Exception(sqlite3_errstr(code), code);
  } catch (const SQLite::Exception& error) {
    if (is_of_source(error.getErrorCode())) throw;
    throw error_of(error, drafts_->copy.place());
  }
}

/// The manifest first: a copy that is there has one.
void Copy::publish(Manifest& manifest) {
  try {
    File(path(), O_RDONLY).make_durable();
    measure(path(), manifest);
    const File text(drafts_->manifest.path(), O_WRONLY);
    text.write_all(opsctl::to_text(json_of(manifest)));
    text.make_durable();
    drafts_->manifest.publish();
    drafts_->manifest_published = true;
    drafts_->copy.publish();
    drafts_->copy_published = true;
    if (!sync_folder(drafts_->copy.place().parent_path()))
      throw std::system_error(EIO, std::generic_category());
  } catch (const std::system_error& error) {
    withdraw();
    throw error_of(error, drafts_->copy.place());
  }
}

void Copy::withdraw() { drafts_->remove_published(); }

}  // namespace opsctl
