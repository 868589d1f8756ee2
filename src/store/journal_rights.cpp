#include "store/journal_rights.h"

#include <unistd.h>

#include <cstdlib>

namespace opsctl {
namespace {

std::optional<gid_t> group_of_journal;
int alive = 0;  // nested uses: the program has one thread

/// Going on with the wrong rights would be worse than stopping.
void take(gid_t group) {
  if (::setegid(group) != 0) std::abort();
}

}  // namespace

void set_journal_group(std::optional<gid_t> group) { group_of_journal = group; }

std::optional<gid_t> journal_group() { return group_of_journal; }

JournalRights::JournalRights() {
  if (group_of_journal && alive++ == 0) take(*group_of_journal);
}

JournalRights::~JournalRights() {
  if (group_of_journal && --alive == 0) take(::getgid());
}

}  // namespace opsctl
