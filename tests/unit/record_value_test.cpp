#include "model/record_value.h"

#include <catch2/catch.hpp>

#include "office.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

RecordField field(FieldType type) { return {"key", "Label", type, {}, true}; }

std::string kept(FieldType type, std::string_view typed) {
  const auto value = record_value(field(type), typed, tokyo());
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text : "refused: " + refusal_of(value);
}

bool refused(FieldType type, std::string_view typed) {
  return kept(type, typed).starts_with("refused: ");
}

}  // namespace

TEST_CASE("text is kept as it is, trimmed, up to 1000 characters") {
  CHECK(kept(FieldType::text, " 原因は ディスク ") == "原因は ディスク");
  std::string long_text;
  for (int i = 0; i < 1000; ++i) long_text += "あ";
  CHECK(kept(FieldType::text, long_text) == long_text);
  CHECK(kept(FieldType::text, long_text + "あ") == "refused: Label is longer than 1000 characters");
  CHECK(kept(FieldType::text, " 　") == "refused: Label has no text");
  CHECK(kept(FieldType::text, "a\x1B[31m") == "refused: Label contains control characters");
  CHECK(kept(FieldType::text, "a\u0085") == "refused: Label contains control characters");
  CHECK(kept(FieldType::text, "\xFF") == "refused: Label is not valid UTF-8");
  CHECK(refusal_of(checked_text("--note", ""), Language::ja) == "--note が空です");
}

TEST_CASE("numbers are ASCII, without leading zeros or separators") {
  CHECK(kept(FieldType::integer, "４２") == "42");
  CHECK(kept(FieldType::integer, "-7") == "-7");
  CHECK(kept(FieldType::integer, "0") == "0");
  for (const char* wrong : {"010", "1,000", "4.2", "-", "1e3", "0x10", "9999999999999999999"}) {
    INFO(wrong);
    CHECK(refused(FieldType::integer, wrong));
  }
  CHECK(kept(FieldType::integer, "many") ==
        "refused: Label takes a whole number such as 42, not 'many'");
  CHECK(kept(FieldType::decimal, "-3.140") == "-3.140");
  CHECK(kept(FieldType::decimal, "12") == "12");
  for (const char* wrong : {".5", "5.", "1.2.3", "00.5", "--1"}) {
    INFO(wrong);
    CHECK(refused(FieldType::decimal, wrong));
  }
  CHECK(kept(FieldType::decimal, "x") == "refused: Label takes a number such as 3.14, not 'x'");
}

TEST_CASE("dates are real, and an instant carries the zone's offset") {
  CHECK(kept(FieldType::date, "２０２６-11-22") == "2026-11-22");
  CHECK(kept(FieldType::date, "2026-02-30") ==
        "refused: Label takes a date such as 2026-11-22, not '2026-02-30'");
  CHECK(kept(FieldType::datetime, "2026-11-22 08:30") == "2026-11-22T08:30:00+09:00");
  CHECK(kept(FieldType::datetime, "2026-11-21T23:30:00Z") == "2026-11-22T08:30:00+09:00");
  CHECK(kept(FieldType::datetime, "2026-11-22") ==
        "refused: Label takes a date and time such as 2026-11-22 08:30, not '2026-11-22'");
}

TEST_CASE("yes and no are understood in both languages") {
  for (const char* yes : {"はい", "yes", "TRUE"}) CHECK(kept(FieldType::boolean, yes) == "true");
  for (const char* no : {"いいえ", "No", "false"}) CHECK(kept(FieldType::boolean, no) == "false");
  CHECK(kept(FieldType::boolean, "1") == "refused: Label takes yes or no, not '1'");
}

TEST_CASE("equal addresses are kept as equal texts") {
  CHECK(kept(FieldType::ip, "192.0.2.10") == "192.0.2.10");
  CHECK(kept(FieldType::ip, "2001:DB8:0:0::1") == "2001:db8::1");
  CHECK(kept(FieldType::ip, "192.0.2.256") ==
        "refused: Label takes an IP address such as 192.0.2.10, not '192.0.2.256'");
  CHECK(refused(FieldType::ip, "192.0.2.1/24"));
}

TEST_CASE("a list is separated by 、 or a comma and kept with 、") {
  CHECK(kept(FieldType::list, "CPU、 メモリ, disk，net、") == "CPU、メモリ、disk、net");
  CHECK(kept(FieldType::list, "one") == "one");
  CHECK(kept(FieldType::list, "A、　、B") == "A、B");
  CHECK(kept(FieldType::list, "　,") == "refused: Label takes a list such as A、B, not '　,'");
  CHECK(kept(FieldType::list, "、,") == "refused: Label takes a list such as A、B, not '、,'");
}

TEST_CASE("a choice is exact, and a slip gets a suggestion") {
  RecordField colour = field(FieldType::choice);
  colour.choices = {"green", "yellow"};
  CHECK(std::get<std::string>(record_value(colour, "green", tokyo())) == "green");
  CHECK(refusal_of(record_value(colour, "gren", tokyo())) ==
        "Label takes one of: green, yellow, not 'gren'\nhint: did you mean 'green'?");
  CHECK(refusal_of(record_value(colour, "赤", tokyo()), Language::ja) ==
        "Label は次のどれか（green, yellow）で指定（「赤」は使えません）");
}

TEST_CASE("assignments name the record fields of the runbook") {
  Runbook book = daily_update();
  CHECK(refusal_of(record_values(book, std::vector<std::string>{"version=1"}, tokyo())) ==
        "inc-49 has no record field 'version'\n- it has no record fields");
  book.records = {{"version", "Version", FieldType::text, {}, true},
                  {"count", "Count", FieldType::integer, {}, false}};
  const std::vector<std::string> typed = {"version=a=b", "count=1", "count=2"};
  const auto values = record_values(book, typed, tokyo());
  CHECK(std::get<0>(values) ==
        std::map<std::string, std::string>{{"version", "a=b"}, {"count", "2"}});
  CHECK(refusal_of(record_values(book, std::vector<std::string>{"verson=1"}, tokyo())) ==
        "inc-49 has no record field 'verson'\n- its record fields: version, count\n"
        "hint: did you mean 'version'?");
  CHECK(refusal_of(record_values(book, std::vector<std::string>{"version"}, tokyo())) ==
        "'version' is not KEY=VALUE");
  CHECK(refusal_of(record_values(book, std::vector<std::string>{"count=x"}, tokyo())) ==
        "Count takes a whole number such as 42, not 'x'");
}
