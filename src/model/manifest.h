// The manifest beside a copy of the journal: JSON, one file.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "base/json.h"
#include "model/backup.h"

namespace opsctl {

/// "FILE.manifest".
std::filesystem::path manifest_of(const std::filesystem::path& copy);

Json json_of(const Manifest& manifest);

/// Nothing where the text is no manifest of ours.
std::optional<Manifest> parse_manifest(std::string_view text);

}  // namespace opsctl
