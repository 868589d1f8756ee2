// Reading catalog.yaml, roster.yaml, sheet.yaml and the holidays.
#include <catch2/catch.hpp>

#include "catalog/catalog_yaml.h"
#include "catalog/holidays_yaml.h"
#include "catalog/roster_yaml.h"
#include "catalog/sheet_yaml.h"
#include "catalog_helpers.h"

using namespace opsctl;

namespace {

const std::string kHead =
    "title: T\n"
    "timezone: Asia/Tokyo\n"
    "effective_from: journal\n"
    "parties:\n"
    "  - {id: crew, organisation: O, function: F, supervised: true}\n";

std::string head_problems(std::string_view from, std::string_view to) {
  std::string text = kHead;
  text.replace(text.find(from), from.size(), to);
  return brief(read_catalog_head(text, "c.yaml").diagnostics);
}

std::string roster_problems(const std::string& persons, const std::string& more = "") {
  return brief(
      read_roster(more + "persons:\n" + persons, "p.yaml", small_frame().parties).diagnostics);
}

std::string holiday_problems(const std::string& text) {
  return brief(read_holidays(text, "h.yaml").diagnostics);
}

}  // namespace

TEST_CASE("the head of a catalogue has defaults") {
  const auto head = read_catalog_head(kHead, "c.yaml");
  CHECK(brief(head.diagnostics) == "");
  REQUIRE(head.value);
  CHECK(head.value->title == "T");
  CHECK(head.value->zone->name() == "Asia/Tokyo");
  CHECK_FALSE(head.value->effective_from);
  CHECK(head.value->fiscal_year_start == std::chrono::April / 1);
  CHECK(head.value->week_start == std::chrono::Monday);
  CHECK(head.value->parties == std::vector<Party>{{"crew", "O", "F", true}});
  CHECK(head.value->holidays.empty());
}

TEST_CASE("the head of a catalogue is read whole") {
  const auto head = read_catalog_head(
      kHead + "fiscal_year_start: 01-01\nweek_start: sunday\nholidays: h.yaml\n", "c.yaml");
  REQUIRE(head.value);
  CHECK(head.value->fiscal_year_start == std::chrono::January / 1);
  CHECK(head.value->week_start == std::chrono::Sunday);
  CHECK(head.value->holidays == "h.yaml");
  const std::string dated =
      "title: T\ntimezone: UTC\neffective_from: 2026-04-01\nparties:\n- {id: a, organisation: O, "
      "function: F}\n";
  CHECK(read_catalog_head(dated, "c.yaml").value->effective_from == parse_date("2026-04-01"));
}

TEST_CASE("mistakes in the head of a catalogue are told") {
  CHECK(head_problems("Asia/Tokyo", "Asia/Tokio") ==
        "2:11: 'Asia/Tokio' is not a time zone of the system (Asia/Tokyo)\n");
  CHECK(head_problems("journal", "today") ==
        "3:17: 'today' is not a date (2026-04-01) or the word journal\n");
  CHECK(head_problems("parties:", "fiscal_year_start: 4-1\nparties:") ==
        "4:20: '4-1' is not a month and day (04-01)\n");
  CHECK(head_problems("parties:", "week_start: mondya\nparties:") ==
        "4:13: 'mondya' is not one of sunday, monday, tuesday, wednesday, thursday, friday, "
        "saturday | "
        "did you mean 'monday'?\n");
  for (const char* path : {"../h.yaml", "/etc/h.yaml", "h.yml", ".h.yaml"}) {
    CHECK(head_problems("parties:", std::string("holidays: ") + path + "\nparties:") ==
          std::string("4:11: '") + path +
              "' is not the name of a .yaml file beside catalog.yaml\n");
  }
  CHECK(head_problems("id: crew", "id: Crew") ==
        "5:10: 'Crew' is not an id (a-z, 0-9 and -, beginning with a letter)\n");
  CHECK(head_problems("parties:\n", "parties:\n  - {id: crew, organisation: P, function: G}\n") ==
        "6:10: 'crew' appears twice\n");
  CHECK(head_problems("supervised: true", "supervised: yes") ==
        "5:58: 'yes' is not true or false\n");
  CHECK(head_problems("title: T\n", "") == "1:1: 'title' is missing\n");
}

TEST_CASE("the parties are known even if the rest of the head has mistakes") {
  const std::string late = "titel: T\n" + kHead.substr(kHead.find("timezone"));
  const auto head = read_catalog_head(late, "c.yaml");
  CHECK(has_errors(head.diagnostics));
  REQUIRE(head.value);
  CHECK(head.value->parties.size() == 1);
  CHECK_FALSE(read_catalog_head("title: T\nparties: []\n", "c.yaml").value);
}

