#include <catch2/catch.hpp>

#include "model/anchor.h"

using namespace opsctl;

namespace {

const std::string kUuid = "0f8fad5b-d9cb-469f-a165-70867728950e";
const std::string kHash(64, 'a');

}  // namespace

TEST_CASE("an anchor is read as people keep it") {
  CHECK(parse_anchor("12:" + kHash) == KeptAnchor{"", 12, kHash});
  CHECK(parse_anchor(" 12:aAaA0123\r") == KeptAnchor{"", 12, "aaaa0123"});
  CHECK(parse_anchor(kUuid + " 12 " + kHash) == KeptAnchor{kUuid, 12, kHash});
  CHECK(parse_anchor("0F8FAD5B-d9cb-469f-a165-70867728950e\t12  " + kHash +
                     " 2026-11-22T09:00:00+09:00 by hand") == KeptAnchor{kUuid, 12, kHash});
}

TEST_CASE("what is no anchor is not taken for one") {
  for (const std::string& text :
       {std::string(), std::string("12"), "12:" + kHash + "a", std::string("12:aaaaaaa"),
        std::string("12:aaaaaaax"), std::string("0:aaaaaaaa"), std::string("-1:aaaaaaaa"),
        std::string("x:aaaaaaaa"), std::string("1:2:aaaaaaaa"),
        std::string("99999999999999999999:aaaaaaaa"), kUuid + " 12", "x " + kUuid + " 12 " + kHash,
        "12 " + kHash + " x", kUuid + " x " + kHash, kUuid + "0 12 " + kHash}) {
    INFO(text);
    CHECK_FALSE(parse_anchor(text));
  }
}

TEST_CASE("remarks and empty lines hold no anchor") {
  CHECK(is_blank_line(""));
  CHECK(is_blank_line("  \r"));
  CHECK(is_blank_line(" # kept in the safe"));
  CHECK_FALSE(is_blank_line("12:aaaaaaaa # x"));
}
