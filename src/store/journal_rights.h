// A shared journal belongs to a group that no person is in; the program has it by setgid (spec
// records.md, "A shared host").
#pragma once

#include <sys/types.h>

#include <optional>

namespace opsctl {

/// The group that the program was given, once, by main(). Nothing: everybody uses rights of their
/// own, as while OwnRights live.
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

/// While one lives JournalRights have no effect: for files that the user names, although a journal
/// is open.
class OwnRights {
 public:
  OwnRights();
  ~OwnRights();
  OwnRights(const OwnRights&) = delete;
  OwnRights& operator=(const OwnRights&) = delete;
};

}  // namespace opsctl
