#include "model/runbook_changes.h"

#include <catch2/catch.hpp>

using namespace opsctl;

namespace {

Runbook book_of(const std::vector<Step>& steps, const std::vector<RecordField>& records = {}) {
  Runbook book;
  book.steps = steps;
  book.records = records;
  return book;
}

/// "added 0->2; moved 3->1"
std::string told(const RunbookChanges& changes) {
  std::string text;
  for (const StepChange& change : changes.steps) {
    text += std::string(name_of(change.kind)) + " " + std::to_string(change.number_before) + "->" +
            std::to_string(change.number_now) + "; ";
  }
  for (const FieldChange& change : changes.fields)
    text += std::string(name_of(change.kind)) + " " + change.key + "; ";
  return text;
}

const Step kA{"a", "one"};
const Step kB{"b", "two"};
const Step kC{"c", "three"};

}  // namespace

TEST_CASE("steps are known again by their id") {
  CHECK(told(changes_between(book_of({kA, kB}), book_of({kA, kB}))) == "");
  CHECK(told(changes_between(book_of({kA, kB}), book_of({kA, {"b", "two more"}}))) ==
        "changed 2->2; ");
  CHECK(told(changes_between(book_of({kA, kC}), book_of({kA, kB, kC}))) == "added 0->2; ");
  CHECK(told(changes_between(book_of({kA, kB, kC}), book_of({kA, kC}))) == "removed 2->0; ");
  CHECK(told(changes_between(book_of({kA, kB}), book_of({kB, kA}))) == "moved 2->1; moved 1->2; ");
}

TEST_CASE("record fields are known again by their key") {
  const RecordField cause{"cause", "Cause", FieldType::text, {}, false};
  const RecordField count{"count", "Count", FieldType::integer, {}, false};
  const RecordField causes{"cause", "Cause", FieldType::list, {}, false};
  CHECK(told(changes_between(book_of({kA}, {cause}), book_of({kA}, {cause, count}))) ==
        "added count; ");
  CHECK(told(changes_between(book_of({kA}, {cause}), book_of({kA}, {causes}))) ==
        "changed cause; ");
  CHECK(told(changes_between(book_of({kA}, {cause, count}), book_of({kA}, {count}))) ==
        "removed cause; ");
}
