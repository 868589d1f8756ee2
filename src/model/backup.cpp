#include "model/backup.h"

#include <fmt/chrono.h>

namespace opsctl {

bool can_be_restored(const BackupCheck& check) {
  return check.findings.empty() && is_whole(check.verified);
}

std::string utc_text(Instant instant) { return fmt::format("{:%FT%TZ}", instant); }

}  // namespace opsctl
