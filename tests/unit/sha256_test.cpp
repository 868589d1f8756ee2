#include "base/sha256.h"

#include <array>

#include <catch2/catch.hpp>

#include "base/blake2b.h"
#include "base/json.h"

using namespace opsctl;

TEST_CASE("SHA-256 gives the known answers of FIPS 180") {
  CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const std::array<std::string_view, 3> pieces = {"a", "", "bc"};
  CHECK(sha256(pieces) == sha256("abc"));
  CHECK(hash_from_hex(hex(sha256("abc"))) == sha256("abc"));
  CHECK_THROWS(hash_from_hex("ba78"));
  CHECK_THROWS(hash_from_hex(std::string(64, 'g')));
}

TEST_CASE("BLAKE2b gives the known answers of other implementations") {
  CHECK(hex(blake2b("")) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(hex(blake2b("abc")) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("canonical JSON is sorted, tight, UTF-8, and whole numbers only") {
  CHECK(canonical({{"b", 1}, {"a", {{"z", "日本"}, {"y", nullptr}}}}) ==
        R"({"a":{"y":null,"z":"日本"},"b":1})");
  CHECK_THROWS(canonical({{"a", {1, 2.5}}}));
  CHECK_THROWS(canonical({{"a", "\xFF"}}));
}
