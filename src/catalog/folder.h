// The folders of a catalogue: which files are there, and their bytes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "catalog/source_text.h"

namespace opsctl {

/// The names in a folder that are for us: not hidden, no editor's backup. Sorted. A folder that
/// cannot be read is a complaint.
std::vector<std::string> names_in(const std::filesystem::path& folder, Diagnostics& diagnostics);

/// Links are followed: what counts is what they lead to.
bool is_folder(const std::filesystem::path& path);

/// The bytes of a regular file, one more than `limit` at most. A complaint, and nothing, where it
/// cannot be read; pipes and devices are never opened.
std::optional<std::string> bytes_of(const std::filesystem::path& file, Diagnostics& diagnostics,
                                    std::size_t limit = kMaxFileSize);

/// A complaint about a file or folder as a whole.
Diagnostic file_error(const std::filesystem::path& file, Message message,
                      const std::optional<Message>& hint = {});

}  // namespace opsctl
