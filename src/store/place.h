// Where a journal lies: its folder, its file, and whether they can be used at all. Every reason
// why not has its own message.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

#include "base/message.h"
#include "base/problem.h"

namespace opsctl {

/// `copy`: a file that nobody works with, opened so that nothing can change it, not even what lies
/// beside it.
enum class Access { copy, read, write };

/// Absolute, with the folder resolved (SQLite's NOFOLLOW refuses a link in any part of the path).
/// Throws Error where the folder cannot be used or is on a network file system.
std::filesystem::path resolved_place(const std::filesystem::path& path);

/// By the number that statfs() has for it.
bool is_network_file_system(long magic);

/// Throws Error (journal_on_network) where `magic` (statfs) is that of a network file system.
void require_local(const std::filesystem::path& path, long magic);

/// Anything there, whatever it is; a broken link too.
bool is_taken(const std::filesystem::path& path);

/// There is no journal, and what helps: on a shared host that is not for its users to do.
Error no_journal(const std::filesystem::path& path);

/// Throws Error unless `path` is a regular file that is not empty and may be accessed.
void require_file(const std::filesystem::path& path, Access access);

/// On a shared host: throws Error (journal) with the cause where others than root and the group
/// could come at the journal, or where the group could not.
void require_shared(const std::filesystem::path& path, gid_t group);

/// The first cause why the group could not use the journal's lock file; nothing where it can, or
/// where there is none yet.
std::optional<Message> why_lock_not_shared(const std::filesystem::path& lock, gid_t group);

/// The words of the system for an errno: "Permission denied".
std::string words_of(int error);

/// Makes what was created, removed or renamed in a folder durable; false where that failed.
bool sync_folder(const std::filesystem::path& folder);

}  // namespace opsctl
