// The chain: each record's hash covers its bytes, its number and the hash before it (spec
// records.md). Pure over stored bytes; what they say is in payload.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/sha256.h"

namespace opsctl {

/// A row of table `event`, byte for byte.
struct StoredRecord {
  std::int64_t seq = 0;
  std::string payload;
  Hash hash{};

  friend bool operator==(const StoredRecord&, const StoredRecord&) = default;
};

/// SHA-256("opsctl-event-v1\n" ‖ prev ‖ u64be(seq) ‖ u64be(length) ‖ payload). `prev` of the first
/// record is all zero.
Hash chain_hash(const Hash& prev, std::int64_t seq, std::string_view payload);

/// How far a chain is known to be whole.
struct ChainEnd {
  std::int64_t seq = 0;
  Hash hash{};
};

enum class ChainFault {
  gap,  // the record's number does not follow the one before
  hash  // the record is not what was hashed, or does not follow what was hashed before
};

struct ChainBreak {
  std::int64_t seq = 0;  // of the record at which the chain breaks
  ChainFault fault{};

  friend bool operator==(const ChainBreak&, const ChainBreak&) = default;
};

/// The first break; nothing where the records continue `end`, which is moved on to the last whole
/// record. A long journal is checked piece by piece with the same `end`.
std::optional<ChainBreak> check_chain(std::span<const StoredRecord> records, ChainEnd& end);

}  // namespace opsctl
