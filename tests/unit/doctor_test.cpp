// What doctor makes of what it sees.
#include <catch2/catch.hpp>

#include "base/json.h"
#include "base/messages/store.h"
#include "model/doctor.h"
#include "render/doctor_view.h"

using namespace opsctl;

namespace {

const Zone kTokyo = *Zone::find("Asia/Tokyo");
const Instant kNow{std::chrono::seconds(1795316400)};  // 2026-11-22T12:00:00+09:00

/// "wrong: what it says", a line each.
std::string lines_of(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings)
    text +=
        std::string(name_of(finding.health)) + ": " + to_text(finding.what, Language::en) + "\n";
  return text;
}

Roster office() {
  Roster roster;
  roster.persons = {{"sato", "佐藤", {"operator"}, false, {"sato"}},
                    {"kato", "加藤", {"operator"}, false, {"night", "kato"}},
                    {"abe", "阿部", {"helpdesk"}, true, {"night"}}};
  return roster;
}

std::string account_line(const Roster& roster, const std::string& account, bool is_root = false) {
  return lines_of({judge_account(roster, account, is_root)});
}

Disk roomy() { return {0xEF53, std::uint64_t{1} << 40, 1000, 500}; }

FoundCopy copy_of(const std::string& journal, Instant at, const std::string& path) {
  Manifest manifest;
  manifest.head.journal = journal;
  manifest.size = 100;
  manifest.taken_at = at;
  return {path, 100, manifest};
}

}  // namespace

TEST_CASE("an account is sure where it is one person's alone") {
  Roster roster = office();
  CHECK(account_line(roster, "sato") == "good: sato is a personal account: sato\n");
  CHECK(account_line(roster, "eve") ==
        "doubtful: eve is nobody in the roster: it reads, and records nothing\n");
  CHECK(
      account_line(roster, "night") ==
      "doubtful: night is a shared account (kato, abe): it proves nobody, and signs nothing off\n");
  roster.shared_accounts_may_sign = true;
  CHECK(account_line(roster, "night").ends_with("and the roster lets it sign off\n"));
  CHECK(account_line(roster, "sato", true).starts_with("doubtful: root may change everything"));
  roster.persons.push_back({"any", "誰か", {"operator"}, false, {}, true});
  CHECK(account_line(roster, "sato") ==
        "doubtful: sato may be anybody with accounts: any: it proves nobody\n");
}

TEST_CASE("accounts that the host does not know are named with their persons") {
  const auto exists = [](const std::string& name) { return name != "night"; };
  Roster roster = office();
  CHECK(lines_of({judge_roster(roster, exists)}) ==
        "doubtful: accounts that this host does not know: night (kato), night (abe)\n");
  CHECK(lines_of({judge_roster(roster, [](const std::string&) { return true; })}) ==
        "good: 3 persons, whose accounts this host knows\n");
  roster.demonstration = true;
  CHECK(judge_roster(roster, exists).health == Health::doubtful);
}

TEST_CASE("a disk is judged by its kind, its room and the size of the journal") {
  const auto judged = [](const Disk& disk, std::int64_t size = 0) {
    return lines_of(judge_disk(disk, "/var", size));
  };
  CHECK(judged(roomy()) == "good: 1048576 MiB left for the journal\n");
  Disk disk = roomy();
  disk.free_bytes = (16U << 20) - 1;
  CHECK(judged(disk) == "wrong: /var has 15 MiB left: the next record may fail\n");
  disk.free_bytes = 16U << 20;
  CHECK(judged(disk) == "doubtful: /var has only 16 MiB left\n");
  disk.free_bytes = 200U << 20;
  CHECK(judged(disk) == "good: 200 MiB left for the journal\n");
  CHECK(judged(disk, (200 << 20) + 1) == "doubtful: /var has only 200 MiB left\n");
  disk = roomy();
  disk.free_files = 0;
  CHECK(judged(disk) == "wrong: /var can take no more files: the next record fails\n");
  disk.files = 0;  // btrfs counts none
  CHECK(judged(disk).starts_with("good"));
  for (const std::uint64_t type : {0x01021994ULL, 0x858458F6ULL}) {
    disk.type = type;
    CHECK(judged(disk) == "doubtful: /var is in memory: the journal is lost at the next restart\n");
  }
  for (const std::uint64_t type : {0x4D44ULL, 0x2011BAB0ULL}) {
    disk.type = type;
    CHECK(judged(disk).starts_with("doubtful: the file system of /var knows no rights"));
  }
}

