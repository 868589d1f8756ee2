// The site's settings, /etc/opsctl/config.yaml: what flags and environment do not say.
#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.h"

namespace opsctl {

struct Settings {
  std::string runbooks;              // the folder of the runbooks; empty: not said
  std::string db;                    // the file of the journal; empty: not said
  std::string backups;               // the folder of the journal's copies; empty: not said
  bool announces_decisions = false;  // `syslog: true`: sign-offs go to the system's log
};

struct SettingsResult {
  Settings settings;
  Diagnostics diagnostics;
};

/// A file that is not there says nothing and is no mistake.
SettingsResult load_settings(const std::filesystem::path& file);

}  // namespace opsctl
