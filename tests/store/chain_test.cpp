#include "store/chain.h"

#include <array>
#include <cstdio>
#include <fstream>

#include <catch2/catch.hpp>

#include "store/helpers.h"

using namespace opsctl;

namespace {

std::vector<StoredRecord> chain_of(const std::vector<std::string>& payloads) {
  std::vector<StoredRecord> records;
  Hash previous{};
  for (const std::string& payload : payloads) {
    const auto seq = static_cast<std::int64_t>(records.size()) + 1;
    previous = chain_hash(previous, seq, payload);
    records.push_back({seq, payload, previous});
  }
  return records;
}

std::optional<ChainBreak> first_break(const std::vector<StoredRecord>& records) {
  ChainEnd end;
  return check_chain(records, end);
}

std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) text += static_cast<char>(c);
  REQUIRE(pclose(pipe) == 0);
  return text;
}

}  // namespace

TEST_CASE("the chain's hashes are the known ones") {
  const Hash first = chain_hash(Hash{}, 1, "{}");
  CHECK(hex(first) == "1e0d887c06f2f9de068c8f34ea0b2294b613f0ff6a13f59cb0d3c7070ed0d77b");
  CHECK(hex(chain_hash(first, 2, R"({"a":"日本"})")) ==
        "036a1072a775339410357ccd08459a032580a2d2eee24de4732e4cc79204e2bf");
  CHECK(hex(chain_hash(first, 0x0102030405060708, "")) ==
        "9d6a4254fbb0cfd395985eaa78ea8621c6bcbf35d91c26b8fcb2ec9a98918611");
}

TEST_CASE("sha256sum gives the chain's hash for the bytes that the README names") {
  const test::TempFolder folder;
  const std::string file = folder.path() / "bytes";
  const Hash previous = sha256("something");
  const std::string payload = R"({"note":"確認しました"})";
  std::ofstream bytes(file, std::ios::binary);
  bytes << "opsctl-event-v1\n";
  bytes.write(reinterpret_cast<const char*>(previous.data()), 32);
  bytes.write("\0\0\0\0\0\0\x01\x02", 8);                                   // seq 258
  bytes.write("\0\0\0\0\0\0\0", 7).put(static_cast<char>(payload.size()));  // length
  bytes << payload;
  bytes.close();
  CHECK(output_of("sha256sum < '" + file + "'").substr(0, 64) ==
        hex(chain_hash(previous, 258, payload)));
}

TEST_CASE("a whole chain has no break, checked at once or piece by piece") {
  const auto records = chain_of({"one", "two", "three", "four"});
  CHECK_FALSE(first_break(records));
  CHECK_FALSE(first_break({}));
  ChainEnd end;
  CHECK_FALSE(check_chain(std::span(records).first(1), end));
  CHECK_FALSE(check_chain(std::span(records).subspan(1), end));
  CHECK(end.seq == 4);
  CHECK(end.hash == records.back().hash);
}

TEST_CASE("every flipped bit breaks the chain at its record") {
  const auto records = chain_of({"one", "two", "three"});
  for (std::size_t at = 0; at < records.size(); ++at) {
    const auto seq = static_cast<std::int64_t>(at) + 1;
    for (std::size_t bit = 0; bit < records[at].payload.size() * 8; ++bit) {
      auto forged = records;
      forged[at].payload[bit / 8] = static_cast<char>(forged[at].payload[bit / 8] ^ (1 << bit % 8));
      CHECK(first_break(forged) == ChainBreak{seq, ChainFault::hash});
    }
    for (std::size_t bit = 0; bit < 256; ++bit) {
      auto forged = records;
      forged[at].hash[bit / 8] =
          static_cast<std::uint8_t>(forged[at].hash[bit / 8] ^ (1U << bit % 8));
      CHECK(first_break(forged) == ChainBreak{seq, ChainFault::hash});
    }
  }
}

TEST_CASE("a removed, exchanged, renumbered or re-hashed record breaks the chain") {
  const auto records = chain_of({"one", "two", "three"});
  auto removed = records;
  removed.erase(removed.begin() + 1);
  CHECK(first_break(removed) == ChainBreak{3, ChainFault::gap});
  removed[1].seq = 2;
  CHECK(first_break(removed) == ChainBreak{2, ChainFault::hash});
  auto headless = records;
  headless.erase(headless.begin());
  CHECK(first_break(headless) == ChainBreak{2, ChainFault::gap});
  auto exchanged = records;
  std::swap(exchanged[0].payload, exchanged[1].payload);
  CHECK(first_break(exchanged) == ChainBreak{1, ChainFault::hash});
  auto rehashed = records;
  rehashed[1].payload = "TWO";
  rehashed[1].hash = chain_hash(rehashed[0].hash, 2, "TWO");
  CHECK(first_break(rehashed) == ChainBreak{3, ChainFault::hash});
  auto twice = records;
  twice.insert(twice.begin() + 1, twice[0]);
  CHECK(first_break(twice) == ChainBreak{1, ChainFault::gap});
}
