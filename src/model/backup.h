// A copy of the journal, and what its manifest says of it (spec records.md, "Proof").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "base/time.h"
#include "model/anchor.h"
#include "model/verify_report.h"

namespace opsctl {

/// Rows of the tables that a restored journal stands or falls with.
struct JournalCounts {
  std::int64_t records = 0;
  std::int64_t contents = 0;  // runbooks, rosters, evidence
  std::int64_t runs = 0;
  std::int64_t requests = 0;
  std::int64_t waivers = 0;

  friend bool operator==(const JournalCounts&, const JournalCounts&) = default;
};

struct Manifest {
  Anchor head = {};  // of the chain in the copy
  JournalCounts counts = {};
  int schema = 0;         // version of the tables
  std::int64_t size = 0;  // of the file, in bytes
  Hash sha256{};          // of the file
  Instant taken_at{};
  std::string source;  // the journal's file
  std::string host;
  std::string opsctl;  // version

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// How the copy compares with the journal in use.
struct CopyStanding {
  std::string journal;                       // its file
  std::optional<std::int64_t> behind = {};   // records that the copy lacks
  std::optional<Message> not_compared = {};  // why not
  bool is_other = false;                     // it is another journal than that of the copy
};

/// What `opsctl backup --check` found.
struct BackupCheck {
  std::string path;
  Manifest manifest;
  std::vector<Message> findings = {};         // where copy, manifest and journal do not agree
  VerifyReport verified = {};                 // of the copy, deep
  std::optional<CopyStanding> standing = {};  // nothing where there is no journal in use
};

/// `other`: the copy is whole, and which of the two journals is meant is not for it to say.
enum class CopyVerdict { good, other, bad };
std::string_view name_of(CopyVerdict verdict);  // "good", "other", "bad"
CopyVerdict verdict_of(const BackupCheck& check);

/// The copy can be put in the journal's place as it is.
bool can_be_restored(const BackupCheck& check);

/// "2026-11-22T00:00:00Z": needs no catalogue, and no zone data.
std::string utc_text(Instant instant);

}  // namespace opsctl
