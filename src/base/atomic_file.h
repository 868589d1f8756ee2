// A file that others read while it is written: they see the old content or the new, never a part.
#pragma once

#include <filesystem>
#include <string_view>

#include <sys/types.h>

namespace opsctl {

/// Writes a temporary file beside `path`, flushes it to the disk and renames it. Throws Error
/// (failure), and then leaves what was there.
void replace_file(const std::filesystem::path& path, std::string_view content, mode_t mode);

}  // namespace opsctl
