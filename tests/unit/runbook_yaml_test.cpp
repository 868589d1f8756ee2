// Reading one runbook: every part, and every mistake in it.
#include <catch2/catch.hpp>

#include "catalog_helpers.h"

using namespace opsctl;

namespace {

Runbook read(std::string_view text) {
  const auto result = read_runbook(text, "r.yaml", small_frame());
  INFO(brief(result.diagnostics));
  REQUIRE(result.value);
  return *result.value;
}

/// The problems of the small runbook with something added at its end (line 12).
std::string with(const std::string& more) { return problems_of_book(small_book() + more); }

std::string problems_with(std::string_view from, std::string_view to) {
  return problems_of_book(changed(from, to));
}

}  // namespace

TEST_CASE("a runbook is read whole") {
  const std::string text =
      small_book() +
      "    detail: With care\n"
      "    contents: [a, b]\n"
      "    choose: [x, y]\n"
      "    party: crew\n"
      "    confirm_by: boss\n"
      "    required: false\n"
      "order: free\n"
      "records:\n"
      "- {key: cause, label: Cause, type: choice, choices: [p, q], required: true}\n"
      "notes:\n"
      "- field: cycle\n"
      "  text: Because\n";
  const Runbook book = read(text);
  CHECK(book.id == "inc-13");
  CHECK(book.no == 13);
  CHECK(book.sheet == "inc");
  CHECK(book.title == "Recovery");
  CHECK(book.category == Category{"A", "B", "C", "D"});
  CHECK(book.summary == "Brings it back.");
  CHECK(book.cycle() == Cycle{});
  CHECK(book.methods == std::vector{Method::tool, Method::manual});
  CHECK(book.duties == std::vector<DutyCell>{{"boss", Duty::approve}, {"crew", Duty::perform}});
  CHECK(book.order == StepOrder::free);
  CHECK(book.steps ==
        std::vector<Step>{
            {"one", "Do it", "With care", {"a", "b"}, {"x", "y"}, "crew", "boss", false}});
  CHECK(book.records ==
        std::vector<RecordField>{{"cause", "Cause", FieldType::choice, {"p", "q"}, true}});
  CHECK(book.notes == std::vector<Note>{{"cycle", "Because"}});
  CHECK(book.text == text);
  CHECK(book.hash == sha256(text));
  CHECK(book.pos == SourcePos{"r.yaml", 1, 1});
}

TEST_CASE("duties are put into the order of the catalogue") {
  const Runbook book = read(changed("{boss: ▲, crew: ◎}", "{crew: ◎, lead: △, boss: ▲}"));
  CHECK(book.duties == std::vector<DutyCell>{{"boss", Duty::approve},
                                             {"lead", Duty::direct},
                                             {"crew", Duty::perform}});
}

TEST_CASE("a runbook's own keys are checked") {
  CHECK(problems_with("id: inc-13", "id: INC-13") ==
        "1:5: 'INC-13' is not an item's id (inc-13)\n");
  CHECK(problems_with("id: inc-13", "id: inc-14") ==
        "2:5: id 'inc-14' does not belong to No. 13 | the id of this No. is 'inc-13'\n");
  CHECK(problems_with("id: inc-13", "id: ops-13") ==
        "2:5: id 'ops-13' does not belong to No. 13 | the id of this No. is 'inc-13'\n");
  for (const char* no : {"013", "0", "1000", "1.0", "0x0D", "十三", "１３"}) {
    CHECK(problems_with("no: 13", std::string("no: ") + no) ==
          std::string("2:5: '") + no + "' is not a number from 1 to 999 without leading zero\n");
  }
  CHECK(problems_with("minor: D", "minr: D") ==
        "4:43: unknown key 'minr' | did you mean 'minor'?\n");
  CHECK(problems_with(", minor: D", "") == "4:11: 'minor' is missing\n");
  CHECK(problems_with("{class: A, major: B, middle: C, minor: D}", "A") ==
        "4:11: 'category' must be a mapping of keys and values\n");
  CHECK(problems_with("[tool, manual]", "[tools]") ==
        "7:11: 'tools' is not one of tool, manual | did you mean 'tool'?\n");
  CHECK(problems_with("[tool, manual]", "[tool, tool]") == "7:17: 'tool' appears twice\n");
  CHECK(problems_with("[tool, manual]", "[]") == "7:10: 'methods' must have at least one entry\n");
  CHECK(problems_with("[tool, manual]", "tool") ==
        "7:10: 'methods' must be a list ([a, b] or lines with -)\n");
  CHECK(with("order: fre\n") == "12:8: 'fre' is not one of fixed, free | did you mean 'free'?\n");
  CHECK(with("requires: [instruction]\n") == "");
  CHECK(with("requires: [prior-aproval]\n") ==
        "12:12: 'prior-aproval' is not one of instruction, prior-approval | did you mean "
        "'prior-approval'?\n");
  CHECK(with("requires: []\n") == "12:11: 'requires' must have at least one entry\n");
  CHECK(with("requires: [instruction, prior-approval]\n") ==
        "12:25: one gate is enough: prior approval includes the instruction\n");
}

