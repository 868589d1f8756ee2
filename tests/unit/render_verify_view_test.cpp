#include <catch2/catch.hpp>

#include "base/json.h"
#include "base/messages/store.h"
#include "render/verify_view.h"

using namespace opsctl;

namespace {

VerifyReport report() {
  return {.path = "/j.db",
          .deep = false,
          .checks = {{Check::file, 1, 0}, {Check::chain, 12, 0}},
          .head = Anchor{"0f8fad5b-d9cb-469f-a165-70867728950e", 12, sha256("head")}};
}

VerifyReport broken() {
  VerifyReport broken = report();
  broken.checks[1].wrong = 3;
  broken.checks[1].findings = {say<messages::verify_gap>(4, 2)};
  return broken;
}

}  // namespace

TEST_CASE("a whole journal is shown with the anchor to keep, on a line that is never wrapped") {
  render::Look look{.language = Language::en, .width = 60};
  CHECK(render::verify(report(), render::Format::text, look)
            .ends_with(
                "whole: nothing is wrong\n"
                "no anchor was compared: a journal that was rewritten as a whole would pass, too\n"
                "anchor, to be kept away from this journal:\n"
                "0f8fad5b-d9cb-469f-a165-70867728950e 12 " +
                hex(sha256("head")) + "\n"));
  VerifyReport compared = report();
  compared.checks.push_back({Check::anchors, 1, 0});
  CHECK(render::verify(compared, render::Format::text, look).find("no anchor was compared") ==
        std::string::npos);
}

TEST_CASE("a broken journal is shown with what is wrong, and how much more, and no anchor") {
  const std::string text =
      render::verify(broken(), render::Format::text, {.language = Language::en});
  CHECK(text.find("- record 4 follows record 2\n- and 2 more\n") != std::string::npos);
  CHECK(text.ends_with(
      "broken: the journal is not as opsctl wrote it\n"
      "nothing was changed; keep the file as it is and compare it with the backups\n"));
  CHECK(text.find(hex(sha256("head"))) == std::string::npos);
}

TEST_CASE("scripts get every check, in English, and the head") {
  const auto json =
      Json::parse(render::verify(broken(), render::Format::json, {.language = Language::ja}));
  CHECK(json["schema"] == "opsctl.verify/1");
  CHECK(json["state"] == "broken");
  CHECK(json["deep"] == false);
  CHECK(json["checks"][1]["check"] == "chain");
  CHECK(json["checks"][1]["looked_at"] == 12);
  CHECK(json["checks"][1]["wrong"] == 3);
  CHECK(json["checks"][1]["findings"][0] == "record 4 follows record 2");
  CHECK(json["head"]["seq"] == 12);
  CHECK(json["head"]["hash"] == hex(sha256("head")));
  VerifyReport nothing{.path = "/j.db", .checks = {{Check::file, 1, 1}}};
  CHECK(Json::parse(render::verify(nothing, render::Format::json, {}))["head"].is_null());
  CHECK(Json::parse(render::verify(report(), render::Format::json, {}))["state"] == "whole");
}
