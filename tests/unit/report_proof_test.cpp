#include <catch2/catch.hpp>

#include <vector>

#include "model/report_proof.h"

using namespace opsctl;
using std::chrono::hours;

namespace {

const Instant kNoon{hours(500'000)};

FoundCopy copy_of(const std::string& journal, std::int64_t seq, Instant taken_at) {
  Manifest manifest;
  manifest.head = {.journal = journal, .seq = seq};
  manifest.taken_at = taken_at;
  return {"/copies/" + std::to_string(seq) + ".db", 4096, manifest};
}

Event decision(std::int64_t seq, Instant at) {
  Event event;
  event.seq = seq;
  event.recorded_at = at;
  return event;
}

}  // namespace

TEST_CASE("report proof: nothing is kept outside that opsctl knows of") {
  CHECK(newest_outside({}, "a", std::nullopt, kNoon) == std::nullopt);
}

TEST_CASE("report proof: the newest copy of this journal counts, whatever the order") {
  const std::vector<FoundCopy> copies = {
      copy_of("a", 3, kNoon - hours(9)), copy_of("a", 7, kNoon - hours(2)),
      copy_of("a", 5, kNoon - hours(5)), copy_of("b", 99, kNoon - hours(1)),
      FoundCopy{"/copies/closed.db", 4096, std::nullopt}};
  CHECK(newest_outside(copies, "a", std::nullopt, kNoon) ==
        AnchorOutside{7, kNoon - hours(2), "/copies/7.db"});
}

TEST_CASE("report proof: what came after the report's time was not there") {
  const std::vector<FoundCopy> copies = {copy_of("a", 3, kNoon - hours(9)),
                                         copy_of("a", 7, kNoon + hours(2))};
  CHECK(newest_outside(copies, "a", decision(6, kNoon + hours(1)), kNoon) ==
        AnchorOutside{3, kNoon - hours(9), "/copies/3.db"});
}

TEST_CASE("report proof: the log and the copies, whichever is newer") {
  const std::vector<FoundCopy> copies = {copy_of("a", 3, kNoon - hours(3))};
  CHECK(newest_outside(copies, "a", decision(4, kNoon - hours(2)), kNoon) ==
        AnchorOutside{4, kNoon - hours(2)});
  CHECK(newest_outside(copies, "a", decision(2, kNoon - hours(4)), kNoon) ==
        AnchorOutside{3, kNoon - hours(3), "/copies/3.db"});
  // Of the same second: the one that has more of the chain.
  CHECK(newest_outside(copies, "a", decision(4, kNoon - hours(3)), kNoon) ==
        AnchorOutside{4, kNoon - hours(3)});
}
