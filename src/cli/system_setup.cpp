#include "cli/system_setup.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/messages/cli.h"
#include "base/text.h"
#include "cli/recording.h"
#include "store/lock_file.h"

namespace opsctl::cli {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kRoot = 0;
constexpr mode_t kFolderMode = 02770;   // what is created in it gets its group
constexpr mode_t kProgramMode = 02755;  // runs with its group
constexpr mode_t kJournalMode = 0660;

[[noreturn]] void fail(const fs::path& path, const std::string& why) {
  throw Error(Exit::failure, say<messages::system_not_set_up>(visible(path.string()), why));
}

gid_t group_of_journal() {
  const group* found = ::getgrnam(kJournalGroup);
  if (found != nullptr) return found->gr_gid;
  throw Error(Exit::failure, say<messages::system_group_missing>(kJournalGroup),
              say<messages::system_group_hint>(kJournalGroup));
}

/// It is root's, of this group, with this mode.
bool is_given(const fs::path& path, gid_t group, mode_t mode) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) fail(path, std::strerror(errno));
  if (S_ISLNK(status.st_mode)) fail(path, "a symbolic link");
  return status.st_uid == kRoot && status.st_gid == group && (status.st_mode & 07777) == mode;
}

/// True where something had to be changed.
bool give(const fs::path& path, gid_t group, mode_t mode) {
  if (is_given(path, group, mode)) return false;
  // The owner first: changing it clears the set-group-id bit.
  if (::chown(path.c_str(), kRoot, group) != 0 || ::chmod(path.c_str(), mode) != 0)
    fail(path, std::strerror(errno));
  return true;
}

void make_folder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) fail(folder, failed.message());
}

/// Nobody but the group enters the folder afterwards: what others keep there would be lost to them.
void require_folder_of_its_own(const fs::path& journal) {
  for (const auto& entry : fs::directory_iterator(journal.parent_path())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(journal.filename().string()))
      throw Error(
          Exit::failure,
          say<messages::system_folder_used>(visible(journal.parent_path().string()), visible(name)),
          say<messages::system_folder_used_hint>(kJournalGroup));
  }
}

void make_durable(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool is_synced = fd >= 0 && ::syncfs(fd) == 0;
  const int error = errno;
  if (fd >= 0) ::close(fd);
  if (!is_synced) fail(folder, std::strerror(error));
}

/// Everybody reads them, root alone writes them, whatever the umask was.
void open_for_reading(const fs::path& folder) {
  ::chmod(folder.c_str(), 0755);
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    ::chmod(entry.path().c_str(), entry.is_directory() ? 0755 : 0644);
}

/// The installed sample, for the site to change. It gets its name when it is whole: half of it
/// would be taken for the site's catalogue.
bool copy_runbooks(const World& world) {
  const fs::path site = fs::path(world.etc_folder) / "runbooks";
  const fs::path draft = site.string() + ".new";
  std::error_code failed;
  if (fs::exists(site, failed)) return false;
  const fs::path sample = fs::path(world.program_folder) / "../share/opsctl/runbooks";
  make_folder(world.etc_folder);
  ::chmod(world.etc_folder.c_str(), 0755);
  fs::remove_all(draft, failed);  // of somebody who was cut off
  if (!failed) fs::copy(fs::canonical(sample, failed), draft, fs::copy_options::recursive, failed);
  if (failed) fail(draft, failed.message());
  open_for_reading(draft);
  make_durable(draft);
  fs::rename(draft, site, failed);
  if (failed) fail(site, failed.message());
  return true;
}

}  // namespace

std::vector<Message> set_up_system(Session& session) {
  const World& world = session.world();
  if (world.uid != kRoot)
    throw Error(Exit::failure, say<messages::system_needs_root>(),
                say<messages::system_root_hint>());
  const gid_t group = group_of_journal();
  std::vector<Message> done;
  if (copy_runbooks(world))
    done.push_back(say<messages::system_runbooks_copied>(world.etc_folder + "/runbooks"));
  const fs::path journal = session.shared_journal_path();
  const fs::path folder = journal.parent_path();
  make_folder(folder);
  if (folder != world.system_folder && !is_given(folder, group, kFolderMode))
    require_folder_of_its_own(journal);
  if (give(folder, group, kFolderMode))
    done.push_back(say<messages::system_place_ready>(folder.string(), kJournalGroup));
  if (!Journal::is_there(journal)) {
    // A program that is setgid already looks at the mode as soon as the file is there.
    ::umask(0777 & ~kJournalMode);
    Journal::create(journal, birth_of_journal(session));
    done.push_back(say<messages::system_journal_created>(journal.string()));
  }
  for (const fs::path& file : {journal, lock_file_of(journal)}) {
    if (Journal::is_there(file) && give(file, group, kJournalMode))
      done.push_back(say<messages::system_place_ready>(file.string(), kJournalGroup));
  }
  const fs::path program = fs::path(world.program_folder) / "opsctl";
  if (give(program, group, kProgramMode))
    done.push_back(say<messages::system_program_ready>(program.string(), kJournalGroup));
  return done;
}

}  // namespace opsctl::cli
