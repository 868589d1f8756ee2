// A shared journal belongs to a group that no person is in; the program has it by setgid (spec
// records.md, "A shared host").
#pragma once

#include <sys/types.h>

#include <optional>

namespace opsctl {

/// The group that the program was given, once, by main(). Nothing: everybody uses rights of their
/// own.
void set_journal_group(std::optional<gid_t> group);
std::optional<gid_t> journal_group();

/// While one lives the process has the rights of the journal's group. They do not matter to files
/// of the user's: those are read and written without any of these alive.
class JournalRights {
 public:
  JournalRights();
  ~JournalRights();
  JournalRights(const JournalRights&) = delete;
  JournalRights& operator=(const JournalRights&) = delete;
};

}  // namespace opsctl
