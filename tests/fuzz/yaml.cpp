// The readers of YAML: whatever the bytes, an answer; and what is wrong is said in one line, of a
// place that exists.
#include <algorithm>

#include "base/text.h"
#include "catalog/catalog_yaml.h"
#include "catalog/holidays_yaml.h"
#include "catalog/roster_yaml.h"
#include "catalog/runbook_yaml.h"
#include "catalog/sheet_yaml.h"
#include "fuzz/complaints.h"

using namespace opsctl;
using opsctl::fuzz::require;

namespace {

const std::vector<Party>& parties() {
  static const std::vector<Party> all = {{"boss", "Client", "approval", false},
                                         {"lead", "Client", "control", false},
                                         {"crew", "Contractor", "operation", true},
                                         {"help", "Contractor", "desk", true}};
  return all;
}

template <class T>
void check(const ReadResult<T>& result, std::string_view text) {
  require(result.value.has_value() || has_errors(result.diagnostics), "no value, and no reason");
  fuzz::check_complaints(result.diagnostics, 1 + std::ranges::count(text, '\n'));
}

void check_words(const std::string& text) {
  require(hostile::detail::wrong_characters(text).empty(), "a text that cannot be shown");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto book = read_runbook(text, "x.yaml", {parties(), "inc"});
  check(book, text);
  require(!book.value || !has_errors(book.diagnostics), "a runbook in spite of errors");
  if (book.value) {
    check_words(book.value->id);
    check_words(book.value->title);
    check_words(book.value->summary);
    for (const Step& step : book.value->steps) check_words(step.text);
    for (const RecordField& field : book.value->records) check_words(field.label);
  }
  const auto roster = read_roster(text, "x.yaml", parties());
  check(roster, text);
  require(!roster.value || !has_errors(roster.diagnostics), "a roster in spite of errors");
  // What could be read of catalog.yaml helps to judge the other files, though something is wrong.
  const auto head = read_catalog_head(text, "x.yaml");
  check(head, text);
  require(!head.value || head.value->zone || has_errors(head.diagnostics),
          "a catalogue without its zone");
  check(read_holidays(text, "x.yaml"), text);
  check(read_sheet(text, "x.yaml"), text);
  return 0;
}
