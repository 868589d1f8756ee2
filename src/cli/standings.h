// How the items stand: catalogue and journal brought together for `due`, `check` and `status`.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/session.h"
#include "render/due_order.h"

namespace opsctl::cli {

/// Nothing points to nothing: without a journal the history is empty.
inline const Journal* pointer_to(const std::optional<Journal>& journal) {
  return journal ? &*journal : nullptr;
}

/// What all items share. The catalogue may leave the beginning to the journal.
SiteCalendar site_calendar(Session& session, const Journal* journal);

/// All facts of each item, as they were known at `as_of`.
std::map<std::string, ItemHistory> histories(Session& session, const Journal* journal,
                                             Instant as_of);

/// All facts of the item, as they were known at `as_of`.
ItemHistory history_of(Session& session, const Journal* journal, const Runbook& book,
                       Instant as_of);

/// What decides how the item stands now, and what its next execution settles: not what is further
/// back.
ItemHistory deciding_history(const Journal& journal, const SiteCalendar& site, const Runbook& book,
                             Instant now);

/// Whether an item that stands so is wanted. Each item is asked about once, as the catalogue has
/// them.
using Wanted = std::function<bool(const Runbook&, const Standing&)>;

/// The wanted items, as things stand at `as_of`; without `wanted`, all. `unsettled`: the runs in
/// unsettled_states().
std::vector<render::DueRow> standings(Session& session, const Journal* journal, Instant as_of,
                                      std::span<const RunSummary> unsettled, const Wanted& wanted);
/// The same for whoever has no other use for the runs.
std::vector<render::DueRow> standings(Session& session, const Journal* journal, Instant as_of,
                                      const Wanted& wanted = {});

/// The filters that `due` and `check` share, as typed.
struct ItemFilter {
  std::vector<std::string> items;
  std::optional<std::string> cycle;
  std::optional<std::string> party;
};
/// Whether an item is one of those. Throws Error where there is nothing of such a name.
std::function<bool(const Runbook&)> matching(Session& session, const ItemFilter& filter);

/// Says on stderr that there is no journal yet.
void remark_on_missing(const Session& session, const std::optional<Journal>& journal);

}  // namespace opsctl::cli
