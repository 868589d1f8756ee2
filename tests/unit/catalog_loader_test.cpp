// Loading a whole folder: nothing is left out silently, and everything is told in one run.
#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include "catalog/catalog_loader.h"
#include "catalog_helpers.h"
#include "temp_folder.h"

using namespace opsctl;

namespace {

const Instant kNow{std::chrono::seconds(1795305600)};  // 2026-11-22 00:00 UTC

/// A catalogue of one sheet and one item, right as it is.
class Folder : public TempFolder {
 public:
  Folder() {
    write("catalog.yaml",
          "title: T\ntimezone: Asia/Tokyo\neffective_from: journal\nparties:\n"
          "- {id: boss, organisation: Client, function: approval}\n"
          "- {id: lead, organisation: Client, function: control}\n"
          "- {id: crew, organisation: Contractor, function: operation, supervised: true}\n");
    write("roster.yaml", "persons:\n- {id: ada, name: Ada, parties: [crew], accounts: [ada]}\n");
    write("sheet/sheet.yaml", "title: S\nprefix: inc\n");
    write("sheet/13-one.yaml", small_book());
  }

  /// The small runbook as No. `no`, with `from` replaced by `to`.
  void add(const std::string& file, const std::string& no, std::string_view from = "",
           std::string_view to = "") const {
    std::string text = changed("id: inc-13\nno: 13\n", "id: inc-" + no + "\nno: " + no + "\n");
    text.replace(text.find(from), from.size(), to);
    write("sheet/" + file, text);
  }

  LoadResult load() const { return load_catalog(path(), kNow); }

  /// "file: problem" lines, the files without the folder.
  std::string problems() const {
    std::string out;
    for (const Diagnostic& d : load().diagnostics)
      out +=
          std::filesystem::path(d.pos.file).lexically_relative(path()).string() + ":" + brief({d});
    return out;
  }
};

}  // namespace

TEST_CASE("a folder is loaded") {
  const Folder folder;
  CHECK(folder.problems() == "");
  const auto catalog = folder.load().catalog;
  REQUIRE(catalog);
  CHECK(catalog->title == "T");
  CHECK(catalog->parties.size() == 3);
  CHECK(catalog->roster.persons.size() == 1);
  REQUIRE(catalog->sheets.size() == 1);
  CHECK(catalog->sheets[0].prefix == "inc");
  REQUIRE(catalog->runbooks.size() == 1);
  CHECK(catalog->runbooks[0].id == "inc-13");
  CHECK(catalog->runbooks[0].sheet == "inc");
  CHECK(catalog->runbooks[0].pos.file == (folder.path() / "sheet/13-one.yaml").string());
}

TEST_CASE("runbooks come by sheet and No.") {
  const Folder folder;
  folder.add("101-c.yaml", "101", "title: Recovery", "title: C");
  folder.add("20-b.yaml", "20", "title: Recovery", "title: B");
  folder.write("another/sheet.yaml", "title: A\nprefix: chg\n");
  folder.write("another/13-a.yaml", changed("inc-13", "chg-13"));
  CHECK(folder.problems() == "");
  std::string ids;
  const LoadResult loaded = folder.load();
  REQUIRE(loaded.catalog);
  for (const Runbook& book : loaded.catalog->runbooks) ids += book.id + " ";
  CHECK(ids == "chg-13 inc-13 inc-20 inc-101 ");
}

TEST_CASE("one bad file makes the whole catalogue invalid, and all problems are told") {
  const Folder folder;
  folder.write("roster.yaml",
               "persons:\n- {id: ada, name: Ada, parties: [cew], accounts: [ada]}\n");
  folder.write("sheet/20-b.yaml", "id: inc-20\n");
  folder.write("sheet/14-c.yaml", "colour: red\n\t\n");
  CHECK_FALSE(folder.load().catalog);
  const std::string problems = folder.problems();
  INFO(problems);
  CHECK(problems.find("roster.yaml:2:34: unknown party 'cew'") == 0);
  CHECK(problems.find("sheet/14-c.yaml:1:1: unknown key 'colour'") != std::string::npos);
  CHECK(problems.find("sheet/14-c.yaml:2:1: a tab") != std::string::npos);
  CHECK(problems.find("sheet/20-b.yaml:1:1: 'no' is missing") != std::string::npos);
}

TEST_CASE("no file vanishes from a sheet silently") {
  const Folder folder;
  folder.write("sheet/.hidden", "x");
  folder.write("sheet/13-one.yaml~", "x");
  CHECK(folder.problems() == "");
  folder.write("sheet/14-two.yml", "x");
  folder.write("sheet/15-three.YAML", "x");
  folder.write("sheet/notes/a.txt", "x");
  const std::string said =
      "this is not a .yaml file, and would be left out silently | rename it to NN-name.yaml, or "
      "move it "
      "elsewhere\n";
  CHECK(folder.problems() == "sheet/14-two.yml:0:0: " + said + "sheet/15-three.YAML:0:0: " + said +
                                 "sheet/notes:0:0: " + said);
}

TEST_CASE("no runbook is forgotten beside the catalogue") {
  const Folder folder;
  folder.write("README.md", "x");
  CHECK(folder.problems() == "");
  folder.write("14-two.yaml", "x");
  CHECK(folder.problems() ==
        "14-two.yaml:0:0: this file is not used by the catalogue | runbooks lie in the folder of "
        "their "
        "sheet; remove or move the file\n");
}

