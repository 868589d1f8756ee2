// The shipped runbooks say of the sheet what the sheet says: tests/facts/items.tsv is the project's
// copy of its facts.
#include <fstream>

#include <catch2/catch.hpp>

#include "base/text.h"
#include "catalog/catalog_loader.h"

using namespace opsctl;

namespace {

/// The rows, the first of which names the columns.
std::vector<std::vector<std::string>> facts() {
  std::ifstream in(OPSCTL_SOURCE_DIR "/tests/facts/items.tsv");
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) rows.push_back(split(line, '\t'));
  return rows;
}

Catalog shipped() {
  auto loaded = load_catalog(OPSCTL_SOURCE_DIR "/runbooks", Instant{});
  REQUIRE(loaded.catalog);
  return std::move(*loaded.catalog);
}

/// 実施方法 as the sheet writes it; ツール作業 (28) is a tool.
std::string method_text(const Runbook& book) {
  std::vector<std::string> words;
  for (const Method method : book.methods)
    words.emplace_back(method == Method::tool ? "ツール" : "手作業");
  return join(words, " ");
}

std::string cell(const Runbook& book, const std::string& party) {
  const auto duty = duty_of(book, party);
  return duty ? std::string(symbol_of(*duty)) : "-";
}

constexpr std::size_t kFirstParty = 6;
constexpr std::size_t kParties = 11;

}  // namespace

TEST_CASE("the parties are the sheet's columns, in its order") {
  const auto columns = facts().at(0);
  const Catalog catalog = shipped();
  REQUIRE(catalog.parties.size() == kParties);
  for (std::size_t i = 0; i < kParties; ++i)
    CHECK(catalog.parties[i].id == columns[kFirstParty + i]);
  for (const Party& party : catalog.parties)
    CHECK(party.supervised == (party.organisation == "運用業者"));
}

TEST_CASE("every item is as the sheet has it") {
  const auto rows = facts();
  const Catalog catalog = shipped();
  REQUIRE(rows.size() == 76);
  REQUIRE(catalog.runbooks.size() == 75);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& row = rows[i];
    INFO("No. " << row[0]);
    REQUIRE(row.size() == kFirstParty + kParties + 1);
    const Runbook& book = catalog.runbooks[i - 1];
    CHECK(std::to_string(book.no) == row[0]);
    CHECK(book.category == Category{row[1], row[2], row[3], row[4]});
    CHECK(book.title == (row[4] == "-" ? row[3] : row[4]));
    CHECK(to_text(book.cycle()) == row[5]);
    for (std::size_t p = 0; p < kParties; ++p)
      CHECK(cell(book, rows[0][kFirstParty + p]) == row[kFirstParty + p]);
    const std::string& method = row.back();
    CHECK(method_text(book) == (method == "ツール作業" ? "ツール" : method));
  }
}
