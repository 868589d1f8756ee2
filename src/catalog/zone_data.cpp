#include "catalog/zone_data.h"

#include <chrono>
#include <utility>

namespace opsctl {

ZoneData zone_data_of(const Zone& zone) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  auto stamp = stamp_of(zone.file());
  // The rules were read a moment ago. What was changed since then is young, and not believed.
  if (stamp && !was_quiet(*stamp, std::chrono::nanoseconds(now).count())) stamp.reset();
  return {zone.rules(), stamp};
}

std::optional<Zone> zone_of(ZoneData data) {
  if (!data.stamp) return Zone::find(data.rules.name);
  if (Zone zone(std::move(data.rules)); stamp_of(zone.file()) == data.stamp) return zone;
  return std::nullopt;
}

}  // namespace opsctl
