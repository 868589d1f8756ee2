// What a catalogue is wanted for.
#pragma once

namespace opsctl {

/// What is recorded, and what decides on it, does not come from the cache: for `recording`, all but
/// the runbooks is read, and the runbook that is recorded must be read_again(). For an `overview`,
/// runbooks that did not change come without summary, steps and record fields: most of their bytes.
enum class Purpose { overview, reading, recording };

}  // namespace opsctl
