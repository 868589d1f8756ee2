// The corpus of small files: the good ones are read, and each of the bad ones says in its first
// line what must be found first. tests/corpus/validate.py runs the same files through the JSON
// Schemas.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "catalog/catalog_yaml.h"
#include "catalog/holidays_yaml.h"
#include "catalog/roster_yaml.h"
#include "catalog/sheet_yaml.h"
#include "catalog_helpers.h"

using namespace opsctl;

namespace {

namespace fs = std::filesystem;

std::string file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<Party> parties() {
  return read_catalog_head(file(OPSCTL_SOURCE_DIR "/runbooks/catalog.yaml"), "catalog.yaml")
      .value->parties;
}

/// Its kind is the first word of a file's name.
Diagnostics diagnostics_of(const fs::path& path, const CatalogFrame& frame) {
  const std::string text = file(path);
  const std::string name = path.filename().string();
  if (name.starts_with("runbook-")) return read_runbook(text, name, frame).diagnostics;
  if (name.starts_with("catalog-")) return read_catalog_head(text, name).diagnostics;
  if (name.starts_with("roster-")) return read_roster(text, name, frame.parties).diagnostics;
  if (name.starts_with("holidays-")) return read_holidays(text, name).diagnostics;
  if (name.starts_with("sheet-")) return read_sheet(text, name).diagnostics;
  throw std::runtime_error("no kind of file is called " + name);
}

std::string first_error(const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics) {
    if (d.severity == Severity::error)
      return fmt::format("{}:{} {}", d.pos.line, d.pos.column, d.message.text->name);
  }
  return "nothing";
}

/// "# expect 3:8 bad_value; schema sees it"
std::string expected(const fs::path& path) {
  const std::string text = file(path);
  constexpr std::string_view kBeginning = "# expect ";
  if (!text.starts_with(kBeginning)) return "no expectation";
  return text.substr(kBeginning.size(), text.find(';') - kBeginning.size());
}

}  // namespace

TEST_CASE("the good files of the corpus are read") {
  const CatalogFrame frame{parties(), "inc"};
  int count = 0;
  for (const auto& entry : fs::directory_iterator(OPSCTL_SOURCE_DIR "/tests/corpus/good")) {
    INFO(entry.path().filename().string());
    CHECK(brief(diagnostics_of(entry.path(), frame)) == "");
    ++count;
  }
  CHECK(count > 20);
}

TEST_CASE("the bad files of the corpus are refused for what is wrong with them") {
  const CatalogFrame frame{parties(), "inc"};
  int count = 0;
  for (const auto& entry : fs::directory_iterator(OPSCTL_SOURCE_DIR "/tests/corpus/bad")) {
    INFO(entry.path().filename().string());
    CHECK(first_error(diagnostics_of(entry.path(), frame)) == expected(entry.path()));
    ++count;
  }
  CHECK(count > 90);
}
