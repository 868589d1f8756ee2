#include "catalog/settings.h"

#include <system_error>
#include <utility>

#include "catalog/folder.h"
#include "catalog/map_reader.h"

namespace opsctl {
namespace {

ReadResult<Settings> read_settings(std::string_view text, const std::string& name) {
  Reading reading(text, name);
  const auto root = reading.tree();
  if (!root) return reading.nothing<Settings>();
  MapReader map(*root, reading);
  map.expect_keys({}, {"runbooks", "db", "backups", "syslog"});
  Settings settings{map.text("runbooks"), map.text("db"), map.text("backups"),
                    map.flag("syslog", false)};
  return reading.result(std::move(settings), *root);
}

}  // namespace

SettingsResult load_settings(const std::filesystem::path& file) {
  SettingsResult result;
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) return result;
  const auto bytes = bytes_of(file, result.diagnostics);
  if (!bytes) return result;
  auto read = read_settings(*bytes, file.string());
  result.diagnostics = std::move(read.diagnostics);
  if (read.value) result.settings = *std::move(read.value);
  return result;
}

}  // namespace opsctl
