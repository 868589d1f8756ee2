// What is asked of every record when a journal is audited: who it was, and when.
#pragma once

#include <optional>
#include <string>

#include "model/event.h"
#include "model/policy.h"

namespace opsctl {

/// "2026-11-22": the day on which it was written down, in the zone of the catalogue of then.
Date day_recorded(const Event& event);

/// Why the person cannot have acted so: unknown to the roster, from another's account, as a deputy
/// without deputation.
std::optional<Message> wrong_identity(const Roster& roster, const Event& event);

/// It took place at another time than it was recorded, and nothing says why.
std::optional<Message> wrong_instant(const Event& event);

/// The person as the rules see people; only where wrong_identity() has nothing to say.
Acting acting_in(const Roster& roster, const Event& event);

/// Party and duty of the permission are those of the record, or why not.
std::optional<Message> differs(const Permission& permission, const Actor& recorded);

}  // namespace opsctl
