// What main() does before anything else, so that whoever starts opsctl cannot turn its inherited
// state against the journal (spec records.md, "A shared host").
#pragma once

#include <sys/types.h>

#include <initializer_list>
#include <optional>

namespace opsctl {

/// Standard descriptors open; signals unblocked; no core dumps; files private but for the group. Of
/// the environment only `kept` remains. Where the program runs setgid, all other descriptors are
/// closed and its group is let go of; that is the answer: store/journal_rights.h takes it up where
/// it is needed.
std::optional<gid_t> harden(std::initializer_list<const char*> kept);

}  // namespace opsctl