TEST_CASE("duties name parties and signs of the sheet") {
  CHECK(problems_with("crew: ◎", "crw: ◎") == "8:19: unknown party 'crw' | did you mean 'crew'?\n");
  CHECK(problems_with("crew: ◎", "nobody: ◎") ==
        "8:19: unknown party 'nobody' | the parties are boss, lead, crew, help\n");
  CHECK(problems_with("crew: ◎", "crew: ●") ==
        "8:25: '●' is not one of ◎ ▲ △ □ | write ◎; ● follows from it for parties with supervised: "
        "true\n");
  CHECK(problems_with("crew: ◎", "crew: ◎, lead: \"-\"") ==
        "8:34: '-' is not one of ◎ ▲ △ □ | leave out a party that has no duty\n");
  CHECK(problems_with("crew: ◎", "crew: ○") ==
        "8:25: '○' is not one of ◎ ▲ △ □ | did you mean '◎'?\n");
  CHECK(problems_with("crew: ◎", "crew: R") ==
        "8:25: 'R' is not one of ◎ ▲ △ □ | did you mean '◎'?\n");
  CHECK(problems_with("boss: ▲", "boss: Approve") ==
        "8:16: 'Approve' is not one of ◎ ▲ △ □ | did you mean '▲'?\n");
  CHECK(problems_with("crew: ◎", "crew: x") == "8:25: 'x' is not one of ◎ ▲ △ □\n");
  CHECK(problems_with("crew: ◎", "boss: ◎") ==
        "8:19: key 'boss' appears twice (first in line 8)\n");
  CHECK(problems_with("{boss: ▲, crew: ◎}", "{}") == "8:9: no party has a duty\n");
}

TEST_CASE("somebody performs, or a note says who") {
  const std::string nobody =
      "8:1: no party performs (◎) | if the sheet is so, name them in a note with field: duties and "
      "performers: [party]\n";
  CHECK(problems_with("crew: ◎", "crew: □") == nobody);
  const std::string support = changed("crew: ◎", "lead: □");
  const std::string note = "notes:\n- field: duties\n  text: So it is\n";
  CHECK(problems_of_book(support + note) == nobody);
  const Runbook mended = read(support + note + "  performers: [crew]\n");
  CHECK(performers_of(mended) == std::vector<std::string>{"crew"});
  CHECK(with(note + "  performers: [crew]\n") ==
        "15:3: a note names performers although a party has ◎\n");
  CHECK(problems_of_book(support + note + "  performers: [cew]\n") ==
        "15:16: unknown party 'cew' | did you mean 'crew'?\n");
  CHECK(problems_of_book(support + "notes:\n- {field: title, text: x, performers: [crew]}\n") ==
        "13:27: 'performers' belongs to a note with field: duties\n");
}

