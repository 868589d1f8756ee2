#include <catch2/catch.hpp>

#include "base/json.h"

using namespace opsctl;

TEST_CASE("a document whose list comes in parts is the same document") {
  for (const int count : {0, 1, 3}) {
    Json whole = {{"schema", "log"}, {"empty", Json::array()}, {"events", Json::array()}};
    JsonParts parts(whole);
    std::string text = parts.begin();
    for (int i = 0; i < count; ++i) {
      const Json element = {{"seq", i}, {"data", {{"note", "a ]\n} b\u202e"}, {"list", {1, 2}}}}};
      whole["events"].push_back(element);
      text += parts.add(element);
    }
    CHECK(text + parts.end() == to_text(whole));
  }
}
