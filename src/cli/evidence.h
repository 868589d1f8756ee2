// Files that prove a step: read once, kept by their hash (spec workflow.md, records.md).
#pragma once

#include <string>
#include <vector>

#include "cli/recording.h"
#include "model/event.h"

namespace opsctl::cli {

struct ReadFile {
  Evidence evidence;
  std::string content;  // of files that are kept
};

/// Regular files only, and no links: what is recorded is what was named. Larger files than
/// 10 MiB are recorded by name, size and hash. Throws Error(Exit::failure).
std::vector<ReadFile> read_evidence(const std::vector<std::string>& names);

std::vector<Evidence> described(const std::vector<ReadFile>& files);

/// Puts the contents into the journal, with the transaction.
void keep(Recording& recording, const std::vector<ReadFile>& files);

}  // namespace opsctl::cli
