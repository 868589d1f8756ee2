// How the items stand: catalogue and journal brought together for `due`, `check` and `status`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "render/due_order.h"

namespace opsctl::cli {

/// All items, as things stand at `as_of`. Without a journal the history is empty.
std::vector<render::DueRow> standings(Session& session, const std::optional<Journal>& journal,
                                      Instant as_of);

/// The filters that `due` and `check` share, as typed.
struct ItemFilter {
  std::optional<std::string> cycle;
  std::optional<std::string> party;
};
void keep_matching(Session& session, const ItemFilter& filter, std::vector<render::DueRow>& rows);

/// Says on stderr that there is no journal yet.
void remark_on_missing(const Session& session, const std::optional<Journal>& journal);

}  // namespace opsctl::cli
