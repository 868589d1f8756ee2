#include "catalog/sheet_yaml.h"

#include "base/messages/catalog.h"
#include "catalog/map_reader.h"

namespace opsctl {

ReadResult<Sheet> read_sheet(std::string_view text, const std::string& name) {
  Reading reading(text, name);
  const auto root = reading.tree();
  if (!root) return reading.nothing<Sheet>();
  MapReader map(*root, reading);
  map.expect_keys({"title", "prefix"}, {"annex"});
  const auto prefix = [](std::string_view value) {
    return is_slug(value, '\0', 12) ? std::optional(std::string(value)) : std::nullopt;
  };
  Sheet sheet;
  sheet.prefix = map.parsed("prefix", prefix, say<messages::a_prefix>()).value_or("");
  sheet.title = map.text("title");
  sheet.annex = map.text("annex");
  return reading.result(std::move(sheet), *root);
}

}  // namespace opsctl
