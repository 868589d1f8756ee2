#include "model/backup.h"

#include <array>

#include <fmt/chrono.h>

namespace opsctl {

std::string_view name_of(CopyVerdict verdict) {
  constexpr std::array<std::string_view, 3> kNames = {"good", "other", "bad"};
  return kNames.at(static_cast<std::size_t>(verdict));
}

CopyVerdict verdict_of(const BackupCheck& check) {
  if (!check.findings.empty() || !is_whole(check.verified)) return CopyVerdict::bad;
  return check.standing && check.standing->is_other ? CopyVerdict::other : CopyVerdict::good;
}

bool can_be_restored(const BackupCheck& check) { return verdict_of(check) == CopyVerdict::good; }

std::string utc_text(Instant instant) { return fmt::format("{:%FT%TZ}", instant); }

}  // namespace opsctl
