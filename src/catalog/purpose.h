// What a catalogue is wanted for.
#pragma once

namespace opsctl {

/// What is recorded, and what decides on it, does not come from the cache: for `recording`, all but
/// the runbooks is read, and the runbook that is recorded must be read_again(). Runbooks that did
/// not change come, for an `overview`, without summary, steps and record fields: most of their
/// bytes; for `standings`, only with what they are called and what decides how they stand.
enum class Purpose { standings, overview, reading, recording };

}  // namespace opsctl
