// What Python's reader of the whole file (tests/sheet/export_test.py) cannot see: limits, and what
// happens without the library.

#include <catch2/catch.hpp>

#include "base/formula.h"
#include "base/messages/sheet.h"
#include "base/problem.h"
#include "render/jsonl.h"
#include "render/table.h"
#include "render/xlsx.h"
#include "render/xlsx_library.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

Worksheet worksheet_of(std::size_t columns) {
  Worksheet worksheet;
  worksheet.name = "一覧";
  worksheet.table.columns.resize(columns, Column{"題名"});
  return worksheet;
}

/// The message of the Error that `work` throws.
template <class Work>
const MessageText* error_of(Work work) {
  try {
    work();
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::failure);
    CHECK(error.problem().hint);
    return error.problem().what.text;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a workbook is a zip file, the same each time", "[xlsx]") {
  Worksheet worksheet = worksheet_of(2);
  worksheet.table.rows = {{"=1+1", "１行目\n２行目"}, {"", "◎"}};
  const std::string bytes = to_xlsx(worksheet);
  CHECK(bytes.starts_with("PK"));
  CHECK(to_xlsx(worksheet) == bytes);
  worksheet.table.rows[0][0].text = "other";
  CHECK(to_xlsx(worksheet) != bytes);
}

TEST_CASE("without the library only the workbook fails, and says what to install", "[xlsx]") {
  CHECK(error_of([] { load_xlsx_library("libopsctl-has-no-such.so.0"); }) ==
        &messages::xlsx_not_installed);
  // A library of that name that is another one is not called.
  CHECK(error_of([] { load_xlsx_library("libc.so.6"); }) == &messages::xlsx_not_installed);
}

TEST_CASE("a table that a worksheet has no room for is refused", "[xlsx]") {
  CHECK(error_of([] { to_xlsx(worksheet_of(16385)); }) == &messages::xlsx_too_large);
}

TEST_CASE("the guard against formulas can be taken away again", "[xlsx]") {
  for (const char* text :
       {"=1+1", "'=1+1", "''=1", " =1", "\n@x", "＝1", "-x", "-", "'-", "'", "", "it's", "◎", "'x"})
    CHECK(unguarded(guarded(text)) == text);
  CHECK(guarded("=1") == "'=1");
  CHECK(guarded("'=1") == "''=1");
  CHECK(guarded("-") == "-");
  CHECK(unguarded("'x") == "'x");
}

TEST_CASE("a record as a line has its payload byte for byte", "[xlsx]") {
  const Hash hash = sha256("x");
  const std::string digits = hex(hash);
  CHECK(
      record_line(2, Hash{}, hash, R"({"data":{"signature":"sig"},"note":"改行"})") ==
      R"({"seq":2,"previous":")" + std::string(64, '0') + R"(","hash":")" + digits +
          R"(","payload":"{\"data\":{\"signature\":\"sig\"},\"note\":\"改行\"}","signature":"sig"})"
          "\n");
  // A damaged journal is exported, too.
  CHECK(record_line(2, Hash{}, hash, "\xFF{") == R"({"seq":2,"previous":")" + std::string(64, '0') +
                                                     R"(","hash":")" + digits +
                                                     R"(","payload_hex":"ff7b","signature":null})"
                                                     "\n");
}

TEST_CASE("the head of a table stands above its titles in csv and tsv only", "[xlsx]") {
  Worksheet worksheet = worksheet_of(3);
  worksheet.headline = "別紙1";
  worksheet.groups = {{{""}, {"実施者", 2}}};
  worksheet.table.rows = {{"1", "◎", "-"}};
  const Look look;
  CHECK(written(worksheet, Format::tsv, look) ==
        "別紙1\t\t\n\t実施者\t\n題名\t題名\t題名\n1\t◎\t-\n");
  CHECK(written(worksheet, Format::csv, look) ==
        "\uFEFF別紙1,,\r\n,実施者,\r\n題名,題名,題名\r\n1,◎,-\r\n");
  CHECK(written(worksheet, Format::md, look) ==
        "| 題名 | 題名 | 題名 |\n| --- | --- | --- |\n| 1 | ◎ | - |\n");
}
