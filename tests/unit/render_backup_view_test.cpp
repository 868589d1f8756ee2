#include <catch2/catch.hpp>

#include "base/json.h"
#include "base/messages/care.h"
#include "base/messages/store.h"
#include "model/manifest.h"
#include "render/backup_view.h"

using namespace opsctl;

namespace {

Manifest manifest() {
  return {.head = {"0f8fad5b-d9cb-469f-a165-70867728950e", 12, sha256("head")},
          .counts = {12, 3, 2, 1, 0},
          .schema = 1,
          .size = 98304,
          .sha256 = sha256("file"),
          .taken_at = Instant{std::chrono::seconds(1795316400)},
          .source = "/j.db",
          .host = "ops1",
          .opsctl = "0.1.0"};
}

BackupCheck good() {
  return {.path = "/b.db",
          .manifest = manifest(),
          .verified = {.path = "/b.db", .deep = true, .checks = {{Check::file, 1, 0}}},
          .standing = CopyStanding{"/j.db", 3}};
}

}  // namespace

TEST_CASE("a manifest is read as it was written") {
  CHECK(parse_manifest(to_text(json_of(manifest()))) == manifest());
  CHECK(json_of(manifest())["taken_at"] == "2026-11-22T03:00:00Z");
}

TEST_CASE("scripts get the manifest of a copy that was taken") {
  const auto json = Json::parse(render::backup("/b.db", manifest(), render::Format::json, {}));
  CHECK(json["schema"] == "opsctl.backup/1");
  CHECK(json["state"] == "taken");
  CHECK(json["path"] == "/b.db");
  CHECK(json["manifest"]["sha256"] == hex(sha256("file")));
  CHECK(json["manifest"]["seq"] == 12);
}

TEST_CASE("scripts get what the restore drill found, in English") {
  const render::Look look{.language = Language::ja};
  BackupCheck check = good();
  const auto text = [&] { return render::backup_check(check, render::Format::json, look); };
  CHECK(Json::parse(text())["state"] == "good");
  CHECK(Json::parse(text())["journal"]["behind"] == 3);
  check.findings = {say<messages::backup_counts_other>()};
  check.standing->behind.reset();
  check.standing->not_compared = say<messages::journal_not_ours>("/j.db");
  const auto bad = Json::parse(text());
  CHECK(bad["state"] == "bad");
  CHECK(bad["findings"][0] == "the copy does not have as many rows as the manifest says");
  CHECK(bad["checks"][0]["check"] == "file");
  CHECK(bad["journal"]["behind"] == nullptr);
  CHECK(bad["journal"]["not_compared"] == "/j.db is not a journal of opsctl");
}

TEST_CASE("a copy of another journal than the one in use is neither good nor bad") {
  BackupCheck check = good();
  check.standing = CopyStanding{.journal = "/j.db",
                                .not_compared = say<messages::backup_other_journal>("uuid"),
                                .is_other = true};
  CHECK(Json::parse(render::backup_check(check, render::Format::json, {}))["state"] == "other");
  const std::string text =
      render::backup_check(check, render::Format::text, {.language = Language::en});
  CHECK(text.find("doubtful: this copy is whole, but it is not of the journal in use\n") !=
        std::string::npos);
  CHECK(text.find("/j.db: not compared: it is another journal (uuid)") != std::string::npos);
  check.verified.checks[0].wrong = 1;
  CHECK(verdict_of(check) == CopyVerdict::bad);
}

TEST_CASE("a copy that is good by itself is bad where verify finds it broken") {
  BackupCheck check = good();
  check.verified.checks[0].wrong = 1;
  CHECK_FALSE(can_be_restored(check));
  CHECK(render::backup_check(check, render::Format::text, {.language = Language::en})
            .find("do not restore from this copy") != std::string::npos);
}
