#include "catalog/holidays_yaml.h"

#include "base/messages/catalog.h"
#include "catalog/map_reader.h"

namespace opsctl {

ReadResult<Holidays> read_holidays(std::string_view text, const std::string& name) {
  Reading reading(text, name);
  const auto root = reading.tree();
  if (!root) return reading.nothing<Holidays>();
  MapReader map(*root, reading);
  map.expect_keys({"covers_until", "holidays"});
  Holidays holidays;
  holidays.covers_until = map.parsed("covers_until", parse_date, say<messages::a_date>());
  for (MapReader& entry : map.maps("holidays")) {
    entry.expect_keys({"date", "name"});
    const auto date = entry.parsed("date", parse_date, say<messages::a_date>());
    const std::string holiday = entry.text("name");
    if (!date) continue;
    if (!holidays.days.emplace(*date, holiday).second)
      entry.error("date", say<messages::repeated_value>(to_text(*date)));
    if (holidays.covers_until && *date > *holidays.covers_until)
      entry.error("date", say<messages::holiday_not_covered>(to_text(*holidays.covers_until)));
  }
  return reading.result(std::move(holidays), *root);
}

}  // namespace opsctl
