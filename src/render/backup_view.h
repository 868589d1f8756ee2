// What `opsctl backup` says of a copy.
#pragma once

#include <string>

#include "model/backup.h"
#include "render/look.h"

namespace opsctl::render {

std::string backup(const std::string& path, const Manifest& manifest, Format format,
                   const Look& look);

/// --check.
std::string backup_check(const BackupCheck& check, Format format, const Look& look);

}  // namespace opsctl::render
