// The rules of a zone as the compiled catalogue keeps them, so that only a change of the system's
// zone data has them looked up again.
#pragma once

#include <optional>

#include "base/time.h"
#include "catalog/compiled.h"

namespace opsctl {

struct ZoneData {
  ZoneRules rules;
  std::optional<FileStamp> stamp;  // of the file; nothing: it cannot be told whether it changes
};

ZoneData zone_data_of(const Zone& zone);

/// The zone as the system has it now: by what was kept if its file looks as it did then, and by
/// the file where that cannot be told. Nothing where it was changed or is not there any more.
std::optional<Zone> zone_of(ZoneData data);

}  // namespace opsctl