TEST_CASE("a roster is read whole") {
  const std::string text =
      "shared_accounts_may_sign: true\n"
      "persons:\n"
      "- {id: ada, name: Ada, parties: [crew, help], supervisor: true, accounts: [ada, \"0\"]}\n"
      "- {id: bob, name: Bob, parties: [boss], accounts: [bob]}\n";
  const auto roster = read_roster(text, "p.yaml", small_frame().parties);
  CHECK(brief(roster.diagnostics) == "");
  REQUIRE(roster.value);
  CHECK_FALSE(roster.value->demonstration);
  CHECK(roster.value->shared_accounts_may_sign);
  REQUIRE(roster.value->persons.size() == 2);
  const Person& ada = roster.value->persons[0];
  CHECK(ada.id == "ada");
  CHECK(ada.name == "Ada");
  CHECK(ada.parties == std::vector<std::string>{"crew", "help"});
  CHECK(ada.supervisor);
  CHECK(ada.accounts == std::vector<std::string>{"ada", "0"});
  CHECK_FALSE(ada.any_account);
  CHECK(roster.value->text == text);
  CHECK(roster.value->hash == sha256(text));
}

TEST_CASE("mistakes in a roster are told") {
  CHECK(roster_problems("- {id: ada, name: Ada, parties: [cew], accounts: [ada]}\n") ==
        "2:34: unknown party 'cew' | did you mean 'crew'?\n");
  CHECK(roster_problems("- {id: ada, name: Ada, parties: [crew], accounts: [ada]}\n"
                        "- {id: ada, name: Eve, parties: [crew], accounts: [eve]}\n") ==
        "3:8: 'ada' appears twice\n");
  CHECK(roster_problems(
            "- {id: ada, name: Ada, parties: [boss], supervisor: true, accounts: [ada]}\n") ==
        "2:53: a supervisor must belong to a supervised party\n");
  CHECK(roster_problems("- {id: ada, name: Ada, parties: [boss], accounts: []}\n") ==
        "2:51: 'accounts' must have at least one entry\n");
  CHECK(roster_problems("- {id: ada, name: Ada, parties: [boss], accounts: [a b]}\n") ==
        "2:52: 'a b' is not the name of an OS account\n");
  CHECK(roster_problems("- {id: ada, name: Ada, parties: [boss], accounts: all}\n") ==
        "2:51: 'all' is not a list of accounts or the word any\n");
  CHECK(roster_problems("- {id: ada, name: Ada, parties: [boss], accounts: any}\n") ==
        "2:51: 'any' is only for a demonstration roster | list the person's OS accounts: accounts: "
        "[name]\n");
  CHECK(roster_problems("- {id: ada, name: Ada, parties: [boss], accounts: any}\n",
                        "demonstration: true\n") == "");
  CHECK(roster_problems("- {id: ada, parties: [boss], accounts: [ada]}\n") ==
        "2:3: 'name' is missing\n");
  CHECK(roster_problems("- ada\n") == "2:3: 'persons' must be a list of mappings (key: value)\n");
}

TEST_CASE("holidays are dates with names") {
  const auto holidays = read_holidays(
      "covers_until: 2026-12-31\nholidays:\n- {date: 2026-01-01, name: 元日}\n", "h.yaml");
  REQUIRE(holidays.value);
  CHECK(holidays.value->covers_until == parse_date("2026-12-31"));
  CHECK(holidays.value->days.at(*parse_date("2026-01-01")) == "元日");
}

TEST_CASE("mistakes in holidays are told") {
  CHECK(holiday_problems("covers_until: 2026-12-31\nholidays:\n- {date: 2026-02-29, name: x}\n") ==
        "3:10: '2026-02-29' is not a date (2026-04-01)\n");
  CHECK(holiday_problems("covers_until: 2026-12-31\nholidays:\n- {date: 2027-01-01, name: x}\n") ==
        "3:10: the date is after 'covers_until' (2026-12-31)\n");
  CHECK(holiday_problems("covers_until: 2026-12-31\nholidays:\n- {date: 2026-01-01, name: x}\n"
                         "- {date: 2026-01-01, name: y}\n") ==
        "4:10: '2026-01-01' appears twice\n");
  CHECK(holiday_problems("holidays: []\n") == "1:1: 'covers_until' is missing\n");
}

TEST_CASE("a sheet has a title and a prefix") {
  const auto sheet = read_sheet("title: T\nannex: 別紙6-2\nprefix: inc\n", "s.yaml");
  REQUIRE(sheet.value);
  CHECK(sheet.value->title == "T");
  CHECK(sheet.value->annex == "別紙6-2");
  CHECK(sheet.value->prefix == "inc");
  for (const char* prefix : {"Inc", "1nc", "in-c", "averylongprefix"}) {
    CHECK(
        brief(
            read_sheet(std::string("title: T\nprefix: ") + prefix + "\n", "s.yaml").diagnostics) ==
        std::string("2:9: '") + prefix +
            "' is not a prefix (a-z and 0-9, beginning with a letter, at most 12)\n");
  }
}
