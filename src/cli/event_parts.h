// A listing of records, part by part.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "model/event.h"

namespace opsctl::cli {

/// The journal again, after it was let go. Throws Error(Exit::journal) where it is another by now:
/// what is listed would be of two.
Journal same_journal(const Session& session, const std::string& uuid);

/// The records that match, as they were when the listing began: records are only added. Between
/// the parts the journal is let go, so that a slow reader of the listing holds up nobody.
class EventParts {
 public:
  /// `limit`: only the last so many; 0: all. `journal`: nothing where there is none yet; let go
  /// after this.
  EventParts(const Session& session, std::optional<Journal> journal, EventFilter filter, int limit);

  /// The number of the last record; 0: none.
  std::int64_t last() const { return last_; }

  /// Each part once, in the order of the records, as long as `take` returns true. May be repeated.
  void each(const std::function<bool(const std::vector<Event>&)>& take) const;

 private:
  const Session& session_;
  EventFilter filter_;
  std::string uuid_;
  std::vector<Event> first_part_;
  std::int64_t last_ = 0;
};

/// Prints them as `opsctl log` does. `write`: false where nobody reads on.
void print_log(Session& session, const EventParts& parts, render::Format format,
               const std::function<bool(const std::string&)>& write);

}  // namespace opsctl::cli
