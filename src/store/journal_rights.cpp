#include "store/journal_rights.h"

#include <unistd.h>

#include <cstdlib>

namespace opsctl {
namespace {

std::optional<gid_t> group_of_journal;
// Nested uses: the program has one thread.
int wanted = 0;
int put_off = 0;

/// Going on with the wrong rights would be worse than stopping.
void settle() {
  if (!group_of_journal) return;
  const gid_t group = wanted > 0 && put_off == 0 ? *group_of_journal : ::getgid();
  if (::getegid() != group && ::setegid(group) != 0) std::abort();
}

void change(int& count, int by) {
  count += by;
  settle();
}

}  // namespace

void set_journal_group(std::optional<gid_t> group) { group_of_journal = group; }

std::optional<gid_t> journal_group() { return put_off == 0 ? group_of_journal : std::nullopt; }

JournalRights::JournalRights() { change(wanted, 1); }
JournalRights::~JournalRights() { change(wanted, -1); }

OwnRights::OwnRights() { change(put_off, 1); }
OwnRights::~OwnRights() { change(put_off, -1); }

}  // namespace opsctl
