#include "store/place.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include "base/messages/store.h"
#include "store/journal_rights.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;

// From linux/magic.h and the sources of the file systems. FUSE is not among them: most of it is
// local.
constexpr std::array<long, 10> kNetworkFileSystems = {
    0x6969,      // NFS
    0x517B,      // SMB
    0xFE534D42,  // SMB2
    0xFF534D42,  // CIFS
    0x564C,      // NCP
    0x5346414F,  // OpenAFS
    0x6B414653,  // AFS
    0x73757245,  // Coda
    0x00C36400,  // Ceph
    0x01021997   // 9P
};

[[noreturn]] void throw_missing_folder(const fs::path& folder) {
  throw Error(Exit::journal, say<messages::journal_folder_missing>(folder.string()),
              say<messages::journal_folder_missing_hint>(folder.string()));
}

[[noreturn]] void throw_unusable_folder(const fs::path& folder, int error) {
  throw Error(Exit::journal,
              say<messages::journal_folder_unusable>(folder.string(), words_of(error)));
}

fs::path resolved_folder(const fs::path& folder) {
  std::error_code error;
  fs::path resolved = fs::canonical(folder, error);
  if (error == std::errc::no_such_file_or_directory) throw_missing_folder(folder);
  if (error) throw_unusable_folder(folder, error.value());
  if (!fs::is_directory(resolved, error)) throw_unusable_folder(folder, ENOTDIR);
  return resolved;
}

}  // namespace

std::string words_of(int error) { return std::generic_category().message(error); }

bool is_network_file_system(long magic) {
  return std::ranges::find(kNetworkFileSystems, magic) != kNetworkFileSystems.end();
}

void require_local(const fs::path& path, long magic) {
  if (!is_network_file_system(magic)) return;
  throw Error(Exit::journal, say<messages::journal_on_network>(path.string()),
              say<messages::journal_on_network_hint>());
}

fs::path resolved_place(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  fs::path place = resolved_folder(folder) / path.filename();
  struct statfs system {};
  if (statfs(place.parent_path().c_str(), &system) != 0)
    throw_unusable_folder(place.parent_path(), errno);
  require_local(place, static_cast<long>(system.f_type));
  return place;
}

bool is_taken(const fs::path& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

Error no_journal(const fs::path& path) {
  return {Exit::journal, say<messages::journal_missing>(path.string()),
          journal_group() ? say<messages::journal_missing_shared_hint>()
                          : say<messages::journal_missing_hint>()};
}

void require_file(const fs::path& path, Access access) {
  const std::string name = path.string();
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) throw no_journal(path);
    throw Error(Exit::journal, say<messages::journal_unreadable>(name, words_of(errno)));
  }
  if (S_ISLNK(status.st_mode))
    throw Error(Exit::journal, say<messages::journal_is_link>(name),
                say<messages::journal_is_link_hint>());
  if (S_ISDIR(status.st_mode)) throw Error(Exit::journal, say<messages::journal_is_folder>(name));
  if (!S_ISREG(status.st_mode)) throw Error(Exit::journal, say<messages::journal_is_no_file>(name));
  if (faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0)
    throw Error(Exit::journal, say<messages::journal_unreadable>(name, words_of(errno)));
  const bool writes = access == Access::write;
  // The folder too: SQLite's rollback journal is created in it.
  if (writes && (faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0 ||
                 faccessat(AT_FDCWD, path.parent_path().c_str(), W_OK, AT_EACCESS) != 0))
    throw Error(Exit::journal, say<messages::journal_not_writable>(name, words_of(errno)));
  if (status.st_size == 0)
    throw Error(Exit::journal, say<messages::journal_is_empty>(name),
                say<messages::journal_damaged_hint>());
}

void require_shared(const fs::path& path, gid_t group) {
  const auto require = [&](const fs::path& one, bool is_right, Message cause) {
    if (!is_right)
      throw Error(Exit::journal, say<messages::shared_not_safe>(one.string(), std::move(cause)),
                  say<messages::shared_not_safe_hint>());
  };
  struct stat folder {};
  struct stat file {};
  const fs::path parent = path.parent_path();
  if (::stat(parent.c_str(), &folder) != 0) throw_unusable_folder(parent, errno);
  require(parent, folder.st_uid == 0, say<messages::shared_owner>());
  require(parent, folder.st_gid == group, say<messages::shared_group>());
  require(parent, (folder.st_mode & 02077) == 02070, say<messages::shared_mode>("2770"));
  if (::lstat(path.c_str(), &file) != 0) return;  // require_file() says so
  require(path, file.st_gid == group, say<messages::shared_group>());
  require(path, (file.st_mode & 0077) == 0060, say<messages::shared_mode>("0660"));
}

std::optional<Message> why_lock_not_shared(const fs::path& lock, gid_t group) {
  struct stat file {};
  if (::lstat(lock.c_str(), &file) != 0) return std::nullopt;
  if (file.st_gid != group)
    return say<messages::shared_not_safe>(lock.string(), say<messages::shared_group>());
  if ((file.st_mode & 0077) != 0060)
    return say<messages::shared_not_safe>(lock.string(), say<messages::shared_mode>("0660"));
  return std::nullopt;
}

bool sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool synced = fsync(fd) == 0;
  ::close(fd);
  return synced;
}

}  // namespace opsctl