TEST_CASE("what others may write is named with the command that closes it") {
  const std::vector<Rights> open = {{"/j", false, true}, {"/j/journal.db", true, true}};
  const std::vector<Finding> findings = judge_rights(open);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].health == Health::doubtful);
  CHECK(to_text(*findings[0].hint, Language::en) == "chmod g-w /j");
  CHECK(findings[1].health == Health::wrong);
  CHECK(to_text(*findings[1].hint, Language::en) == "chmod o-w /j/journal.db");
  CHECK(lines_of({findings[2]}).find("its integrity is weak") != std::string::npos);
  CHECK(worst_of(judge_rights({{"/j", false, false}})) == Health::doubtful);
  CHECK(judge_runbook_rights({{"/r", false, true}}).empty());
  CHECK(worst_of(judge_runbook_rights({{"/r", true, false}})) == Health::wrong);
}

TEST_CASE("a shared host is in order only where nothing of it has changed") {
  CHECK(lines_of(judge_shared_host({})) ==
        "good: set up for a shared host: only opsctl's group writes the journal\n");
  const Message cause =
      say<messages::shared_not_safe>("/j/journal.db-lock", say<messages::shared_mode>("0660"));
  const std::vector<Finding> findings = judge_shared_host({cause});
  CHECK(lines_of(findings) ==
        "wrong: /j/journal.db-lock is not fit for a shared journal: its mode is not 0660\n");
  CHECK(to_text(*findings.front().hint, Language::en) ==
        "root sets it right with 'opsctl init --system'");
}

TEST_CASE("a clock behind the last record is wrong") {
  CHECK(lines_of({judge_clock(kNow, kNow, kTokyo)}) ==
        "good: 2026-11-22 12:00+09:00 (Asia/Tokyo)\n");
  CHECK(judge_clock(kNow, {}, kTokyo).health == Health::good);
  CHECK(lines_of({judge_clock(kNow, kNow + std::chrono::hours(1), kTokyo)}) ==
        "wrong: it says 2026-11-22 12:00+09:00, and the last record is of 2026-11-22 "
        "13:00+09:00\n");
}

TEST_CASE("copies are judged by the newest of this journal") {
  using std::chrono::days;
  const auto judged = [](const std::vector<FoundCopy>& copies, const std::string& journal = "a") {
    return lines_of(judge_copies(copies, "/b", journal, kNow));
  };
  CHECK(judged({}) == "wrong: no copy of this journal in /b\n");
  CHECK(judged({copy_of("b", kNow, "/b/1")}) == "wrong: no copy of this journal in /b\n");
  // The journal is damaged: whatever there is may be of use.
  CHECK(judged({copy_of("b", kNow, "/b/1")}, "") ==
        "good: the newest is /b/1 of 2026-11-22T03:00:00Z\n");
  CHECK(judged({copy_of("a", kNow - days(3), "/b/3"), copy_of("a", kNow - days(9), "/b/9")}) ==
        "good: the newest is /b/3 of 2026-11-19T03:00:00Z\n");
  CHECK(judged({copy_of("a", kNow - days(9), "/b/9")}) ==
        "doubtful: the newest copy /b/9 is of 2026-11-13T03:00:00Z: older than a week\n");
}

