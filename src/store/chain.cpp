#include "store/chain.h"

#include <array>

namespace opsctl {
namespace {

std::array<char, 8> big_endian(std::uint64_t number) {
  std::array<char, 8> bytes;
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8)
    *byte = static_cast<char>(number & 0xFFU);
  return bytes;
}

std::string_view view(const auto& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Hash chain_hash(const Hash& prev, std::int64_t seq, std::string_view payload) {
  const auto number = big_endian(static_cast<std::uint64_t>(seq));
  const auto length = big_endian(payload.size());
  const std::array<std::string_view, 5> pieces = {"opsctl-event-v1\n", view(prev), view(number),
                                                  view(length), payload};
  return sha256(pieces);
}

std::optional<ChainBreak> check_chain(std::span<const StoredRecord> records, ChainEnd& end) {
  for (const StoredRecord& record : records) {
    if (record.seq != end.seq + 1) return ChainBreak{record.seq, ChainFault::gap};
    if (record.hash != chain_hash(end.hash, record.seq, record.payload))
      return ChainBreak{record.seq, ChainFault::hash};
    end = {record.seq, record.hash};
  }
  return std::nullopt;
}

}  // namespace opsctl
