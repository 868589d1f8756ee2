// What `opsctl verify` found: for each check how much was looked at and what is wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "model/anchor.h"

namespace opsctl {

/// In the order in which they are shown.
enum class Check {
  file,        // SQLite's own integrity check
  schema,      // tables, indexes and triggers as shipped
  gaps,        // record numbers
  chain,       // hashes
  genesis,     // the first record, and that all are of one journal
  canonical,   // the form of the payloads
  fields,      // what payloads must contain
  clock,       // the order of the times, and what is said of a clock that went back
  index,       // derived: what records are looked up by
  runs,        // derived: how the runs stand
  derived,     // every derived table made again
  blobs,       // runbooks, rosters, evidence
  rules,       // the duty rules, judged again
  signatures,  // of sign-offs, by the signers' keys
  anchors      // heads that were kept outside
};
std::string_view name_of(Check check);  // "file", "schema" …

struct CheckResult {
  Check check{};
  std::int64_t looked_at = 0;
  std::int64_t wrong = 0;
  std::vector<Message> findings = {};  // the first of them
};

struct VerifyReport {
  std::string path;
  bool deep = false;
  std::vector<CheckResult> checks = {};   // those that were made
  std::int64_t unchecked_signatures = 0;  // as nobody said whose keys are good
  std::optional<Anchor> head = {};        // nothing where no record could be read
};

bool is_whole(const VerifyReport& report);

}  // namespace opsctl
