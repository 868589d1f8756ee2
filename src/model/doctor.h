// What `opsctl doctor` finds: judgements about what opsctl stands on. Pure; who looks is
// cli/checkup.h.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/time.h"
#include "model/backup.h"
#include "model/roster.h"

namespace opsctl {

/// In the order in which they are shown.
enum class Topic {
  settings,
  runbooks,
  roster,
  account,
  journal,
  rights,
  disk,
  clock,
  copies,
  terminal
};
std::string_view name_of(Topic topic);  // "settings", "runbooks" …

enum class Health { good, doubtful, wrong };
std::string_view name_of(Health health);

struct Finding {
  Topic topic{};
  Health health = Health::good;
  Message what;
  std::optional<Message> hint = {};  // where it is not good

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// The worst of them; good where there are none.
Health worst_of(const std::vector<Finding>& findings);

/// Whom this account proves (spec records.md, "Who").
Finding judge_account(const Roster& roster, const std::string& account, bool is_root);

/// `exists`: whether this host knows an account.
Finding judge_roster(const Roster& roster, const std::function<bool(const std::string&)>& exists);

/// Of the file system with the journal.
struct Disk {
  std::uint64_t type = 0;  // as statfs() has it
  std::uint64_t free_bytes = 0;
  std::uint64_t files = 0;  // 0: the file system does not count them
  std::uint64_t free_files = 0;
};
std::vector<Finding> judge_disk(const Disk& disk, const std::string& folder,
                                std::int64_t journal_size);

/// Who may do what to a file of the site's, beside opsctl.
struct Rights {
  std::string path;
  bool by_all = false;    // everybody on this host may write it
  bool by_group = false;  // its group may
};
std::vector<Finding> judge_rights(const std::vector<Rights>& journal);
/// Of a host that init --system has set up: what is not so any more.
std::vector<Finding> judge_shared_host(const std::vector<Message>& not_shared);
std::vector<Finding> judge_runbook_rights(const std::vector<Rights>& runbooks);

/// The clock and the journal's last record; `zone` is for showing them.
Finding judge_clock(Instant now, std::optional<Instant> last_record, const Zone& zone);

/// A copy that was found, with its manifest.
struct FoundCopy {
  std::string path;
  std::int64_t size = 0;             // of the file as it is; -1 where it is none, or unknown
  std::optional<Manifest> manifest;  // nothing: this account may not read it
};
/// `journal`: the uuid of the journal in use; empty where it cannot be read, and any copy counts.
std::vector<Finding> judge_copies(const std::vector<FoundCopy>& copies, const std::string& folder,
                                  const std::string& journal, Instant now);

/// `locale` is that of the environment, empty where none is set.
Finding judge_terminal(const std::string& locale, int columns);

}  // namespace opsctl