TEST_CASE("steps are told apart, and name parties of the item") {
  CHECK(problems_with("id: one", "id: One") ==
        "10:9: 'One' is not a step's id (a-z, 0-9 and -, at most 24)\n");
  CHECK(with("  - id: one\n    text: Again\n") == "12:9: 'one' appears twice\n");
  CHECK(problems_with("    text: Do it\n", "") == "10:5: 'text' is missing\n");
  CHECK(problems_with("    text: Do it\n", "    txt: Do it\n") ==
        "11:5: unknown key 'txt' | did you mean 'text'?\n");
  CHECK(problems_with("steps:\n  - id: one\n    text: Do it\n", "steps: []\n") ==
        "9:8: 'steps' must have at least one entry\n");
  CHECK(problems_with("steps:\n  - id: one\n    text: Do it\n", "steps:\n- id:one\n") ==
        "10:3: 'steps' must be a list of mappings (key: value) | write 'id: ' with an ordinary "
        "colon and "
        "space\n");
  CHECK(with("    choose: [a]\n") == "12:13: 'choose' must have at least 2 entries\n");
  CHECK(with("    choose: [a, a]\n") == "12:17: 'a' appears twice\n");
  CHECK(with("    contents: []\n") == "12:15: 'contents' must have at least one entry\n");
  CHECK(with("    party: cew\n") == "12:12: unknown party 'cew' | did you mean 'crew'?\n");
  CHECK(with("    party: lead\n") == "12:12: party 'lead' has no duty in this item\n");
  CHECK(with("    confirm_by: help\n") == "12:17: party 'help' has no duty in this item\n");
  CHECK(with("    required: no\n") == "12:15: 'no' is not true or false\n");
  CHECK(with("    evidence: required\n") == "");
  CHECK(with("    evidence: yes\n") == "12:15: 'yes' is not one of none, optional, required\n");
}

TEST_CASE("record fields have a key and a type") {
  const auto record = [](const std::string& fields) {
    return with("records:\n- {" + fields + "}\n");
  };
  CHECK(record("key: a, label: A, type: text") == "");
  CHECK(record("key: A, label: A, type: text") ==
        "13:9: 'A' is not a record's key (a-z, 0-9 and _, at most 40)\n");
  CHECK(record("key: a, label: A, type: dat") ==
        "13:28: 'dat' is not one of text, integer, decimal, date, datetime, boolean, ip, list, "
        "choice | did "
        "you mean 'date'?\n");
  CHECK(record("key: a, label: A, type: text}\n- {key: a, label: B, type: text") ==
        "14:9: 'a' appears twice\n");
  CHECK(record("key: a, label: A, type: choice") ==
        "13:28: a field of type choice needs 'choices'\n");
  CHECK(record("key: a, label: A, type: choice, choices: [x]") ==
        "13:45: 'choices' must have at least 2 entries\n");
  CHECK(record("key: a, label: A, type: text, choices: [x, y]") ==
        "13:34: 'choices' belongs to a field of type choice\n");
  CHECK(record("key: valid_until, label: A, type: text") ==
        "13:38: 'valid_until' must be of type date or datetime\n");
  CHECK(record("key: valid_until, label: A, type: datetime") == "");
  CHECK(with("records: none\n") == "12:10: 'records' must be a list ([a, b] or lines with -)\n");
}

TEST_CASE("notes speak of a field") {
  CHECK(with("notes:\n- {field: duty, text: x}\n") ==
        "13:11: 'duty' is not one of title, category, cycle, methods, duties, steps, records, "
        "schedule\n");
  CHECK(with("notes:\n- {field: duties}\n") == "13:3: 'text' is missing\n");
}

TEST_CASE("what is not known is not checked against") {
  const auto result = read_runbook(small_book(), "r.yaml", CatalogFrame{});
  CHECK(brief(result.diagnostics) == "");
  CHECK(result.value);
}

TEST_CASE("the places of a runbook's keys are known") {
  const auto result = read_runbook(small_book(), "r.yaml", small_frame());
  CHECK(result.places.at("duties").pos == SourcePos{"r.yaml", 8, 1});
  CHECK(result.places.at("duties").source_line == "duties: {boss: ▲, crew: ◎}");
}