TEST_CASE("what belongs to a catalogue must be there") {
  const Folder folder;
  std::filesystem::remove(folder.path() / "catalog.yaml");
  std::filesystem::remove(folder.path() / "roster.yaml");
  std::filesystem::remove(folder.path() / "sheet/sheet.yaml");
  CHECK(folder.problems() ==
        "catalog.yaml:0:0: there is no such file\nroster.yaml:0:0: there is no such file\n"
        "sheet/sheet.yaml:0:0: there is no such file\n");
  const Folder empty;
  std::filesystem::remove_all(empty.path() / "sheet");
  CHECK(empty.problems() == ".:0:0: there is no folder with a sheet in it\n");
  empty.write("sheet/sheet.yaml", "title: S\nprefix: inc\n");
  CHECK(empty.problems() == "sheet:0:0: there is no runbook in this folder\n");
  const LoadResult nowhere = load_catalog(empty.path() / "nowhere", kNow);
  CHECK(brief(nowhere.diagnostics) ==
        "0:0: the folder cannot be read: No such file or directory\n");
  CHECK_FALSE(nowhere.catalog);
}

TEST_CASE("the holidays' file is read, and must be there") {
  const Folder folder;
  std::string head;
  for (const char* line :
       {"title: T\n", "timezone: Asia/Tokyo\n", "effective_from: journal\n",
        "holidays: days.yaml\n", "parties:\n", "- {id: boss, organisation: C, function: A}\n",
        "- {id: crew, organisation: O, function: W}\n"})
    head += line;
  folder.write("catalog.yaml", head);
  CHECK(folder.problems() == "days.yaml:0:0: there is no such file\n");
  folder.write("days.yaml", "covers_until: 2027-12-31\nholidays: []\n");
  CHECK(folder.problems() == "");
  CHECK(folder.load().catalog->holidays.covers_until == parse_date("2027-12-31"));
}

TEST_CASE("links are followed, and what is no file is not opened") {
  const Folder folder;
  const std::string sheet = (folder.path() / "sheet").string();
  folder.write("elsewhere.txt",
               changed("id: inc-13\nno: 13\ntitle: R", "id: inc-14\nno: 14\ntitle: S"));
  REQUIRE(symlink("../elsewhere.txt", (sheet + "/14-link.yaml").c_str()) == 0);
  CHECK(folder.problems() == "");
  REQUIRE(symlink("nowhere", (sheet + "/15-broken.yaml").c_str()) == 0);
  REQUIRE(mkfifo((sheet + "/16-pipe.yaml").c_str(), 0600) == 0);
  folder.write("sheet/17-folder.yaml/x", "");
  CHECK(folder.problems() ==
        "sheet/15-broken.yaml:0:0: this is not a regular file\n"
        "sheet/16-pipe.yaml:0:0: this is not a regular file\n"
        "sheet/17-folder.yaml:0:0: this is not a regular file\n");
}

TEST_CASE("a file that may not be read is an error") {
  if (geteuid() == 0) return;  // root may read everything
  const Folder folder;
  REQUIRE(chmod((folder.path() / "sheet/13-one.yaml").c_str(), 0) == 0);
  CHECK(folder.problems() == "sheet/13-one.yaml:0:0: the file cannot be read\n");
}

TEST_CASE("a file over 1 MiB is refused by its size") {
  const Folder folder;
  folder.write("sheet/14-big.yaml", std::string(kMaxFileSize + 1, '#'));
  CHECK(folder.problems() == "sheet/14-big.yaml:0:0: the file is larger than 1 MiB\n");
}

TEST_CASE("ids, numbers and prefixes are there once, and files are named after them") {
  const Folder folder;
  folder.add("14-two.yaml", "13", "title: Recovery", "title: Two");
  const std::string first = (folder.path() / "sheet/13-one.yaml").string();
  CHECK(
      folder.problems() ==
      "sheet/14-two.yaml:1:1: id 'inc-13' is already that of " + first +
          ":1\nsheet/14-two.yaml:2:1: No. 13 is already that of " + first +
          ":2\nsheet/14-two.yaml:2:1: the name of file '14-two.yaml' does not begin with '13-'\n");
  const Folder sheets;
  sheets.write("twin/sheet.yaml", "title: A\nprefix: inc\n");
  sheets.write("twin/14-a.yaml",
               changed("id: inc-13\nno: 13\ntitle: R", "id: inc-14\nno: 14\ntitle: S"));
  CHECK(sheets.problems() == "twin/sheet.yaml:2:1: prefix 'inc' is already that of " +
                                 (sheets.path() / "sheet/sheet.yaml").string() + ":2\n");
}

TEST_CASE("the fiscal year and the start of the catalogue reach the runbooks") {
  const Folder folder;
  folder.write(
      "catalog.yaml",
      "title: T\ntimezone: Asia/Tokyo\neffective_from: 2027-04-01\nparties:\n"
      "- {id: boss, organisation: C, function: A}\n- {id: crew, organisation: O, function: W}\n");
  folder.add("14-two.yaml", "14", "cycle: 随時\n",
             "cycle: 1/M\nversions:\n- {effective_from: 2027-03-01, cycle: 1/Q}\n");
  CHECK(folder.problems().find("sheet/14-two.yaml:8:4: this version does not begin after") == 0);
}