TEST_CASE("a copy that is cut short, or of a day yet to come, is named and does not count") {
  using std::chrono::days;
  FoundCopy cut = copy_of("a", kNow, "/b/cut");
  cut.size = 99;
  const std::string said =
      "doubtful: /b/cut is not the file of 100 bytes that its manifest describes: it does not "
      "count\n";
  const auto judged = [](const std::vector<FoundCopy>& copies) {
    return lines_of(judge_copies(copies, "/b", "a", kNow));
  };
  CHECK(judged({cut}) == said + "wrong: no other copy of this journal in /b\n");
  CHECK(judged({copy_of("a", kNow - days(1), "/b/1"), cut}) ==
        said + "good: the newest is /b/1 of 2026-11-21T03:00:00Z\n");
  CHECK(judged({copy_of("a", kNow + days(1), "/b/2"), copy_of("a", kNow, "/b/1")}) ==
        "doubtful: /b/2 says that it is of 2026-11-23T03:00:00Z, which is yet to come: it does not "
        "count\ngood: the newest is /b/1 of 2026-11-22T03:00:00Z\n");
  // The clock of the host that took it may go a little fast.
  CHECK(judged({copy_of("a", kNow + std::chrono::minutes(10), "/b/1")}).starts_with("good"));
  cut.manifest->head.journal = "b";
  CHECK(judged({cut, copy_of("a", kNow, "/b/1")}).starts_with("good"));
}

TEST_CASE("copies that this account may not read are not denied") {
  using std::chrono::days;
  const FoundCopy closed{"/b/closed", -1, {}};
  const std::string said =
      "doubtful: copies in /b that this account may not read, /b/closed among them\n";
  const auto judged = [](const std::vector<FoundCopy>& copies) {
    return lines_of(judge_copies(copies, "/b", "a", kNow));
  };
  CHECK(judged({closed}) == said);
  CHECK(judged({copy_of("a", kNow - days(9), "/b/9"), closed}) == said);
  CHECK(judged({copy_of("a", kNow, "/b/1"), closed}).starts_with("good: the newest is /b/1"));
}

TEST_CASE("a terminal must show Japanese") {
  CHECK(judge_terminal("ja_JP.UTF-8", 80).health == Health::good);
  CHECK(judge_terminal("C.utf8", 80).health == Health::good);
  CHECK(lines_of({judge_terminal("ja_JP.eucJP", 80)}) ==
        "doubtful: the locale ja_JP.eucJP is not UTF-8: Japanese may not be shown\n");
  CHECK(lines_of({judge_terminal("", 80)}) ==
        "doubtful: no locale is set: Japanese may not be shown\n");
  CHECK(lines_of({judge_terminal("ja_JP.UTF-8", 39)}) == "doubtful: 39 columns; views need 40\n");
}

TEST_CASE("scripts get every finding in English, with its code, and the worst state") {
  const std::vector<Finding> findings = {judge_terminal("ja_JP.UTF-8", 80),
                                         judge_clock(kNow, kNow + std::chrono::hours(1), kTokyo)};
  const auto json =
      Json::parse(render::doctor(findings, render::Format::json, {.language = Language::ja}));
  CHECK(json["schema"] == "opsctl.doctor/1");
  CHECK(json["state"] == "wrong");
  CHECK(json["findings"][0]["state"] == "good");
  CHECK(json["findings"][0]["hint"] == nullptr);
  CHECK(json["findings"][1]["topic"] == "clock");
  CHECK(json["findings"][1]["code"] == "doctor_clock_back");
  CHECK(json["findings"][1]["message"] == to_text(findings[1].what, Language::en));
}

TEST_CASE("nothing wrong is said in one line") {
  const render::Look look{.language = Language::en};
  CHECK(render::doctor({judge_terminal("ja_JP.UTF-8", 80)}, render::Format::text, look) ==
        "ok    terminal: 80 columns, ja_JP.UTF-8\n\nnothing is wrong\n");
}
