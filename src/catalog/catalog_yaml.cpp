#include "catalog/catalog_yaml.h"

#include <algorithm>

#include "base/messages/catalog.h"
#include "base/text.h"
#include "catalog/map_reader.h"
#include "catalog/runbook_parts.h"
#include "catalog/schedule_words.h"

namespace opsctl {
namespace {

const std::vector<std::string> kWeekdayNames = {"sunday",   "monday", "tuesday", "wednesday",
                                                "thursday", "friday", "saturday"};

Party read_party(MapReader& map) {
  map.expect_keys({"id", "organisation", "function"}, {"supervised", "directs"});
  const auto id = [](std::string_view text) {
    return is_slug(text, '-', kLongestId) ? std::optional(std::string(text)) : std::nullopt;
  };
  return {map.parsed("id", id, say<messages::an_id>()).value_or(""), map.text("organisation"),
          map.text("function"), map.flag("supervised", false), map.flag("directs", false)};
}

std::vector<Party> read_parties(MapReader& map) {
  std::vector<Party> parties;
  std::vector<TextValue> ids;
  for (MapReader& entry : map.maps("parties")) {
    parties.push_back(read_party(entry));
    if (const auto id = entry.text_value("id")) ids.push_back(*id);
  }
  expect_unique(map, ids);
  map.expect_entries("parties", 1);
  return parties;
}

std::optional<std::optional<Date>> parse_effective_from(std::string_view text) {
  if (text == "journal") return std::optional<Date>();
  const auto date = parse_date(text);
  if (!date) return std::nullopt;
  return date;
}

/// No path: what is read must lie beside catalog.yaml.
std::optional<std::string> parse_file_name(std::string_view text) {
  const bool fits = text.ends_with(".yaml") && !text.starts_with('.') &&
                    text.find_first_of("/\\") == std::string_view::npos;
  return fits ? std::optional(std::string(text)) : std::nullopt;
}

}  // namespace

ReadResult<CatalogHead> read_catalog_head(std::string_view text, const std::string& name) {
  Reading reading(text, name);
  const auto root = reading.tree();
  if (!root) return reading.nothing<CatalogHead>();
  MapReader map(*root, reading);
  map.expect_keys({"title", "timezone", "effective_from", "parties"},
                  {"fiscal_year_start", "week_start", "holidays", "limits"});
  CatalogHead head;
  head.title = map.text("title");
  head.zone = map.parsed("timezone", Zone::find, say<messages::a_zone>());
  head.effective_from =
      map.parsed("effective_from", parse_effective_from, say<messages::a_date_or_journal>())
          .value_or(std::nullopt);
  if (const auto day =
          map.parsed("fiscal_year_start", parse_month_day, say<messages::a_month_day>()))
    head.fiscal_year_start = *day;
  if (const auto day = map.word("week_start", kWeekdayNames))
    head.week_start = std::chrono::weekday(static_cast<unsigned>(*day));
  head.limits = read_limits(map, {});
  head.holidays =
      map.parsed("holidays", parse_file_name, say<messages::a_file_name>()).value_or("");

  const std::size_t before = reading.complaints();
  head.parties = read_parties(map);
  const bool parties_right = reading.complaints() == before && !head.parties.empty();
  ReadResult<CatalogHead> result = reading.result(head, *root);
  if (parties_right) result.value = std::move(head);
  return result;
}

}  // namespace opsctl
